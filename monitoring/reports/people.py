"""The tables of children by who looks after them, of school, and of who has come home by what they wish."""

from monitoring.reports.parts import part_table
from monitoring.reports.tables import Table
from monitoring.reports.tallies import PEOPLE_PARTS, Tally

NOTES = {
    "G6.1": "Anak dengan beberapa pengasuh dihitung satu kali.",
    "G6.2": "Umur 7 sampai 17 tahun, menurut keterangan terakhir.",
}


def people_tables(tally: Tally) -> tuple[Table, ...]:
    """One table for each indicator; the answers in the order of their question, 'belum terdata' last."""
    return tuple(
        part_table(tally, code, dimension, note=NOTES.get(code, "")) for code, dimension in PEOPLE_PARTS.items()
    )
