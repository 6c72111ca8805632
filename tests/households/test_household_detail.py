"""A family's and a person's page."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.models import Act, AuditEvent
from tests.factories.households import VisitFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def test_household_page_is_noted_before_it_is_shown(client_of, place, sari):
    client_of(sari).get(place.household.get_absolute_url())

    event = AuditEvent.objects.get(act=Act.VIEWED)
    assert (event.actor, event.record_id, event.region_code) == (sari, str(place.household.pk), "5203172006")


def test_pages_show_no_whole_number(client_of, place, rina):
    client = client_of(rina)
    pages = [client.get(record.get_absolute_url()).content.decode() for record in (place.household, place.head)]

    assert [number in page for page in pages for number in place.numbers] == [False] * 4


def test_person_page_draws_the_journey(client_of, place, sari):
    page = client_of(sari).get(place.head.get_absolute_url()).content.decode()

    assert ("Berangkat · Malaysia" in page, "4 Maret 2025" in page, "PMI aktif di Malaysia sejak 2025" in page) == (
        True,
    ) * 3


@pytest.mark.parametrize("who", ["budi", "agus", "dewi", "adi"])
def test_pages_do_not_exist_for_others(client_of, place, who, request):
    client = client_of(request.getfixturevalue(who))

    assert [client.get(r.get_absolute_url()).status_code for r in (place.household, place.head)] == [404, 404]


def test_coordinator_reads_without_acts(client_of, place, rina):
    page = client_of(rina).get(place.household.get_absolute_url()).content.decode()

    assert ("/ubah/" in page, "/anggota/" in page) == (False, False)


@pytest.mark.parametrize(
    ("page", "record"),
    [
        ("household_change", "household"),
        ("person_add", "household"),
        ("person_change", "head"),
        ("trip_add", "head"),
        ("trip_change", "trip"),
    ],
)
def test_form_that_shows_a_record_is_a_reading_of_it(client_of, place, sari, page, record):
    shown = getattr(place, record)
    client_of(sari).get(reverse(f"households:{page}", args=[shown.pk, new_id()]))

    event = AuditEvent.objects.get(act=Act.VIEWED)
    assert (event.actor, event.record_id, event.region_code) == (sari, str(shown.pk), "5203172006")


def test_long_life_is_folded_and_whole(client_of, place, sari):
    for day in range(2, 22):
        VisitFactory(household=place.household, visited_on=dt.date(2026, 11, day))

    page = client_of(sari).get(place.household.get_absolute_url()).content.decode()

    assert ("Kejadian sebelumnya" in page, page.count("Diverifikasi saat kunjungan")) == (True, 20)
