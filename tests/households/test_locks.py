"""Who waits for whom: acts on one village at the same moment, and what each knows of the other."""

import contextlib
import datetime as dt
import threading

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.urls import reverse

from households import actions
from households.actions import derived
from households.choices import Check, Relation
from households.entries import AddressEntry, MemberEntry, SplitEntry
from households.models import Household, HouseholdClearance, IncomingMove, Person
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory
from tests.racing import at_once
from toolkit.dates import PartialDate
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
CARD, OTHER_CARD = "5203170101200001", "5203170101200002"
needs_rows_that_lock = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite locks the whole database")


@pytest.fixture
def family_of(sari):
    """Gives Korleko a family on a card, with one member and its consent."""

    def make(card=CARD):
        household = HouseholdFactory(village=sari.region, created_by=sari, family_card_number=card)
        ConsentFactory(household=household)
        PersonFactory(household=household, head=True)
        return household

    return make


@pytest.fixture
def family(family_of):
    return family_of()


def home(card=CARD):
    return AddressEntry("Mangsit", "001", "002", "", card)


def take_card(by, household, card=CARD, version=1):
    return actions.change_household(by=by, household_id=household.pk, version=version, address=home(card))


def shared() -> dict:
    return {one.pk: Check.CARD_SHARED in one.checks for one in Household.objects.all()}


@contextlib.contextmanager
def somebody_else(act):
    """Another connection carries out `act` and keeps its transaction open until the block ends, or ten seconds."""
    done, release, told = threading.Event(), threading.Event(), []

    def run():
        try:
            with transaction.atomic():
                act()
                done.set()
                release.wait(timeout=10)
                told.append("released")
        finally:
            done.set()
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    assert done.wait(timeout=10)
    try:
        yield told
    finally:
        release.set()
        thread.join(timeout=20)


@needs_rows_that_lock
@pytest.mark.django_db(transaction=True)
def test_saving_does_not_wait_for_an_import_of_the_village(sari, family):
    with somebody_else(lambda: actions.lock_villages(sari.region_id)) as told:
        actions.change_person(
            by=sari,
            person_id=family.members.get().pk,
            version=1,
            entry=MemberEntry("Ahlul", relation=Relation.HEAD),
            today=TODAY,
        )
        actions.change_household(
            by=sari, household_id=family.pk, version=1, address=AddressEntry(hamlet="Montong", family_card_number=CARD)
        )
        assert told == []


def during_an_import(village, act) -> list[str]:
    """What ended first: the import, which holds the village for half a second, or an act that begins meanwhile."""
    told, holds, release = [], threading.Event(), threading.Event()

    def bring():
        with transaction.atomic():
            actions.lock_villages(village)
            holds.set()
            release.wait(timeout=10)
            told.append("imported")

    def other():
        holds.wait(timeout=10)
        threading.Timer(0.5, release.set).start()
        act()
        told.append("saved")

    assert at_once(bring, other) == [None, None]
    return told


def register(by):
    actions.register_household(by=by, village=by.region, address=home(), members=[], today=TODAY)


def move_in(by):
    actions.accept_move(by=by, offer_id=IncomingMove.objects.get().pk, address=home(), today=TODAY)


def add(by):
    household = Household.objects.get(village=by.region)
    actions.add_person(by=by, household_id=household.pk, entry=MemberEntry("Ahlul"), today=TODAY)


@needs_rows_that_lock
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", [register, add, lambda by: take_card(by, Household.objects.get(), OTHER_CARD)])
def test_who_brings_a_family_a_person_or_a_card_waits_for_the_import_of_the_village(sari, family, act):
    assert during_an_import(sari.region_id, lambda: act(sari)) == ["imported", "saved"]


@needs_rows_that_lock
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("whose", ["sari", "budi"])
def test_family_moves_neither_out_of_nor_into_a_village_that_imports(sari, budi, family, whose):
    actions.offer_move(
        by=sari, household_id=family.pk, version=1, to_village=budi.region, moved=PartialDate(), note="", today=TODAY
    )
    village = {"sari": sari, "budi": budi}[whose].region_id

    assert during_an_import(village, lambda: move_in(budi)) == ["imported", "saved"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_two_families_that_come_to_one_card_at_once_are_both_told_so(turn, sari, family_of):
    families = [family_of(card="") for _ in range(2)]

    results = at_once(*[lambda one=one: take_card(sari, one) for one in families])

    assert ([type(one) for one in results], shared()) == ([Household] * 2, {one.pk: True for one in families})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_two_families_that_leave_one_card_at_once_share_nothing(turn, sari, family_of):
    families = [family_of(), family_of()]
    with transaction.atomic():
        actions.refresh_household(families[0])

    results = at_once(*[lambda one=one: take_card(sari, one, card="") for one in families])

    assert ([type(one) for one in results], shared()) == ([Household] * 2, {one.pk: False for one in families})


@pytest.mark.django_db
def test_family_that_was_cleared_is_not_looked_at_when_another_one_on_its_card_changes(sari, family_of, monkeypatch):
    families = [family_of(), family_of()]
    for household in families:
        actions.refresh_household(household)
    for household in families:
        note = {"code": Check.CARD_SHARED, "note": "Menantu", "today": TODAY}
        actions.clear_check(by=sari, record=household, version=1, **note)
    looked_at, refresh = [], derived._refresh
    monkeypatch.setattr(derived, "_refresh", lambda one, **told: looked_at.append(one.pk) or refresh(one, **told))

    actions.change_household(
        by=sari, household_id=families[0].pk, version=2, address=AddressEntry("Montong", family_card_number=CARD)
    )

    assert (HouseholdClearance.objects.count(), looked_at) == (2, [families[0].pk])
    assert shared() == {one.pk: False for one in families}


@pytest.mark.django_db
def test_reasons_follow_the_family_as_it_stands_and_not_as_somebody_read_it(sari, family, family_of):
    read_before = Household.objects.get(pk=family.pk)
    other = family_of(card=OTHER_CARD)
    take_card(sari, family, OTHER_CARD)

    actions.refresh_household(read_before)

    assert (read_before.family_card_number, shared()) == (OTHER_CARD, {family.pk: True, other.pk: True})


@pytest.mark.django_db
def test_family_on_the_same_card_that_went_meanwhile_stops_nobody(family, monkeypatch):
    gone = Household(pk=new_id(), village_id=family.village_id, family_card_number=CARD)
    monkeypatch.setattr(derived, "_sharing_card", lambda household: [gone])

    actions.refresh_household(family)

    assert Household.objects.get().checks == [Check.CARD_SHARED]


@pytest.mark.django_db
def test_split_that_is_taken_back_leaves_no_stranger_with_a_shared_card(sari, family, family_of):
    PersonFactory(household=family, name="Sahdan")
    stranger = family_of(card=OTHER_CARD)
    entry = SplitEntry(
        going={Person.objects.get(name="Sahdan").pk: Relation.HEAD},
        address=AddressEntry(family_card_number=OTHER_CARD),
        split=PartialDate(),
        remaining_head=None,
        carries_consent=True,
    )
    new = actions.split_household(by=sari, household_id=family.pk, version=1, entry=entry, today=TODAY)
    while_split = shared()

    actions.withdraw_split(by=sari, household_id=family.pk, version=2)

    assert while_split == {family.pk: False, stranger.pk: True, new.pk: True}
    assert shared() == {family.pk: False, stranger.pk: False}


class Deadlock(Exception):
    """As psycopg tells of one."""

    pgcode = "40P01"


def told_of_a_deadlock():
    error = OperationalError("deadlock detected")
    error.__cause__ = Deadlock()
    return error


@pytest.mark.django_db
@pytest.mark.parametrize("times", [1, 2])
def test_save_that_had_to_make_way_is_carried_out_once_more(sari, family, monkeypatch, times):
    refused, save = [told_of_a_deadlock() for _ in range(times)], actions.change_household

    def change_household(**told):
        household = save(**told)
        if refused:
            raise refused.pop()
        return household

    monkeypatch.setattr("households.views.editing.actions.change_household", change_household)
    client = Client(raise_request_exception=False)
    client.force_login(sari)
    answers = {"hamlet": "Montong", "rt": "1", "rw": "1", "address": "", "family_card_number": CARD, "version": "1"}

    answer = client.post(reverse("households:household_change", args=[family.pk, new_id()]), answers)

    after = Household.objects.get()
    assert (answer.status_code, after.hamlet, after.version) == {
        1: (302, "Montong", 2),
        2: (503, "Dasan Baru", 1),
    }[times]
