"""'Laporan Data Rumah Tangga PMI': the registry of a place at the end of a month, quarter or year."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from households.countries import REFUSED
from monitoring.indicators.catalogue import AGES, BY_CODE, INDICATORS, STAGES, Kind
from monitoring.indicators.dimensions import COUNTRY, EVIDENCE, PLACED, SECTOR, SEX, UNKNOWN, UNKNOWN_LABEL, Dimension
from monitoring.indicators.lens import Lens, place_today
from monitoring.periods import Period
from monitoring.places import Place
from monitoring.reports import tallies
from monitoring.reports.below import table_below
from monitoring.reports.living import living_tables
from monitoring.reports.people import people_tables
from monitoring.reports.post import post_tables
from monitoring.reports.quality import quality_table
from monitoring.reports.sentences import summary
from monitoring.reports.tables import Bar, Cell, Definition, Figure, Row, Section, Table
from monitoring.reports.tallies import Tally
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import number

TITLE = "Laporan Data Rumah Tangga PMI"
FIGURES = ("G1.2", "G2.2", "G2.1", "G2.3", "G1.1", "G1.3", "G1.5", "G4.1")
BASICS = ("G1.1", "G1.8", "G1.2", "G1.3", "G1.4")
BARS = 7


@dataclass(frozen=True)
class HouseholdReport:
    """Everything that leaves the room: who asked, for where and when, and the numbers."""

    place: Place
    period: Period
    label: str
    previous_label: str
    last: dt.date
    made_at: dt.datetime
    made_by: str
    counts: dict[str, int]
    parts: dict[tuple[str, str], Counter]
    figures: tuple[Figure, ...]
    summary: tuple[str, ...]
    basics: Table
    workers: tuple[Table, ...]
    ages: Table
    movements: Table
    living: tuple[Table, ...]
    people: tuple[Table, ...]
    post: tuple[Table, ...]
    quality: Table
    below: Table | None
    bars: tuple[Bar, ...]
    definitions: tuple[Definition, ...]

    @property
    def title(self) -> str:
        """The report's name."""
        return TITLE

    @property
    def made_in_words(self) -> str:
        """When it was made, by the clocks of the place: '23 November 2026 pukul 09.14 WITA'."""
        return f"{date_in_words(self.made_at.date())} pukul {self.made_at:%H.%M} {self.place.zone_word}"

    @property
    def figure_lines(self) -> list[tuple[Figure, ...]]:
        """The summary's figures, four beside each other."""
        return [self.figures[start : start + 4] for start in range(0, len(self.figures), 4)]

    @property
    def sources(self) -> list[tuple[str, str]]:
        """Each source with the codes of the indicators that come from it."""
        codes: dict[str, list[str]] = {}
        for definition in self.definitions:
            codes.setdefault(definition.source, []).append(definition.code)
        return [(source, ", ".join(named)) for source, named in codes.items()]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The numbered parts that hold tables, after the summary."""
        parts = [
            ("Rumah tangga dan anggotanya", (self.basics, self.ages), "orang"),
            ("Pekerja migran", self.workers, "pekerja"),
            ("Keberangkatan dan kepulangan", (self.movements,), "pergerakan"),
            ("Keadaan dan kiriman", self.living, "keadaan"),
            ("Anak dan purna", self.people, "anak"),
            ("Pos informasi dan layanan", self.post, "pos"),
            ("Kelengkapan data", (self.quality,), "kelengkapan"),
        ]
        if self.below:
            parts.append((self.below.title, (self.below,), "wilayah"))
        return tuple(Section(place, *part) for place, part in enumerate(parts, start=2))


def build(*, user, place: Place, period: Period, now: dt.datetime) -> HouseholdReport:
    """Count what `user` may count at the place, which `place_for` has found for him.

    Raises FuturePeriod, and ReportDoesNotAdd when parts do not sum to their totals.
    """
    lens = Lens.on(user, place, period, now)
    this, before = tallies.everything(lens), tallies.compared(lens.previous())
    today = place_today(place, now)
    changes = _Changes(this, before, is_running=period.is_running(today))
    return HouseholdReport(
        place=place,
        period=period,
        label=period.label_on(today),
        previous_label=period.previous().label,
        last=lens.last,
        made_at=now.astimezone(ZoneInfo(place.timezone)),
        made_by=f"{user.full_name}, {user.get_role_display()}",
        counts={code: this.counts[code] for code in BY_CODE},
        parts={(i.code, part.code): this.parts[i.code, part.code] for i in INDICATORS for part in i.dimensions},
        figures=tuple(_figure(code, this, changes) for code in FIGURES),
        summary=summary(this, changes.of, previous=period.previous().label),
        basics=_basics(this, before, changes, previous=period.previous().label),
        workers=tuple(_workers(dimension, this, changes) for dimension in tallies.WORKER_PARTS),
        ages=_ages(this, changes),
        movements=_movements(this, changes),
        living=living_tables(this),
        people=people_tables(this),
        post=post_tables(this),
        quality=quality_table(this),
        below=table_below(lens, this),
        bars=_bars(this.parts["G2.2", COUNTRY.code]),
        definitions=tuple(Definition(i.code, i.name, i.unit, i.kind.value, i.definition, i.source) for i in INDICATORS),
    )


@dataclass(frozen=True)
class _Changes:
    """Differences to the period before, where comparing is fair."""

    this: Tally
    before: Tally
    is_running: bool

    def of(self, code: str, part: str = "", dimension: str = "") -> int | None:
        """The difference, or None: quality is of today, and events of a period that still runs are not all in yet.

        Raises KeyError for a number that is not counted for the period before.
        """
        kind = BY_CODE[code].kind
        if kind in (Kind.QUALITY, Kind.LATEST) or (kind in (Kind.FLOW, Kind.WITHIN) and self.is_running):
            return None
        if code not in tallies.COMPARED:
            raise KeyError(code)
        if dimension:
            return self.this.parts[code, dimension][part] - self.before.parts[code, dimension][part]
        return self.this.counts[code] - self.before.counts[code]


def _figure(code, this, changes):
    unknown = this.counts["G1.7"] if code == "G1.5" else 0
    note = f"{number(unknown)} tanpa tanggal lahir" if unknown else ""
    return Figure(BY_CODE[code].name, this.counts[code], code, changes.of(code), note)


def _basics(this, before, changes, *, previous):
    rows = tuple(
        Row(BY_CODE[code].name, (Cell(this.counts[code], code), Cell(before.counts[code])), changes.of(code))
        for code in BASICS
    )
    return Table(
        "dasar", "Rumah tangga dan orang", "Yang dihitung", ("Jumlah", previous), rows, has_change=True,
        note="Perubahan jumlah kejadian tidak dihitung selama periode masih berjalan.",
    )  # fmt: skip


def _workers(dimension: Dimension, this, changes):
    """A dimension's parts by stage; parts that nobody has are left out, 'belum terdata' always ends the table."""
    codes = (*STAGES.values(), "G2")
    everyone = this.parts["G2", dimension.code]
    parts = sorted(
        (part for part in dimension.known if everyone[part]), key=lambda part: _place(dimension, part, everyone)
    )
    rows = [
        Row(
            UNKNOWN_LABEL if part == UNKNOWN else dimension.known[part],
            tuple(Cell(this.parts[code, dimension.code][part], code, f"{dimension.code}:{part}") for code in codes),
            changes.of("G2", part, dimension.code),
            unknown=part == UNKNOWN,
        )
        for part in (*parts, UNKNOWN)
    ]
    return Table(
        code=dimension.code,
        title=WORKER_TITLES[dimension.code],
        head=dimension.name,
        columns=("Calon PMI", "PMI aktif", "PMI purna", "Jumlah"),
        rows=tuple(rows),
        total=Row("Jumlah", tuple(Cell(this.counts[code], code) for code in codes), changes.of("G2")),
        has_change=True,
        note=WORKER_NOTES.get(dimension.code, ""),
    )


WORKER_TITLES = {
    SEX.code: "Pekerja migran menurut jenis kelamin",
    COUNTRY.code: "Pekerja migran menurut negara tujuan",
    SECTOR.code: "Pekerja migran menurut bidang kerja",
    EVIDENCE.code: "Pekerja migran menurut sumber keterangan",
    PLACED.code: "Prosedural menurut bukti",
}
WORKER_NOTES = {
    COUNTRY.code: "Orang dengan beberapa perjalanan dihitung satu kali, di negara yang menentukan statusnya.",
    PLACED.code: "Menurut keputusan petugas atas saran dari umur, dokumen, cara berangkat, dan penutupan negara tujuan "
    "(UU 18/2017). Belum terdata berarti belum diputuskan. Keterangan ini untuk membantu keluarga, tidak untuk "
    "menyalahkannya.",
}


def _place(dimension, part, everyone):
    """Countries and sectors: the most people first; sexes and evidence keep the order of their questions."""
    if dimension in (COUNTRY, SECTOR):
        return (part == REFUSED, -everyone[part], dimension.known[part])
    return (list(dimension.known).index(part),)


def _ages(this, changes):
    return Table(
        code="umur",
        title="Umur orang dalam rumah tangga PMI",
        head="Umur",
        columns=(*SEX.known.values(), UNKNOWN_LABEL, "Jumlah"),
        rows=tuple(_by_sex(code, this, changes, unknown=code == "G1.7") for code in AGES.values()),
        total=replace(_by_sex("G1.4", this, changes), label="Jumlah"),
        has_change=True,
    )


def _movements(this, changes):
    return Table(
        code="pergerakan",
        title="Keberangkatan dan kepulangan",
        head="Kejadian",
        columns=(*SEX.known.values(), UNKNOWN_LABEL, "Jumlah"),
        rows=(
            *(_by_sex(code, this, changes) for code in tallies.MOVEMENTS[:2]),
            *(
                Row(BY_CODE[code].name, (*(Cell(text="–") for _ in range(3)), Cell(this.counts[code], code)))
                for code in tallies.MOVEMENTS[2:]
            ),
        ),
        has_change=True,
        note="Dihitung menurut tanggal kejadian. Susulan adalah kejadian periode lalu yang baru diketahui; jumlahnya "
        "masuk periode terjadinya dan tidak ditambahkan pada periode ini.",
    )


def _by_sex(code, this, changes, *, unknown=False):
    parts = this.parts[code, SEX.code]
    cells = (Cell(parts[part], code, f"{SEX.code}:{part}") for part in (*SEX.known, UNKNOWN))
    return Row(BY_CODE[code].name, (*cells, Cell(this.counts[code], code)), changes.of(code), unknown)


def _bars(countries: Counter) -> tuple[Bar, ...]:
    """The countries with most people, the rest together, and who would not say or is 'belum terdata' last."""
    named = {part: count for part, count in countries.items() if part not in (REFUSED, UNKNOWN) and count}
    order = sorted(named, key=lambda part: (-named[part], COUNTRY.known[part]))
    bars = [Bar(COUNTRY.known[part], named[part]) for part in order[:BARS]]
    if len(order) > BARS:
        bars.append(Bar("Lainnya", sum(named[part] for part in order[BARS:])))
    if countries[REFUSED]:
        bars.append(Bar(COUNTRY.known[REFUSED], countries[REFUSED], unknown=True))
    if bars or countries[UNKNOWN]:
        bars.append(Bar(UNKNOWN_LABEL, countries[UNKNOWN], unknown=True))
    return tuple(bars)
