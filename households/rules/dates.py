"""Ages and births."""

import datetime as dt

from households.choices import Precision
from toolkit.dates import PartialDate


def age(birth_on: dt.date | None, day: dt.date) -> int | None:
    """Full years on `day`; None when the birth is unknown or lies after it."""
    if birth_on is None or birth_on > day:
        return None
    return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))


def birth_to_keep(birth: PartialDate) -> tuple[dt.date | None, str]:
    """The day and precision that are stored: of a year alone the middle, so that ages err by half a year at most."""
    if birth.precision == Precision.YEAR:
        return dt.date(birth.value.year, 7, 1), Precision.YEAR
    return birth.value, birth.precision


def birth_as_typed(birth_on: dt.date | None, precision: str) -> PartialDate:
    """The stored birth as the form shows it."""
    if birth_on is None:
        return PartialDate()
    if precision == Precision.YEAR:
        return PartialDate(dt.date(birth_on.year, 1, 1), precision)
    return PartialDate(birth_on, precision)
