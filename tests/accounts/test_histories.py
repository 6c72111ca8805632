"""The book of acts about records that are found already: for whoever may read them, and about nothing else."""

import pytest

from accounts import audit
from accounts.histories import lines_about
from accounts.models import Act, User
from households.models import Household, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts(neighbours, sari, budi):
    """Each officer opened his family and its head."""
    for place, officer in ((neighbours["5203172006"], sari), (neighbours["5203212002"], budi)):
        for record in (place.household, place.head):
            audit.record(Act.VIEWED, by=officer, on=record, region=place.village.pk)


def told(lines):
    return [(line.actor_name, line.record_kind) for line in lines.filter(act=Act.VIEWED).order_by("pk")]


def test_lines_are_about_the_rows_that_are_named(acts, sari):
    assert told(lines_about(sari, Person.objects.all())) == [("Sari Wulandari", "households.person")]


def test_lines_about_several_kinds_stand_together(acts, sari):
    assert told(lines_about(sari, Person.objects.all(), Household.objects.all())) == [
        ("Sari Wulandari", "households.household"),
        ("Sari Wulandari", "households.person"),
    ]


def test_coordinator_reads_lines_of_all_his_villages(acts, rina):
    assert told(lines_about(rina, Household.objects.all())) == [
        ("Sari Wulandari", "households.household"),
        ("Budi Hartono", "households.household"),
    ]


@pytest.mark.parametrize("reader", ["agus", "dewi", "adi"])
def test_lines_stay_shut_for_who_reads_no_names(acts, request, reader):
    assert told(lines_about(request.getfixturevalue(reader), Household.objects.all(), Person.objects.all())) == []


def test_officer_reads_no_lines_about_accounts(sari):
    audit.record(Act.VIEWED, by=sari, on=sari)

    assert told(lines_about(sari, User.objects.all())) == []


def test_lines_of_nothing_are_none(acts, sari):
    assert told(lines_about(sari)) == []
