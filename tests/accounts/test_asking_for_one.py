"""A record's page asks a question that was put into SQL before: the same record, and only to whom it is open."""

import pytest

from accounts.scoping.asking import ask_for_one
from households.models import Household
from households.views.reading import families_told, people_told
from tests.factories.households import HouseholdFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


def asked(user, household):
    return ask_for_one(user, household.pk, "families", families_told)


@pytest.fixture
def families(neighbours):
    return {code: place.household for code, place in neighbours.items()}


def test_asked_again_it_is_the_other_family(sari):
    first, second = (HouseholdFactory(village=sari.region, created_by=sari) for _ in range(2))

    assert [asked(sari, first), asked(sari, second), asked(sari, first)] == [first, second, first]


@pytest.mark.parametrize("who", ["sari", "rina", "agus", "dewi"])
def test_everything_is_at_hand_as_if_it_had_been_asked_for_alone(request, families, who, django_assert_num_queries):
    reader, household = request.getfixturevalue(who), families["5203172006"]
    for other in families.values():
        asked(reader, other)
    alone = families_told(reader).filter(pk=household.pk).first()

    found = asked(reader, household)

    assert found == alone
    if found is None:
        return
    with django_assert_num_queries(0):
        assert found.__dict__.keys() == alone.__dict__.keys()
        assert found.village.parent.parent.parent == alone.village.parent.parent.parent
        assert [list(one.trips.all()) for one in found.members.all()] == [
            list(one.trips.all()) for one in alone.members.all()
        ]
        told = ("last_remittance", "was_elsewhere", "was_split", "had_member_moves", "offered_to")
        assert [getattr(found, name) for name in told] == [getattr(alone, name) for name in told]


def test_family_of_another_village_is_not_there_whoever_asked_before(families, sari, budi):
    own, others = families[sari.region_id], families[budi.region_id]

    found = [asked(reader, household) for household in (own, others) for reader in (sari, budi)]

    assert found == [own, None, None, others]


def test_officer_whose_account_was_shut_gets_nothing(families, sari):
    before = asked(sari, families[sari.region_id])
    sari.is_active = False

    assert (before, asked(sari, families[sari.region_id])) == (families[sari.region_id], None)


def test_officer_in_another_village_since_gets_its_families(families, sari, budi):
    asked(sari, families[sari.region_id])
    sari.region = budi.region

    assert [asked(sari, household) for household in families.values()] == [
        household if household.village_id == budi.region_id else None for household in families.values()
    ]


def test_nothing_is_found_under_a_key_that_nobody_has(sari):
    assert ask_for_one(sari, new_id(), "families", families_told) is None


def test_what_was_found_for_one_reader_stays_with_him(families, sari):
    """The rows of an answer lie in it alone, and not in the question that is kept."""
    found = asked(sari, families[sari.region_id])
    Household.objects.filter(pk=found.pk).update(hamlet="Montong")

    assert asked(sari, found).hamlet == "Montong"


def test_person_is_found_likewise(neighbours, sari, budi):
    head = neighbours[sari.region_id].head

    assert [ask_for_one(reader, head.pk, "people", people_told) for reader in (sari, budi)] == [head, None]
