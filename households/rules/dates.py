"""Ages and births."""

import datetime as dt

from households.choices import Precision
from toolkit.dates import PartialDate


def age(birth_on: dt.date | None, day: dt.date) -> int | None:
    """Full years on `day`; None when the birth is unknown or lies after it."""
    if birth_on is None or birth_on > day:
        return None
    return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))


def is_asked_about_work(age: int | None) -> bool:
    """Whether marriage, work and training are questions: from 15 years on, and where the age is unknown."""
    return age is None or age >= 15


def birth_to_keep(birth: PartialDate) -> tuple[dt.date | None, str]:
    """The day and precision that are stored: of a year alone the middle, so that ages err by half a year at most."""
    if birth.precision == Precision.YEAR:
        return dt.date(birth.value.year, 7, 1), Precision.YEAR
    return birth.value, birth.precision


def death_to_keep(died: PartialDate, *, birth_on: dt.date | None, today: dt.date) -> dt.date:
    """The day on which a death stands: the first of the known month or year, but not before a birth within it.

    Without a date it is the day on which it became known.
    """
    if died and birth_on and PartialDate.within(birth_on, died.precision) == died:
        return birth_on
    return died.value or today


def joining_to_keep(since: PartialDate, *, birth_on: dt.date | None, today: dt.date) -> dt.date:
    """The day on which a joining, leaving or return stands, by the same rule: after a birth, or after the leaving."""
    return death_to_keep(since, birth_on=birth_on, today=today)


def met_to_keep(met: PartialDate, *, noted_on: dt.date, today: dt.date) -> dt.date:
    """The day on which a need is met: the first of the known month or year, but not before it was told within it."""
    if met and PartialDate.within(noted_on, met.precision) == met:
        return noted_on
    return met.value or today


def birth_as_typed(birth_on: dt.date | None, precision: str) -> PartialDate:
    """The stored birth as the form shows it."""
    if birth_on is None:
        return PartialDate()
    if precision == Precision.YEAR:
        return PartialDate(dt.date(birth_on.year, 1, 1), precision)
    return PartialDate(birth_on, precision)


def six_months_before(day: dt.date) -> dt.date:
    """The same day of the month half a year earlier, or the last of that month where it has no such day."""
    return _months_later(day, -6)


def six_months_after(day: dt.date) -> dt.date:
    """The same day of the month half a year later, or the last of that month where it has no such day."""
    return _months_later(day, 6)


def _months_later(day, months):
    years, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + years, month + 1, 1)
    following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))


def years_before(day: dt.date, years: int) -> dt.date:
    """The birthday of whoever becomes so many years old on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return dt.date(day.year - years, 2, 28)


def eighteen_years_before(day: dt.date) -> dt.date:
    """Whoever was born after this day is not yet 18 on `day`; who was born on 29 February comes of age on 1 March."""
    return years_before(day, 18)
