"""How PMI families live and what is sent home to them."""

from households.remittances import Use
from households.rules.remittances import INVESTED, PARTS
from monitoring.indicators.dimensions import (
    DEPENDENCE,
    INCOME,
    NEED,
    RECEIVED,
    UNKNOWN,
    UNKNOWN_LABEL,
    Dimension,
)
from monitoring.reports.tables import Cell, Row, Table
from monitoring.reports.tallies import Tally
from toolkit.templatetags.indonesian import number


def living_tables(this: Tally) -> tuple[Table, ...]:
    """Income, dependence on money sent home, who received any, what it was used for, and what families need."""
    families = ("Rumah tangga PMI",)
    return (
        _by_part(this, "G5.1", INCOME, families, title="Penghasilan sebulan, dalam rupiah"),
        _by_part(this, "G5.1", DEPENDENCE, families, title="Bagian hidup yang dari kiriman"),
        _by_part(this, "G5.1", RECEIVED, families, title="Rumah tangga yang menerima kiriman", note=NO_NOTE),
        _uses(this),
        _by_part(this, "G5.2", NEED, ("Kebutuhan",), title="Kebutuhan yang belum terpenuhi", leave_out_nobody=True),
    )


NO_NOTE = "Belum terdata: tidak ada catatan kiriman dalam periode ini, yang tidak berarti tanpa kiriman."


def _by_part(this, code, dimension: Dimension, columns, *, title, note="", leave_out_nobody=False):
    """A dimension's parts in the order in which they are asked, 'belum terdata' last."""
    counts = this.parts[code, dimension.code]
    parts = [part for part in dimension.known if counts[part] or not leave_out_nobody]
    rows = [
        Row(
            UNKNOWN_LABEL if part == UNKNOWN else dimension.known[part],
            (Cell(counts[part], code, f"{dimension.code}:{part}"),),
            unknown=part == UNKNOWN,
        )
        for part in (*parts, UNKNOWN)
    ]
    total = Row("Jumlah", (Cell(this.counts[code], code),))
    return Table(dimension.code, title, dimension.name, columns, tuple(rows), total=total, note=note)


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
