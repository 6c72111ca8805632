"""Who is asked as a child, whose parent is abroad, and who looks after a child on a day."""

import datetime as dt
from types import SimpleNamespace

import pytest

from households.choices import Relation
from households.rules.children import (
    caring_on,
    is_asked_about_immunisation,
    is_asked_as_child,
    is_child,
    parents_abroad,
)
from households.rules.dates import age
from tests.factories.households import PersonFactory, TripFactory

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("born", "child"),
    [
        (dt.date(2008, 11, 23), True),
        (dt.date(2008, 11, 22), False),
        (dt.date(2008, 2, 29), False),
        (TODAY, True),
        (dt.date(2026, 11, 23), False),
        (None, False),
    ],
)
def test_child_is_not_yet_eighteen_on_the_day(born, child):
    assert is_child(age(born, TODAY)) == child


@pytest.mark.parametrize(
    ("years", "in_school", "asked"),
    [
        (0, "", True),
        (17, "no", True),
        (18, "no", False),
        (18, "yes", True),
        (24, "yes", True),
        (25, "yes", False),
        (None, "yes", False),
    ],
)
def test_school_is_asked_of_children_and_of_the_young_at_school(years, in_school, asked):
    assert is_asked_as_child(years, in_school) == asked


@pytest.mark.parametrize(("years", "asked"), [(4, True), (5, False), (None, False)])
def test_immunisation_is_asked_under_five(years, asked):
    assert is_asked_about_immunisation(years) == asked


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("child", "parent", "found"),
    [
        (Relation.CHILD, Relation.HEAD, True),
        (Relation.CHILD, Relation.WIFE, True),
        (Relation.CHILD, Relation.CHILD, False),
        (Relation.GRANDCHILD, Relation.CHILD, True),
        (Relation.GRANDCHILD, Relation.CHILD_IN_LAW, True),
        (Relation.GRANDCHILD, Relation.WIFE, False),
        (Relation.RELATIVE, Relation.OTHER, True),
        (Relation.UNKNOWN, Relation.HEAD, True),
    ],
)
def test_parent_abroad_is_told_by_the_places_in_the_family(child, parent, found):
    traveller = TripFactory(departed_on=dt.date(2025, 1, 1), person__relation=parent).person
    child = PersonFactory(household=traveller.household, relation=child, birth_on=dt.date(2016, 1, 1))

    assert bool(parents_abroad(child, [child, traveller], TODAY)) == found


@pytest.mark.django_db
@pytest.mark.parametrize("steps", [{"returned_on": dt.date(2026, 1, 1)}, {"prospective_on": dt.date(2026, 1, 1)}])
def test_parent_at_home_is_not_abroad(steps):
    parent = TripFactory(person__relation=Relation.HEAD, **steps).person
    child = PersonFactory(household=parent.household, birth_on=dt.date(2016, 1, 1))

    assert parents_abroad(child, [child, parent], TODAY) == []


@pytest.mark.parametrize(
    ("since", "ended", "cares"),
    [
        (TODAY, None, True),
        (TODAY + dt.timedelta(days=1), None, False),
        (dt.date(2026, 1, 1), TODAY, False),
        (dt.date(2026, 1, 1), TODAY + dt.timedelta(days=1), True),
    ],
)
def test_caregiver_cares_from_the_first_day_to_before_the_last(since, ended, cares):
    row = SimpleNamespace(since_on=since, ended_on=ended)

    assert (caring_on([row], TODAY) == [row]) == cares
