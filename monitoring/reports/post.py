"""The chapter of the first pillar: the village's information and service post."""

from monitoring.indicators.dimensions import SEX
from monitoring.indicators.post import AUDIENCE, GIVEN, HEARD, PEOPLE, SAID, TOPIC, WAY
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
        part_table(this, "P1.7", SAID, always_answered=True),
        part_table(this, "P1.8", HEARD, only_found=False),
    )


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
