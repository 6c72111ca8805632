"""Questions that are put into SQL once for all villages: what is asked of a village is its own question."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection

from accounts.scoping.asking import ANY_VILLAGE, ask, in_village
from households.duties.families import kept
from monitoring import duties, glance
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import Place, place_for
from regions.models import Level, Region
from tests.monitoring.conftest import NOW, family
from tests.people import KURIPAN, LENEK_LAUK

DAY = dt.date(2026, 11, 23)


def in_sql(rows) -> tuple[str, list]:
    sql, params = rows.query.get_compiler(connection=connection).as_sql()
    return sql, list(params)


def of_village(question: tuple[str, list], village: str) -> tuple[str, list]:
    sql, params = question
    return sql, [village if one == ANY_VILLAGE else one for one in params]


@pytest.mark.parametrize("code", duties.BY_CODE)
def test_kind_of_any_village_is_that_of_the_village(sari, code):
    own, any_one = (in_sql(duties.BY_CODE[code].rows(who, DAY)) for who in (sari, in_village(sari, ANY_VILLAGE)))

    assert of_village(any_one, sari.region_id) == own
    assert ANY_VILLAGE in any_one[1]


@pytest.mark.parametrize("code", glance.NOW)
def test_number_of_any_village_is_that_of_the_village(sari, code):
    own = Lens.on(sari, place_for(sari), Period.parse("2026-11"), NOW)
    stand_in = Place(Region(code=ANY_VILLAGE, level=Level.VILLAGE))
    any_one = replace(own, user=in_village(sari, ANY_VILLAGE), place=stand_in)

    assert of_village(in_sql(BY_CODE[code].rows(any_one)), sari.region_id) == in_sql(BY_CODE[code].rows(own))


def test_each_village_gets_what_waits_in_it(sari, budi, rina):
    for officer, times in ((sari, 1), (budi, 2)):
        for _ in range(times):
            family(officer, "2026-11-01", needs_check=True)

    asked = ((sari, ""), (budi, ""), (rina, sari.region_id), (rina, budi.region_id), (rina, ""))
    found = [duties.totals(reader, DAY, village=village)["perlu-dicek"] for reader, village in asked]

    assert found == [1, 2, 1, 2, 3]


@pytest.mark.parametrize("village", [LENEK_LAUK, KURIPAN, ANY_VILLAGE, ""])
def test_question_of_a_village_of_others_finds_nothing(sari, budi, wulan, village):
    for officer in (sari, budi, wulan):
        family(officer, "2026-11-01")

    assert ask(sari, village, "families", lambda reader: kept(reader, DAY).values_list("pk")) == []


def test_whoever_may_not_read_gets_nothing_from_a_question_that_was_asked_before(sari, mahdi):
    family(sari, "2026-11-01")

    def asked(user):
        return len(ask(user, sari.region_id, "families", lambda reader: kept(reader, DAY).values_list("pk")))

    before = asked(sari)
    sari.is_active = False

    assert (before, asked(sari), asked(mahdi)) == (1, 0, 0)
