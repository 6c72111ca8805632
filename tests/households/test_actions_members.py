"""Members and their journeys: added, changed, corrected, step by step."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households.actions import add_person, add_trip, change_person, change_trip
from households.choices import Check, Relation, Stage
from households.entries import MemberEntry, TripEntry
from households.models import Household, Person, Trip
from households.rules.journeys import life_line
from tests.factories.households import HouseholdFactory, PersonFactory
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 22)
MARCH = PartialDate(dt.date(2026, 3, 1), "month")
JULY = PartialDate(dt.date(2026, 7, 9), "day")


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari)
    PersonFactory(household=household, head=True, name="Amaq Sahdan")
    return household


def member(name="Inaq Rohani", **more):
    birth = more.pop("birth", PartialDate(dt.date(1990, 1, 1), "day"))
    return MemberEntry(name, sex="P", birth=birth, **more)


def test_add_person_joins_the_family_in_its_village(sari, family):
    person = add_person(by=sari, household_id=family.pk, entry=member(relation=Relation.WIFE), today=TODAY)

    assert (person.household_id, person.village_id, person.nik_missing) == (family.pk, "5203172006", "unknown")
    assert AuditEvent.objects.get().act == Act.CREATED


def test_add_person_as_a_second_head_is_refused_in_words(sari, family):
    with pytest.raises(ValidationError):
        add_person(by=sari, household_id=family.pk, entry=member(relation=Relation.HEAD), today=TODAY)

    assert (family.members.count(), AuditEvent.objects.count()) == (1, 0)


def test_add_person_to_strangers_finds_nothing(budi, rina, family):
    for other in (budi, rina):
        with pytest.raises(Household.DoesNotExist):
            add_person(by=other, household_id=family.pk, entry=member(), today=TODAY)


@pytest.mark.parametrize(
    ("nik", "reasons"),
    [
        ("5203174101900001", []),
        ("9999994101900001", [Check.NIK_REGION_UNKNOWN]),
        ("5203990101900001", [Check.NIK_SEX_DIFFERS]),
        ("5203174201900000", [Check.NIK_SERIAL_ZERO, Check.NIK_BIRTH_DIFFERS]),
    ],
)
def test_add_person_notes_what_about_the_nik_is_worth_a_look(sari, family, nik, reasons):
    person = add_person(by=sari, household_id=family.pk, entry=member(nik=nik), today=TODAY)

    assert person.checks == reasons
    assert Household.objects.get(pk=family.pk).needs_check is True


def test_change_person_moves_what_is_derived_along(sari, family):
    head = family.members.get()

    changed = change_person(
        by=sari, person_id=head.pk, version=1, entry=member("H. Sahdan", relation=Relation.HEAD), today=TODAY
    )

    assert (changed.name, changed.search_name, changed.version) == ("H. Sahdan", "h sahdan", 2)
    assert Household.objects.get(pk=family.pk).sort_name == "h sahdan"
    assert AuditEvent.objects.get().fields == ["birth_on", "name", "nik_missing"]


def test_change_person_by_the_second_editor_is_stopped(sari, family):
    head = family.members.get()
    change_person(by=sari, person_id=head.pk, version=1, entry=member("Sahdan"), today=TODAY)

    with pytest.raises(StaleVersion):
        change_person(by=sari, person_id=head.pk, version=1, entry=member("Sahrul"), today=TODAY)

    assert Person.objects.get(pk=head.pk).name == "Sahdan"


def test_add_trip_without_a_date_stands_on_the_day_it_became_known(sari, family):
    person = family.members.get()

    with time_machine.travel("2026-11-22 02:00+00:00", tick=False):
        trip = add_trip(by=sari, person_id=person.pk, entry=TripEntry(Stage.ACTIVE, "MY"), today=TODAY)

    assert (trip.departed_on, trip.departed_precision) == (TODAY, "unknown")
    assert trip.departed_known_at == dt.datetime(2026, 11, 22, 2, tzinfo=dt.UTC)
    assert (trip.prospective_on, trip.returned_on) == (None, None)


def test_change_trip_adds_the_next_step_and_keeps_the_earlier_one(sari, family):
    trip = add_trip(
        by=sari, person_id=family.members.get().pk, entry=TripEntry(Stage.ACTIVE, "MY", since=MARCH), today=TODAY
    )

    changed = change_trip(
        by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.RETURNED, "MY", since=JULY), today=TODAY
    )

    assert (changed.departed_on, changed.departed_precision) == (MARCH.value, "month")
    assert (changed.returned_on, changed.returned_precision) == (JULY.value, "day")
    assert AuditEvent.objects.get(act=Act.CHANGED).fields == ["returned_on"]


def test_change_trip_of_something_else_leaves_the_two_dates_alone(sari, family):
    entry = TripEntry(Stage.ACTIVE, "MY", since=MARCH)
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=entry, today=TODAY)

    changed = change_trip(
        by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.ACTIVE, "TW", since=MARCH), today=TODAY
    )

    assert (changed.country, changed.departed_known_at) == ("TW", trip.departed_known_at)


def test_change_trip_of_unknown_date_stays_on_the_day_it_became_known(sari, family):
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=TripEntry(Stage.ACTIVE, "MY"), today=TODAY)

    changed = change_trip(
        by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.ACTIVE, "TW"), today=dt.date(2026, 12, 24)
    )

    assert (changed.country, changed.departed_on, changed.departed_known_at) == ("TW", TODAY, trip.departed_known_at)


def test_change_trip_home_before_away_is_refused_in_words(sari, family):
    trip = add_trip(
        by=sari, person_id=family.members.get().pk, entry=TripEntry(Stage.ACTIVE, "MY", since=JULY), today=TODAY
    )

    with pytest.raises(ValidationError) as refused:
        change_trip(
            by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.RETURNED, "MY", since=MARCH), today=TODAY
        )

    assert refused.value.messages == ["Tanggal pulang lebih awal dari tanggal berangkat. Periksa keduanya."]


@pytest.mark.parametrize(
    ("left", "home", "stands"),
    [
        (JULY, PartialDate(dt.date(2026, 1, 1), "year"), dt.date(2026, 7, 9)),
        (JULY, PartialDate(dt.date(2026, 7, 1), "month"), dt.date(2026, 7, 9)),
        (MARCH, PartialDate(dt.date(2026, 7, 1), "month"), dt.date(2026, 7, 1)),
        (PartialDate(), PartialDate(dt.date(2026, 11, 1), "month"), TODAY),
    ],
)
def test_change_trip_home_by_month_or_year_stands_within_it_after_the_departure(sari, family, left, home, stands):
    entry = TripEntry(Stage.ACTIVE, "MY", since=left)
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=entry, today=TODAY)

    changed = change_trip(
        by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.RETURNED, "MY", since=home), today=TODAY
    )

    assert (changed.returned_on, changed.returned_precision) == (stands, home.precision)
    assert (changed.departed_on, life_line([changed])[-1].happened) == (trip.departed_on, home)


def test_change_trip_home_before_the_telling_of_an_undated_departure_moves_that_one(sari, family):
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=TripEntry(Stage.ACTIVE, "MY"), today=TODAY)

    changed = change_trip(
        by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.RETURNED, "MY", since=MARCH), today=TODAY
    )

    assert (changed.returned_on, changed.departed_on, changed.departed_precision) == (
        MARCH.value,
        MARCH.value,
        "unknown",
    )
    assert changed.departed_known_at == trip.departed_known_at


@pytest.mark.parametrize(
    ("told", "is_news"), [(PartialDate(dt.date(2026, 3, 9), "day"), False), (JULY, True), (PartialDate(), True)]
)
def test_change_trip_within_the_month_is_no_late_news(sari, family, told, is_news):
    entry = TripEntry(Stage.ACTIVE, "MY", since=MARCH)
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=entry, today=TODAY)

    changed = change_trip(
        by=sari, trip_id=trip.pk, version=1, entry=TripEntry(Stage.ACTIVE, "MY", since=told), today=TODAY
    )

    assert (changed.departed_on, changed.departed_known_at != trip.departed_known_at) == (told.value or TODAY, is_news)


def test_change_trip_back_takes_away_a_return_noted_by_mistake(sari, family):
    away, home = TripEntry(Stage.ACTIVE, "MY", since=MARCH), TripEntry(Stage.RETURNED, "MY", since=JULY)
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=away, today=TODAY)
    change_trip(by=sari, trip_id=trip.pk, version=1, entry=home, today=TODAY)

    changed = change_trip(by=sari, trip_id=trip.pk, version=2, entry=TripEntry(Stage.ACTIVE, "MY"), today=TODAY)

    assert (changed.departed_on, changed.departed_precision) == (MARCH.value, "month")
    assert (changed.returned_on, changed.returned_precision, changed.returned_known_at) == (None, "", None)


def test_change_trip_of_strangers_finds_nothing(sari, budi, rina, family):
    trip = add_trip(by=sari, person_id=family.members.get().pk, entry=TripEntry(Stage.ACTIVE, "MY"), today=TODAY)

    for other in (budi, rina):
        with pytest.raises(Trip.DoesNotExist):
            change_trip(by=other, trip_id=trip.pk, version=1, entry=TripEntry(Stage.ACTIVE, "TW"), today=TODAY)
