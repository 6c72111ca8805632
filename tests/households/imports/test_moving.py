"""Rows of people who belong to another family now, or went with theirs to another village."""

import datetime as dt

import pytest

from households import actions
from households.choices import MemberMoveReason, Relation
from households.entries import AddressEntry, SplitEntry
from households.models import Household, IncomingMove, Person
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.imports.conftest import TODAY, as_is, outcomes, questions, reasons
from tests.households.imports.workbooks import OTHER_CARD
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
OTHER_FAMILY = (
    "Orang ini anggota keluarga lain di desa ini sejak 3 November 2026. "
    "Betulkan Nomor KK di berkas, atau pindahkan lewat halaman orangnya."
)
MOVED_OUT = (
    "Keluarga orang ini pindah dari desa ini ke Lenek Lauk pada 10 November 2026. "
    "Bila sudah kembali, minta petugas di sana menawarkan pindahnya."
)


@pytest.fixture
def went(siti, home, sari):
    """Siti went over to another family of the village on 3 November, one without a card."""
    Person.objects.filter(pk=siti.pk).update(relation=Relation.CHILD)
    other = HouseholdFactory(village=sari.region, hamlet="LAIN", created_by=sari)
    return actions.move_member(
        by=sari, person_id=siti.pk, version=siti.version, to_household_id=other.pk, relation=Relation.WIFE,
        reason=MemberMoveReason.MARRIED, moved=PartialDate(dt.date(2026, 11, 3), "day"), today=TODAY,
    )  # fmt: skip


@pytest.mark.parametrize("row", [{}, {"nik": "0"}, {"nik": "0", "tanggallahir": ""}])
def test_row_of_a_moved_member_under_the_old_card_changes_neither_family(plan_of, bring_in, went, row):
    before = as_is(went), Household.objects.filter(pk=went.household_id).values().get()

    plan = plan_of({**row, "kk_level": "4"})
    bring_in({**row, "kk_level": "4"})

    assert (outcomes(plan), reasons(plan), questions(plan)) == (["review"], [OTHER_FAMILY], [])
    assert (as_is(went), Household.objects.filter(pk=went.household_id).values().get()) == before
    assert Person.objects.count() == 1


def test_row_of_a_moved_member_under_his_own_new_card_gives_it_to_the_new_family(plan_of, went):
    plan = plan_of({"no_kk": OTHER_CARD, "kk_level": "3", "dusun": "LAIN"})
    assert (outcomes(plan), plan.results[0].household_id) == (["changed"], went.household_id)


def test_row_of_a_split_off_family_under_the_old_card_goes_to_review(plan_of, siti, home, sari):
    budi = PersonFactory(household=home, name="Budi", nik="5203170101880001", birth_on=dt.date(1988, 1, 1))
    entry = SplitEntry(going={budi.pk: Relation.HEAD}, split=PartialDate(dt.date(2026, 11, 3), "day"))
    actions.split_household(by=sari, household_id=home.pk, version=1, entry=entry, today=TODAY)
    row = {"nama": "BUDI", "nik": budi.nik, "sex": "2", "tanggallahir": "1988-01-01", "kk_level": "4"}
    plan = plan_of({}, row)
    assert (outcomes(plan), reasons(plan)) == (["same", "review"], [OTHER_FAMILY])


@pytest.fixture
def moved_out(siti, home, sari, budi):
    """Siti's family moved to Lenek Lauk, and somebody was born into it there."""
    actions.offer_move(
        by=sari, household_id=home.pk, version=home.version, to_village=budi.region,
        moved=PartialDate(dt.date(2026, 11, 10), "day"), note="", today=TODAY,
    )  # fmt: skip
    offer = IncomingMove.objects.get()
    actions.accept_move(by=budi, offer_id=offer.pk, address=AddressEntry(hamlet="SANA"), today=TODAY)
    home.refresh_from_db()
    return PersonFactory(household=home, name="Orang Baru", nik="5203170101880001")


@pytest.mark.parametrize(
    "row", [{}, {"no_kk": OTHER_CARD}, {"nik": "0"}, {"nik": "0", "nama": "SITI", "kk_level": "4"}]
)
def test_row_of_a_family_that_moved_away_makes_no_second_one(plan_of, bring_in, moved_out, row):
    plan = plan_of(row)
    bring_in(row)
    assert (outcomes(plan), reasons(plan), Household.objects.count()) == (["review"], [MOVED_OUT], 1)


def test_plan_tells_nothing_of_who_came_to_a_moved_family_later(plan_of, moved_out):
    plan = plan_of({"nik": moved_out.nik, "nama": "SIAPA", "no_kk": OTHER_CARD})
    assert (outcomes(plan), "SANA" in repr(plan), "Orang Baru" in repr(plan)) == (["new"], False, False)


def test_plan_tells_nothing_of_a_family_that_was_never_here(plan_of, neighbours):
    stranger = neighbours["5203212002"]
    plan = plan_of({"nik": stranger.head.nik, "no_kk": stranger.household.family_card_number})
    assert (outcomes(plan), stranger.mark in repr(plan)) == (["new"], False)


def test_row_of_a_family_that_moved_away_and_came_back_is_the_same(plan_of, moved_out, home, sari, budi):
    actions.offer_move(
        by=budi, household_id=home.pk, version=home.version, to_village=sari.region, moved=PartialDate(), note="",
        today=TODAY,
    )  # fmt: skip
    offer = IncomingMove.objects.filter(state="waiting").get()
    address = AddressEntry(hamlet="DASAN BARU", rt="001", rw="002")
    actions.accept_move(by=sari, offer_id=offer.pk, address=address, today=TODAY)
    assert outcomes(plan_of({})) == ["same"]
