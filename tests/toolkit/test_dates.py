"""Dates as people know them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.dates import PartialDate, UnclearDate, date_in_words


@pytest.mark.parametrize(
    ("typed", "value", "precision"),
    [
        (("10", "3", "2016"), date(2016, 3, 10), "day"),
        ((" 09 ", "03", "2016 "), date(2016, 3, 9), "day"),
        (("29", "2", "2024"), date(2024, 2, 29), "day"),
        (("", "3", "2024"), date(2024, 3, 1), "month"),
        (("", "", "1970"), date(1970, 1, 1), "year"),
        (("", "", ""), None, "unknown"),
        ((" ", "", " "), None, "unknown"),
    ],
)
def test_read_keeps_as_much_as_is_known(typed, value, precision):
    assert PartialDate.read(*typed) == PartialDate(value, precision)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("10", "3", ""), "Isi tahunnya. Bila tanggal dan bulannya tidak diketahui, isi tahunnya saja."),
        (("", "", "85"), "Tulis tahun dengan empat angka, mulai 1900, misalnya 1985."),
        (("", "", "1899"), "Tulis tahun dengan empat angka, mulai 1900, misalnya 1985."),
        (("", "", "²⁰²⁴"), "Tulis tahun dengan empat angka, mulai 1900, misalnya 1985."),
        (("10", "", "2016"), "Pilih bulannya, atau kosongkan tanggalnya."),
        (("10", "13", "2016"), "Bulan hanya 1 sampai 12 (Januari sampai Desember). Periksa lagi bulannya."),
        (("0", "3", "2016"), "Tulis tanggal dengan angka 1 sampai 31."),
        (("31", "2", "2016"), "Tidak ada tanggal 31 di bulan Februari 2016. Periksa lagi tanggalnya."),
        (("29", "2", "2023"), "Tidak ada tanggal 29 di bulan Februari 2023. Periksa lagi tanggalnya."),
    ],
)
def test_read_says_what_to_do_when_it_is_no_date(typed, sentence):
    with pytest.raises(UnclearDate) as refusal:
        PartialDate.read(*typed)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("precision", "value"),
    [("day", date(2024, 3, 9)), ("month", date(2024, 3, 1)), ("year", date(2024, 1, 1)), ("unknown", None)],
)
def test_within_is_as_much_of_the_day_as_is_known(precision, value):
    assert PartialDate.within(date(2024, 3, 9), precision) == PartialDate(value, precision)


@given(st.text(max_size=6), st.text(max_size=6), st.text(max_size=8))
def test_read_is_total(day, month, year):
    try:
        answer = PartialDate.read(day, month, year)
    except UnclearDate:
        return
    assert (answer.value is None) == (answer.precision == "unknown")


@given(
    st.dates(min_value=date(1900, 1, 1)),
    st.sampled_from(["day", "month", "year"]),
)
def test_parts_read_back_to_the_same_date(value, precision):
    first = {"day": value, "month": value.replace(day=1), "year": value.replace(month=1, day=1)}[precision]
    known = PartialDate(first, precision)
    assert PartialDate.read(*known.parts) == known


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (PartialDate(date(2026, 11, 22), "day"), "22 November 2026"),
        (PartialDate(date(2024, 3, 1), "month"), "Maret 2024"),
        (PartialDate(date(1970, 1, 1), "year"), "tahun 1970"),
        (PartialDate(), "belum diketahui"),
    ],
)
def test_partial_date_in_words(known, words):
    assert str(known) == words


def test_partial_date_unknown_is_false():
    assert [bool(PartialDate()), bool(PartialDate(date(1970, 1, 1), "year"))] == [False, True]


@pytest.mark.parametrize("parts", [(None, "day"), (date(2024, 1, 1), "unknown")])
def test_partial_date_refuses_what_contradicts_itself(parts):
    with pytest.raises(ValueError, match="exactly when it has no value"):
        PartialDate(*parts)


def test_date_in_words_has_no_leading_zero():
    assert date_in_words(date(2026, 5, 1)) == "1 Mei 2026"
