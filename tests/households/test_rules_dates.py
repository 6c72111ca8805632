"""Ages and births, also those of which only the year is known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from households.rules.dates import age, birth_as_typed, birth_to_keep, eighteen_years_before
from toolkit.dates import PartialDate

DAYS = st.dates(dt.date(1910, 1, 1), dt.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (dt.date(2000, 5, 17), dt.date(2026, 5, 16), 25),
        (dt.date(2000, 5, 17), dt.date(2026, 5, 17), 26),
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), 17),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), 18),
        (dt.date(2026, 5, 17), dt.date(2026, 5, 17), 0),
        (dt.date(2026, 5, 17), dt.date(2026, 5, 16), None),
        (None, dt.date(2026, 5, 17), None),
    ],
)
def test_age_counts_full_years(born, day, years):
    assert age(born, day) == years


@given(DAYS, DAYS)
def test_age_says_the_same_as_the_line_of_eighteen_years(born, day):
    years = age(born, day)

    assert (years is not None and years < 18) == (eighteen_years_before(day) < born <= day)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (PartialDate(dt.date(1970, 1, 1), "year"), (dt.date(1970, 7, 1), "year")),
        (PartialDate(dt.date(1970, 3, 1), "month"), (dt.date(1970, 3, 1), "month")),
        (PartialDate(dt.date(1970, 3, 9), "day"), (dt.date(1970, 3, 9), "day")),
        (PartialDate(), (None, "unknown")),
    ],
)
def test_birth_of_a_year_is_kept_in_its_middle_and_shown_as_typed(told, kept):
    assert birth_to_keep(told) == kept
    assert birth_as_typed(*kept) == told
