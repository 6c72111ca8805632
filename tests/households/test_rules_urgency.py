"""How pressing something is, in a word."""

import datetime as dt

import pytest

from households.rules.dates import six_months_after
from households.rules.urgency import urgency

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("due", "kind", "word"),
    [
        (dt.date(2026, 11, 21), "wrong", "Terlambat 1 hari"),
        (dt.date(2026, 9, 23), "wrong", "Terlambat 60 hari"),
        (dt.date(2026, 9, 22), "wrong", "Terlambat 2 bulan"),
        (dt.date(2026, 11, 22), "wait", "Hari ini"),
        (dt.date(2026, 11, 23), "wait", "Besok"),
        (dt.date(2026, 11, 24), "info", "Minggu ini"),
        (dt.date(2026, 11, 29), "info", "Minggu ini"),
        (dt.date(2026, 11, 30), "plain", "Sampai 30 Nov"),
        (dt.date(2027, 3, 5), "plain", "Sampai 5 Mar 2027"),
        (None, "info", "Minggu ini"),
    ],
)
def test_urgency_is_a_word_and_a_kind(due, kind, word):
    found = urgency(due, DAY)

    assert (found.kind, found.word) == (kind, word)


def test_urgency_puts_the_latest_first():
    days = [dt.date(2026, 11, 30), dt.date(2026, 11, 20), None, dt.date(2026, 11, 22), dt.date(2026, 8, 1)]

    assert sorted(days, key=lambda due: urgency(due, DAY).order) == [days[4], days[1], days[3], days[2], days[0]]


@pytest.mark.parametrize(
    ("seen", "due"),
    [((2026, 5, 22), (2026, 11, 22)), ((2026, 8, 31), (2027, 2, 28)), ((2025, 6, 30), (2025, 12, 30))],
)
def test_half_a_year_later_is_a_day_of_the_calendar(seen, due):
    assert six_months_after(dt.date(*seen)) == dt.date(*due)
