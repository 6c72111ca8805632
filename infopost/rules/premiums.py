"""What social insurance costs: which premiums apply before, during and after the work, and what they come to."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from infopost.choices import Moment

# The facts that say the amounts. Those of whole contracts end in their months.
BEFORE, EXTRA = "cost-insurance-before", "cost-insurance-extra"
CONTRACT = re.compile(r"\Acost-insurance-(\d+)\Z")
RUPIAH = re.compile(r"\ARp\s?(\d{1,3}(?:\.\d{3})*|\d+)\Z")


@dataclass(frozen=True)
class Due:
    """One premium: the fact that says the amount, and how many times it is due."""

    code: str
    times: int = 1


@dataclass(frozen=True)
class Bill:
    """The premiums that apply; `is_exact` when the rule names just this length of contract."""

    dues: tuple[Due, ...]
    is_exact: bool = True


def contracts(codes: Collection[str]) -> list[int]:
    """The lengths of contract, in months, for which there is a premium."""
    return sorted(int(found[1]) for found in map(CONTRACT.match, codes) if found)


def bill(moment: str, months: int, *, lengths: Collection[int]) -> Bill | None:
    """What is due for a contract of so many months; None where no premium for a contract is known."""
    if moment == Moment.HOME:
        return Bill(())
    if moment == Moment.EXTENDING:
        return Bill((Due(EXTRA, months),))
    if not lengths:
        return None
    first = (Due(BEFORE),) if moment == Moment.AGENCY else ()
    # The longest contract that fits, and each month beyond it; a short one costs as much as the shortest.
    length = max((known for known in lengths if known <= months), default=min(lengths))
    more = (Due(EXTRA, months - length),) if months > length else ()
    return Bill((*first, Due(f"cost-insurance-{length}"), *more), is_exact=months == length)


def amount(text: str) -> int | None:
    """Whole rupiah out of the words of a fact; None for everything that is no single amount."""
    found = RUPIAH.match(text.strip())
    return int(found[1].replace(".", "")) if found else None


def total(dues: Collection[Due], amounts: Mapping[str, int | None]) -> int | None:
    """What the premiums come to; None when one of them is not known."""
    parts = [amounts.get(due.code) for due in dues]
    if None in parts:
        return None
    return sum(part * due.times for part, due in zip(parts, dues, strict=True))
