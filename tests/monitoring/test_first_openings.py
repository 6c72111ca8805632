"""How much the first pages ask where nothing is remembered yet: the same whatever there is, and never much."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from households.choices import Relation
from monitoring import duties
from monitoring.models import VillageSummary
from tests.factories.desk import ReturnTaskFactory, ServiceFactory
from tests.factories.files import ReferralFactory
from tests.factories.households import ConsentFactory, PersonFactory
from tests.factories.journeys import ContactLossFactory, ExtensionFactory, PlacementFactory, TripDocumentFactory
from tests.factories.letters import LetterFactory
from tests.factories.stays import MoveOfferFactory, PastMembershipFactory, PastResidenceFactory
from tests.monitoring.conftest import NOW, family, known, member, on, went

pytestmark = pytest.mark.usefixtures("morning")
HOME, WEEK, WAITING = "/", reverse("monitoring:duty_week"), reverse("monitoring:duty_list")
# Its numbers are counted and kept by then.
REPORT = reverse("monitoring:report_households")
MOST = 12
# The frame of the note in the book asks nothing.
FRAME = ("SAVEPOINT", "RELEASE")


def everything_waits(officer, neighbour):
    """Of each kind something that waits in the officer's village, and people who came and went between families."""
    head = member(family(officer, "2026-01-01", needs_check=True), "Ani", relation=Relation.HEAD)
    dead = member(family(officer, "2026-11-01"), "Bayu", relation=Relation.HEAD, died_on=on("2026-11-10"))
    type(dead).objects.filter(pk=dead.pk).update(died_precision="day", died_known_at=known("2026-11-10"))
    PersonFactory(household=dead.household, name="Anak Bayu")
    away = went(member(head.household, "Cici"), "TW", departed="2024-01-01")
    ContactLossFactory(trip=away)
    TripDocumentFactory(trip=away, expires_on=on("2026-12-01"), expires_precision="day")
    for until in ("2026-12-01", "2025-01-01"):
        trip = went(member(head.household, f"Dedi {until}"), "MY", departed="2023-01-01")
        PlacementFactory(trip=trip, contract_until_on=on("2024-01-01"), contract_until_precision="day")
        ExtensionFactory(trip=trip, until_on=on(until), until_precision="day", extended_on=on("2023-12-01"))
    for back in ("2026-11-01", "2025-12-01"):
        home = went(member(head.household, f"Eka {back}"), "SA", departed="2024-01-01", returned=back)
        ReturnTaskFactory(trip=home, due_on=on("2026-11-20"))
    asks = went(member(head.household, "Fajar"), "HK", prospective="2026-06-01")
    PlacementFactory(trip=asks, leaving_planned_on=on("2026-10-01"), leaving_planned_precision="month")
    ReferralFactory(trip=asks, referred_on=on("2026-11-01"))
    ServiceFactory(
        village=officer.region,
        noted_by=officer,
        person=head,
        sex="",
        follow_up="waiting",
        follow_up_on=on("2026-11-20"),
    )
    LetterFactory(person=head)
    LetterFactory(
        person=asks.person, state="sent_back", sent_back_at=known("2026-11-20"), sent_back_reason="Nama salah"
    )
    MoveOfferFactory(household=family(neighbour, "2026-01-01"), to_village=officer.region)
    declined = {"state": "declined", "answered_at": known("2026-11-20"), "answered_by": neighbour}
    MoveOfferFactory(
        household=family(officer, "2026-01-01"),
        to_village=neighbour.region,
        offered_at=known("2026-11-10"),
        **declined,
    )
    left = went(member(family(officer, "2026-01-01"), "Hadi", born="2012-01-01"), "MY", departed="2025-01-01").person
    PastMembershipFactory(person=left, household=head.household, village=officer.region, until=on("2026-11-05"))
    moved = family(officer, "2026-01-01")
    PastResidenceFactory(household=moved, village=neighbour.region, until=on("2026-11-06"))
    ConsentFactory(household=moved)
    VillageSummary.objects.all().delete()


def asked(client, address):
    """What is asked where nothing is remembered."""
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return [query["sql"] for query in queries if not query["sql"].startswith(FRAME)]


def test_what_waits_in_the_test_is_of_each_kind(sari, budi):
    everything_waits(sari, budi)
    week = duties.coming(sari, NOW.date(), until=NOW.date() + dt.timedelta(days=7), most=10)

    assert {each.duty.code for each in week} | {"surat-belum-dicatat", "keluarga-dihubungi", "berkas-diam"} == set(
        duties.BY_CODE
    )


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("sari", HOME), ("mahdi", HOME), ("rina", HOME), ("dewi", HOME), ("adi", HOME), ("sari", WEEK),
        ("sari", WAITING), ("rina", WEEK), ("rina", WAITING), ("sari", REPORT), ("rina", REPORT), ("dewi", REPORT),
    ],
)  # fmt: skip
def test_first_opening_asks_little_and_no_more_where_there_is_more(who, address, sari, budi, client_of, request):
    client, found = client_of(request.getfixturevalue(who)), []
    for _ in range(3):
        everything_waits(sari, budi)
        everything_waits(budi, sari)
        # With the first look a session's sign of life is kept.
        client.get(address)
        found.append(asked(client, address))

    assert [len(queries) for queries in found] == [len(found[0])] * 3
    assert len(found[0]) <= MOST, "\n".join(query[:150] for query in found[0])
