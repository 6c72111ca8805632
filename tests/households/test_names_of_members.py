"""Whoever is in a family is found by his name, after each act that brings somebody in or out."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from households.actions import add_person
from households.choices import Relation
from households.entries import MemberEntry
from households.models import Household
from households.rules.names import together
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.test_splits import family, split, undo  # noqa: F401 - a fixture
from tests.households.two_families import family_of, family_of_amaq, move

TODAY = dt.date(2026, 11, 22)


def kept() -> dict:
    """What each family's row says of its members' names."""
    return {key: told for key, *told in Household.objects.values_list("pk", "member_names", "has_more_names")}


def true() -> dict:
    """What it should say."""
    return {
        one.pk: list(together(one.members.values_list("search_name", flat=True)))
        for one in Household.objects.prefetch_related("members")
    }


def names() -> list[str]:
    return list(Household.objects.values_list("member_names", flat=True))


def found(name: str) -> int:
    """How many families a search for this name finds."""
    return Household.objects.matching(name=name, day=TODAY).count()


def test_names_follow_a_split_and_its_undoing(family, sari):  # noqa: F811
    split(sari, family, Sahdan=Relation.HEAD, Sahnim=Relation.WIFE)
    assert (kept(), sorted(names())) == (true(), ["amaq\ninaq", "sahdan\nsahnim"])

    undo(sari, family)
    assert (kept(), names()) == (true(), ["amaq\ninaq\nsahdan\nsahnim"])


def test_names_follow_who_goes_to_another_family(sari):
    family_of_amaq(sari)
    there = family_of(sari, Loq="head")

    move(sari, "Sahnim", there)

    assert (kept(), sorted(names())) == (true(), ["amaq\ninaq", "loq\nsahnim"])


@pytest.mark.parametrize("size", [0, 3, 99])
def test_families_of_before_get_the_names_that_the_actions_keep(size, sari):
    here = HouseholdFactory(village=sari.region, created_by=sari)
    for place in reversed(range(size)):
        PersonFactory(household=here, name=f"Warga {place:03} dari rumah singgah desa")
    Household.objects.update(member_names="")

    migration = import_module("households.migrations.0041_names_of_members_are_filled")
    migration.fill(apps, connection.schema_editor())

    assert (kept(), found("warga"), found("098")) == (true(), min(size, 1), size // 99)


@pytest.mark.parametrize("name", ["ﬃ" * 60, "ﬃ" * 39 + "ab ﬃ"])
def test_name_that_is_spelt_longer_than_its_column_is_kept_and_found(name, sari):
    there = family_of(sari, Loq="head")

    person = add_person(by=sari, household_id=there.pk, entry=MemberEntry(name), today=TODAY)

    assert (person.name, len(person.search_name) <= 120) == (name, True)
    assert (kept(), found("ffiffi")) == (true(), 1)
