"""Who noted the steps of a journey: said where it is known, and nobody invented."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from households import actions
from households.models import Trip
from households.views.noters import mark_with_noters
from tests.factories.accounts import UserFactory
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def wati(sari):
    """The officer who came after Sari."""
    return UserFactory(username="wati", full_name="Wati Susilo", region=sari.region)


@pytest.fixture
def trip(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari)
    return TripFactory(person=PersonFactory(household=household), departed_on=dt.date(2025, 1, 1))


def come_home(by, trip):
    trip = Trip.objects.get(pk=trip.pk)
    actions.record_arrival(
        by=by, trip_id=trip.pk, version=trip.version, returned=PartialDate(dt.date(2026, 10, 1), "day"),
        reason="finished", today=TODAY,
    )  # fmt: skip


def noters(reader, *trips):
    found = [Trip.objects.select_related("created_by").get(pk=trip.pk) for trip in trips]
    mark_with_noters(reader, found)
    return [trip.noted_by for trip in found]


def test_who_noted_the_journey_noted_all_of_it_until_somebody_changes_a_step(sari, wati, trip):
    (before,) = noters(sari, trip)
    come_home(wati, trip)

    (after,) = noters(sari, trip)

    assert set(before.values()) == {"Sari Wulandari"}
    assert (after["departed"], after["returned"]) == ("Sari Wulandari", "Wati Susilo")


def test_step_that_another_village_may_have_noted_has_nobody(sari, budi, trip):
    come_home(sari, trip)
    Trip.objects.filter(pk=trip.pk).update(village=budi.region)

    assert noters(budi, trip) == [{}]


def test_journeys_are_asked_about_together_and_only_changed_ones(sari, wati, trip):
    others = [TripFactory(person=trip.person, departed_on=dt.date(2020 + year, 1, 1)) for year in range(3)]
    trips = list(Trip.objects.select_related("created_by"))
    with CaptureQueriesContext(connection) as unchanged:
        mark_with_noters(sari, trips)
    for one in (trip, others[0]):
        come_home(wati, one)
    trips = list(Trip.objects.select_related("created_by"))

    with CaptureQueriesContext(connection) as changed:
        mark_with_noters(sari, trips)

    assert (len(unchanged), len(changed)) == (0, 1)


def test_pages_of_the_person_and_the_journey_say_it(client_of, sari, wati, trip):
    come_home(wati, trip)
    client = client_of(sari)

    for address in (trip.person.get_absolute_url(), trip.page_url):
        page = client.get(address).content.decode()
        assert ("oleh Sari Wulandari" in page, "oleh Wati Susilo" in page) == (True, True)
