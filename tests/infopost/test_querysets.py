"""Which facts are shown, and which wait to be checked."""

import datetime as dt

import pytest

from infopost.models import Fact
from infopost.rules.ageing import CHECK_AFTER
from tests.factories.infopost import FactFactory

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)


def test_facts_to_check_are_those_that_are_not_certain():
    FactFactory(code="never")
    FactFactory(code="old", verified=True, verified_on=TODAY - CHECK_AFTER)
    FactFactory(code="ended", verified=True, verified_on=TODAY, valid_until=TODAY - dt.timedelta(days=1))
    FactFactory(code="fresh", verified=True, verified_on=TODAY)
    FactFactory(code="withdrawn", is_withdrawn=True)

    waiting = Fact.objects.to_check(TODAY)

    assert {fact.code for fact in waiting} == {"never", "old", "ended"}
    assert waiting.count() == sum(not fact.standing_on(TODAY).is_certain for fact in Fact.objects.shown())


def test_facts_by_code_leave_out_what_is_withdrawn_or_missing():
    shown = FactFactory(code="shown")
    FactFactory(code="withdrawn", is_withdrawn=True)

    assert Fact.objects.by_code(["shown", "withdrawn", "missing"]) == {"shown": shown}


def test_facts_of_a_country():
    FactFactory(code="everywhere")
    taiwan = FactFactory(code="there", country="TW")

    assert list(Fact.objects.of_country("TW")) == [taiwan]
