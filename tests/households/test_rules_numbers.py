"""NIK and KK: only what cannot be one is refused; the rest is at most worth a look."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from households.choices import Check
from households.rules.numbers import Nik, NotANumber, nik_checks, read_card_number, read_nik

TODAY = dt.date(2026, 11, 22)
BIRTHS = st.dates(dt.date(1927, 1, 1), TODAY)


def nik_of(birth, *, woman=False, serial="0001"):
    return f"520317{birth.day + (40 if woman else 0):02}{birth:%m%y}{serial}"


def checks_of(text, *, sex="", birth_on=None, precision="unknown", region_known=True):
    return nik_checks(
        Nik(text), sex=sex, birth_on=birth_on, precision=precision, region_known=region_known, today=TODAY
    )


@pytest.mark.parametrize(
    "typed", ["5203174101900001", " 5203 1741 0190 0001 ", "520317.410190.0001", "520317-4101900001"]
)
def test_nik_is_read_however_it_is_spaced(typed):
    assert read_nik(typed).text == "5203174101900001"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("520317410190000", "NIK ini 15 angka, kurang 1. Cocokkan lagi dengan Kartu Keluarga."),
        ("52031741019000012", "NIK ini 17 angka, lebih 1. Cocokkan lagi dengan Kartu Keluarga."),
        ("520317410190000O", "NIK hanya berisi angka. Cocokkan lagi dengan Kartu Keluarga."),
        ("٥٢٠٣١٧٤١٠١٩٠٠٠٠١", "NIK hanya berisi angka. Cocokkan lagi dengan Kartu Keluarga."),
        ("", "NIK hanya berisi angka. Cocokkan lagi dengan Kartu Keluarga."),
        (
            "5203170001900001",
            "Angka ke-7 dan ke-8 NIK adalah tanggal lahir (01–31, perempuan 41–71). Cocokkan lagi.",
        ),
        (
            "5203173201900001",
            "Angka ke-7 dan ke-8 NIK adalah tanggal lahir (01–31, perempuan 41–71). Cocokkan lagi.",
        ),
        (
            "5203177201900001",
            "Angka ke-7 dan ke-8 NIK adalah tanggal lahir (01–31, perempuan 41–71). Cocokkan lagi.",
        ),
        (
            "5203170113900001",
            "Angka ke-9 dan ke-10 NIK adalah bulan lahir (01–12). Cocokkan lagi dengan Kartu Keluarga.",
        ),
        (
            "5203170100900001",
            "Angka ke-9 dan ke-10 NIK adalah bulan lahir (01–12). Cocokkan lagi dengan Kartu Keluarga.",
        ),
    ],
)
def test_nik_that_cannot_be_one_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(NotANumber) as refused:
        read_nik(typed)

    assert str(refused.value) == sentence


@given(st.text(max_size=40))
def test_nik_of_any_text_is_read_or_refused(text):
    try:
        nik = read_nik(text)
    except NotANumber:
        return

    assert (len(nik.text), 1 <= nik.day <= 31, 1 <= nik.month <= 12) == (16, True, True)


@given(st.integers(0, 99), st.integers(0, 99))
def test_nik_is_refused_for_its_day_and_month_only(day, month):
    can_be = (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12

    try:
        read_nik(f"520317{day:02}{month:02}900001")
        read = True
    except NotANumber:
        read = False

    assert read == can_be


@given(BIRTHS, st.booleans())
def test_nik_tells_the_birth_it_was_made_from(birth, woman):
    nik = read_nik(nik_of(birth, woman=woman))

    assert nik.birth_on(near=birth, today=TODAY) == birth
    assert (nik.sex, nik.regency_code) == ("P" if woman else "L", "5203")


@given(BIRTHS)
def test_nik_without_a_form_date_is_never_of_the_future(birth):
    told = read_nik(nik_of(birth)).birth_on(near=None, today=TODAY)

    assert told is None or (told <= TODAY and (told.day, told.month) == (birth.day, birth.month))


@pytest.mark.parametrize(
    ("digits", "near", "birth"),
    [
        ("221126", None, dt.date(2026, 11, 22)),
        ("231126", None, dt.date(1926, 11, 23)),
        ("010130", dt.date(1931, 1, 1), dt.date(1930, 1, 1)),
        ("010199", dt.date(1900, 1, 1), dt.date(1899, 1, 1)),
        ("290200", None, dt.date(2000, 2, 29)),
        ("290201", None, None),
    ],
)
def test_nik_century_is_the_forms_or_the_latest_past(digits, near, birth):
    assert Nik(f"520317{digits}0001").birth_on(near=near, today=TODAY) == birth


@pytest.mark.parametrize(
    ("text", "told", "reasons"),
    [
        ("5203174101900001", {"sex": "P", "birth_on": dt.date(1990, 1, 1), "precision": "day"}, []),
        ("5203174101900000", {}, [Check.NIK_SERIAL_ZERO]),
        ("5203174101900001", {"region_known": False}, [Check.NIK_REGION_UNKNOWN]),
        ("5203173102900001", {}, [Check.NIK_DATE_IMPOSSIBLE]),
        ("5203174101900001", {"sex": "L"}, [Check.NIK_SEX_DIFFERS]),
        ("5203174101900001", {"sex": ""}, []),
        ("5203174101900001", {"birth_on": dt.date(1990, 1, 2), "precision": "day"}, [Check.NIK_BIRTH_DIFFERS]),
        ("5203174101900001", {"birth_on": dt.date(1990, 7, 1), "precision": "year"}, []),
        ("5203174101900001", {"birth_on": dt.date(1991, 7, 1), "precision": "year"}, [Check.NIK_BIRTH_DIFFERS]),
        ("5203174101900001", {"birth_on": dt.date(1990, 1, 1), "precision": "month"}, []),
        ("5203174101900001", {"birth_on": dt.date(1990, 2, 1), "precision": "month"}, [Check.NIK_BIRTH_DIFFERS]),
        ("5203173102900000", {"sex": "P"}, [Check.NIK_SERIAL_ZERO, Check.NIK_DATE_IMPOSSIBLE, Check.NIK_SEX_DIFFERS]),
    ],
)
def test_nik_is_worth_a_look_where_it_differs(text, told, reasons):
    assert checks_of(text, **told) == reasons


def test_card_number_has_no_birth_date_to_be_refused_for():
    assert read_card_number("5203.1799.9999.0001") == "5203179999990001"


def test_card_number_that_is_short_is_refused_under_its_own_name():
    with pytest.raises(NotANumber) as refused:
        read_card_number("520317")

    assert str(refused.value) == "Nomor KK ini 6 angka, kurang 10. Cocokkan lagi dengan Kartu Keluarga."
