"""Names as they are searched."""

import re
import unicodedata
from collections.abc import Iterable

# How people write the word before a hamlet's name.
HAMLET = re.compile(r"(?i)(?:dusun|dsn|dus|ds)\b[.\s]*(\S.*)")
# The names of a family in one text: as long as an index of PostgreSQL takes them beside its other columns.
MOST_TOGETHER = 2000
LONGEST = 120  # letters of a name that are searched


def searchable(text: str) -> str:
    """Lower case, plain letters, single spaces: AS'AD is found as asad, Siti-Nur as siti nur."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    without_marks = re.sub(r"['`’]", "", plain)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", without_marks).split())


def search_name(name: str) -> str:
    """A member's name as it is searched, no longer than its column: one letter may be spelt with several (ﬃ is ffi)."""
    return searchable(name)[:LONGEST].rstrip()


def together(found: Iterable[str]) -> tuple[str, bool]:
    """The searchable names of a family's members in one text, a line each, by which a list is searched.

    And whether it was cut: the names of a house of a hundred people are longer than an index takes.
    """
    text = "\n".join(sorted(found))
    return text[:MOST_TOGETHER], len(text) > MOST_TOGETHER


def tidy(text: str) -> str:
    """A name as it is kept: composed letters, no control characters, single spaces."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in composed)
    return " ".join(visible.split())


def hamlet_of(text: str) -> str:
    """A hamlet's bare name: pages write 'Dusun' before it. 'Dsn. Montong' and 'Montong' are one hamlet."""
    found = HAMLET.fullmatch(tidy(text))
    return found[1] if found else tidy(text)
