"""A move to another family of the village by mistake: it is taken back as long as nothing newer hangs on it."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import AuditEvent
from households import actions
from households.choices import Relation
from households.entries import SplitEntry
from households.models import Household, MemberMove
from tests.factories.accounts import UserFactory
from tests.factories.households import ClosingFactory
from tests.factories.stays import PastResidenceFactory
from tests.households.two_families import (
    TENTH,
    TODAY,
    TWELFTH,
    family_of,
    family_of_amaq,
    member,
    move,
    offer,
    stays,
    undo,
)


@pytest.fixture
def amaq(sari):
    return family_of_amaq(sari)


@pytest.fixture
def loq(sari):
    return family_of(sari, Loq="head", Ahyar="child")


def test_move_by_mistake_is_as_if_it_had_never_been(sari, amaq, loq):
    move(sari, "Sahnim", loq)

    person = undo(sari, "Sahnim")

    assert (person.household, person.relation, stays("Sahnim")) == (amaq, "child", [])
    assert MemberMove.objects.count() == 0
    assert {one.sort_name for one in Household.objects.all()} == {"amaq", "loq"}
    assert {one.member_names for one in Household.objects.all()} == {"amaq\ninaq\nsahnim", "ahyar\nloq"}
    assert AuditEvent.objects.filter(reason="kepindahan keliru, ditarik kembali").count() == 3


def test_head_comes_back_as_head_unless_there_is_another_one(sari, amaq, loq):
    move(sari, "Amaq", loq, relation=Relation.PARENT)
    assert undo(sari, "Amaq").relation == Relation.HEAD

    move(sari, "Amaq", loq, relation=Relation.PARENT)
    version = Household.objects.get(pk=amaq.pk).version
    actions.change_head(
        by=sari, household_id=amaq.pk, version=version, head_id=member("Inaq").pk, old_relation="", today=TODAY
    )

    assert undo(sari, "Amaq").relation == Relation.UNKNOWN


def moves_on(sari, amaq, loq):
    split = SplitEntry(going={member("Sahnim").pk: Relation.HEAD}, remaining_head=None, split=TWELFTH)
    actions.split_household(by=sari, household_id=loq.pk, version=1, entry=split, today=TODAY)


def old_is_offered(sari, amaq, loq):
    offer(sari, amaq, to=UserFactory(region__code="5203212002"))


def becomes_head(sari, amaq, loq):
    actions.change_head(
        by=sari, household_id=loq.pk, version=1, head_id=member("Sahnim").pk, old_relation="", today=TODAY
    )


def leaves_again(sari, amaq, loq):
    person = member("Sahnim")
    actions.record_leaving(by=sari, person_id=person.pk, version=2, how="moved", left=TWELFTH, today=TODAY)


def old_is_closed(sari, amaq, loq):
    ClosingFactory(household=amaq)


def old_went_and_came(sari, amaq, loq):
    PastResidenceFactory(household=amaq, village__code="5203212002", until=TWELFTH.value)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (moves_on, "sesudahnya sudah ada kepindahan lain"),
        (becomes_head, "sekarang kepala keluarga"),
        (leaves_again, "Tarik dulu catatan keluarnya"),
        (old_is_closed, "sudah ditutup"),
        (old_went_and_came, "sesudahnya sudah ada kepindahan lain"),
        (old_is_offered, "sedang ditawarkan"),
    ],
)
def test_move_stays_when_something_newer_hangs_on_it(sari, amaq, loq, since, said):
    move(sari, "Sahnim", loq)
    since(sari, amaq, loq)

    with pytest.raises(ValidationError, match=said):
        undo(sari, "Sahnim")


def test_who_never_moved_has_nothing_to_take_back(sari, amaq):
    with pytest.raises(ValidationError, match="Tidak ada kepindahan"):
        undo(sari, "Sahnim")


def test_split_on_the_day_of_a_move_there_and_back_is_taken_back_all_the_same(sari, amaq, loq):
    move(sari, "Sahnim", loq)
    move(sari, "Sahnim", amaq, relation=Relation.CHILD)
    entry = SplitEntry(going={member("Sahnim").pk: Relation.HEAD}, remaining_head=None, split=TENTH)
    actions.split_household(by=sari, household_id=amaq.pk, version=1, entry=entry, today=TODAY)

    actions.withdraw_split(by=sari, household_id=amaq.pk, version=2)

    assert (member("Sahnim").household, stays("Sahnim")) == (
        amaq, [(amaq.pk, None, TENTH.value), (loq.pk, TENTH.value, TENTH.value)],
    )  # fmt: skip
