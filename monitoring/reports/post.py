"""The chapter of the first pillar: the village's information and service post."""

from monitoring.indicators.dimensions import EVIDENCE, SEX, UNKNOWN, UNKNOWN_LABEL
from monitoring.indicators.post import (
    ANSWER,
    AUDIENCE,
    DOCUMENT,
    GIVEN,
    HEARD,
    KIND,
    OFFICE,
    PEOPLE,
    REFUSED,
    SAID,
    TOPIC,
    WAY,
)
from monitoring.reports.parts import part_table
from monitoring.reports.tables import Cell, Row, Table
from monitoring.reports.tallies import Tally
from toolkit.templatetags.indonesian import number


def post_tables(this: Tally) -> tuple[Table, ...]:
    """Services by what for, by which way and with what; talks with how many came; what families of those away told."""
    reached = this.parts["P1.1", PEOPLE.code]["people"]
    note = f"Orang yang dilayani: {number(reached)}, termasuk yang hadir di penyuluhan."
    return (
        part_table(this, "P1.1", TOPIC, title="Layanan menurut keperluan", always_answered=True, note=note),
        part_table(this, "P1.1", WAY, title="Layanan menurut cara", always_answered=True),
        part_table(this, "P1.1", GIVEN, title="Layanan menurut yang diberikan", always_answered=True),
        _talks(this),
        _letters(this),
        part_table(this, "P1.12", REFUSED, title="Surat yang ditolak menurut alasannya", always_answered=True),
        part_table(this, "P1.3", DOCUMENT, always_answered=True),
        part_table(this, "P1.10", OFFICE, title="Rujukan menurut kantor", always_answered=True),
        part_table(this, "P1.10", ANSWER, title="Rujukan menurut jawabannya", note="Belum terdata: belum dijawab."),
        *(_movements_by_evidence(this, *about) for about in MOVED_BY_EVIDENCE if _is_any(this, about)),
        part_table(this, "P1.8", SAID, always_answered=True),
        part_table(this, "P1.9", HEARD, only_found=False),
    )


# Departures and returns: the code of the table, its title, and the indicators.
MOVED_BY_EVIDENCE = (
    ("bukti-pergerakan", "Berangkat dan pulang menurut bukti", "P1.4.1", "P1.4.2"),
    ("bukti-susulan", "Susulan menurut bukti", "P1.4.3", "P1.4.4"),
    ("bukti-tanpa-tanggal", "Tanpa tanggal menurut bukti", "P1.4.5", "P1.4.6"),
)


def _is_any(this, about):
    """Those of the period always have a table; what was told late or without a date, where there was any."""
    table, _, *codes = about
    return table == MOVED_BY_EVIDENCE[0][0] or any(this.counts[code] for code in codes)


def _movements_by_evidence(this, table, title, *codes):
    """Departures and returns by how they are known."""
    found = [this.parts[code, EVIDENCE.code] for code in codes]
    rows = tuple(
        Row(
            UNKNOWN_LABEL if part == UNKNOWN else EVIDENCE.known[part],
            tuple(
                Cell(counts[part], code, f"{EVIDENCE.code}:{part}") for code, counts in zip(codes, found, strict=True)
            ),
            unknown=part == UNKNOWN,
        )
        for part in (*EVIDENCE.known, UNKNOWN)
    )
    total = Row("Jumlah", tuple(Cell(this.counts[code], code) for code in codes))
    columns = ("Berangkat", "Pulang")
    return Table(table, title, EVIDENCE.name, columns, rows, total=total)


def _letters(this):
    """Letters given and refused, kind by kind."""
    codes = ("P1.11", "P1.12")
    rows = tuple(
        Row(label, tuple(Cell(this.parts[code, KIND.code][kind], code, f"{KIND.code}:{kind}") for code in codes))
        for kind, label in KIND.known.items()
    )
    total = Row("Jumlah", tuple(Cell(this.counts[code], code) for code in codes))
    return Table("surat", "Surat desa", KIND.name, ("Diberikan", "Ditolak"), rows, total=total)


def _talks(this):
    """How many talks there were, and who came; heads are counted, so nobody is without a sex."""
    came = this.parts["P1.2", AUDIENCE.code]
    rows = [Row(SEX.known[sex], (Cell(came[sex]),)) for sex in AUDIENCE.columns]
    return Table(
        code="penyuluhan",
        title="Orang yang hadir di penyuluhan",
        head="Jenis kelamin",
        columns=("Orang",),
        rows=tuple(rows),
        total=Row("Jumlah", (Cell(sum(came.values()), "P1.2"),)),
        note=f"Dalam {number(this.counts['P1.2'])} penyuluhan. Yang hadir dua kali dihitung dua kali.",
    )
