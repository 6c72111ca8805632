"""Money sent home, as acts: noted, corrected, and taken out."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.entries import RemittanceEntry
from households.models import Household, Person, Remittance, Trip
from households.remittances import Use
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.factories.living import RemittanceFactory

OCTOBER = dt.date(2026, 10, 1)
NOON = dt.datetime(2026, 11, 22, 4, tzinfo=dt.UTC)
TENTHS = dict.fromkeys(Use, 0) | {Use.DAILY: 5, Use.SCHOOL: 3, Use.BUSINESS: 2}


@pytest.fixture
def family(sari):
    return HouseholdFactory(village=sari.region, created_by=sari)


@pytest.fixture
def mother(family):
    return TripFactory(person=PersonFactory(household=family, name="Inaq Sari"), departed_on=dt.date(2024, 5, 1))


def entry(**told):
    return RemittanceEntry(**{"span": "month", "first_on": OCTOBER, "amount": "from_1"} | told)


def note(by, family, **told):
    return actions.note_remittance(by=by, household_id=family.pk, entry=entry(**told))


def change(by, noted, version=1, **told):
    return actions.change_remittance(by=by, remittance_id=noted.pk, version=version, entry=entry(**told))


def test_note_keeps_when_from_whom_to_whom_and_for_what(sari, family, mother):
    child = PersonFactory(household=family)

    noted = note(sari, family, trip_id=mother.pk, receiver_id=child.pk, channel="bank", currency="MYR", tenths=TENTHS)

    assert (noted.first_on, noted.last_on, noted.when) == (OCTOBER, dt.date(2026, 10, 31), "Oktober 2026")
    assert (noted.trip, noted.receiver, noted.tenths, noted.invested) == (mother, child, TENTHS, 2)
    assert AuditEvent.objects.get().record_kind == "households.remittance"


def test_use_that_nobody_asked_stays_empty(sari, family):
    noted = note(sari, family)

    assert (set(noted.tenths.values()), noted.invested) == ({None}, None)


def test_quarter_is_three_months(sari, family):
    noted = note(sari, family, span="quarter", first_on=dt.date(2026, 7, 1))

    assert (noted.last_on, noted.when) == (dt.date(2026, 9, 30), "Juli sampai September 2026")


@pytest.mark.parametrize("tenths", [TENTHS | {Use.DEBT: 1}, TENTHS | {Use.DAILY: None}], ids=["eleven", "half"])
def test_parts_that_are_not_ten_are_refused(sari, family, tenths):
    with pytest.raises(ValidationError, match="sepuluh bagian"):
        note(sari, family, tenths=tenths)
    with pytest.raises(IntegrityError), transaction.atomic():
        RemittanceFactory(household=family, **{f"used_{use}": part for use, part in tenths.items()})
    assert Remittance.objects.count() == 0


def test_nothing_that_came_has_no_use(sari, family):
    with pytest.raises(ValidationError, match="Tidak ada kiriman, tetapi"):
        note(sari, family, amount="none", tenths=TENTHS)
    with pytest.raises(IntegrityError), transaction.atomic():
        RemittanceFactory(household=family, amount="none", channel="bank")


def test_sender_has_one_note_a_month(sari, family, mother):
    note(sari, family)
    note(sari, family, trip_id=mother.pk)

    for told in ({}, {"trip_id": mother.pk}):
        with pytest.raises(ValidationError, match="sudah dicatat"):
            note(sari, family, **told)


def test_sender_and_receiver_are_of_the_family(sari, family):
    stranger = TripFactory(departed_on=dt.date(2024, 5, 1))

    with pytest.raises(Trip.DoesNotExist):
        note(sari, family, trip_id=stranger.pk)
    with pytest.raises(Person.DoesNotExist):
        note(sari, family, receiver_id=stranger.person.pk)


def test_receiver_who_has_left_the_family_may_stay_on_an_old_note(sari, family):
    child = PersonFactory(household=family)
    noted = note(sari, family, receiver_id=child.pk)
    Person.objects.update(household=HouseholdFactory(village=sari.region))

    assert change(sari, noted, receiver_id=child.pk, amount="from_3").receiver == child


def test_correction_is_news_only_for_another_month(sari, family):
    noted = note(sari, family)
    with time_machine.travel(NOON, tick=False):
        same = change(sari, noted, amount="over_10")
        other = change(sari, noted, version=2, first_on=dt.date(2026, 9, 1))

    assert (same.known_at, other.known_at) == (noted.known_at, NOON)
    assert [e.fields for e in AuditEvent.objects.filter(act=Act.CHANGED).order_by("pk")] == [
        ["amount"],
        ["amount", "first_on", "last_on"],
    ]


def test_note_by_mistake_goes_and_the_book_says_so(sari, family):
    actions.withdraw_remittance(by=sari, remittance_id=note(sari, family).pk, version=1)

    line = AuditEvent.objects.latest("pk")
    assert (Remittance.objects.count(), line.record_id, line.reason) == (
        0, str(family.pk), "catatan kiriman yang keliru dihapus",
    )  # fmt: skip


@pytest.mark.parametrize("who", ["budi", "rina", "dewi"])
def test_acts_know_strangers_and_the_second_editor(request, sari, family, who):
    other, noted = request.getfixturevalue(who), note(sari, family)

    with pytest.raises(Household.DoesNotExist):
        note(other, family)
    with pytest.raises(Remittance.DoesNotExist):
        change(other, noted)
    with pytest.raises(Remittance.DoesNotExist):
        actions.withdraw_remittance(by=other, remittance_id=noted.pk, version=1)
    with pytest.raises(StaleVersion):
        change(sari, noted, version=9, amount="refused")
    with pytest.raises(StaleVersion):
        actions.withdraw_remittance(by=sari, remittance_id=noted.pk, version=9)
    assert Remittance.objects.get().amount == "from_1"


def test_note_outlives_a_journey_that_was_a_mistake(sari, family, mother):
    noted = note(sari, family, trip_id=mother.pk)

    mother.delete()

    assert Remittance.objects.get(pk=noted.pk).trip is None
