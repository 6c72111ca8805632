"""Whether two descriptions may be of one person: the name as villages write it, the birth year, the hamlet.

The browser follows the same rule while somebody types (`static/js/likeness.js`); one file of examples,
`tests/households/alike.json`, is run against both.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from households.rules.names import searchable

# Said before or inside a name, and left out as often as not.
HONOURS = ("h", "hj", "haji", "hajah", "kh", "drs", "dra", "dr", "ir", "ust", "ustad", "ustadz")
SASAK, BETWEEN = ("lalu", "baiq", "amaq", "inaq", "papuq"), ("bin", "binti", "alm", "almh")
TITLES = frozenset({*HONOURS, *SASAK, *BETWEEN})
SHORTENED = {
    **dict.fromkeys(("muh", "moh", "muhd", "mohd", "moch", "much", "md"), "muhammad"),
    "abd": "abdul",
    "st": "siti",
}
# The spelling of before 1972 and sounds that are written in several ways; in this order.
SPELLINGS = (
    ("dj", "j"), ("tj", "c"), ("oe", "u"), ("sj", "s"), ("sy", "s"), ("ch", "h"), ("kh", "h"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("v", "f"), ("z", "j"), ("ae", "ai"), ("y", "i"), ("q", "k"), ("moh", "muh"),
)  # fmt: skip
# Birth years are often guessed.
YEARS_APART = 2
# Words from this length may differ by one letter.
LONG_WORD = 5


@dataclass(frozen=True)
class Described:
    """What is known of a person at first: a name, a year of birth or None, a hamlet or ''."""

    name: str
    year: int | None = None
    hamlet: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that tell people apart, each in one spelling; all of them where nothing else is left."""
        spoken = searchable(self.name).split()
        telling = [word for word in spoken if word not in TITLES and len(word) > 1]
        return tuple(_spelled(SHORTENED.get(word, word)) for word in telling or spoken)

    @cached_property
    def place(self) -> str:
        """The hamlet however it is written."""
        return searchable(self.hamlet)


def is_alike(one: Described, other: Described) -> bool:
    """Whether both may be the same person.

    A name of several words is enough when no year speaks against it. A name of one word, which many share, wants the
    year or the hamlet too; beside a longer name both.
    """
    known = one.year is not None and other.year is not None
    if known and abs(one.year - other.year) > YEARS_APART:
        return False
    shorter, longer = sorted((one.words, other.words), key=len)
    if not shorter:
        return False
    written_as_one = "".join(shorter) == "".join(longer)
    if not written_as_one and not _all_found(shorter, longer):
        return False
    if len(shorter) > 1:
        return True
    neighbours = one.place != "" and one.place == other.place
    return known or neighbours if len(longer) == 1 or written_as_one else known and neighbours


# The same few hundred words make the names of a whole village.
@lru_cache(maxsize=10_000)
def _spelled(word: str) -> str:
    for written, sound in SPELLINGS:
        word = word.replace(written, sound)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("h") else word


def _all_found(shorter, longer) -> bool:
    """Whether each word of the shorter name has its own word in the longer one."""
    left = list(longer)
    for word in shorter:
        found = next((candidate for candidate in left if _nearly(word, candidate)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _nearly(one: str, other: str) -> bool:
    """Equal, or long words with one letter more, less or different."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LONG_WORD or len(longer) - len(shorter) > 1:
        return False
    start = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return shorter[start + (len(shorter) == len(longer)) :] == longer[start + 1 :]
