"""Each step of a journey says how it is known, and says nothing of the others."""

import datetime as dt

import pytest

from households import actions
from households.choices import Evidence, ReturnReason
from households.models import Trip
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 22)
MARCH, APRIL, JUNE = (PartialDate(dt.date(*day), "day") for day in ((2025, 3, 4), (2025, 4, 1), (2026, 6, 10)))


@pytest.fixture
def person(sari):
    return PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari))


def about(by, trip):
    return {"by": by, "trip_id": trip.pk, "version": Trip.objects.get(pk=trip.pk).version, "today": TODAY}


def depart(by, trip, departed=MARCH, **more):
    return actions.record_departure(**about(by, trip), departed=departed, **more)


def come_home(by, trip, **more):
    return actions.record_arrival(**about(by, trip), returned=JUNE, reason=ReturnReason.FINISHED, **more)


def evidence(trip):
    trip = Trip.objects.get(pk=trip.pk)
    return trip.evidence, trip.departed_evidence, trip.returned_evidence


def test_each_step_is_known_as_it_was_told(sari, person):
    papers = TripFactory(person=person, prospective_on=dt.date(2025, 1, 5), evidence=Evidence.DOCUMENT)
    untold = evidence(depart(sari, papers))

    depart(sari, papers, evidence=Evidence.TOLD)
    come_home(sari, papers, evidence=Evidence.REFUSED)
    told = evidence(papers)
    come_home(sari, papers, evidence=Evidence.DOCUMENT)

    assert (untold, told) == (("document", "", ""), ("document", "told", "refused"))
    assert evidence(papers) == ("document", "told", "")


def test_step_that_says_nothing_of_how_it_is_known_keeps_what_was_said(sari, person):
    back = TripFactory(person=person, departed_on=MARCH.value, returned_on=JUNE.value)
    depart(sari, back, evidence=Evidence.DOCUMENT)

    depart(sari, back, APRIL)

    assert evidence(back) == ("told", "document", "")


def test_step_that_is_taken_back_takes_along_how_it_was_known(sari, person):
    candidate = TripFactory(person=person, prospective_on=dt.date(2025, 1, 5))
    depart(sari, candidate, evidence=Evidence.DOCUMENT)
    come_home(sari, candidate, evidence=Evidence.DOCUMENT)

    actions.withdraw_arrival(**about(sari, candidate))
    away = evidence(candidate)
    actions.withdraw_departure(**about(sari, candidate))

    assert (away, evidence(candidate)) == (("told", "document", ""), ("told", "", ""))
