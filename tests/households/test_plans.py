"""How the two databases find families among many: by the indexes that are there for it, whatever else is registered."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from households.models import Extension, Household, Person, Trip
from households.whereabouts import exchanging, stays
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.factories.regions import RegionFactory
from toolkit.keyset import PAGE_SIZE

NEIGHBOURS = 1500
# Every row of a large table, in the words of either database.
EVERYBODY = re.compile(r"(SCAN|Seq Scan on) households_(person|household)\b")
# All rows put in order before the first is shown; those of one name alone are not many.
SORTED_WHOLE = re.compile(r"TEMP B-TREE FOR ORDER BY|(?<!Incremental )Sort  \(")


@pytest.fixture
def many(sari, budi):
    """A village of 1,500 families beside another; PostgreSQL only uses an index where there is much to leave out."""
    made = []
    for officer in (sari, budi):
        village = officer.region
        made += [
            Household(
                village=village, sort_name=f"warga {place:05}", member_names=f"warga {place:05}",
                registered_on="2026-01-05", created_by=officer, changed_by=officer,
                family_card_number=f"{village.pk[:6]}{place:010}",
            )
            for place in range(NEIGHBOURS)
        ]  # fmt: skip
    Household.objects.bulk_create(made)
    Person.objects.bulk_create(
        Person(
            household=family, village_id=family.village_id, name=family.sort_name, search_name=family.sort_name,
            nik=f"{family.village_id[:6]}{place:010}", relation="head", created_by=sari, changed_by=sari,
        )
        for place, family in enumerate(made)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return sari


def plan(queryset) -> str:
    """How the database would answer."""
    return queryset.explain()


def explained(sql: str) -> str:
    """How the database would answer what was asked in full."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {'' if connection.vendor == 'postgresql' else 'QUERY PLAN '}{sql}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.slow  # writes 3,000 families
def test_a_page_of_the_list_is_read_in_the_order_of_its_index(many):
    page = Household.objects.visible_to(many).open_on("2026-11-22").in_order()[:PAGE_SIZE]

    found = plan(page)

    assert "household_list" in found
    assert "TEMP B-TREE" not in found


@pytest.mark.slow  # writes 3,000 families
def test_a_number_is_found_by_its_own_indexes(many, rina):
    found = plan(Household.objects.visible_to(rina).with_number("5203170000000007"))

    assert "person_nik" in found
    assert "household_card" in found


@pytest.mark.slow  # writes 3,000 families
@pytest.mark.parametrize(("name", "bearers"), [("00007", 1), ("warga", NEIGHBOURS), ("zz", 0)])
def test_a_name_is_looked_for_in_the_index_of_the_list_alone(name, bearers, many):
    families = Household.objects.visible_to(many).matching(name=name, day="2026-11-22")

    found = plan(families.in_order().values("pk")[:PAGE_SIZE])

    assert re.search("(Index Only Scan using|COVERING INDEX) household_list", found)
    assert "TEMP B-TREE" not in found
    assert families.count() == bearers


@pytest.mark.slow  # writes 3,000 families
def test_a_list_of_many_says_that_there_are_more_than_were_counted(many, client_of, monkeypatch):
    monkeypatch.setattr("households.views.searching.MOST_LISTED", 1000)

    page = client_of(many).get("/rumah-tangga/").content.decode()

    assert "Lebih dari 1.000 keluarga" in page


@pytest.mark.parametrize("address", ["/rumah-tangga/", "/rumah-tangga/?status=active", "/rumah-tangga/?check=on"])
def test_list_asks_as_often_for_three_families_as_for_one(sari, client_of, django_assert_max_num_queries, address):
    asked = []
    for count in (1, 2):
        for _ in range(count):
            PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari, needs_check=True))
        client = client_of(sari)
        client.get(address)
        cache.clear()
        # Two of them frame the note in the book of acts.
        with django_assert_max_num_queries(12 + 2) as found:
            client.get(address)
        asked.append(len(found.captured_queries))

    assert asked[0] == asked[1]


def test_number_of_another_village_is_not_found(sari, budi):
    RegionFactory(code="5203212002")
    PersonFactory(household=HouseholdFactory(village=budi.region, created_by=budi), nik="5203174101900001")

    assert Household.objects.visible_to(sari).with_number("5203174101900001").count() == 0


@pytest.mark.slow  # writes 3,000 families
def test_the_few_who_moved_are_looked_up_before_the_many(many):
    day = dt.date(2026, 11, 22)

    with CaptureQueriesContext(connection) as asked:
        found = stays((day,), region=many.region_id).rows, exchanging(since=day)

    assert found == ((), {})
    plans = [explained(query["sql"]) for query in asked.captured_queries]
    assert [plan for plan in plans if EVERYBODY.search(plan)] == []


@pytest.fixture
def travelling(many):
    """Everybody there has a journey, and one extension of it."""
    known = {"prospective_on": "2026-01-05", "prospective_precision": "day", "prospective_known_at": many.created_at}
    by = {"created_by": many, "changed_by": many}
    trips = Trip.objects.bulk_create(
        Trip(person=person, village_id=person.village_id, **known, **by) for person in Person.objects.order_by("pk")
    )
    told = {"extended_on": "2026-06-05", "extended_precision": "day", "place": "mission", "extended_by": many}
    Extension.objects.bulk_create(Extension(trip=trip, **told) for trip in trips)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.slow  # writes 3,000 families and their journeys
@pytest.mark.parametrize(
    ("kind", "index"),
    [("household", "household_list"), ("person", "person_name"), ("trip", "trip_list"), ("extension", "trip_list")],
)
def test_a_page_of_the_admin_is_read_in_the_order_of_an_index(kind, index, travelling, rina, client_of):
    with CaptureQueriesContext(connection) as asked:
        client_of(rina).get(f"/admin/households/{kind}/")

    (page,) = [query["sql"] for query in asked if query["sql"].endswith(f"LIMIT {PAGE_SIZE}")]
    found = explained(page)
    assert index in found
    assert SORTED_WHOLE.findall(found) == []
