"""Named reads of the registry: who counts on which day."""

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from households.choices import Stage
from households.models import Household, Person, Trip
from households.rules.journeys import standing_of
from households.rules.names import MOST_TOGETHER
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory

pytestmark = pytest.mark.django_db

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 3, 31)
MAYBE_DAY = st.none() | st.dates(FIRST, LAST)
DAY = dt.date(2026, 11, 22)


def _as_worker(person, day):
    """His standing by the journeys to work: who goes to be trained is no PMI (UU 18/2017 article 4)."""
    person.trips_at_hand = [trip for trip in person.trips.all() if not trip.is_training]
    return standing_of(person, day)


@st.composite
def journeys(draw):
    """The steps of one journey as the database allows them: at least one, never home before away."""
    steps = {name: draw(MAYBE_DAY) for name in ("prospective_on", "departed_on", "returned_on", "cancelled_on")}
    if steps["departed_on"] and steps["returned_on"] and steps["returned_on"] < steps["departed_on"]:
        steps["departed_on"], steps["returned_on"] = steps["returned_on"], steps["departed_on"]
    if not any(steps[name] for name in ("prospective_on", "departed_on", "returned_on")):
        steps["departed_on"] = draw(st.dates(FIRST, LAST))
    drawn = {"country": draw(st.sampled_from(["MY", "TW", "HK", ""])), "is_training": draw(st.booleans())}
    return steps | drawn


@pytest.mark.slow  # a hundred small worlds
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    deaths=st.lists(MAYBE_DAY, min_size=3, max_size=3),
    people=st.lists(st.lists(journeys(), max_size=4), min_size=1, max_size=3),
    day=st.dates(FIRST, LAST),
)
def test_standing_in_the_database_is_the_rule_for_each_person(deaths, people, day):
    household = HouseholdFactory()
    died = iter(deaths)
    trips = {PersonFactory(household=household, died_on=next(died)): told for told in people}
    written = {person: [TripFactory(person=person, **steps) for steps in told] for person, told in trips.items()}
    expected = {
        person.pk: (standing.trip.pk, standing.stage, standing.since)
        for person, told in written.items()
        if told and (standing := _as_worker(told[0].person, day))
    }

    standing = Trip.objects.filter(person__household=household).standing_on(day)
    found = {trip.person_id: (trip.pk, trip.stage, trip.stage_since) for trip in standing}

    assert found == expected
    members = Person.objects.filter(household=household)
    assert {p.pk for p in members.standing(day=day)} == set(expected)
    for several in (stages for size in (1, 2, 3) for stages in combinations(Stage, size)):
        at_one = {pk for pk, (_, stage, _) in expected.items() if stage in several}
        assert {p.pk for p in members.standing(stages=several, day=day)} == at_one
    countries = {trip.pk: trip.country for told in written.values() for trip in told}
    in_taiwan = {pk for pk, (trip, stage, _) in expected.items() if countries[trip] == "TW" and stage == Stage.ACTIVE}
    assert {p.pk for p in members.standing(stages=(Stage.ACTIVE,), country="TW", day=day)} == in_taiwan
    assert Household.objects.filter(pk=household.pk).pmi_on(day).exists() == bool(expected)


@pytest.mark.parametrize(
    ("steps", "day", "counts"),
    [
        ({"departed_on": dt.date(2026, 3, 1)}, dt.date(2026, 2, 28), False),
        ({"departed_on": dt.date(2026, 3, 1)}, dt.date(2026, 3, 1), True),
        ({"departed_on": dt.date(2026, 3, 1), "returned_on": dt.date(2026, 4, 1)}, dt.date(2030, 1, 1), True),
        ({"prospective_on": dt.date(2026, 3, 1), "cancelled_on": dt.date(2026, 4, 1)}, dt.date(2026, 4, 1), False),
    ],
)
def test_household_is_of_migrants_from_the_first_step_on(steps, day, counts):
    TripFactory(**steps)

    assert Household.objects.pmi_on(day).exists() == counts


def test_household_without_a_journey_is_not_of_migrants():
    PersonFactory()

    assert Household.objects.pmi_on(DAY).count() == 0


def test_household_with_two_travellers_counts_once():
    household = HouseholdFactory()
    for _ in range(2):
        TripFactory(person=PersonFactory(household=household), departed_on=dt.date(2026, 1, 1))

    assert Household.objects.pmi_on(DAY).count() == 1


@pytest.mark.parametrize(
    ("born", "is_child"),
    [
        (dt.date(2008, 11, 22), False),
        (dt.date(2008, 11, 23), True),
        (dt.date(2026, 11, 22), True),
        (dt.date(2026, 11, 23), False),
    ],
)
def test_children_are_those_before_their_eighteenth_birthday(born, is_child):
    PersonFactory(birth_on=born)

    assert Person.objects.children_on(DAY).exists() == is_child


def test_children_are_not_guessed_without_a_birth_date():
    PersonFactory(birth_on=None, birth_precision="unknown")

    assert Person.objects.children_on(DAY).count() == 0


def test_matching_wants_all_of_one_and_the_same_member():
    household = HouseholdFactory()
    PersonFactory(household=household, name="Siti", sex="P")
    abroad = PersonFactory(household=household, name="Amir", sex="L")
    TripFactory(person=abroad, departed_on=dt.date(2026, 1, 1), country="MY")

    def count(**wanted):
        return Household.objects.matching(**wanted, day=DAY).count()

    assert count(name="amir", stages=(Stage.ACTIVE,), country="MY") == 1
    assert count(name="siti", stages=(Stage.ACTIVE,)) == 0
    assert count(name="mir", sex="P") == 0
    assert count(stages=(Stage.RETURNED,)) == 0
    assert count() == 1


def test_matching_finds_no_name_that_two_members_have_together():
    household = HouseholdFactory()
    for name in ("Siti", "Amir"):
        PersonFactory(household=household, name=name)

    assert [Household.objects.matching(name=name, day=DAY).count() for name in ("amir", "siti", "amir siti")] == [
        1,
        1,
        0,
    ]


def test_matching_finds_everybody_in_a_house_whose_names_are_too_many_for_its_row():
    household = HouseholdFactory()
    people = PersonFactory.build_batch(99, household=household, village=household.village, nik_missing="not_at_hand")
    for place, person in enumerate(people):
        person.name = person.search_name = f"warga nomor {place:03} dari rumah singgah"
        person.created_by = person.changed_by = household.created_by
    Person.objects.bulk_create(people)
    PersonFactory(household=household, name="Zulkifli")

    assert len(household.member_names) == MOST_TOGETHER
    assert [Household.objects.matching(name=name, day=DAY).count() for name in ("nomor 098", "zul", "zulaikha")] == [
        1,
        1,
        0,
    ]


def test_matching_by_country_looks_at_the_journey_that_counts():
    person = PersonFactory()
    TripFactory(person=person, departed_on=dt.date(2024, 1, 1), returned_on=dt.date(2025, 1, 1), country="MY")
    TripFactory(person=person, departed_on=dt.date(2026, 1, 1), country="TW")

    assert Household.objects.matching(country="MY", day=DAY).count() == 0
    assert Household.objects.matching(country="TW", day=DAY).count() == 1


def test_number_finds_its_family_whole_and_only_whole():
    household = HouseholdFactory(family_card_number="5203990101200001")
    PersonFactory(household=household, nik="5203174101900001")

    assert Household.objects.with_number("5203174101900001").get() == household
    assert Household.objects.with_number("5203990101200001").get() == household
    assert Household.objects.with_number("520317").count() == 0


def test_order_is_by_village_and_name():
    second = HouseholdFactory(sort_name="budi")
    first = HouseholdFactory(sort_name="ani")
    other_village = HouseholdFactory(village__code="5203212002", sort_name="aan")

    assert list(Household.objects.in_order()) == [first, second, other_village]
