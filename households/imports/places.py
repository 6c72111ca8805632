"""Which village the rows of a workbook speak of, and whether that is the chosen one."""

from households.imports.rows import Row
from regions.models import Region
from regions.places import search_key

KINDS = {"desa", "ds", "kelurahan", "kel", "kecamatan", "kec"}
FOREIGN = "Baris ini menyebut desa lain ({}), bukan desa yang dipilih."


def foreign_rows(rows: list[Row], village: Region) -> tuple[str, dict[int, str]]:
    """The other village that the whole file names, to be asked about; or the rows of other villages, with the reason.

    A file that names one other village throughout may be this village under an old name or code: the officer is
    asked. As soon as a file names several villages, the rows of the others are no business of this one.
    """
    named = {row.number: _as_written(row) for row in rows if any(row.place)}
    others = {row.number: named[row.number] for row in rows if any(row.place) and not _is_ours(row, village)}
    one_other = len({search_key(place) for place in others.values()}) == 1
    if others and one_other and len(others) == len(named):
        return next(iter(others.values())), {}
    return "", {number: FOREIGN.format(place) for number, place in others.items()}


def _as_written(row: Row) -> str:
    code, name, district = row.place
    return ", ".join(part for part in (name or code, district) if part)


def _is_ours(row: Row, village: Region) -> bool:
    code, name, district = row.place
    digits = code.replace(".", "").replace(" ", "")
    if digits.isascii() and digits.isdigit() and len(digits) == len(village.code):
        return digits == village.code
    return _same(name, village.name) and _same(district, village.parent.name)


def _same(written: str, official: str) -> bool:
    """Whether the names are one; nothing written contradicts nothing."""
    return not search_key(written) or _bare(written) == _bare(official)


def _bare(name: str) -> str:
    words = search_key(name).split()
    return "".join(words[1:] if len(words) > 1 and words[0] in KINDS else words)
