"""Who waits for whom: acts on one village at the same moment, and what each knows of the other."""

import contextlib
import threading

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.urls import reverse

from households import actions
from households.choices import Relation
from households.entries import AddressEntry, MemberEntry
from households.models import Household, IncomingMove
from tests.households.cards import CARD, OTHER_CARD, TODAY, bearer_of, home, take_card
from tests.racing import at_once
from toolkit.dates import PartialDate
from toolkit.ids import new_id

needs_rows_that_lock = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite locks the whole database")


@pytest.fixture
def family(sari):
    return bearer_of(CARD, sari)


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
