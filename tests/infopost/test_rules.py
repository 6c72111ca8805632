"""How certain a fact is on a day."""

import datetime as dt

import pytest

from infopost.rules.ageing import CHECK_AFTER, Age, Standing, standing

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("age", "wanted"),
    [
        (Age(has_source=True, verified_on=TODAY), Standing.FRESH),
        (Age(has_source=True, verified_on=TODAY - CHECK_AFTER + dt.timedelta(days=1)), Standing.FRESH),
        (Age(has_source=True, verified_on=TODAY - CHECK_AFTER), Standing.OLD),
        (Age(has_source=True), Standing.UNCHECKED),
        (Age(has_source=False), Standing.DOUBTFUL),
        (Age(has_source=False, verified_on=TODAY), Standing.FRESH),
        (Age(has_source=True, verified_on=TODAY, valid_until=TODAY), Standing.FRESH),
        (Age(has_source=True, verified_on=TODAY, valid_until=TODAY - dt.timedelta(days=1)), Standing.ENDED),
        (Age(has_source=False, valid_until=TODAY - dt.timedelta(days=1)), Standing.ENDED),
    ],
)
def test_standing_of_a_fact(age, wanted):
    assert standing(age, today=TODAY) is wanted


def test_only_a_fresh_fact_is_certain():
    assert [kind for kind in Standing if kind.is_certain] == [Standing.FRESH]


def test_whatever_is_not_certain_says_what_to_do():
    assert [kind for kind in Standing if bool(kind.advice) == kind.is_certain] == []


def test_a_fact_is_looked_at_again_after_ninety_days():
    assert dt.timedelta(days=90) == CHECK_AFTER
