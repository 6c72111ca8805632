"""Ten parts of money sent home, and the months it belongs to."""

import datetime as dt

import pytest

from households.remittances import Use
from households.rules.remittances import first_day, invested, last_day, mean_in_words, tenths_problem, whole


@pytest.mark.parametrize("tenths", [{}, {"daily": None, "debt": None}, {"daily": 10}, {"daily": 7, "debt": 3}])
def test_ten_parts_or_none_fit(tenths):
    assert tenths_problem(tenths) == ""


@pytest.mark.parametrize(
    ("tenths", "why"),
    [
        ({"daily": 5, "debt": 3}, "Jumlahnya 8 bagian, masih kurang 2."),
        ({"daily": 9, "debt": 3}, "Jumlahnya 12 bagian, kelebihan 2."),
        ({"daily": 0}, "Jumlahnya 0 bagian, masih kurang 10."),
    ],
)
def test_other_sums_are_told_in_words(tenths, why):
    assert tenths_problem(tenths).startswith(why)


def test_empty_box_beside_others_is_nought():
    assert whole({"daily": 10, "debt": None}) == {"daily": 10, "debt": 0}
    assert whole({"daily": None, "debt": None}) == {"daily": None, "debt": None}


def test_business_and_savings_are_what_works_on():
    assert invested({Use.BUSINESS: 2, Use.SAVINGS: 1}) == 3
    assert invested({Use.BUSINESS: None, Use.SAVINGS: None}) is None


@pytest.mark.parametrize(
    ("parts", "words"),
    [([2, 3], "2,5 dari 10"), ([2, None, 2], "2 dari 10"), ([0], "0 dari 10"), ([None], ""), ([], "")],
)
def test_mean_leaves_out_who_was_not_asked(parts, words):
    assert mean_in_words(parts) == words


@pytest.mark.parametrize(
    ("span", "number", "days"),
    [
        ("month", 2, ((2024, 2, 1), (2024, 2, 29))),
        ("month", 12, ((2024, 12, 1), (2024, 12, 31))),
        ("quarter", 1, ((2024, 1, 1), (2024, 3, 31))),
        ("quarter", 4, ((2024, 10, 1), (2024, 12, 31))),
    ],
)
def test_month_and_quarter_have_their_days(span, number, days):
    first = first_day(2024, span, number)

    assert (first, last_day(first, span)) == tuple(dt.date(*day) for day in days)
