import datetime as dt

import pytest

from households.choices import Check
from tests.households.imports import workbooks
from tests.households.imports.conftest import outcomes, reasons
from tests.households.imports.workbooks import CARD, OTHER_CARD, family

pytestmark = pytest.mark.django_db
CUT = "tersimpan sebagai angka, sehingga angka terakhirnya hilang. Ketik ulang sebagai teks dari Kartu Keluarga."


def test_plan_counts_new_people_and_households(plan_of):
    figures = plan_of(*family(3), *family(2, card=OTHER_CARD, start=11)).figures
    assert figures == {
        "read": 5,
        "new": 5,
        "households_new": 2,
        "changed": 0,
        "same": 0,
        "review": 0,
        "skipped": 0,
        "refused": 0,
        "warnings": 0,
    }


def test_plan_writes_nothing(plan_of, django_assert_num_queries):
    plan_of()
    with django_assert_num_queries(6):
        plan_of(*family(40))


@pytest.mark.parametrize(
    ("column", "value", "outcome", "reason"),
    [
        ("nama", None, "refused", "Nama kosong."),
        ("nama", "-", "refused", "Nama kosong."),
        ("nik", "52031757059000", "refused", "NIK ini 14 angka, kurang 2. Cocokkan lagi dengan Kartu Keluarga."),
        (
            "nik",
            "5203179905900001",
            "refused",
            "Angka ke-7 dan ke-8 NIK adalah tanggal lahir (01–31, perempuan 41–71). Cocokkan lagi.",
        ),
        ("no_kk", "5203", "refused", "Nomor KK ini 4 angka, kurang 12. Cocokkan lagi dengan Kartu Keluarga."),
        ("nik", 5203175705900001, "review", f"NIK {CUT}"),
        ("no_kk", 5203170101200001, "review", f"Nomor KK {CUT}"),
        ("no_kk", "0", "review", "Nomor KK kosong, jadi keluarganya tidak diketahui. Isi di berkas."),
        ("tanggallahir", "kapan", "review", "Tanggal lahir: tidak terbaca. Tulis seperti 17-05-1990."),
        ("dusun", "D" * 61, "review", "Dusun lebih dari 60 huruf. Pendekkan di berkas."),
        ("status_dasar", "2", "skipped", "Status kependudukan 2: tercatat meninggal."),
        ("status_dasar", "3", "skipped", "Status kependudukan 3: tercatat pindah."),
        ("status_dasar", "4", "skipped", "Status kependudukan 4: tercatat hilang."),
        ("status_dasar", "9", "review", "Status kependudukan 9. Periksa dulu ke Dukcapil."),
        ("status_dasar", "x", "review", "Status kependudukan x tidak dikenal."),
    ],
)
def test_plan_row_that_is_not_written_says_why(plan_of, column, value, outcome, reason):
    plan = plan_of({column: value})
    assert (outcomes(plan), reasons(plan)) == ([outcome], [reason])


def test_plan_says_every_reason_of_every_row(plan_of):
    plan = plan_of({"nama": None, "nik": "1"}, {"no_kk": "2"})
    assert reasons(plan) == [
        "Nama kosong. NIK ini 1 angka, kurang 15. Cocokkan lagi dengan Kartu Keluarga.",
        "Nomor KK ini 1 angka, kurang 15. Cocokkan lagi dengan Kartu Keluarga.",
    ]


def test_plan_siak_words_mean_what_opensid_codes_mean(plan_of):
    spoken = plan_of(content=workbooks.siak({}), name="a.xls").results[0].row
    assert spoken == plan_of({}).results[0].row.__class__(
        **{**vars(plan_of({}).results[0].row), "place": ("", "KORLEKO", "LABUHAN HAJI")}
    )


@pytest.mark.parametrize("status", ["Mati", "Pindah Dalam Negeri", "Hilang"])
def test_plan_siak_people_who_are_gone_are_skipped(plan_of, status):
    assert outcomes(plan_of(content=workbooks.siak({"Status": status}), name="a.xls")) == ["skipped"]


def test_plan_siak_invalid_row_goes_to_review(plan_of):
    assert outcomes(plan_of(content=workbooks.siak({"Status": "Tidak Valid"}), name="a.xls")) == ["review"]


def test_plan_person_without_nik_is_new_and_nothing_is_invented(plan_of):
    plan = plan_of({"nik": "0"}, {"nik": "0", "nama": "BUDI", "kk_level": "4"})
    assert [(r.outcome, r.values["nik"], r.values["nik_missing"]) for r in plan.results] == [
        ("new", None, "unknown"),
        ("new", None, "unknown"),
    ]


def test_plan_stand_in_nik_is_left_out(plan_of):
    result = plan_of({"nik": "0520317200600001"}).results[0]
    assert (result.outcome, result.values["nik"], result.warnings) == ("new", None, ("NIK sementara tidak disimpan",))


@pytest.mark.parametrize(
    ("person", "warning"),
    [
        ({"nik": "5203175705900000"}, Check.NIK_SERIAL_ZERO),
        ({"nik": "9903175705900001"}, Check.NIK_REGION_UNKNOWN),
        ({"tanggallahir": "1991-05-17"}, Check.NIK_BIRTH_DIFFERS),
        ({"sex": "1"}, Check.NIK_SEX_DIFFERS),
        ({"tanggallahir": ""}, Check.BIRTH_UNKNOWN),
        ({"sex": "?"}, Check.SEX_UNKNOWN),
        ({"kk_level": "4"}, Check.NO_HEAD),
    ],
)
def test_plan_doubtful_answer_is_written_with_a_warning(plan_of, person, warning):
    result = plan_of(person).results[0]
    assert (result.outcome, result.warnings) == ("new", (warning.label,))


def test_plan_groups_warnings_with_their_rows(plan_of):
    plan = plan_of(*({**person, "tanggallahir": ""} for person in family(3)))
    assert (plan.warnings, plan.figures["warnings"]) == ([(Check.BIRTH_UNKNOWN.label, [2, 3, 4])], 3)


def test_plan_two_valid_rows_with_one_nik_both_go_to_review(plan_of):
    plan = plan_of({}, {"nama": "BUDI", "kk_level": "4"}, {"nama": "ANI", "nik": "0", "kk_level": "4"})
    assert (outcomes(plan), reasons(plan)) == (
        ["review", "review", "new"],
        [f"NIK yang sama ada di baris {row}. Pastikan baris mana yang benar." for row in (3, 2)],
    )


def test_plan_one_valid_row_among_doubles_counts(plan_of):
    plan = plan_of(content=workbooks.siak({}, {"Status": "Tidak Valid"}, {"Status": "Mati"}), name="a.xls")
    assert outcomes(plan) == ["new", "review", "review"]


def test_plan_dead_double_among_the_dead_is_only_skipped(plan_of):
    assert outcomes(plan_of({"status_dasar": "2"}, {"status_dasar": "2"})) == ["skipped", "skipped"]


def test_plan_same_person_without_nik_twice_goes_to_review(plan_of):
    assert outcomes(plan_of({"nik": ""}, {"nik": "", "kk_level": "4"})) == ["review", "review"]


def test_plan_second_head_in_the_file_goes_to_review(plan_of):
    first, second = family(2)
    plan = plan_of(first, {**second, "kk_level": "1"})
    assert (outcomes(plan), reasons(plan)) == (
        ["new", "review"],
        ["Keluarga ini sudah punya kepala keluarga. Tentukan dulu siapa kepalanya."],
    )


def test_plan_columns_in_another_order_give_the_same_plan(plan_of):
    people = [*family(4), {"nama": None}]
    shuffled = workbooks.opensid(*people, columns=sorted(workbooks.OPENSID, reverse=True))
    assert plan_of(content=shuffled) == plan_of(*people)


def test_plan_real_dates_and_csv_give_the_same_people(plan_of):
    dated = plan_of({"tanggallahir": dt.date(1990, 5, 17), "rt": 1, "rw": 2, "sex": 2, "kk_level": 1})
    texts = plan_of(content=workbooks.opensid_csv({}, delimiter=";"), name="a.csv")
    assert dated.results == texts.results == plan_of({}).results


def test_plan_file_of_another_village_asks_first(plan_of):
    people = [{"Desa/Kel": "LENEK LAUK", "Kecamatan": "LENEK"}] * 2
    plan = plan_of(content=workbooks.siak(*people), name="a.xls")
    assert plan.other_place == "LENEK LAUK, LENEK"


@pytest.mark.parametrize("named", ["KORLEKO", "Desa Korleko", "korleko ", ""])
def test_plan_file_of_this_village_asks_nothing(plan_of, named):
    assert plan_of(content=workbooks.siak({"Desa/Kel": named}), name="a.xls").other_place == ""


def test_plan_row_of_another_village_among_ours_is_refused(plan_of):
    content = workbooks.siak({}, {"NIK": "5203175705900002", "Desa/Kel": "LENEK LAUK", "Kecamatan": "LENEK"})
    plan = plan_of(content=content, name="a.xls")
    assert (plan.other_place, outcomes(plan), reasons(plan)) == (
        "",
        ["new", "refused"],
        ["Baris ini menyebut desa lain (LENEK LAUK, LENEK), bukan desa yang dipilih."],
    )


def test_plan_village_code_counts_before_the_name(plan_of):
    columns = [*workbooks.OPENSID, "kode_desa"]
    ours = workbooks.opensid({"kode_desa": "52.03.17.2006"}, columns=columns)
    theirs = workbooks.opensid({"kode_desa": "5203212002"}, columns=columns)
    assert [plan_of(content=content).other_place for content in (ours, theirs)] == ["", "5203212002"]


def test_plan_nik_of_another_village_says_nothing_of_it(plan_of, neighbours):
    stranger = neighbours["5203212002"]
    plan = plan_of({"nik": stranger.head.nik, "nama": "ORANG LAIN"})
    assert (outcomes(plan), stranger.mark in repr(plan)) == (["new"], False)


def test_plan_masks_numbers(plan_of):
    result = plan_of({}).results[0]
    assert (result.nik, result.card) == ("•" * 14 + "01", "•" * 14 + CARD[-2:])
