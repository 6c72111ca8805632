"""What makes a record 'perlu dicek', as truth tables."""

import datetime as dt

import pytest

from households.choices import Check, Relation
from households.models import Person
from households.rules.checks import household_checks, person_checks

BORN = {"birth_on": dt.date(1990, 1, 1), "birth_precision": "day"}


@pytest.mark.parametrize(
    ("columns", "reasons"),
    [
        ({**BORN, "sex": "P"}, []),
        ({**BORN, "sex": ""}, [Check.SEX_UNKNOWN]),
        ({"sex": "P"}, [Check.BIRTH_UNKNOWN]),
        ({**BORN, "sex": "L", "nik": "5203174101900001"}, [Check.NIK_SEX_DIFFERS]),
        ({"sex": "", "nik": "5203174101900000"}, [Check.NIK_SERIAL_ZERO, Check.BIRTH_UNKNOWN, Check.SEX_UNKNOWN]),
    ],
)
def test_person_is_to_be_checked_for_what_nobody_knows_yet(columns, reasons):
    assert person_checks(Person(**columns), region_known=True, today=dt.date(2026, 11, 22)) == reasons


@pytest.mark.parametrize(
    ("relations", "card_shared", "consented", "asked", "reasons"),
    [
        ([Relation.HEAD, Relation.WIFE], False, True, True, []),
        ([Relation.WIFE], False, True, True, [Check.NO_HEAD]),
        ([], False, True, True, [Check.NO_HEAD]),
        ([Relation.HEAD], True, True, True, [Check.CARD_SHARED]),
        ([Relation.HEAD], False, False, True, [Check.CONSENT_MISSING]),
        ([Relation.HEAD], False, False, False, []),
    ],
)
def test_household_is_to_be_checked_for_head_card_and_consent(relations, card_shared, consented, asked, reasons):
    found = household_checks(relations=relations, card_shared=card_shared, consented=consented, asked_for_consent=asked)

    assert found == reasons
