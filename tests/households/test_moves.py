"""A family goes to another village, as acts: each with its inverse, its races and what either side sees."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, ClosingReason, DeclineReason, MoveState
from households.entries import AddressEntry
from households.models import Consent, Household, IncomingMove, MoveOffer, Person, Trip, Visit
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.racing import at_once
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 22)
TENTH = PartialDate(dt.date(2026, 11, 10), "day")
UNKNOWN = PartialDate()


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def family(place):
    return place.household


def offer(by, family, village, moved=TENTH, version=None):
    version = version or Household.objects.get(pk=family.pk).version
    return actions.offer_move(
        by=by, household_id=family.pk, version=version, to_village=village, moved=moved, note="", today=TODAY
    )


def withdraw(by, family):
    version = Household.objects.get(pk=family.pk).version
    return actions.withdraw_move(by=by, household_id=family.pk, version=version)


def accept(by, **address):
    waiting = IncomingMove.objects.latest("offered_at")
    told = AddressEntry(**{"hamlet": "Lauk Masjid", "rt": "001", "rw": "002"} | address)
    return actions.accept_move(by=by, offer_id=waiting.pk, address=told, today=TODAY)


def decline(by):
    waiting = IncomingMove.objects.latest("offered_at")
    return actions.decline_move(by=by, offer_id=waiting.pk, reason=DeclineReason.NOT_YET)


def villages():
    rows = Household.objects.values_list("village_id"), Person.objects.values_list("village_id")
    return [sorted({village for (village,) in row}) for row in rows]


def test_accepted_family_keeps_how_it_first_became_known(sari, budi, family):
    Household.objects.filter(pk=family.pk).update(source="letter")
    offer(sari, family, budi.region)

    assert accept(budi).source == "letter"


def test_accepted_family_moves_with_everything_that_is_its_own(sari, budi, family, place):
    actions.verify_household(by=sari, household_id=family.pk, version=1, visited_on=dt.date(2026, 11, 2))
    offer(sari, family, budi.region)

    moved = accept(budi)

    assert villages() == [[budi.region_id]] * 2
    assert (moved.hamlet, moved.family_card_number) == ("Lauk Masjid", family.family_card_number)
    kept = [rows.objects.visible_to(budi).count() for rows in (Trip, Visit, Consent)]
    gone = [rows.objects.visible_to(sari).count() for rows in (Household, Person, Trip, Visit, Consent)]
    assert (kept, gone) == ([1, 1, 1], [0] * 5)
    stay = moved.past_residences.get()
    assert (stay.village_id, stay.since, stay.until) == (sari.region_id, None, TENTH.value)
    assert {(s.household_id, s.village_id, s.until) for p in moved.members.all() for s in p.past_memberships.all()} == {
        (family.pk, sari.region_id, TENTH.value)
    }


def test_both_books_say_that_the_family_moved(sari, budi, family):
    offer(sari, family, budi.region)
    accept(budi, family_card_number="5203210101200009")

    lines = AuditEvent.objects.filter(act="changed").values_list("region_code", "record_kind", "fields")
    assert sorted(map(str, lines)) == sorted(
        map(
            str,
            [
                (budi.region_id, "households.household", ["village"]),
                (sari.region_id, "households.moveoffer", ["state"]),
            ],
        )
    )
    sent = MoveOffer.objects.visible_to(sari).get()
    assert (sent.state, sent.people, sent.answered_by) == (MoveState.ACCEPTED, 2, budi)
    assert Household.objects.get().family_card_number == "5203210101200009"


def test_declined_and_withdrawn_families_stay_and_can_be_offered_again(sari, budi, family):
    offer(sari, family, budi.region)
    decline(budi)
    offer(sari, family, budi.region)
    withdraw(sari, family)
    offer(sari, family, budi.region, UNKNOWN)

    assert villages() == [[sari.region_id]] * 2
    assert [one.state for one in MoveOffer.objects.order_by("pk")] == ["declined", "withdrawn", "waiting"]
    assert MoveOffer.objects.get(state="waiting").moved_on == TODAY


def test_family_comes_back_by_the_same_way(sari, budi, family):
    offer(sari, family, budi.region)
    accept(budi)
    offer(budi, family, sari.region, PartialDate(dt.date(2026, 11, 15), "day"))
    accept(sari)

    assert villages() == [[sari.region_id]] * 2
    stays = [(s.village_id, s.since, s.until.day) for s in Household.objects.get().past_residences.all()]
    assert stays == [(sari.region_id, None, 10), (budi.region_id, TENTH.value, 15)]


def test_answers_that_come_too_late_are_refused_in_words(sari, budi, family):
    offer(sari, family, budi.region)
    withdraw(sari, family)

    for late in (accept, decline):
        with pytest.raises(ValidationError, match="sudah dijawab atau ditarik"):
            late(budi)
    with pytest.raises(ValidationError, match="Tidak ada tawaran"):
        withdraw(sari, family)
    assert villages() == [[sari.region_id]] * 2


def test_nik_that_the_receiving_village_has_already_is_refused_without_saying_whose(sari, budi, family, place):
    PersonFactory(household=HouseholdFactory(village=budi.region, created_by=budi), nik=place.head.nik)
    offer(sari, family, budi.region)

    with pytest.raises(ValidationError) as refused:
        accept(budi)

    assert "sudah terdata di desa Anda" in refused.value.messages[0]
    assert not [word for word in (place.mark, place.head.nik) if word in refused.value.messages[0]]
    assert MoveOffer.objects.get().state == MoveState.WAITING


def test_card_that_families_of_both_villages_bear_is_looked_at_on_both_sides(sari, budi):
    family, left, met = (
        HouseholdFactory(village=officer.region, family_card_number="5203990101200001", origin="import")
        for officer in (sari, sari, budi)
    )
    actions.refresh_household(left)
    offer(sari, family, budi.region)
    accept(budi)

    checks = {one.pk: Check.CARD_SHARED in one.checks for one in Household.objects.all()}
    assert checks == {left.pk: False, met.pk: True, family.pk: True}


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (PartialDate(dt.date(2026, 10, 31), "day"), "1 November 2026"),
        (PartialDate(dt.date(2025, 1, 1), "year"), "1 Nov"),
    ],
)
def test_move_before_the_family_was_registered_is_refused_in_words(sari, budi, family, moved, said):
    with pytest.raises(ValidationError, match=said):
        offer(sari, family, budi.region, moved)


def test_offered_family_is_not_offered_twice_nor_closed_and_a_closed_one_not_offered(sari, budi, wulan, family):
    def close():
        version = Household.objects.get(pk=family.pk).version
        return actions.close_household(
            by=sari, household_id=family.pk, version=version, reason=ClosingReason.MOVED, closed=TENTH, today=TODAY
        )

    offer(sari, family, budi.region)
    with pytest.raises(ValidationError, match="sudah ditawarkan"):
        offer(sari, family, wulan.region)
    with pytest.raises(ValidationError, match="Tarik kembali dulu"):
        close()
    withdraw(sari, family)
    close()
    with pytest.raises(ValidationError, match="sedang ditutup"):
        offer(sari, family, budi.region)
    actions.reopen_household(by=sari, household_id=family.pk, version=4, by_mistake=True, today=TODAY)
    with pytest.raises(ValidationError, match="desa lain"):
        offer(sari, family, sari.region)


def test_offer_stays_good_while_the_family_is_edited(sari, budi, family, place):
    offer(sari, family, budi.region)
    actions.record_death(by=sari, person_id=place.child.pk, version=1, died=TENTH, today=TODAY)

    accept(budi)

    assert MoveOffer.objects.get().people == 1
    assert villages() == [[budi.region_id]] * 2


def test_strangers_and_the_second_editor_offer_and_answer_nothing(sari, budi, wulan, rina, family):
    for other in (budi, rina):
        with pytest.raises(Household.DoesNotExist):
            offer(other, family, budi.region)
    with pytest.raises(StaleVersion):
        offer(sari, family, budi.region, version=9)
    offer(sari, family, budi.region)
    for other in (sari, wulan, rina):
        with pytest.raises(IncomingMove.DoesNotExist):
            accept(other)

    assert villages() == [[sari.region_id]] * 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("second", [accept, decline, withdraw], ids=lambda act: act.__name__)
def test_of_two_answers_at_the_same_moment_one_holds(second, sari, budi, family):
    offer(sari, family, budi.region)
    other = (lambda: withdraw(sari, family)) if second is withdraw else (lambda: second(budi))

    results = at_once(lambda: accept(budi), other)

    refused = [one for one in results if isinstance(one, ValidationError | Household.DoesNotExist | StaleVersion)]
    assert (len(refused), [one for one in results if isinstance(one, Exception) and one not in refused]) == (1, [])
    sent = MoveOffer.objects.get()
    there = budi if sent.state == MoveState.ACCEPTED else sari
    assert villages() == [[there.region_id]] * 2
    assert sent.household.past_residences.count() == (there is budi)


@pytest.mark.django_db(transaction=True)
def test_edit_at_the_moment_of_the_move_is_carried_along_or_finds_nobody(sari, budi, family, place):
    offer(sari, family, budi.region)

    def edit():
        return actions.record_death(by=sari, person_id=place.child.pk, version=1, died=TENTH, today=TODAY)

    moved, edited = at_once(lambda: accept(budi), edit)

    assert isinstance(moved, Household)
    child = Person.objects.get(pk=place.child.pk)
    assert isinstance(edited, Person.DoesNotExist) == (child.died_on is None)
    assert villages() == [[budi.region_id]] * 2
