"""Telephone numbers and points on the map, as people write them down."""

from decimal import Decimal

import pytest

from households.rules.contacts import NotAPhone, NotAPlace, phone_in_words, place_in_words, read_phone, read_place


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0812 3456 7890", "+6281234567890"),
        ("0812-3456-789", "+628123456789"),
        ("6281234567890", "+6281234567890"),
        ("+62 (812) 3456.7890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("0370 621234", "+62370621234"),
        ("+886 912 345 678", "+886912345678"),
        ("00966 50 123 4567", "+966501234567"),
    ],
)
def test_number_is_understood_as_it_is_written(text, number):
    assert read_phone(text) == number


@pytest.mark.parametrize(
    "text", ["08123", "0812345678901234", "0112345678", "+62 912", "+0123456789", "+886", "٠٨١٢٣٤٥٦٧٨"]
)
def test_number_that_cannot_be_one_is_refused(text):
    with pytest.raises(NotAPhone):
        read_phone(text)


def test_letters_in_a_number_are_refused_with_what_to_do():
    with pytest.raises(NotAPhone, match="hanya berisi angka"):
        read_phone("belum punya")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("+6281234567890", "0812-3456-7890"),
        ("+628123456789", "0812-3456-789"),
        ("+62370621234", "0370-621234"),
        ("+886912345678", "+886912345678"),
        ("", ""),
    ],
)
def test_number_is_shown_as_it_is_dialled_and_read_back(number, words):
    assert phone_in_words(number) == words
    assert number == "" or read_phone(words) == number


@pytest.mark.parametrize(
    "text", ["-8.583121, 116.512344", "−8,58312 116,51234", "-8.58312,116.51234", "(-8.58312; 116.51234)"]
)
def test_point_is_read_with_five_decimals(text):
    assert read_place(text) == (Decimal("-8.58312"), Decimal("116.51234"))


@pytest.mark.parametrize(
    ("text", "why"), [("116.51234, -8.58312", "di luar Indonesia"), ("-8.58", "dua angka"), ("rumah biru", "dua angka")]
)
def test_point_that_is_none_in_indonesia_is_refused_in_words(text, why):
    with pytest.raises(NotAPlace, match=why):
        read_place(text)


def test_point_is_shown_as_it_would_be_typed():
    point = Decimal("-8.58312"), Decimal("116.51234")

    assert (place_in_words(*point), read_place(place_in_words(*point))) == ("-8.58312, 116.51234", point)
    assert place_in_words(None, None) == ""
