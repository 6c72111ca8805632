"""How PMI families live and what is sent home to them."""

from households.remittances import Use
from households.rules.remittances import INVESTED, PARTS
from monitoring.indicators.dimensions import (
    DEPENDENCE,
    INCOME,
    NEED,
    RECEIVED,
)
from monitoring.reports.parts import part_table
from monitoring.reports.tables import Cell, Row, Table
from monitoring.reports.tallies import Tally
from toolkit.templatetags.indonesian import number


def living_tables(this: Tally) -> tuple[Table, ...]:
    """Income, dependence on money sent home, who received any, what it was used for, and what families need."""
    return (
        _of_families(this, INCOME, title="Penghasilan sebulan, dalam rupiah"),
        _of_families(this, DEPENDENCE, title="Bagian hidup yang dari kiriman"),
        _of_families(this, RECEIVED, title="Rumah tangga menurut kiriman yang diterima", note=NO_NOTE),
        _uses(this),
        part_table(this, "G5.2", NEED, title="Kebutuhan yang belum terpenuhi", column="Kebutuhan"),
    )


NO_NOTE = (
    "Tidak menerima: menurut semua catatan dalam periode ini. Belum terdata: tidak ada jawabannya dalam periode ini, "
    "yang tidak berarti tanpa kiriman."
)


def _of_families(this, dimension, *, title, note=""):
    return part_table(this, "G5.1", dimension, title=title, column="Rumah tangga PMI", note=note, only_found=False)


def _uses(this):
    """Tenths by use with their share, and in words what went to business and savings."""
    told = sum(this.tenths.values()) // PARTS
    untold = this.counts["G5.4"] - told
    rows = tuple(Row(use.label, (Cell(this.tenths[use]), _share(this.tenths[use], PARTS * told))) for use in Use)
    note, total = f"{number(untold)} catatan kiriman belum terdata pemakaiannya.", None
    if told:
        invested = sum(this.tenths[use] for use in INVESTED) * 100 // (PARTS * told)
        note = f"Untuk usaha dan tabungan: {invested} %, menurut {number(told)} catatan kiriman. {note}"
        total = Row("Jumlah", (Cell(PARTS * told), _share(PARTS * told, PARTS * told)))
    else:
        rows = (Row("Pemakaian", (Cell(text="belum terdata"),), unknown=True),)
    return Table(
        code="pemakaian",
        title="Dari setiap sepuluh bagian kiriman",
        head="Dipakai untuk",
        columns=("Bagian", "Bagian (%)"),
        rows=rows,
        total=total,
        note=note,
    )


def _share(part: int, whole: int) -> Cell:
    percent = part * 100 // whole if whole else None
    return Cell(text="–" if percent is None else f"{percent} %", percent=percent)
