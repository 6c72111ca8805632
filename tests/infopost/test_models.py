"""What a fact refuses, and how it reads."""

import datetime as dt

import pytest
from django.db import IntegrityError

from infopost.choices import FactKind, Placement
from tests.factories.infopost import FactFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"kind": "rumour"}, "fact_known_choices"),
        ({"kind": FactKind.STATUS, "value": ""}, "fact_status_has_placement"),
        ({"kind": FactKind.STATUS, "placement": Placement.OPEN}, "fact_status_has_placement"),
        ({"placement": Placement.OPEN}, "fact_status_has_placement"),
        ({"value": ""}, "fact_status_has_placement"),
        ({"source": ""}, "fact_has_source"),
        ({"verified_on": dt.date(2026, 11, 1)}, "fact_verified_by_somebody"),
        ({"source_date": dt.date(2026, 11, 1)}, "fact_source_date_has_precision"),
    ],
)
def test_fact_that_cannot_be_is_refused(wrong, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        FactFactory(**wrong)


def test_fact_says_its_status_in_words():
    fact = FactFactory(kind=FactKind.STATUS, country="SA", placement=Placement.CLOSED, value="")

    assert (fact.words, fact.country_name) == ("Ditutup", "Arab Saudi")


@pytest.mark.parametrize(
    ("value", "dialled"),
    [
        ("0-800-1000", "08001000"),
        ("+62 21 2924 4800", "+622129244800"),
        ("110", "110"),
        ("KBRI Riyadh 12345", ""),
        ("-", ""),
    ],
)
def test_fact_that_is_a_number_can_be_dialled(value, dialled):
    assert FactFactory.build(value=value).dial == dialled


def test_fact_of_another_kind_is_not_dialled():
    assert FactFactory.build(kind=FactKind.LAW, value="18").dial == ""
