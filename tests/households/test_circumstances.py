"""How a family lives, as acts: a section at a time, each answer with its inverse."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.living import SECTIONS
from households.models import Circumstances, Household
from tests.factories.households import HouseholdFactory
from tests.factories.living import CircumstancesFactory

DAY = dt.date(2026, 11, 3)
AID = {"aid_registered": "yes", "aid_pkh": "no", "aid_bpnt": "refused", "aid_pip": "unknown", "aid_kis": ""}
INCOME = {"income_source": "farming", "income_band": "from_1", "remittance_share": "from_25"}


@pytest.fixture
def family(sari):
    return HouseholdFactory(village=sari.region, created_by=sari)


def answer(by, family, section, answers, version=0, told_on=DAY):
    return actions.answer_section(
        by=by,
        household_id=family.pk,
        section=SECTIONS[section],
        version=version,
        answers=answers,
        told_on=told_on,
    )


def test_answers_stand_on_their_day_with_refused_unknown_and_unasked_apart(sari, family):
    known = answer(sari, family, "aid", AID)

    assert {name: getattr(known, name) for name in AID} == AID
    assert (known.aid_told_on, known.aid_known_at is None, known.income_told_on) == (DAY, False, None)


def test_section_leaves_the_others_as_they_are(sari, family):
    answer(sari, family, "aid", AID)
    known = answer(sari, family, "income", INCOME, told_on=DAY + dt.timedelta(days=9))

    assert (known.aid_registered, known.aid_told_on, known.aid_version) == ("yes", DAY, 1)
    assert (known.income_band, known.income_version) == ("from_1", 1)


def test_answer_taken_back_is_as_if_nobody_had_asked(sari, family):
    answer(sari, family, "income", INCOME)
    known = answer(sari, family, "income", dict.fromkeys(INCOME, ""), version=1)

    assert (known.income_band, known.income_told_on, known.income_known_at) == ("", None, None)
    assert known.unasked_after(SECTIONS["aid"]) == SECTIONS["income"]


def test_book_names_the_columns_that_changed_and_no_value(sari, family):
    answer(sari, family, "income", INCOME)
    answer(sari, family, "income", INCOME | {"income_band": "refused"}, version=1)
    answer(sari, family, "income", INCOME | {"income_band": "refused"}, version=2)

    lines = AuditEvent.objects.filter(act=Act.CHANGED).order_by("pk")
    assert [line.fields for line in lines] == [sorted(INCOME), ["income_band"], ["income_told_on"]]
    assert {line.record_kind for line in lines} == {"households.circumstances"}


def test_second_editor_of_the_same_section_is_stopped(sari, family):
    answer(sari, family, "income", INCOME)

    with pytest.raises(StaleVersion) as stale:
        answer(sari, family, "income", dict.fromkeys(INCOME, "refused"))
    assert stale.value.current.income_band == "from_1"
    assert Circumstances.objects.get().income_band == "from_1"


@pytest.mark.parametrize("who", ["budi", "rina", "dewi", "adi"])
def test_strangers_family_does_not_exist(request, family, who):
    with pytest.raises(Household.DoesNotExist):
        answer(request.getfixturevalue(who), family, "aid", AID)
    assert (Circumstances.objects.count(), AuditEvent.objects.count()) == (0, 0)


def test_number_without_its_answer_is_refused_in_words(sari, family):
    contact = dict.fromkeys(SECTIONS["contact"].columns, "") | {"phone": "+6281234567890"}

    with pytest.raises(ValidationError, match="Isi nomor teleponnya"):
        answer(sari, family, "contact", contact)


@pytest.mark.parametrize(
    "broken",
    [
        {"latitude": "-8.58312"},
        {"phone_answer": "number"},
        {"phone": "+6281234567890", "phone_answer": "none"},
        {"aid_told_on": DAY, "aid_known_at": None},
    ],
    ids=["half a point", "no number", "a number and none", "one date"],
)
def test_database_keeps_what_belongs_together(family, broken):
    with pytest.raises(IntegrityError):
        CircumstancesFactory(household=family, **broken)


def test_family_has_one_sheet(family):
    CircumstancesFactory(household=family)

    with pytest.raises(IntegrityError):
        CircumstancesFactory(household=family)


def test_sections_hold_every_answer_once():
    kept = {field.name for field in Circumstances._meta.fields}
    kept -= {"id", "household", "changed_at", "changed_by"}
    bookkeeping = {
        getattr(section, name) for section in SECTIONS.values() for name in ("told_on", "known_at", "version")
    }

    assert sorted(kept - bookkeeping) == sorted(name for section in SECTIONS.values() for name in section.columns)
