"""Where a member lives now: told of one home, so whoever leaves it or comes back is asked anew."""

import datetime as dt

import pytest

from accounts.models import Act, AuditEvent
from households import actions
from households.choices import LeftHow, Relation, Stage
from households.entries import AddressEntry, SplitEntry, TripEntry
from households.models import IncomingMove, Person, Trip
from households.rules.journeys import asks_where_he_lives
from tests.factories.households import TripFactory
from tests.households.two_families import TENTH, TODAY, family_of, member, move, offer, undo
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db


@pytest.fixture
def amaq(sari):
    family = family_of(sari, Amaq="head", Inaq="wife", Sahdan="child")
    Person.objects.update(lives_now="elsewhere")
    return family


def lives():
    return dict(Person.objects.order_by("pk").values_list("name", "lives_now"))


def trip_of(name, **steps):
    known = {f"{step}_known_at": dt.datetime(2026, 11, 1, tzinfo=dt.UTC) for step in steps}
    return TripFactory(person=member(name), **{f"{step}_on": day for step, day in steps.items()}, **known)


def act(action, sari, trip, **answers):
    version = Trip.objects.get(pk=trip.pk).version
    return action(by=sari, trip_id=trip.pk, version=version, today=TODAY, **answers)


def split(sari, amaq):
    entry = SplitEntry(
        going={member("Sahdan").pk: Relation.HEAD}, remaining_head=None, address=AddressEntry(), split=TENTH,
        carries_consent=True,
    )  # fmt: skip
    actions.split_household(by=sari, household_id=amaq.pk, version=1, entry=entry, today=TODAY)


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({}, True),
        ({"left_on": TODAY, "left_precision": "day", "left_how": LeftHow.MOVED}, False),
        ({"died_on": TODAY, "died_precision": "day"}, False),
    ],
)
def test_members_are_asked_and_nobody_who_left_or_died(amaq, change, asked):
    person = member("Sahdan")
    for name, value in change.items():
        setattr(person, name, value)

    assert asks_where_he_lives(person, TODAY) == asked


def test_who_works_abroad_is_not_asked(amaq):
    trip_of("Sahdan", departed=dt.date(2025, 1, 1))

    assert [asks_where_he_lives(member(name), TODAY) for name in ("Sahdan", "Amaq")] == [False, True]


@pytest.mark.parametrize("change", [{"left_precision": "day", "left_how": LeftHow.MOVED}, {"died_precision": "day"}])
def test_pages_say_nothing_of_where_the_dead_and_those_who_left_live(client_of, sari, amaq, change):
    step = next(iter(change)).partition("_")[0]
    known = {f"{step}_on": TODAY, f"{step}_known_at": dt.datetime(2026, 11, 22, tzinfo=dt.UTC)}
    Person.objects.filter(name="Sahdan").update(**known, **change)

    page = client_of(sari).get(member("Sahdan").get_absolute_url()).content.decode()

    assert ["Tinggal sekarang" in page, "tinggal sekarang" in page] == [False, False]


def test_split_asks_whoever_went_anew_and_taken_back_it_is_as_before(sari, amaq):
    split(sari, amaq)
    after = lives()
    actions.withdraw_split(by=sari, household_id=amaq.pk, version=2)

    assert (after, lives()) == (
        {"Amaq": "elsewhere", "Inaq": "elsewhere", "Sahdan": ""},
        {"Amaq": "elsewhere", "Inaq": "elsewhere", "Sahdan": "elsewhere"},
    )


def test_move_to_another_family_asks_anew_and_taken_back_it_is_as_before(sari, amaq):
    move(sari, "Sahdan", family_of(sari, Loq="head"))
    after = lives()["Sahdan"]
    Person.objects.filter(name="Sahdan").update(lives_now="here")
    undo(sari, "Sahdan")

    assert (after, lives()["Sahdan"]) == ("", "elsewhere")
    told = AuditEvent.objects.filter(act=Act.CHANGED, record_id=str(member("Sahdan").pk)).order_by("pk")
    assert [event.fields for event in told] == [["household", "lives_now", "relation"]] * 2


def test_family_in_another_village_is_asked_anew(sari, budi, amaq):
    offer(sari, amaq, budi)
    key = IncomingMove.objects.get().pk
    actions.accept_move(by=budi, offer_id=key, address=AddressEntry(), today=TODAY)

    assert set(lives().values()) == {""}


def test_departure_asks_anew_and_its_correction_does_not(sari, amaq):
    trip = trip_of("Sahdan", prospective=dt.date(2026, 1, 1))
    act(actions.record_departure, sari, trip, departed=TENTH)
    after = lives()
    event = AuditEvent.objects.filter(record_id=str(member("Sahdan").pk)).get()
    Person.objects.filter(name="Sahdan").update(lives_now="here")
    act(actions.record_departure, sari, trip, departed=PartialDate(dt.date(2026, 11, 9), "day"))

    assert (after["Sahdan"], after["Amaq"], event.fields, lives()["Sahdan"]) == ("", "elsewhere", ["lives_now"], "here")


def test_coming_home_asks_anew(sari, amaq):
    trip = trip_of("Sahdan", departed=dt.date(2025, 1, 1))
    act(actions.record_arrival, sari, trip, returned=TENTH, reason="finished")

    assert lives()["Sahdan"] == ""


@pytest.mark.parametrize(("stage", "left"), [(Stage.ACTIVE, ""), (Stage.PROSPECTIVE, "elsewhere")])
def test_journey_that_has_begun_asks_anew(sari, amaq, stage, left):
    entry = TripEntry(stage, "MY", "", PartialDate(), "told")
    actions.add_trip(by=sari, person_id=member("Sahdan").pk, entry=entry, today=TODAY)

    assert lives()["Sahdan"] == left


def test_who_comes_back_to_the_family_is_asked_anew(sari, amaq):
    about = {"by": sari, "person_id": member("Sahdan").pk, "today": TODAY}
    actions.record_leaving(version=1, how=LeftHow.MOVED, left=TENTH, **about)
    away = lives()["Sahdan"]
    actions.record_return(version=2, back=PartialDate(), **about)

    assert (away, lives()["Sahdan"]) == ("elsewhere", "")
