"""Two officers of one village do something at the same moment: one is told of the other, and nothing is there twice."""

import datetime as dt
import threading
import time
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, Evidence, ExtensionPlace, NikMissing, Relation, Sex, Stage
from households.entries import AddressEntry, CareEntry, JoiningEntry, MemberEntry, RemittanceEntry, TripEntry
from households.living import SECTIONS
from households.models import Caregiver, Circumstances, Household, MoveOffer, Person, Trip
from households.views.life import HouseholdClose
from tests.factories.households import CaregiverFactory, TripFactory
from tests.racing import at_once
from toolkit.dates import PartialDate
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = dt.date(2026, 11, 22)
UNKNOWN = PartialDate()
# What an act that cannot be any more may answer; anything else is a fault.
TOLD = StaleVersion | ValidationError | Household.DoesNotExist | Person.DoesNotExist | Trip.DoesNotExist


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("section", ["dwelling", "remittance", "need"])
def test_second_waits_for_the_first_and_then_finds_another_version(section, sari, place):
    known, note = Circumstances.objects.get(household=place.household), place.remittance
    answers = {"dwelling": "own", "latitude": None, "longitude": None}
    entry = RemittanceEntry(span=note.span, first_on=note.first_on)
    act = {
        "dwelling": lambda: actions.answer_section(
            by=sari, household_id=place.household.pk, section=SECTIONS["dwelling"], version=known.dwelling_version,
            answers=answers, told_on=TODAY,
        ),
        "remittance": lambda: actions.change_remittance(by=sari, remittance_id=note.pk, version=1, entry=entry),
        "need": lambda: actions.meet_need(by=sari, need_id=place.need.pk, version=1, met=UNKNOWN, today=TODAY),
    }[section]  # fmt: skip
    begun, results = threading.Event(), []

    def second():
        begun.set()
        results.extend(at_once(act))

    waiting = threading.Thread(target=second)
    with transaction.atomic():
        act()
        waiting.start()
        begun.wait(timeout=10)
        time.sleep(0.5)
    waiting.join(timeout=30)

    assert [type(one) for one in results] == [StaleVersion]


@pytest.mark.parametrize("reason", ["reopened", "closed"])
def test_who_was_outrun_at_a_closing_or_reopening_compares(reason, sari, place, monkeypatch):
    about = {"by": sari, "household_id": place.household.pk, "today": TODAY}

    def close(version):
        return actions.close_household(reason="moved", closed=UNKNOWN, version=version, **about)

    def reopen(version):
        return actions.reopen_household(by_mistake=True, version=version, **about)

    if reason == "reopened":
        close(1)
    version = Household.objects.get(pk=place.household.pk).version
    taken = HouseholdClose.carry_out

    def outrun(view, form, *, version):
        (reopen if reason == "reopened" else close)(version)
        return taken(view, form, version=version)

    monkeypatch.setattr(HouseholdClose, "carry_out", outrun)
    door = reverse("households:household_close", args=[place.household.pk, new_id()])
    answers = {"what": "happened", "reason": "moved", "closed_year": "2026", "version": str(version)}

    response = signed_in(sari).post(door, answers)

    assert "Bandingkan dulu" in response.content.decode()


def die(by, person, died):
    told = PartialDate(dt.date.fromisoformat(died), "day")
    return actions.record_death(by=by, person_id=person.pk, version=person.version, died=told, today=TODAY)


def depart(by, trip, departed):
    told = PartialDate(dt.date.fromisoformat(departed), "day")
    return actions.record_departure(by=by, trip_id=trip.pk, version=trip.version, departed=told, today=TODAY)


def set_out(by, person, country, **others):
    entry = TripEntry(Stage.ACTIVE, country, "", PartialDate(dt.date(2026, 3, 1), "month"), Evidence.TOLD)
    return actions.add_trip(by=by, person_id=person.pk, entry=entry, today=TODAY, **others)


def offered(by, to, place) -> MoveOffer:
    about = {"by": by, "household_id": place.household.pk, "version": 1, "today": TODAY}
    actions.offer_move(to_village=to.region, moved=UNKNOWN, note="", **about)
    return MoveOffer.objects.get()


def faults(results) -> list:
    """What went wrong otherwise than by telling an officer of the other."""
    return [one for one in results if isinstance(one, Exception) and not isinstance(one, TOLD)]


@pytest.mark.parametrize("turn", range(3))
def test_nobody_departs_after_a_death_that_is_noted_at_the_same_moment(turn, sari, place):
    trip = TripFactory(person=place.child, prospective_on=dt.date(2026, 1, 1))

    results = at_once(lambda: depart(sari, trip, "2026-06-01"), lambda: die(sari, place.child, "2026-03-01"))

    (refused,) = (one for one in results if isinstance(one, ValidationError))
    assert "sesudah meninggal" in refused.messages[0]
    assert faults(results) == []
    assert (Trip.objects.get(pk=trip.pk).departed_on is None) != (Person.objects.get(pk=place.child.pk).died_on is None)


@pytest.mark.parametrize("turn", range(3))
def test_new_journey_and_an_earlier_death_do_not_both_stand(turn, sari, place):
    results = at_once(lambda: set_out(sari, place.child, "TW"), lambda: die(sari, place.child, "2026-01-05"))

    assert [type(one) for one in results if isinstance(one, Exception)] == [ValidationError]
    assert place.child.trips.exists() != (Person.objects.get(pk=place.child.pk).died_on is not None)


@pytest.mark.parametrize("turn", range(3))
def test_second_of_two_new_journeys_sees_the_first(turn, sari, place):
    results = at_once(lambda: set_out(sari, place.child, "TW"), lambda: set_out(sari, place.child, "HK"))

    assert [type(one) for one in results] == [Trip, Trip]
    assert Check.ABROAD_TWICE in Person.objects.get(pk=place.child.pk).checks


def test_second_of_two_who_saw_the_same_journeys_is_shown_the_first(sari, place):
    results = at_once(*(partial(set_out, sari, place.child, country, seen=1) for country in ("TW", "HK")))

    (written,), (stale,) = (
        [one for one in results if isinstance(one, Trip)],
        [one for one in results if isinstance(one, StaleVersion)],
    )
    assert (stale.current, place.child.trips.count()) == (written, 1)


def test_family_is_not_closed_and_offered_at_the_same_moment(sari, budi, place):
    family = {"by": sari, "household_id": place.household.pk, "version": place.household.version}

    results = at_once(
        lambda: actions.close_household(reason="moved", closed=UNKNOWN, today=TODAY, **family),
        lambda: actions.offer_move(to_village=budi.region, moved=UNKNOWN, note="", today=TODAY, **family),
    )

    assert [type(one) for one in results if isinstance(one, Exception)] == [StaleVersion]
    assert (place.household.closings.count(), MoveOffer.objects.count()) in {(1, 0), (0, 1)}


@pytest.mark.parametrize("turn", range(3))
def test_child_is_born_while_its_mothers_family_moves(turn, sari, budi, place):
    offer = offered(sari, budi, place)
    entry = MemberEntry("Zahra", Sex.FEMALE, UNKNOWN, Relation.CHILD, None, NikMissing.NOT_ISSUED)
    about = {"by": sari, "household_id": place.household.pk, "joining": JoiningEntry("born"), "mother": place.head}

    results = at_once(
        lambda: actions.accept_move(by=budi, offer_id=offer.pk, address=AddressEntry("Mangsit"), today=TODAY),
        lambda: actions.add_person(entry=entry, today=TODAY, **about),
    )

    assert faults(results) == []
    assert set(Person.objects.values_list("village_id", flat=True)) == {budi.region_id}


@pytest.mark.parametrize("turn", range(3))
def test_caregiver_ends_while_another_is_noted(turn, sari, place):
    Caregiver.objects.all().delete()
    nobody = CaregiverFactory(child=place.child, relation="unknown")
    about = {"by": sari, "version": place.child.version, "today": TODAY}

    results = at_once(
        lambda: actions.end_caregiver(caregiver_id=nobody.pk, ended=UNKNOWN, by_mistake=False, **about),
        lambda: actions.add_caregiver(child_id=place.child.pk, entry=CareEntry("father", place.head.pk), **about),
    )

    assert [type(one) for one in results if isinstance(one, Exception)] == [StaleVersion]


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize("act", ["extend", "lost", "heard", "departed", "moved"])
def test_no_act_on_a_journey_waits_for_a_new_head_forever(turn, act, sari, budi, place):
    trip = {"by": sari, "trip_id": place.trip.pk, "version": 1, "today": TODAY}
    noted = {
        "extend": lambda: actions.extend_contract(
            extended=UNKNOWN, until=UNKNOWN, place=ExtensionPlace.UNKNOWN, **trip
        ),
        "lost": lambda: actions.lose_contact(lost=UNKNOWN, channel="phone", **trip),
        "heard": lambda: actions.hear_again(heard=UNKNOWN, channel="phone", **trip),
        "departed": lambda: actions.record_departure(departed=PartialDate(dt.date(1990, 1, 1), "day"), **trip),
        "moved": lambda: actions.accept_move(by=budi, offer_id=offer.pk, address=AddressEntry("Mangsit"), today=TODAY),
    }[act]
    offer = offered(sari, budi, place)
    household = {"by": sari, "household_id": place.household.pk, "version": 2, "today": TODAY}

    results = at_once(
        noted, lambda: actions.change_head(head_id=place.child.pk, old_relation=Relation.PARENT, **household)
    )

    assert faults(results) == []
    assert Household.objects.get(pk=place.household.pk).members.filter(relation=Relation.HEAD).count() == 1
