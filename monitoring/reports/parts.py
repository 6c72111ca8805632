"""A table of one indicator by the parts of one dimension: the shape that most chapters are made of."""

from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.dimensions import UNKNOWN, UNKNOWN_LABEL, Dimension
from monitoring.reports.tables import Cell, Row, Table
from monitoring.reports.tallies import Tally


def part_table(
    this: Tally,
    code: str,
    dimension: Dimension,
    *,
    title: str = "",
    column: str = "Jumlah",
    note: str = "",
    only_found: bool = True,
    always_answered: bool = False,
) -> Table:
    """The parts in the order in which they are asked, 'belum terdata' last.

    `only_found` leaves out what nobody answered; `always_answered` is for what no record can be without.
    """
    counts = this.parts[code, dimension.code]
    parts = [part for part in dimension.known if counts[part] or not only_found]
    if counts[UNKNOWN] or not always_answered:
        parts.append(UNKNOWN)
    rows = [
        Row(
            UNKNOWN_LABEL if part == UNKNOWN else dimension.known[part],
            (Cell(counts[part], code, f"{dimension.code}:{part}"),),
            unknown=part == UNKNOWN,
        )
        for part in parts
    ]
    total = Row("Jumlah", (Cell(this.counts[code], code),))
    return Table(
        dimension.code, title or BY_CODE[code].name, dimension.name, (column,), tuple(rows), total=total, note=note
    )
