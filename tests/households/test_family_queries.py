"""How much the page of a family asks where nothing of it is remembered: never much, whatever happened to it."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.clearances import HouseholdClearanceFactory
from tests.factories.households import (
    CaregiverFactory,
    ClosingFactory,
    ConsentFactory,
    HouseholdFactory,
    PersonFactory,
    TripFactory,
    VisitFactory,
)
from tests.factories.journeys import PlacementFactory, TripDocumentFactory
from tests.factories.living import CircumstancesFactory, NeedFactory, RemittanceFactory
from tests.factories.stays import (
    HeadChangeFactory,
    MemberMoveFactory,
    MoveOfferFactory,
    PastMembershipFactory,
    PastResidenceFactory,
    SplitFactory,
)

pytestmark = pytest.mark.django_db
MOST = 12
# The frame of the note in the book asks nothing.
FRAME = ("SAVEPOINT", "RELEASE")


@pytest.fixture
def family(sari, budi):
    """A family to which everything has happened, and something of each twice."""
    family = HouseholdFactory(village=sari.region, created_by=sari, registered_on=dt.date(2026, 1, 5))
    CircumstancesFactory(household=family)
    for number in range(2):
        to_it(family, number, sari, budi)
    MoveOfferFactory(household=family, to_village=budi.region)
    return family


def to_it(family, number, officer, neighbour):
    """One of each thing that can happen to a family."""
    person = PersonFactory(
        household=family, name=f"Warga {number}", joined_on=dt.date(2026, 2, 1), joined_how="married",
        joined_precision="day", joined_known_at=dt.datetime(2026, 2, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    left = PersonFactory(household=family, name=f"Pergi {number}", left_on=dt.date(2026, 3, number + 1))
    CaregiverFactory(child=PersonFactory(household=family, birth_on=dt.date(2015, 1, 1)), person=left)
    trip = TripFactory(person=person, departed_on=dt.date(2025, 1, number + 1), version=2)
    PlacementFactory(trip=trip)
    TripDocumentFactory(trip=trip)
    VisitFactory(household=family, visited_on=dt.date(2026, 6, number + 1))
    ConsentFactory(household=family)
    RemittanceFactory(household=family, first_on=dt.date(2026, number + 1, 1))
    ClosingFactory(
        household=family, closed_on=dt.date(2026, 4, number + 1), reopened_on=dt.date(2026, 5, 1), reopened_by=officer,
        reopened_known_at=dt.datetime(2026, 5, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    HeadChangeFactory(person=person)
    SplitFactory(household=family, new_household=HouseholdFactory(village=officer.region, created_by=officer))
    PastResidenceFactory(household=family, village=neighbour.region, until=dt.date(2026, 1, number + 2))
    came = PersonFactory(household=family, name=f"Datang {number}")
    other = HouseholdFactory(village=officer.region, created_by=officer)
    stay = PastMembershipFactory(person=came, household=other, village=officer.region, until=dt.date(2026, 6, 1))
    MemberMoveFactory(person=came, stay=stay, to_household=family)


def asked(client, family):
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        page = client.get(family.get_absolute_url())
    return page.content.decode(), [one["sql"] for one in queries if not one["sql"].startswith(FRAME)]


def test_page_of_a_family_with_everything_asks_at_most_twelve_times(client_of, sari, family):
    for kind in ("paid_debt", "school"):
        NeedFactory(household=family, kind=kind)
    HouseholdClearanceFactory(household=family)
    client = client_of(sari)
    asked(client, family)

    page, queries = asked(client, family)

    assert len(queries) <= MOST, "\n".join(query[:150] for query in queries)
    told = ("Ditutup", "Menyebut kebutuhan", "memang begitu", "Sebagian anggota", "Pindah ke sini", "Datang 1: ",
            "Pergi 1: keluar")  # fmt: skip
    assert [word for word in told if word not in page] == []
