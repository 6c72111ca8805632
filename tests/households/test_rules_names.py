"""Names as they are kept and searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from households.rules.names import MOST_TOGETHER, hamlet_of, search_name, searchable, tidy, together


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("AS'AD", "asad"),
        ("Siti-Nur  Aini", "siti nur aini"),
        ("H. Abdul Ma’ruf, S.Pd.", "h abdul maruf s pd"),
        ("Éva Núñez", "eva nunez"),
        ("اسم", ""),
    ],
)
def test_searchable_is_small_plain_and_single_spaced(name, found):
    assert searchable(name) == found


@given(st.text(max_size=60))
def test_searchable_stays_as_it_is_when_searched_again(text):
    once = searchable(text)

    assert searchable(once) == once
    assert set(once) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@pytest.mark.parametrize(
    ("typed", "kept"), [("  Sri \t Wahyuni\n", "Sri Wahyuni"), ("Sri\x00Rahayu", "Sri Rahayu"), ("E\u0301va", "Éva")]
)
def test_tidy_keeps_what_can_be_seen(typed, kept):
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Montong", "Montong"),
        (" Dusun  Montong ", "Montong"),
        ("DSN. Montong", "Montong"),
        ("Dusun Dasan Baru", "Dasan Baru"),
        ("Dusun", "Dusun"),
        ("Dusunan", "Dusunan"),
        ("", ""),
    ],
)
def test_a_hamlet_is_kept_by_its_bare_name(typed, kept):
    assert hamlet_of(typed) == kept


def test_names_of_a_family_stand_together_a_line_each():
    assert together(["siti aminah", "amir"]) == ("amir\nsiti aminah", False)


def test_names_of_a_house_of_a_hundred_say_that_there_are_more():
    text, are_more = together(f"warga nomor {place:03} dari rumah singgah" for place in range(100))

    assert (len(text), are_more) == (MOST_TOGETHER, True)


@pytest.mark.parametrize(
    ("name", "found"), [("ﬃ" * 60, "ffi" * 40), ("ﬃ" * 39 + "ab ffi", "ffi" * 39 + "ab"), ("Siti", "siti")]
)
def test_search_name_is_no_longer_than_its_column(name, found):
    assert search_name(name) == found
