"""Two editors of one record."""

import pytest

from accounts.versions import StaleVersion, change
from households.models import Household
from tests.factories.accounts import UserFactory
from tests.people import build_place
from tests.racing import at_once


@pytest.fixture
def household(sari, place_of):
    return place_of(sari).household


def test_change_gives_the_next_version(household):
    version = household.version

    changed = change(Household.objects.all(), pk=household.pk, version=version, hamlet="Mangsit")

    assert (changed.hamlet, changed.version) == ("Mangsit", version + 1)


def test_change_of_an_older_version_shows_how_it_stands(household):
    change(Household.objects.all(), pk=household.pk, version=household.version, hamlet="Mangsit")

    with pytest.raises(StaleVersion) as stale:
        change(Household.objects.all(), pk=household.pk, version=household.version, hamlet="Dasan Lekong")

    assert (stale.value.current.hamlet, Household.objects.get(pk=household.pk).hamlet) == ("Mangsit", "Mangsit")


def test_change_out_of_scope_does_not_find_the_record(household, budi):
    with pytest.raises(Household.DoesNotExist):
        change(Household.objects.editable_by(budi), pk=household.pk, version=household.version, hamlet="Mangsit")

    assert Household.objects.get(pk=household.pk).version == household.version


@pytest.mark.slow  # two threads and a database that is emptied afterwards
@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_the_same_moment_one_succeeds():
    household = build_place(UserFactory(username="sari")).household
    version, rows = household.version, Household.objects.all()

    results = at_once(
        lambda: change(rows.all(), pk=household.pk, version=version, hamlet="Mangsit"),
        lambda: change(rows.all(), pk=household.pk, version=version, hamlet="Dasan Lekong"),
    )

    winner = next(result for result in results if isinstance(result, Household))
    household.refresh_from_db()
    assert sorted(type(result).__name__ for result in results) == ["Household", "StaleVersion"]
    assert (household.hamlet, household.version) == (winner.hamlet, version + 1)
