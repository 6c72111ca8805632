"""Families that share a card: what each one's row says of it, whoever writes at the same moment."""

import pytest
from django.db import transaction

from households import actions
from households.actions import derived
from households.choices import Check, Relation
from households.entries import AddressEntry, SplitEntry
from households.models import Household, HouseholdClearance, Person
from tests.factories.households import PersonFactory
from tests.households.cards import CARD, OTHER_CARD, TODAY, bearer_of, take_card
from tests.racing import at_once
from toolkit.dates import PartialDate
from toolkit.ids import new_id


@pytest.fixture
def family_of(sari):
    """Gives Korleko a family on a card."""
    return lambda card=CARD: bearer_of(card, sari)


@pytest.fixture
def family(family_of):
    return family_of()


def shared() -> dict:
    return {one.pk: Check.CARD_SHARED in one.checks for one in Household.objects.all()}


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
