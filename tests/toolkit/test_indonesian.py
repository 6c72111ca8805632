"""Dates, numbers and money as Indonesians write them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from toolkit.dates import PartialDate
from toolkit.templatetags import indonesian


@pytest.mark.parametrize(
    ("value", "words"), [(date(2026, 11, 22), "22 November 2026"), (date(2026, 8, 1), "1 Agustus 2026"), (None, "")]
)
def test_date_long_in_words(value, words):
    assert indonesian.date_long(value) == words


def test_date_long_of_a_moment_is_the_day_in_the_users_zone():
    late_in_london = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    with timezone.override(ZoneInfo("Asia/Makassar")):
        assert indonesian.date_long(late_in_london) == "22 November 2026"


@pytest.mark.parametrize(
    ("value", "precision", "words"),
    [
        (date(1970, 1, 1), "year", "sekitar 1970"),
        (date(2024, 3, 1), "month", "Maret 2024"),
        (date(2016, 3, 10), "day", "10 Maret 2016"),
        (None, "unknown", "belum diketahui"),
        (PartialDate(date(1970, 1, 1), "year"), "day", "sekitar 1970"),
    ],
)
def test_partial_date_says_no_more_than_is_known(value, precision, words):
    assert indonesian.partial_date(value, precision) == words


@pytest.mark.parametrize(("value", "words"), [(1234567, "1.234.567"), (0, "0"), (-1200, "−1.200"), (None, "")])
def test_number_with_dots(value, words):
    assert indonesian.number(value) == words


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_number_reads_back(value):
    assert int(indonesian.number(value).replace(".", "").replace("−", "-")) == value


@pytest.mark.parametrize(("value", "words"), [(1250000, "Rp1.250.000"), (-500, "−Rp500"), (0, "Rp0"), (None, "")])
def test_rupiah_whole(value, words):
    assert indonesian.rupiah(value) == words


@pytest.mark.parametrize(
    ("change", "words"), [(6, "naik 6"), (-2, "turun 2"), (0, "tetap"), (-1500, "turun 1.500"), (None, "")]
)
def test_trend_word_follows_the_sign(change, words):
    assert indonesian.trend(change) == words


@pytest.mark.parametrize(
    ("value", "masked"), [("5203172006123499", "•" * 14 + "99"), ("12", "••"), ("1", "•"), ("", ""), (None, "")]
)
def test_mask_number_shows_two_digits_at_most(value, masked):
    assert indonesian.mask_number(value) == masked


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Asia/Jakarta", "08.14 WIB"), ("Asia/Makassar", "09.14 WITA"), ("Asia/Jayapura", "10.14 WIT")],
)
def test_clock_names_the_users_zone(zone, words):
    with timezone.override(ZoneInfo(zone)):
        assert indonesian.clock(datetime(2026, 11, 22, 1, 14, tzinfo=UTC)) == words


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Paspor", "paspor"),
        ("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
        ("WhatsApp", "WhatsApp"),
        ("P3MI atau agen", "P3MI atau agen"),
        ("Surat pengantar ke LTSA", "surat pengantar ke LTSA"),
        ("", ""),
    ],
)
def test_label_within_a_sentence_keeps_its_capitals_but_the_first(label, said):
    assert indonesian.inside(label) == said
