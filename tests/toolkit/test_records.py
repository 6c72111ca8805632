"""Records of several kinds in one query are those that Django reads one kind at a time."""

import pytest
from django.apps import apps
from django.db.models import BinaryField

from households.models import Household, Person, Trip, TripDocument
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.factories.journeys import TripDocumentFactory
from tests.walk.admin import record_of
from toolkit.records import Asked, read_together

pytestmark = pytest.mark.django_db
WAY = "trip__person__household"
BETWEEN = {"MoveOffer", "IncomingMove"}
KINDS = [kind for kind in apps.get_app_config("households").get_models() if kind.__name__ not in BETWEEN]


@pytest.fixture
def paper(sari):
    """A passport of somebody in Korleko."""
    return TripDocumentFactory(trip__person__household=HouseholdFactory(village=sari.region, created_by=sari))


def told(record, names) -> dict:
    return {name: (type(value), value) for name in names for value in [getattr(record, name)]}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_record_of_any_kind_is_as_django_reads_it(kind, place_of, sari):
    key = record_of(kind, place_of(sari)).pk
    names = [field.attname for field in kind._meta.concrete_fields if not isinstance(field, BinaryField)]

    [[record]] = read_together([Asked(kind.objects.filter(pk=key))])

    assert told(record, names) == told(kind.objects.get(pk=key), names)


def test_kinds_are_read_with_all_that_is_joined_in_one_query(paper, sari, django_assert_num_queries):
    papers, families = TripDocument.objects.visible_to(sari), Household.objects.visible_to(sari)

    with django_assert_num_queries(1):
        [[read], [family]] = read_together(
            [Asked(papers, frozenset({WAY})), Asked(families, frozenset({"created_by"}))]
        )
        found = read.trip.person.household, family.created_by

    assert (read, *found) == (paper, family, sari)


def test_rows_stay_those_of_the_reader(paper, sari, budi):
    theirs = TripDocumentFactory(trip__person__household=HouseholdFactory(village=budi.region, created_by=budi))

    found = read_together([Asked(TripDocument.objects.visible_to(one), frozenset({WAY})) for one in (sari, budi, None)])

    assert found == [[paper], [theirs], []]


def test_what_is_not_there_is_nothing_and_not_asked_for(paper, sari, django_assert_num_queries):
    with django_assert_num_queries(1):
        [[family]] = read_together(
            [Asked(Household.objects.visible_to(sari), frozenset({"import_batch__uploaded_by"}))]
        )
        assert family.import_batch is None


def test_few_columns_of_what_is_joined_are_read_and_others_when_they_are_asked_for(paper, django_assert_num_queries):
    few = {Person: ("id", "name")}

    with django_assert_num_queries(2):  # the second for the column that was left out
        [[read]] = read_together([Asked(TripDocument.objects.all(), frozenset({"trip__person"}), few=few)])
        person = read.trip.person
        assert (person.name, "sex" in person.get_deferred_fields()) == (paper.trip.person.name, True)
        assert person.sex == paper.trip.person.sex


def test_relations_beside_are_read_once_whatever_the_way_to_them(paper, django_assert_num_queries):
    other = PersonFactory(household=paper.trip.person.household)
    asked = [
        Asked(TripDocument.objects.all(), frozenset({WAY}), frozenset({f"{WAY}__members"})),
        Asked(Trip.objects.all(), frozenset({"person__household"}), frozenset({"person__household__members"})),
    ]

    with django_assert_num_queries(2):
        [[read], [trip]] = read_together(asked)
        members = [set(one.household.members.all()) for one in (read.trip.person, trip.person)]

    assert members == [{paper.trip.person, other}] * 2


def test_records_come_in_the_order_of_their_kind(paper):
    papers = [paper, *(TripDocumentFactory(trip=paper.trip, kind=kind) for kind in ("work_visa", "contract"))]

    [read] = read_together([Asked(TripDocument.objects.order_by("-pk"))])

    assert read == list(TripDocument.objects.all()) != []
    assert set(read) == set(papers)


def test_nothing_asked_is_no_question(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert read_together([]) == []
