"""Rows of people who left: nobody is brought back or changed unasked, and the officer reads what is known."""

import datetime as dt

import pytest
from django.urls import reverse

from households import actions
from households.choices import ClosingReason, LeftHow, Relation
from households.imports.batches import commit_batch, keep_upload
from households.imports.committing import PlanChanged
from households.imports.planning import plan_sheet
from households.imports.reading import read
from households.imports.returning import reason_of
from households.models import Absence, Household, Person
from tests.factories.households import ClosingFactory, PersonFactory
from tests.households.imports import workbooks
from tests.households.imports.conftest import TODAY, as_is, differences, outcomes, questions, reasons
from tests.households.imports.test_views import commit, planned
from tests.households.imports.workbooks import OTHER_CARD
from toolkit.dates import PartialDate
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
NIK, MARCH = "5203175705900001", dt.date(2026, 3, 3)
DEAD = (
    "Orang ini tercatat meninggal pada 3 Maret 2026. Bila keliru, tarik dulu catatan meninggalnya di halaman orangnya."
)
LEFT = (
    "Orang ini tercatat keluar dari keluarganya: pindah sendiri pada 3 Maret 2026. "
    "Bila sudah kembali, catat dulu kembalinya di halaman orangnya."
)
ASKED = (
    "Siti Aminah tercatat keluar dari keluarganya: pindah sendiri pada 3 Maret 2026. "
    "Apakah sudah kembali ke keluarga ini?"
)


def gone(person, **columns):
    """The person as he stands after an act: one with a day has the other columns of it too."""
    made = PersonFactory.build(household=person.household, **columns)
    names = [f"{act}_{part}" for act in ("died", "left") for part in ("on", "precision", "known_at")]
    Person.objects.filter(pk=person.pk).update(left_how=made.left_how, **{name: getattr(made, name) for name in names})


def test_row_of_somebody_who_died_goes_to_review_and_changes_nothing(plan_of, bring_in, siti):
    gone(siti, died_on=MARCH)
    before = as_is(siti)

    plan = plan_of({"nama": "SITI AMINAH HASAN", "kk_level": "3"})
    bring_in({"nama": "SITI AMINAH HASAN", "kk_level": "3"})

    assert (outcomes(plan), reasons(plan), questions(plan)) == (["review"], [DEAD], [])
    assert as_is(siti) == before


@pytest.mark.parametrize("row", [{"nik": "0"}, {"nik": "0", "tanggallahir": ""}, {"no_kk": OTHER_CARD}])
def test_row_of_somebody_who_died_is_known_by_name_and_under_another_card_too(plan_of, siti, row):
    gone(siti, died_on=MARCH)
    assert reasons(plan_of(row)) == [DEAD]


def test_row_of_a_child_named_after_the_dead_is_new(plan_of, siti):
    gone(siti, died_on=MARCH)
    assert outcomes(plan_of({"nik": "0", "tanggallahir": "2026-05-01", "kk_level": "4"})) == ["new"]


def test_row_that_says_dead_of_the_dead_is_only_skipped(plan_of, siti):
    gone(siti, died_on=MARCH)
    assert outcomes(plan_of({"status_dasar": "2"})) == ["skipped"]


def test_row_of_somebody_who_left_his_family_is_asked_about(plan_of, bring_in, siti):
    gone(siti, left_on=MARCH)
    before = as_is(siti)

    plan = plan_of({"nama": "SITI AMINAH HASAN"})
    bring_in({"nama": "SITI AMINAH HASAN"})

    assert (outcomes(plan), reasons(plan), questions(plan)) == (["review"], [LEFT], [(2, ASKED, (2,))])
    assert as_is(siti) == before


def test_answer_yes_brings_somebody_back_from_today_and_writes_his_row(bring_in, siti):
    gone(siti, left_on=MARCH)

    bring_in({"nama": "SITI AMINAH HASAN"}, back=frozenset({2}))

    siti.refresh_from_db()
    assert (siti.left_on, siti.name) == (None, "SITI AMINAH HASAN")
    stay = Absence.objects.get()
    assert (stay.person_id, stay.left_on, stay.back_on) == (siti.pk, MARCH, TODAY)


def test_answer_yes_is_taken_back_as_any_return(bring_in, siti, sari):
    gone(siti, left_on=MARCH)
    bring_in({}, back=frozenset({2}))
    siti.refresh_from_db()

    actions.withdraw_return(by=sari, person_id=siti.pk, version=siti.version)

    siti.refresh_from_db()
    assert (siti.left_on, Absence.objects.count()) == (MARCH, 0)


@pytest.mark.parametrize("row", [{"no_kk": OTHER_CARD}, {"no_kk": OTHER_CARD, "nama": "SITI"}])
def test_row_of_somebody_who_left_under_another_card_asks_nothing(plan_of, siti, row):
    gone(siti, left_on=MARCH)
    plan = plan_of(row)
    assert (reasons(plan), questions(plan)) == ([LEFT], [])


def test_card_of_somebody_who_left_is_no_card_for_his_old_family(plan_of, siti, home):
    gone(siti, left_on=MARCH)
    Household.objects.filter(pk=home.pk).update(family_card_number="")
    plan = plan_of({}, {"nik": "", "nama": "BUDI", "kk_level": "4"})
    assert (outcomes(plan), plan.results[1].household_id, differences(plan)) == (["review", "new"], None, [])


def test_row_of_somebody_noted_by_mistake_asks_nothing(plan_of, siti):
    gone(siti, left_on=MARCH, left_how=LeftHow.MISTAKE)
    plan = plan_of({})
    assert (reasons(plan), questions(plan)) == (
        ["Orang ini tercatat keliru sejak awal. Bila ternyata anggota, tarik dulu catatan keluarnya."],
        [],
    )


def test_head_who_left_is_not_asked_about_where_another_one_is_head(plan_of, siti, home):
    gone(siti, left_on=MARCH)
    Person.objects.filter(pk=siti.pk).update(relation=Relation.WIFE)
    PersonFactory(household=home, head=True, name="Budi")
    plan = plan_of({})
    assert (outcomes(plan), questions(plan)) == (["review"], [])


def test_closed_family_is_asked_about_once_for_all_its_rows(plan_of, siti):
    ClosingFactory(household=siti.household)
    plan = plan_of({}, {"nik": "", "nama": "BUDI", "kk_level": "4"})
    words = "Keluarga Siti Aminah ditutup pada 1 Januari 2026: pindah dari desa. Apakah sudah kembali ke desa ini?"
    assert (outcomes(plan), questions(plan)) == (["review", "review"], [(2, words, (2, 3))])


def test_answer_yes_reopens_the_family_from_today_and_writes_its_rows(bring_in, siti):
    closing = ClosingFactory(household=siti.household)
    bring_in({"rt": "7"}, {"nik": "", "nama": "BUDI", "kk_level": "4"}, back=frozenset({2}))

    closing.refresh_from_db()
    siti.household.refresh_from_db()
    assert (closing.reopened_on, closing.reopened_precision, siti.household.rt) == (TODAY, "unknown", "007")
    assert list(siti.household.members.order_by("pk").values_list("name", flat=True)) == ["Siti Aminah", "BUDI"]


@pytest.mark.parametrize("reason", [ClosingReason.TWICE, ClosingReason.MERGED, ClosingReason.DIED])
def test_family_closed_for_good_is_not_asked_about(plan_of, siti, reason):
    ClosingFactory(household=siti.household, reason=reason)
    plan = plan_of({})
    assert (outcomes(plan), questions(plan)) == (["review"], [])


def test_answer_about_something_that_was_settled_meanwhile_writes_nothing(siti, sari):
    gone(siti, left_on=MARCH)
    content = workbooks.opensid({"rt": "9"})
    sheet = read(content, name="a.xlsx")
    plan = plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)
    batch = keep_upload(by=sari, village=sari.region, content=content, name="a.xlsx", plan=plan)
    siti.refresh_from_db()
    actions.record_return(by=sari, person_id=siti.pk, version=siti.version, back=PartialDate(), today=TODAY)

    with pytest.raises(PlanChanged):
        commit_batch(
            by=sari, batch_id=batch.pk, sheet=sheet, digest=plan.digest, other_village=False, today=TODAY,
            back=frozenset({2}),
        )  # fmt: skip

    assert (Absence.objects.count(), Household.objects.get().rt) == (1, "001")


def test_page_asks_and_a_resent_answer_counts_once(client_of, sari, siti):
    gone(siti, left_on=MARCH)
    browser = client_of(sari)
    batch, page = planned(browser, {"nama": "SITI AMINAH HASAN"})
    content = page.content.decode()
    assert (ASKED in content, 'name="back" value="2"' in content) == (True, True)
    assert "Nama: Siti Aminah → <strong>SITI AMINAH HASAN</strong>" in content

    op = new_id()
    for _ in range(2):
        commit(browser, batch, page, op=op, back="2")

    siti.refresh_from_db()
    assert (siti.left_on, siti.name, Absence.objects.count()) == (None, "SITI AMINAH HASAN", 1)


def test_page_without_an_answer_leaves_everything(client_of, sari, siti):
    gone(siti, left_on=MARCH)
    browser = client_of(sari)
    batch, page = planned(browser, {}, {"nik": "", "nama": "BUDI", "kk_level": "4"})
    commit(browser, batch, page)
    siti.refresh_from_db()
    assert (siti.left_on, Person.objects.filter(name="BUDI").count()) == (MARCH, 1)


def test_file_given_back_says_what_the_page_says(plan_of, client_of, sari, siti):
    gone(siti, left_on=MARCH)
    assert reason_of(plan_of({}).results[0]) == LEFT
    browser = client_of(sari)
    batch, _ = planned(browser, {})
    assert browser.get(reverse("households:import_return", args=[batch.pk])).status_code == 200
