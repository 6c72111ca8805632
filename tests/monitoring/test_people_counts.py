"""Children by who looks after them, school, and what who has come home wishes: parts that sum, lists behind them."""

import datetime as dt

import pytest
import time_machine

from households.child_choices import Care
from households.homecoming_choices import Wish
from households.person_choices import InSchool
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, rows_of
from monitoring.indicators.dimensions import CARE, SCHOOLING, UNKNOWN, WISH
from monitoring.indicators.lens import Lens
from monitoring.links import list_url
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.households import build
from tests.factories.households import CaregiverFactory, HomecomingFactory
from tests.monitoring.conftest import NOW, family, member, on, went


@pytest.fixture
def home(sari):
    """A family with somebody abroad."""
    home = family(sari, "2026-10-05")
    went(member(home, "Ani"), departed="2024-05-01")
    return home


def lens_of(user, period="2026-11"):
    return Lens.on(user, place_for(user, ""), Period.parse(period), NOW)


def parts(user, code, dimension, period="2026-11"):
    found = counting.by_part(BY_CODE[code].rows(lens_of(user, period)), dimension)
    return {part: count for part, count in found.items() if count}


@pytest.mark.parametrize(("dimension", "choices"), [(CARE, Care), (SCHOOLING, InSchool), (WISH, Wish)])
def test_dimension_knows_every_answer_but_unknown(dimension, choices):
    assert {*dimension.known, "unknown"} == set(choices.values)


def test_children_are_counted_once_by_who_looks_after_them(sari, home):
    children = [member(home, f"Anak {n}", born="2016-01-01") for n in range(6)]
    papuq = member(home, "Papuq", born="1950-01-01")
    dead = member(home, "Almarhum", died_on=on("2026-10-10"))
    CaregiverFactory(child=children[0], person=papuq, relation=Care.GRANDPARENT)
    CaregiverFactory(child=children[0], relation=Care.NEIGHBOUR)
    CaregiverFactory(child=children[1], relation=Care.NONE)
    CaregiverFactory(child=children[2], relation=Care.UNKNOWN)
    CaregiverFactory(child=children[3], person=dead, relation=Care.MOTHER)
    CaregiverFactory(child=children[4], ended_on=on("2026-11-01"))

    assert parts(sari, "G6.1", CARE) == {"grandparent": 1, "none": 1, UNKNOWN: 4}
    assert parts(sari, "G6.1", CARE, "2026-10") == {"grandparent": 1, "none": 1, "neighbour": 1, UNKNOWN: 3}


@pytest.mark.parametrize(
    ("born", "counted"),
    [("2019-11-23", 1), ("2019-11-24", 0), ("2008-11-24", 1), ("2008-11-23", 0), (None, 0)],
)
def test_school_age_is_from_seven_to_before_eighteen(sari, home, born, counted):
    member(home, "Anak", born=born)

    assert BY_CODE["G6.2"].count(lens_of(sari)) == counted


def test_school_keeps_refused_apart_and_unknown_with_not_asked(sari, home):
    for answer in ("yes", "yes", "no", "refused", "unknown", ""):
        member(home, "Anak", born="2016-01-01", in_school=answer)

    assert parts(sari, "G6.2", SCHOOLING) == {"yes": 2, "no": 1, "refused": 1, UNKNOWN: 2}


def test_wish_is_that_of_the_journey_that_gives_the_status(sari, home):
    gita = member(home, "Gita")
    HomecomingFactory(trip=went(gita, departed="2019-01-01", returned="2020-01-01"), wish=Wish.AGAIN)
    HomecomingFactory(trip=went(gita, departed="2022-01-01", returned="2026-01-01"), wish=Wish.BUSINESS)
    for wish in (Wish.REFUSED, Wish.UNKNOWN, ""):
        HomecomingFactory(trip=went(member(home, "Purna"), returned="2025-01-01"), wish=wish)
    went(member(home, "Belum"), returned="2025-01-01")

    assert parts(sari, "G6.3", WISH) == {"business": 1, "refused": 1, UNKNOWN: 3}
    listed = rows_of(BY_CODE["G6.3"], lens_of(sari).with_names(), "keinginan:business")
    assert [trip.person.name for trip in listed] == ["Gita"]


def test_report_has_one_section_whose_parts_sum(sari, home):
    CaregiverFactory(child=member(home, "Anak", born="2016-01-01", in_school="no"))
    HomecomingFactory(trip=went(member(home, "Gita"), returned="2025-01-01"), wish=Wish.STAY)

    report = build(user=sari, place=place_for(sari), period=Period.parse("2026-11"), now=NOW)

    section = next(section for section in report.sections if section.code == "anak")
    assert section.title == "Anak dan purna"
    lines = {table.code: [(row.label, row.cells[0].count) for row in table.rows] for table in section.tables}
    assert lines == {
        "pengasuh": [("Tetangga", 1), ("Belum terdata", 0)],
        "sekolah": [("Tidak sedang sekolah", 1), ("Belum terdata", 0)],
        "keinginan": [("Tinggal bersama keluarga", 1), ("Belum terdata", 0)],
    }
    assert [table.total.cells[0].count for table in section.tables] == [1, 1, 1]


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize(("code", "part"), [("G6.1", "pengasuh:neighbour"), ("G6.2", "sekolah:belum")])
def test_number_opens_the_list_behind_it(client_of, sari, home, code, part):
    CaregiverFactory(child=member(home, "Anak Korleko", born="2016-01-01"), since_on=dt.date(2026, 1, 1))

    page = client_of(sari).get(list_url(code, sari.region_id, "2026-11", part))
    assert "Anak Korleko" in page.content.decode()
