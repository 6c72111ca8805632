"""Numbers of documents: what is odd is said."""

import pytest

from households.rules.documents import masked, odd_number, tidy_number


@pytest.mark.parametrize(
    ("number", "is_odd"),
    [("A1234567", False), ("AB123456", False), ("X1234567", False), ("A12345", True), ("12345678", True), ("", False)],
)
def test_passport_number_of_another_form_is_odd(number, is_odd):
    assert bool(odd_number("passport", number)) == is_odd


@pytest.mark.parametrize(("number", "is_odd"), [("12345678901", False), ("1234567890", True)])
def test_insurance_number_has_eleven_digits(number, is_odd):
    assert bool(odd_number("insurance", number)) == is_odd


def test_number_of_no_known_form_is_never_odd():
    assert odd_number("migrant_id", "apa saja") == ""


@pytest.mark.parametrize(("number", "shown"), [("A1234567", "•••••567"), ("567", "•••"), ("", "")])
def test_number_is_shown_by_its_last_three_signs(number, shown):
    assert masked(number) == shown


def test_number_is_kept_in_capitals_without_spaces():
    assert tidy_number(" a 1234 567 ") == "A1234567"
