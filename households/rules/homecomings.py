"""The year after coming home in which social empowerment is possible (Permen P2MI 33/2025 article 16)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from toolkit.dates import PartialDate


class Window(StrEnum):
    """Where a day stands with that year."""

    OPEN = "open"
    MAYBE = "maybe"
    PAST = "past"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Empowerment:
    """Whether social empowerment is still possible, and for how many whole months."""

    window: Window
    months: int = 0


def year_after(day: dt.date) -> dt.date:
    """The same day a year later, which is the last of the year; after 29 February it is the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return dt.date(day.year + 1, 2, 28)


def empowerment(returned: PartialDate, day: dt.date) -> Empowerment:
    """Where `day` stands with the year after a return, known as exactly as it is.

    Of a return known by its month or year alone the year may end on any day of that month or year: before the first
    of them it is open, after the last it is past, and between them nobody can tell.
    """
    if not returned:
        return Empowerment(Window.UNKNOWN)
    first, last = year_after(returned.value), year_after(_last_day(returned))
    if day > last:
        return Empowerment(Window.PAST)
    if day > first:
        return Empowerment(Window.MAYBE)
    months = (first.year - day.year) * 12 + first.month - day.month - (first.day < day.day)
    return Empowerment(Window.OPEN, months)


def _last_day(known: PartialDate) -> dt.date:
    """The last day of the day, month or year that is known."""
    if known.precision == "day":
        return known.value
    if known.precision == "year":
        return known.value.replace(month=12, day=31)
    following = dt.date(known.value.year + known.value.month // 12, known.value.month % 12 + 1, 1)
    return following - dt.timedelta(days=1)
