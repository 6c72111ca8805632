"""When somebody means to leave and to come home: what cannot be."""

import datetime as dt

import pytest

from households.models import Placement, Trip
from households.rules.plans import plan_of, returns_too_early
from toolkit.dates import PartialDate


def told(text):
    """'2027', '2027-03' or '2027-03-04' as a date that is known so far; empty where nobody knows."""
    return PartialDate.read(*reversed((*text.split("-"), "", "")[:3]))


@pytest.mark.parametrize(
    ("leaving", "home", "is_too_early"),
    [
        ("2027-03-04", "2027-03-03", True),
        ("2027-03-04", "2027-03-04", False),
        ("2027-03-04", "2027-03", False),
        ("2027-03-04", "2027", False),
        ("2027-03", "2027-02-28", True),
        ("2027-03", "2027-02", True),
        ("2027", "2026", True),
        ("", "2026", False),
        ("2027", "", False),
    ],
)
def test_return_before_leaving_is_seen_only_where_it_is_sure(leaving, home, is_too_early):
    assert returns_too_early(Trip(), leaving=told(leaving), home=told(home)) == is_too_early


@pytest.mark.parametrize(
    ("departed", "precision", "home", "is_too_early"),
    [
        ("2026-05-01", "day", "2026-04-30", True),
        ("2026-05-01", "day", "2026-06", False),
        ("2026-05-20", "month", "2026-05-02", False),
        ("2026-05-20", "unknown", "2026-04-30", False),
    ],
)
def test_who_has_left_comes_home_after_that_whatever_he_had_meant(departed, precision, home, is_too_early):
    trip = Trip(departed_on=dt.date.fromisoformat(departed), departed_precision=precision)

    assert returns_too_early(trip, leaving=told("2027-01-01"), home=told(home)) == is_too_early


def test_plan_is_as_exact_as_it_was_told():
    trip = Trip()
    Placement(trip=trip, leaving_planned_on=dt.date(2027, 3, 1), leaving_planned_precision="month")

    assert (str(plan_of(trip, "leaving_planned")), str(plan_of(trip, "return_planned"))) == (
        "Maret 2027",
        "belum diketahui",
    )
