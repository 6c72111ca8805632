"""Subtrees of the region tree as ranges of codes.

Everything below a region has a code that starts with the region's code, so a subtree is `low <= code < high`.
Both ends hold digits only: digits sort alike in every collation of SQLite and PostgreSQL, and the range uses the
index, where LIKE would not on both.
"""

# A code has at most 10 digits, so 11 nines sort after every code. Used only where no successor of the same length
# exists ('99'); a sign such as ':' would sort before the digits under PostgreSQL's usual collations.
AFTER_ALL = "9" * 11


def is_code(text: str) -> bool:
    """Whether the text is made of ASCII digits only and is not longer than a village's code."""
    return text.isascii() and text.isdigit() and len(text) <= 10


def subtree(code: str) -> tuple[str, str]:
    """The half-open range (low, high) of the region's own code and every code below it: '52' gives ('52', '53').

    The successor has as many digits as the code, leading zeros kept: '09' gives ('09', '10').
    Raises ValueError for anything but 1 to 10 digits: an empty code would be the whole country.
    """
    if not is_code(code):
        raise ValueError("A region code has 1 to 10 digits.")
    high = str(int(code) + 1).zfill(len(code))
    return code, high if len(high) == len(code) else AFTER_ALL


def contains(code: str, other: str) -> bool:
    """Whether `other` is the region `code` itself or lies in it; both are codes without dots."""
    low, high = subtree(code)
    return low <= other < high
