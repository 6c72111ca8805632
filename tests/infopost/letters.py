"""A candidate of Korleko with her husband, and what an officer answers when he prepares letters about her."""

import datetime as dt
from dataclasses import replace

from households.choices import Relation, Sex
from infopost import actions
from infopost.letter_choices import LetterKind
from infopost.letters.entries import LeaveEntry, LetterEntry
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
NIK = "5203175705980001"
SEEN = {"is_present": True, "identity_seen": True, "kinship_seen": True, "consent": "given"}
COVER = LetterEntry(LetterKind.COVER, addressee="Kepala Dinas", purpose="mendaftar", enclosed="KTP")
MARRIED = LetterEntry(LetterKind.MARITAL, marital="married")
RETURNED = LetterEntry(LetterKind.RETURN)


def candidate(officer, **values):
    """Siti, 28 years old and married, who prepares to go to Taiwan; her husband is the family's head."""
    family = HouseholdFactory(village=officer.region, created_by=officer)
    husband = {"name": "Amaq Siti", "sex": Sex.MALE, "nik": "5203170303950002", "birth_on": dt.date(1995, 3, 3)}
    PersonFactory(household=family, head=True, **husband)
    about = {"name": "Siti", "relation": Relation.WIFE, "nik": NIK, "marital": "registered"}
    siti = PersonFactory(household=family, **{"birth_on": dt.date(1998, 5, 17)} | about | values)
    TripFactory(person=siti, country="TW", sector="domestic", prospective_on=dt.date(2026, 10, 1))
    return siti


def leave_for(person, **values) -> LetterEntry:
    """Her husband gives leave, and the officer has seen what he has to see."""
    husband = person.household.members.get(relation=Relation.HEAD)
    leave = LeaveEntry(kinship="spouse", signer_id=husband.pk, **SEEN)
    return LetterEntry(LetterKind.FAMILY, leave=replace(leave, **values))


def prepare(officer, person, entry=None, today=TODAY):
    """The officer prepares a letter; of permission, unless another is asked for."""
    entry = entry or leave_for(person)
    return actions.prepare_letter(by=officer, letter_id=new_id(), person_id=person.pk, entry=entry, today=today)


def sign(head, letter, today=TODAY):
    """The head signs it."""
    return actions.sign_letter(by=head, letter_id=letter.pk, version=letter.version, today=today)
