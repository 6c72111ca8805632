"""Words that a family may not know, each with what it means: `infopost/data/glossary.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from infopost.vendored import DATA


@dataclass(frozen=True)
class Term:
    """A word or an abbreviation, and what it means in one short sentence."""

    word: str
    meaning: str


@cache
def terms() -> dict[str, Term]:
    """Every explained word."""
    rows = tomllib.loads((DATA / "glossary.toml").read_text())["term"]
    return {row["word"]: Term(**row) for row in rows}


def explained_in(page: str) -> list[Term]:
    """The words of a page that need a meaning beside them, by alphabet; capitals count only in abbreviations."""
    # Two words on both sides of a tag are two.
    text, found = re.sub(r"<[^>]*>", " ", page), []
    while more := [term for term in terms().values() if term not in found and _pattern(term.word).search(text)]:
        found += more
        # A meaning may have such a word too.
        text = " ".join(term.meaning for term in more)
    return sorted(found, key=lambda term: term.word.lower())


@cache
def _pattern(word: str) -> re.Pattern:
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", 0 if word.isupper() else re.IGNORECASE)
