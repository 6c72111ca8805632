"""The catalogue, its document, and what each lens sees."""

import datetime as dt
from pathlib import Path

import pytest

from households.choices import Evidence, Sector, Sex
from households.placement_choices import Placed
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, INDICATORS
from monitoring.indicators.dimensions import COUNTRY, EVIDENCE, PLACED, SECTOR, SEX, UNKNOWN
from monitoring.indicators.lens import Lens
from monitoring.management.commands.indicators import as_markdown
from monitoring.periods import Period
from monitoring.places import OutOfScope, place_for
from tests.monitoring.conftest import NOW, family, member, on, went

DOCUMENT = Path(__file__).parents[2] / "docs" / "indicators.md"


def lens_of(user, region="", period="2026-11"):
    """The lens at nine o'clock of 23 November 2026."""
    return Lens.on(user, place_for(user, region), Period.parse(period), NOW)


def counted(user, *codes, **where):
    """What these indicators count."""
    return [BY_CODE[code].count(lens_of(user, **where)) for code in codes]


def test_indicators_stand_in_their_document():
    assert DOCUMENT.read_text() == as_markdown()


def test_indicator_codes_are_unique():
    assert len(BY_CODE) == len(INDICATORS)


@pytest.mark.parametrize(
    ("dimension", "choices"), [(SEX, Sex), (SECTOR, Sector), (EVIDENCE, Evidence), (PLACED, Placed)]
)
def test_dimension_knows_every_answer(dimension, choices):
    assert {*dimension.known, dimension.unknown} == {*choices.values, dimension.unknown}


@pytest.mark.parametrize("dimension", [SEX, COUNTRY, SECTOR, EVIDENCE, PLACED], ids=lambda dimension: dimension.code)
def test_dimension_never_calls_an_answer_unknown(dimension):
    assert (dimension.unknown in dimension.known, UNKNOWN in dimension.known) == (False, False)


@pytest.mark.parametrize(
    ("username", "codes"),
    [("sari", ["5203172006"]), ("rina", ["5203", "5203172006"]), ("dewi", ["indonesia", "52", "5203172006"])],
)
def test_place_opens_in_the_users_own_region(request, korleko, username, codes):
    user = request.getfixturevalue(username)

    assert [place_for(user, code).code for code in ("", *codes)] == [codes[0], *codes]


@pytest.mark.parametrize(
    ("username", "code"),
    [
        ("sari", "5203"),
        ("sari", "3307102004"),
        ("rina", "52"),
        ("rina", "indonesia"),
        ("agus", "52"),
        ("adi", ""),
        ("dewi", "99"),
    ],
)
def test_place_outside_does_not_exist(request, korleko, kuripan, username, code):
    user = request.getfixturevalue(username)

    with pytest.raises(OutOfScope):
        place_for(user, code)


def test_disabled_account_counts_nothing(village, sari):
    lens = lens_of(sari)
    sari.is_active = False

    assert BY_CODE["G1.1"].count(lens) == 0


def test_family_registered_after_the_last_day_does_not_count(sari):
    family(sari, "2026-11-01")

    assert [counted(sari, "G1.1", period=period) for period in ("2026-10", "2026-11")] == [[0], [1]]


def test_baby_does_not_count_before_its_birth(sari):
    member(family(sari, "2026-09-01"), "Bayi", born="2026-11-02")

    assert [counted(sari, "G1.3", period=period) for period in ("2026-10", "2026-11")] == [[0], [1]]


def test_plan_that_was_given_up_counts_no_longer(sari):
    went(member(family(sari, "2026-09-01"), "Kiki"), prospective="2026-09-05", cancelled="2026-11-02")

    assert [counted(sari, "G1.2", "G2.1", period=period) for period in ("2026-10", "2026-11")] == [[1, 1], [0, 0]]


def test_who_goes_again_is_active_once(sari):
    person = member(family(sari, "2026-09-01"), "Lala")
    went(person, "MY", departed="2019-01-01", returned="2021-01-01")
    went(person, "HK", departed="2024-01-01")
    went(person, "TW", prospective="2026-10-01")

    assert counted(sari, "G2", "G2.1", "G2.2", "G2.3") == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("born", "precision", "codes"),
    [
        ("2008-11-23", "day", [0, 1, 0]),
        ("2008-11-24", "day", [1, 0, 0]),
        ("2008-07-01", "year", [0, 1, 0]),
        ("2009-07-01", "year", [1, 0, 0]),
        (None, "unknown", [0, 0, 1]),
    ],
)
def test_child_comes_of_age_on_its_birthday(sari, born, precision, codes):
    went(member(family(sari, "2026-09-01"), "Mimi", born=born, precision=precision), departed="2026-10-01")

    assert counted(sari, "G1.5", "G1.6", "G1.7") == codes


def test_departure_of_unknown_date_is_no_departure_of_this_month(sari):
    person = member(family(sari, "2026-11-01"), "Nana")
    went(person, departed="2026-11-05", departed_precision="unknown", told="2026-11-05")

    assert counted(sari, "G2.2", "P1.4.1", "P1.4.3", "P1.4.5") == [1, 0, 0, 1]


@pytest.mark.parametrize(("told", "late"), [("2026-10-31", 0), ("2026-11-01", 1), ("2026-11-23", 1)])
def test_departure_is_late_in_the_month_it_became_known(sari, told, late):
    went(member(family(sari, "2026-09-01"), "Opik"), departed="2026-09-15", told=told)

    assert counted(sari, "P1.4.3") == [late]


def test_parts_by_region_are_grouped_by_code(village, stranger_next_door, rina):
    found = counting.by_region(BY_CODE["G1.1"].rows(lens_of(rina)), 6)

    assert found == {"520317": 6, "520321": 1}


def test_lens_of_the_previous_period_ends_the_day_before(sari):
    assert (lens_of(sari).previous().last, lens_of(sari).last) == (on("2026-10-31"), dt.date(2026, 11, 23))
