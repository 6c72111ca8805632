"""`manage.py refresh_families`: names on families' rows that an older version left behind."""

import io

import pytest
from django.core.management import CommandError, call_command

from households.actions import naming
from households.models import Household, Person
from tests.factories.households import HouseholdFactory, PersonFactory

NAMES = ("sort_name", "member_names", "has_more_names")


@pytest.fixture
def families(korleko, lenek_lauk):
    """Two families of Korleko and one of its neighbour, each with a head and a child, as the actions keep them."""
    for village in (korleko, korleko, lenek_lauk):
        household = HouseholdFactory(village=village)
        PersonFactory(household=household, name="Ahlul", head=True)
        PersonFactory(household=household, name="Zaenab")
    Household.objects.update(sort_name="ahlul")
    return list(Household.objects.order_by("village_id", "pk"))


def told(*options) -> str:
    out = io.StringIO()
    call_command("refresh_families", *options, stdout=out)
    return out.getvalue().strip()


def kept() -> list:
    return list(Household.objects.order_by("village_id", "pk").values_list(*NAMES))


RIGHT = ("ahlul", "ahlul\nzaenab", False)


@pytest.mark.parametrize("wrong", [{"member_names": ""}, {"sort_name": "zaenab"}, {"has_more_names": True}])
def test_wrong_names_are_written_anew_and_nothing_else(families, wrong):
    Household.objects.filter(pk__in=[families[0].pk, families[2].pk]).update(**wrong, checks=["card_shared"])

    said = told()

    assert said == "Nama pencarian diperbaiki. 5203172006: 1 keluarga; 5203212002: 1 keluarga"
    assert (kept(), Household.objects.get(pk=families[0].pk).checks) == ([RIGHT] * 3, ["card_shared"])
    assert told("--check") == "Nama pencarian semua keluarga cocok."


def test_check_writes_nothing_names_nobody_and_fails(families):
    Person.objects.filter(household=families[0], name="Zaenab").update(search_name="rusdah")

    with pytest.raises(CommandError) as failed:
        told("--check")

    assert str(failed.value) == "Nama pencarian tidak cocok dengan nama anggota. 5203172006: 1 keluarga"
    assert kept() == [RIGHT] * 3


def test_family_without_members_has_no_names(korleko):
    HouseholdFactory(village=korleko, sort_name="ahlul", member_names="ahlul")

    told()

    assert kept() == [("", "", False)]


def test_family_that_was_changed_between_two_readings_is_not_wrong(families, monkeypatch):
    mend = naming._mend

    def somebody_saves_before(keys, **options):
        Household.objects.update(sort_name="ahlul")
        return mend(keys, **options)

    Household.objects.update(sort_name="")
    monkeypatch.setattr(naming, "_mend", somebody_saves_before)

    assert told("--check") == "Nama pencarian semua keluarga cocok."


@pytest.mark.parametrize("size", [1, 3])
def test_many_families_of_a_village_are_read_together(korleko, size, django_assert_num_queries):
    for _ in range(size):
        PersonFactory(household=HouseholdFactory(village=korleko), head=True)
    Household.objects.update(sort_name="")

    # The villages; families and people; both again, in a transaction with savepoint, and what is written.
    with django_assert_num_queries(8):
        told()
