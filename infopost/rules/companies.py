"""Is this a licensed company? Names and licences in, an answer out. Whatever is not plain is never shown as fine."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import Enum

from households.rules import names
from infopost.choices import LicenceState

# From so many days on a list is old, whatever it says.
OLD_AFTER = dt.timedelta(days=90)
# What kind of company it is tells nobody apart.
FORMS = {"pt", "cv", "tbk", "persero"}
# Shorter words lie in too many names.
SHORTEST = 4
# Letters and digits of a name and of a licence that are compared, as many as their columns hold: some signs are spelt
# with several letters.
LONGEST_NAME, LONGEST_LICENCE = 200, 80
# So many look-alikes a family can read.
MOST_ALIKE = 8


class Answer(Enum):
    """What a family is told about a company's name."""

    NO_LIST = "no_list"
    NOT_FOUND = "not_found"
    ALIKE = "alike"
    SEVERAL = "several"
    GONE = "gone"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    UNSURE = "unsure"
    OLD_LIST = "old_list"
    LICENSED = "licensed"


@dataclass(frozen=True)
class Licence:
    """A company as one list tells of it."""

    name: str
    number: str
    state: str
    valid_until: dt.date | None
    address: str = ""
    city: str = ""

    @property
    def key(self) -> str:
        """Its number as it is compared."""
        return licence_key(self.number)

    @property
    def name_key(self) -> str:
        """Its name as it is compared."""
        return name_key(self.name)


@dataclass(frozen=True)
class Finding:
    """The answer, the companies of exactly this name, and those whose names look alike."""

    answer: Answer
    same: tuple = ()
    alike: tuple = ()


@dataclass(frozen=True)
class Comparison:
    """What a list brings beside the one before it. `changed` are pairs of before and after."""

    new: tuple[Licence, ...]
    changed: tuple[tuple[Licence, Licence], ...]
    gone: tuple[Licence, ...]
    same: int


def name_key(name: str) -> str:
    """A company's name as it is compared: PT, dots and spaces tell nothing apart."""
    plain = re.sub(r"\bp t\b", "pt", names.searchable(name))
    return "".join(word for word in plain.split() if word not in FORMS)[:LONGEST_NAME]


def licence_key(number: str) -> str:
    """A licence's number as it is compared: letters and digits only."""
    return re.sub(r"[^A-Z0-9]", "", number.upper())[:LONGEST_LICENCE]


def is_one_off(one: str, other: str) -> bool:
    """Whether two names differ by one letter: more, less, another one, or two that changed places."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    start = next((place for place in range(len(short)) if short[place] != long[place]), len(short))
    left, right = short[start:], long[start:]
    if len(short) < len(long):
        return left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])


def find(typed: str, companies: Iterable, *, listed_on: dt.date | None, today: dt.date, was_listed: bool) -> Finding:
    """What is known of a name. `companies` stand in the newest list, which is of `listed_on` (None without a list).

    `was_listed` says that an earlier list had the name. A look-alike beside an exact name makes it unclear which of the
    two is meant.
    """
    key = name_key(typed)
    if listed_on is None:
        return Finding(Answer.NO_LIST)
    companies = list(companies)
    same = tuple(company for company in companies if company.name_key == key)
    near = tuple(c for c in companies if len(key) >= SHORTEST and is_one_off(c.name_key, key))
    holding = tuple(c for c in companies if len(key) >= SHORTEST and key in c.name_key and c not in same + near)
    alike = (near + holding)[:MOST_ALIKE]
    if not same:
        missing = Answer.GONE if was_listed else Answer.ALIKE if alike else Answer.NOT_FOUND
        return Finding(missing, (), alike)
    if len(same) > 1 or near:
        return Finding(Answer.SEVERAL, same, alike)
    return Finding(standing(same[0], listed_on=listed_on, today=today), same, alike)


def standing(company, *, listed_on: dt.date, today: dt.date) -> Answer:
    """What a list of `listed_on` says of one company's licence on `today`."""
    stopped = {
        LicenceState.REVOKED: Answer.REVOKED,
        LicenceState.SUSPENDED: Answer.SUSPENDED,
        LicenceState.EXPIRED: Answer.EXPIRED,
    }
    if company.state in stopped:
        return stopped[company.state]
    if company.valid_until is not None and company.valid_until < today:
        return Answer.EXPIRED
    if company.state != LicenceState.ACTIVE or company.valid_until is None:
        return Answer.UNSURE
    return Answer.OLD_LIST if today - listed_on >= OLD_AFTER else Answer.LICENSED


def compare(before: Iterable[Licence], after: Iterable[Licence]) -> Comparison:
    """What is new, what changed and what is gone, told apart by the number of the licence."""
    old, new = ({licence.key: licence for licence in some} for some in (before, after))
    both = [(old[key], new[key]) for key in new if key in old]
    return Comparison(
        new=tuple(new[key] for key in new if key not in old),
        changed=tuple(pair for pair in both if differing(*pair)),
        gone=tuple(old[key] for key in old if key not in new),
        same=sum(not differing(*pair) for pair in both),
    )


def differing(before: Licence, after: Licence) -> list[str]:
    """The columns in which two tellings of one licence differ."""
    columns = [field.name for field in fields(Licence)]
    return [name for name in columns if getattr(before, name) != getattr(after, name)]
