"""The tables of children by who looks after them, of school, and of who has come home by what they wish."""

from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.dimensions import UNKNOWN, UNKNOWN_LABEL
from monitoring.reports.tables import Cell, Row, Table
from monitoring.reports.tallies import PEOPLE_PARTS, Tally

NOTES = {
    "G6.1": "Anak dengan beberapa pengasuh dihitung satu kali.",
    "G6.2": "Umur 7 sampai 17 tahun, menurut keterangan terakhir.",
}


def people_tables(tally: Tally) -> tuple[Table, ...]:
    """One table for each indicator; the answers in the order of their question, 'belum terdata' last."""
    return tuple(_table(code, dimension, tally) for code, dimension in PEOPLE_PARTS.items())


def _table(code, dimension, tally):
    found = tally.parts[code, dimension.code]
    rows = [
        Row(
            UNKNOWN_LABEL if part == UNKNOWN else dimension.known[part],
            (Cell(found[part], code, f"{dimension.code}:{part}"),),
            unknown=part == UNKNOWN,
        )
        for part in (*dimension.known, UNKNOWN)
        if found[part] or part == UNKNOWN
    ]
    return Table(
        code=dimension.code,
        title=BY_CODE[code].name,
        head=dimension.name,
        columns=("Jumlah",),
        rows=tuple(rows),
        total=Row("Jumlah", (Cell(tally.counts[code], code),)),
        note=NOTES.get(code, ""),
    )
