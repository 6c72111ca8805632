"""Whatever happens, and whatever of it is taken back: on each day everybody is in one family of one village."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings

from households.models import Person, Trip
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from tests.monitoring.conftest import NOW
from tests.monitoring.worlds import FIRST, World, some_acts


def covers(stay, day):
    return (stay.since is None or stay.since <= day) and day < stay.until


def belonged(day):
    """Who was a member of a registered family on that day, read from the rows themselves, with family and village."""
    found = {}
    people = Person.objects.select_related("household")
    for person in people.prefetch_related("absences", "past_memberships__household", "household__past_residences"):
        away = any(absence.left_on <= day < absence.back_on for absence in person.absences.all())
        stays = [stay for stay in person.past_memberships.all() if covers(stay, day)]
        assert len(stays) <= 1
        # Who was added when his family had moved already was where it was.
        homes = [home for home in person.household.past_residences.all() if covers(home, day)]
        family = stays[0].household if stays else person.household
        village = (stays or homes or [person])[0].village_id
        if person.is_member_on(day) and not away and family.registered_on <= day:
            found[person.pk] = family.pk, village
    return found


def lens_of(user, day):
    return replace(Lens.on(user, place_for(user), Period.parse("2026-11"), NOW), last=day)


@pytest.mark.slow  # a few small worlds
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=some_acts)
def test_everybody_is_in_one_family_of_one_village_on_each_day(acts, sari, budi, dewi):
    with transaction.atomic():
        world = World((sari, budi))
        for one in acts:
            world.act(*one)
        for day in (FIRST + dt.timedelta(days=number) for number in (0, 5, 11, 17, 22)):
            lenses = [lens_of(user, day) for user in (dewi, sari, budi)]
            nation, *villages = ({key for (key,) in lens.people().values_list("pk")} for lens in lenses)
            expected, codes = belonged(day), (sari.region_id, budi.region_id)
            assert nation == set(expected)
            assert villages == [{key for key, (_, where) in expected.items() if where == code} for code in codes]
            for rows in ("households", "pmi_households", "pmi_people", "standings"):
                of_nation, *of_villages = (getattr(lens, rows)().count() for lens in lenses)
                assert (rows, of_nation) == (rows, sum(of_villages))
            assert Trip.objects.exclude(village=F("person__village")).count() == 0
            families = {family for family, _ in expected.values()}
            assert families <= {key for (key,) in lenses[0].households().values_list("pk")}
        transaction.set_rollback(True)


def test_who_is_added_after_the_move_was_where_his_family_was(sari, budi, dewi):
    world = World((sari, budi))
    for act in (("move", 0, 21), ("join", 0, 2)):
        world.act(*act)

    counted = [lens_of(user, FIRST + dt.timedelta(days=5)).pmi_people().count() for user in (dewi, sari, budi)]

    assert counted == [5, 3, 2]


@pytest.mark.parametrize("then", ["marry_over", "split", "move"])
def test_who_is_added_after_the_move_and_goes_on_was_where_his_family_was(sari, budi, dewi, then):
    world = World((sari, budi))
    for act in (("move", 0, 10), ("join", 0, 2), (then, 4, 15)):
        world.act(*act)

    counted = [lens_of(user, FIRST + dt.timedelta(days=5)).people().count() for user in (dewi, sari, budi)]

    assert counted == [5, 3, 2]
    assert [village for _, village in belonged(FIRST + dt.timedelta(days=5)).values()].count(sari.region_id) == 3
