"""Families on a card, and who comes to one."""

import datetime as dt

from households import actions
from households.entries import AddressEntry
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory

TODAY = dt.date(2026, 11, 22)
CARD, OTHER_CARD = "5203170101200001", "5203170101200002"


def bearer_of(card, officer):
    """A family of the officer's village with a head and its consent."""
    household = HouseholdFactory(village=officer.region, created_by=officer, family_card_number=card)
    ConsentFactory(household=household)
    PersonFactory(household=household, head=True)
    return household


def home(card=CARD):
    return AddressEntry("Mangsit", "001", "002", "", card)


def take_card(by, household, card=CARD, version=1):
    """The family comes to this card."""
    return actions.change_household(by=by, household_id=household.pk, version=version, address=home(card))
