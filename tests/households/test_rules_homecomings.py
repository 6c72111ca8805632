"""The year after coming home in which social empowerment is possible."""

import datetime as dt

import pytest

from households.rules.homecomings import Empowerment, Window, empowerment, year_after
from toolkit.dates import PartialDate


def on(*day):
    return PartialDate(dt.date(*day), "day")


MONTH, YEAR = PartialDate(dt.date(2025, 12, 1), "month"), PartialDate(dt.date(2025, 1, 1), "year")


@pytest.mark.parametrize(
    ("returned", "day", "found"),
    [
        (on(2026, 3, 4), (2026, 3, 4), Empowerment(Window.OPEN, 12)),
        (on(2026, 3, 4), (2026, 11, 22), Empowerment(Window.OPEN, 3)),
        (on(2026, 3, 4), (2027, 2, 5), Empowerment(Window.OPEN, 0)),
        (on(2026, 3, 4), (2027, 3, 4), Empowerment(Window.OPEN, 0)),
        (on(2026, 3, 4), (2027, 3, 5), Empowerment(Window.PAST)),
        (on(2024, 2, 29), (2025, 2, 28), Empowerment(Window.OPEN, 0)),
        (on(2024, 2, 29), (2025, 3, 1), Empowerment(Window.PAST)),
        (MONTH, (2026, 11, 22), Empowerment(Window.OPEN, 0)),
        (MONTH, (2026, 12, 2), Empowerment(Window.MAYBE)),
        (MONTH, (2026, 12, 31), Empowerment(Window.MAYBE)),
        (MONTH, (2027, 1, 1), Empowerment(Window.PAST)),
        (YEAR, (2025, 12, 31), Empowerment(Window.OPEN, 0)),
        (YEAR, (2026, 11, 22), Empowerment(Window.MAYBE)),
        (YEAR, (2027, 1, 1), Empowerment(Window.PAST)),
        (PartialDate(), (2026, 11, 22), Empowerment(Window.UNKNOWN)),
    ],
)
def test_year_after_a_return_is_open_possible_past_or_unknown(returned, day, found):
    assert empowerment(returned, dt.date(*day)) == found


def test_year_after_a_leap_day_ends_in_february():
    assert year_after(dt.date(2024, 2, 29)) == dt.date(2025, 2, 28)
