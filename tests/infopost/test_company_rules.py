"""When a company may be called licensed: never on an old list, a near name, or an open question."""

import datetime as dt

import pytest

from infopost.rules.companies import OLD_AFTER, Answer, Licence, compare, find, is_one_off, licence_key, name_key

TODAY = dt.date(2026, 11, 24)
LISTED = dt.date(2026, 11, 1)
LATER, YESTERDAY = dt.date(2027, 1, 31), dt.date(2026, 11, 23)


def licence(name="PT Melati Contoh", state="active", until=LATER, number="CONTOH 1", **more):
    return Licence(name, number, state, until, **more)


def answer(typed, *companies, listed_on=LISTED, was_listed=False):
    return find(typed, companies, listed_on=listed_on, today=TODAY, was_listed=was_listed).answer


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("PT Melati Contoh", "melaticontoh"),
        ("P.T. MELATI  CONTOH", "melaticontoh"),
        ("pt. melati-contoh, tbk", "melaticontoh"),
        ("Melati Contoh (Persero) PT", "melaticontoh"),
        ("PT", ""),
        ("\x00\u202e", ""),
    ],
)
def test_name_is_compared_without_what_tells_nobody_apart(name, key):
    assert name_key(name) == key


def test_licence_is_compared_by_letters_and_digits():
    assert licence_key(" sip3mi / 12-a ") == "SIP3MI12A"


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("melati", "melati", False),
        ("melati", "melat", True),
        ("melati", "emelati", True),
        ("melati", "mulati", True),
        ("melati", "mealti", True),
        ("melati", "mletai", False),
        ("melati", "melatiku", False),
        ("", "a", True),
    ],
)
def test_names_that_are_one_letter_off(one, other, wanted):
    assert (is_one_off(one, other), is_one_off(other, one)) == (wanted, wanted)


@pytest.mark.parametrize(
    ("company", "wanted"),
    [
        (licence(), Answer.LICENSED),
        (licence(until=TODAY), Answer.LICENSED),
        (licence(until=YESTERDAY), Answer.EXPIRED),
        (licence(until=None), Answer.UNSURE),
        (licence(state="revoked"), Answer.REVOKED),
        (licence(state="suspended"), Answer.SUSPENDED),
        (licence(state="expired", until=None), Answer.EXPIRED),
        (licence(state="what?"), Answer.UNSURE),
    ],
)
def test_company_of_exactly_this_name(company, wanted):
    assert answer("p.t. melati contoh", company) is wanted


@pytest.mark.parametrize(
    ("days", "wanted"),
    [(OLD_AFTER.days - 1, Answer.LICENSED), (OLD_AFTER.days, Answer.OLD_LIST), (400, Answer.OLD_LIST)],
)
def test_list_grows_old_on_its_ninetieth_day(days, wanted):
    company = licence(until=dt.date(2030, 1, 1))

    assert answer("melati contoh", company, listed_on=TODAY - dt.timedelta(days=days)) is wanted


def test_old_list_does_not_hide_that_a_licence_was_revoked():
    assert answer("melati contoh", licence(state="revoked"), listed_on=dt.date(2025, 1, 1)) is Answer.REVOKED


def test_name_without_any_list_is_not_answered():
    assert answer("melati contoh", listed_on=None) is Answer.NO_LIST


def test_name_that_nobody_has_is_not_found_or_gone():
    assert answer("mawar", licence()) is Answer.NOT_FOUND
    assert answer("mawar", licence(), was_listed=True) is Answer.GONE


def test_two_of_one_name_are_told_apart_by_their_number_only():
    assert answer("melati contoh", licence(), licence("Melati Contoh", number="2")) is Answer.SEVERAL


def test_name_with_a_neighbour_one_letter_off_is_never_plain():
    assert answer("melati contoh", licence(), licence("PT Melatti Contoh", number="2")) is Answer.SEVERAL


@pytest.mark.parametrize("typed", ["PT Melatti Contoh", "Melati", "melati conoth", "contoh"])
def test_name_that_only_looks_alike_is_offered_with_a_warning(typed):
    found = find(typed, [licence()], listed_on=LISTED, today=TODAY, was_listed=False)

    assert (found.answer, [company.name for company in found.alike]) == (Answer.ALIKE, ["PT Melati Contoh"])


@pytest.mark.parametrize("typed", ["", "PT", "mel", "..."])
def test_word_that_is_too_short_finds_nobody(typed):
    assert find(typed, [licence()], listed_on=LISTED, today=TODAY, was_listed=False).alike == ()


def test_lists_are_compared_by_the_number_of_the_licence():
    gone, kept, renamed = licence("A", number="1"), licence("B", number="2"), licence("C", number="3")
    after = [kept, licence("C Baru", number="3"), licence("D", number="4")]

    found = compare([gone, kept, renamed], after)

    assert [company.name for company in found.new] == ["D"]
    assert [(one.name, other.name) for one, other in found.changed] == [("C", "C Baru")]
    assert ([company.name for company in found.gone], found.same) == (["A"], 1)


@pytest.mark.parametrize(("key", "most"), [(name_key, 200), (licence_key, 80)])
def test_what_is_compared_is_no_longer_than_its_column(key, most):
    # Small letters that are spelt with three, and capitals likewise.
    assert len(key("ﬃ" * most)) == most
