import datetime as dt

import pytest
from django.utils import timezone

from households.choices import Precision
from households.models import Person
from tests.factories.households import ClosingFactory, HouseholdFactory, PersonFactory
from tests.households.imports.conftest import differences, outcomes, reasons
from tests.households.imports.workbooks import CARD, OTHER_CARD

pytestmark = pytest.mark.django_db
BIRTH = dt.date(1990, 5, 17)
NIK = "5203175705900001"
OTHER_PERSON = "NIK ini sudah terdata di desa ini atas nama dan tanggal lahir lain. Cocokkan dengan Kartu Keluarga."


def without_nik(person) -> None:
    Person.objects.filter(pk=person.pk).update(nik=None, nik_missing="unknown")


def test_match_by_nik_is_the_same(plan_of, siti):
    plan = plan_of({})
    assert (outcomes(plan), plan.results[0].person_id) == (["same"], siti.pk)


def test_match_name_in_capitals_and_without_signs_is_the_same(plan_of, siti):
    assert outcomes(plan_of({"nama": "SITI-AMINAH", "dusun": "Dasan Baru"})) == ["same"]


def test_match_empty_cells_erase_nothing(plan_of, siti):
    empty = dict.fromkeys(("sex", "tanggallahir", "kk_level", "dusun", "rt", "rw", "alamat"))
    assert outcomes(plan_of(empty)) == ["same"]


def test_match_shows_what_would_change(plan_of, siti):
    plan = plan_of({"nama": "SITI AMINAH HASAN", "sex": "1", "kk_level": "3", "rt": "7", "alamat": "JL. A"})
    assert (outcomes(plan), differences(plan)) == (
        ["changed"],
        [
            ("name", "Siti Aminah", "SITI AMINAH HASAN"),
            ("sex", "Perempuan", "Laki-laki"),
            ("relation", "Kepala keluarga", "Istri"),
            ("rt", "001", "007"),
            ("address", "", "JL. A"),
        ],
    )


def test_match_nik_of_somebody_else_goes_to_review(plan_of, siti):
    plan = plan_of({"nama": "BUDI", "tanggallahir": "1980-01-01"})
    assert (outcomes(plan), reasons(plan)) == (["review"], [OTHER_PERSON])


def test_match_nik_with_corrected_birth_is_a_change(plan_of, siti):
    plan = plan_of({"tanggallahir": "1991-05-17"})
    assert differences(plan) == [("birth", "17 Mei 1990", "17 Mei 1991")]


def test_match_nik_under_another_card_goes_to_review(plan_of, siti):
    assert outcomes(plan_of({"no_kk": OTHER_CARD})) == ["review"]


def test_match_without_nik_on_card_name_and_birth(plan_of, siti):
    without_nik(siti)
    plan = plan_of({"nik": "0"})
    assert (outcomes(plan), plan.results[0].person_id) == (["same"], siti.pk)


@pytest.mark.parametrize("change", [{"tanggallahir": "1990-05-18"}, {"nama": "SITI AMINAH B"}])
def test_match_without_nik_and_another_birth_or_name_is_new(plan_of, siti, change):
    without_nik(siti)
    assert outcomes(plan_of({"nik": "0", "kk_level": "4", **change})) == ["new"]


def test_match_namesake_in_the_family_is_new_with_a_warning(plan_of, siti):
    plan = plan_of({"nik": "0", "kk_level": "4", "tanggallahir": "2012-05-18"})
    assert plan.results[0].warnings == ("Nama sama dengan anggota keluarga yang sudah terdata",)


def test_match_without_nik_under_another_card_is_new_with_a_warning(plan_of, siti):
    plan = plan_of({"nik": "0", "no_kk": OTHER_CARD})
    warning = "Nama dan tanggal lahir sama dengan orang yang sudah terdata di desa ini"
    assert (outcomes(plan), plan.results[0].warnings) == (["new"], (warning,))


def test_match_row_without_nik_finds_the_person_who_has_one(plan_of, siti):
    plan = plan_of({"nik": ""})
    assert (outcomes(plan), plan.results[0].person_id) == (["same"], siti.pk)


def test_match_nik_comes_to_the_person_who_had_none(plan_of, siti):
    without_nik(siti)
    assert differences(plan_of({})) == [("nik", "", "•" * 14 + "01")]


def test_match_same_person_with_another_nik_goes_to_review(plan_of, siti):
    assert outcomes(plan_of({"nik": "5203175705900002"})) == ["review"]


def test_match_exact_birth_replaces_the_year(plan_of, siti):
    Person.objects.filter(pk=siti.pk).update(birth_on=dt.date(1990, 7, 1), birth_precision=Precision.YEAR)
    assert differences(plan_of({})) == [("birth", "sekitar 1990", "17 Mei 1990")]


def test_match_year_does_not_replace_the_exact_birth(plan_of, siti):
    assert outcomes(plan_of({"tanggallahir": "1990"})) == ["same"]


def test_match_unknown_birth_finds_the_only_namesake(plan_of, siti):
    plan = plan_of({"nik": "", "tanggallahir": ""})
    assert (outcomes(plan), plan.results[0].person_id) == (["same"], siti.pk)


def test_match_unknown_birth_among_namesakes_goes_to_review(plan_of, siti, home):
    PersonFactory(household=home, name="Siti Aminah", birth_on=dt.date(2012, 1, 1))
    assert outcomes(plan_of({"nik": "", "tanggallahir": ""})) == ["review"]


def test_match_unknown_birth_finds_the_namesake_of_unknown_birth(plan_of, siti, home):
    other = PersonFactory(household=home, name="Siti Aminah", birth_on=None, birth_precision=Precision.UNKNOWN)
    plan = plan_of({"nik": "", "tanggallahir": "", "kk_level": "4"})
    assert (outcomes(plan), plan.results[0].person_id) == (["same"], other.pk)


def test_match_new_member_joins_the_household_of_the_card(plan_of, siti, home):
    result = plan_of({"nik": "", "nama": "BUDI", "kk_level": "4"}).results[0]
    assert (result.outcome, result.household_id) == ("new", home.pk)


def test_match_second_head_for_a_known_household_goes_to_review(plan_of, siti):
    assert outcomes(plan_of({"nik": "", "nama": "BUDI"})) == ["review"]


def test_match_change_of_head_in_the_file_is_taken_over(plan_of, siti):
    plan = plan_of({"kk_level": "3"}, {"nik": "", "nama": "BUDI"})
    assert outcomes(plan) == ["changed", "new"]


def test_match_card_shared_by_two_households_leaves_new_people_to_the_officer(plan_of, siti, sari):
    HouseholdFactory(village=sari.region, family_card_number=CARD, created_by=sari)
    plan = plan_of({}, {"nik": "", "nama": "BUDI", "kk_level": "4"})
    assert (outcomes(plan), reasons(plan)) == (
        ["same", "review"],
        ["Nomor KK ini dipakai beberapa rumah tangga. Tambahkan orang ini lewat halaman rumah tangganya."],
    )


def test_match_household_without_card_gets_it(plan_of, siti, home):
    type(home).objects.filter(pk=home.pk).update(family_card_number="")
    plan = plan_of({}, {"nik": "", "nama": "BUDI", "kk_level": "4"})
    assert (outcomes(plan), differences(plan), plan.results[1].household_id) == (
        ["changed", "new"],
        [("family_card_number", "", "•" * 14 + CARD[-2:])],
        home.pk,
    )


def test_match_household_under_two_cards_of_the_file_keeps_none(plan_of, siti, home):
    type(home).objects.filter(pk=home.pk).update(family_card_number="")
    PersonFactory(household=home, name="Budi", birth_on=dt.date(1988, 1, 1), nik="5203170101880001")
    budi = {"nama": "BUDI", "nik": "5203170101880001", "no_kk": OTHER_CARD, "kk_level": "4", "sex": "2"}
    plan = plan_of({}, {**budi, "tanggallahir": "1988-01-01"})
    assert (outcomes(plan), differences(plan)) == (["same", "same"], [])


def test_match_two_rows_for_one_person_count_the_certain_one(plan_of, siti):
    plan = plan_of({}, {"nik": "", "tanggallahir": "", "kk_level": "4"})
    assert (outcomes(plan), reasons(plan)) == (
        ["same", "review"],
        ["Baris 2 menunjuk orang yang sama di data desa. Pastikan baris mana yang benar."],
    )


def test_match_two_uncertain_rows_for_one_person_go_to_review(plan_of, siti):
    Person.objects.filter(pk=siti.pk).update(birth_on=None, birth_precision=Precision.UNKNOWN)
    plan = plan_of({"nik": ""}, {"nik": "", "tanggallahir": "1991-05-17", "kk_level": "4"})
    assert outcomes(plan) == ["review", "review"]


def test_match_in_a_closed_family_waits_for_the_officer_until_it_is_reopened(plan_of, siti, sari):
    closing = ClosingFactory(household=siti.household)
    closed = plan_of({}, {"nama": "WARGA BARU", "nik": "5203175705900009"})
    closing.reopened_on, closing.reopened_known_at, closing.reopened_by = closing.closed_on, timezone.now(), sari
    closing.reopened_precision = Precision.DAY
    closing.save()

    assert (outcomes(closed), set(reasons(closed))) == (
        ["review", "review"],
        {"Keluarga ini sudah ditutup. Buka kembali dulu bila memang masih di desa."},
    )
    assert outcomes(plan_of({})) == ["same"]
