"""What is to be checked about journeys: left under age, abroad twice at once, contract over."""

import datetime as dt

import pytest

from households import actions
from households.choices import Check, Evidence, Stage
from households.entries import TripEntry
from households.models import Household, Person
from households.rules.checks import is_contract_over, journey_checks
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.factories.journeys import ExtensionFactory, PlacementFactory
from tests.households.test_journey_acts import TODAY, about, come_home, day, depart

pytestmark = pytest.mark.django_db
UNDER_AGE, TWICE = [Check.LEFT_UNDER_AGE.value], [Check.ABROAD_TWICE.value]


@pytest.fixture
def person(sari):
    return PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari))


def on(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"departed_on": "2020-01-01"}, {"departed_on": "2024-01-01"}, TWICE),
        ({"departed_on": "2020-01-01", "returned_on": "2024-01-01"}, {"departed_on": "2024-01-01"}, []),
        ({"departed_on": "2020-01-01", "returned_on": "2024-01-02"}, {"departed_on": "2024-01-01"}, TWICE),
        (
            {"departed_on": "2020-01-01", "returned_on": "2024-01-15"},
            {"departed_on": "2024-01-01", "departed_precision": "month"},
            [],
        ),
        ({"departed_on": "2020-01-01"}, {"departed_on": "2024-01-01", "cancelled_on": "2024-01-01"}, []),
        ({"departed_on": "2020-01-01"}, {"prospective_on": "2024-01-01"}, []),
    ],
)
def test_abroad_twice_is_said_only_where_the_dates_say_it(person, one, other, found):
    trips = [
        TripFactory(person=person, **{k: on(v) if k.endswith("_on") else v for k, v in steps.items()})
        for steps in (one, other)
    ]

    assert journey_checks(person, trips) == found


def test_departure_before_eighteen_is_checked_and_cleared_up_by_its_correction(sari, person):
    trip = TripFactory(person=person, prospective_on=on("2007-01-01"))
    depart(sari, trip, "2008-05-16")
    found = Person.objects.get().checks, Household.objects.get().needs_check

    depart(sari, trip, "2008-05-17")

    assert (found, Person.objects.get().checks) == ((UNDER_AGE, True), [])


def test_second_journey_abroad_is_checked_until_the_first_has_ended(sari, person):
    first = TripFactory(person=person, departed_on=on("2020-01-01"))
    entry = TripEntry(Stage.ACTIVE, "TW", "", day("2024-03-01"), Evidence.TOLD)
    actions.add_trip(by=sari, person_id=person.pk, entry=entry, today=TODAY)
    found = Person.objects.get().checks

    come_home(sari, first, "2024-02-01")

    assert (found, Person.objects.get().checks) == (TWICE, [])


def test_contract_is_over_sixty_days_after_its_end_and_not_before(person):
    trip = PlacementFactory(
        trip__person=person, contract_until_on=on("2026-06-01"), contract_until_precision="month"
    ).trip

    assert [is_contract_over(trip, on(text)) for text in ("2026-08-29", "2026-08-30")] == [False, True]


def test_contract_that_was_extended_or_ended_by_a_return_is_not_over(sari, person):
    trip = PlacementFactory(
        trip__person=person, contract_until_on=on("2026-01-31"), contract_until_precision="day"
    ).trip
    ExtensionFactory(trip=trip, until_on=on("2026-10-01"), until_precision="day")
    extended = [is_contract_over(trip, on(text)) for text in ("2026-11-22", "2026-12-01")]

    trip = come_home(sari, trip)

    assert (extended, is_contract_over(trip, on("2026-12-01"))) == ([False, True], False)


def test_page_of_a_person_asks_about_a_contract_that_is_over(client_of, sari, person):
    PlacementFactory(trip__person=person, contract_until_on=on("2020-01-31"), contract_until_precision="day")

    page = client_of(sari).get(person.get_absolute_url()).content.decode()

    assert "kontraknya selesai lebih dari 60 hari lalu" in page


def test_journey_that_was_taken_back_is_checked_no_longer(sari, person):
    TripFactory(person=person, departed_on=on("2020-01-01"))
    trip = TripFactory(person=person, prospective_on=on("2024-01-01"))
    depart(sari, trip, "2024-03-01")
    found = Person.objects.get().checks

    actions.withdraw_trip(**about(sari, trip))

    assert (found, Person.objects.get().checks) == (TWICE, [])
