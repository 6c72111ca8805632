"""Questions that are put into SQL once for all villages: what is asked of a village is its own question."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection

from accounts.models import User
from accounts.roles import Role
from accounts.scoping.asking import AskedTooEarly, any_region, ask, in_region, told_of
from households import whereabouts
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
ANY_VILLAGE = any_region(Level.VILLAGE)


def in_sql(rows) -> tuple[str, list]:
    try:
        sql, params = rows.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return "", []
    return sql, list(params)


def of_region(question: tuple[str, list], region: str) -> tuple[str, list]:
    sql, params = question
    return sql, told_of(params, region)


@pytest.mark.parametrize("who", ["sari", "rina"])
@pytest.mark.parametrize("code", duties.BY_CODE)
def test_kind_of_any_region_is_that_of_the_region(code, who, request):
    user = request.getfixturevalue(who)
    any_one = any_region(len(user.region_id))
    asked = in_sql(duties.BY_CODE[code].rows(in_region(user, any_one), DAY))

    assert of_region(asked, user.region_id) == in_sql(duties.BY_CODE[code].rows(user, DAY))
    # Offers of families are read by nobody but the officer who answers them.
    assert any_one in asked[1] or (code, who) == ("pindah-masuk", "rina")


@pytest.mark.parametrize("code", glance.NOW)
def test_number_of_any_village_is_that_of_the_village(sari, code):
    own = Lens.on(sari, place_for(sari), Period.parse("2026-11"), NOW)
    stand_in = Place(Region(code=ANY_VILLAGE, level=Level.VILLAGE))
    any_one = replace(own, user=in_region(sari, ANY_VILLAGE), place=stand_in)

    assert of_region(in_sql(BY_CODE[code].rows(any_one)), sari.region_id) == in_sql(BY_CODE[code].rows(own))


@pytest.mark.parametrize("who", ["sari", "rina"])
def test_earlier_homes_of_any_region_are_those_of_the_region(who, request):
    region, days = request.getfixturevalue(who).region_id, (DAY, dt.date(2026, 10, 31))

    def asked(code):
        return in_sql(whereabouts._lines(days, dt.date(2026, 10, 1), code))

    assert of_region(asked(any_region(len(region))), region) == asked(region)


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


def test_question_that_looks_something_up_while_it_is_made_is_refused(sari):
    """What is found then is that of no region, and every village would get it."""

    def question(reader):
        return kept(reader, DAY).filter(pk__in=[family.pk for family in kept(reader, DAY)]).values_list("pk")

    with pytest.raises(AskedTooEarly):
        ask(sari, sari.region_id, "looked up", question)


def test_question_about_the_reader_himself_is_refused(sari):
    """It is kept for all readers of the role, and the first one's own would be everybody's."""
    with pytest.raises(ValueError, match="saved"):
        ask(sari, sari.region_id, "own", lambda reader: User.objects.filter(created_by=reader).values_list("pk"))


def test_officer_in_another_village_since_gets_what_lies_there(sari, budi):
    for officer, times in ((sari, 1), (budi, 2)):
        for _ in range(times):
            family(officer, "2026-11-01")

    def asked():
        own = ask(sari, sari.region_id, "families", lambda reader: kept(reader, DAY).values_list("pk"))
        other = ask(sari, budi.region_id, "families", lambda reader: kept(reader, DAY).values_list("pk"))
        return len(own), len(other)

    before = asked()
    sari.region = budi.region

    assert (before, asked()) == ((1, 0), (2, 2))


def test_officer_who_became_head_of_the_village_gets_no_names(sari):
    family(sari, "2026-11-01")

    def asked():
        return len(ask(sari, sari.region_id, "families", lambda reader: kept(reader, DAY).values_list("pk")))

    before = asked()
    sari.role = Role.VILLAGE_HEAD

    assert (before, asked()) == (1, 0)
