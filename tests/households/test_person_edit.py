"""Adding and changing members of a family, and their journeys."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from accounts.models import Act, AuditEvent
from households.models import Household, Person, Trip
from tests.households.forms import FAMILY_OF_THREE, member_post
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def door(name, record):
    return reverse(f"households:{name}", args=[record.pk, new_id()])


def answers(person, **changes):
    post = {"name": "Ahlul", "relation": "head", "sex": "L", "birth": (2, 1, 1980), "nik_missing": ""}
    return member_post(post) | {"version": str(person.version)} | changes


def test_add_person_with_a_journey(client_of, place, sari):
    client_of(sari).post(door("person_add", place.household), member_post(FAMILY_OF_THREE[1]))

    person = Person.objects.get(name="Rusdah")
    assert (person.household, person.village_id, person.trips.get().country) == (place.household, "5203172006", "SA")


def test_add_person_resent_is_one_person(client_of, place, sari):
    client, address = client_of(sari), door("person_add", place.household)

    results = [client.post(address, member_post(FAMILY_OF_THREE[1])).url for _ in range(2)]

    assert (len(set(results)), Person.objects.filter(name="Rusdah").count()) == (1, 1)


def test_add_second_head_is_refused_in_words(client_of, place, sari):
    response = client_of(sari).post(door("person_add", place.household), member_post(FAMILY_OF_THREE[0]))

    assert "Rumah tangga ini sudah punya kepala keluarga. Pilih hubungan lain." in response.content.decode()
    assert place.household.members.count() == 2


def test_add_person_to_a_neighbours_family_is_not_found(client_of, place, budi):
    response = client_of(budi).post(door("person_add", place.household), member_post(FAMILY_OF_THREE[1]))

    assert (response.status_code, place.household.members.count()) == (404, 2)


def test_change_person_with_empty_nik_keeps_it(client_of, place, sari):
    client_of(sari).post(door("person_change", place.head), answers(place.head, nik=""))

    person = Person.objects.get(pk=place.head.pk)
    assert (person.name, person.nik, person.version) == ("Ahlul", place.head.nik, 2)


def test_change_person_page_does_not_show_the_nik(client_of, place, sari):
    page = client_of(sari).get(door("person_change", place.head)).content.decode()

    assert (place.head.nik in page, f"•••• {place.head.nik[-2:]}" in page) == (False, True)


def test_change_person_updates_the_names_by_which_the_family_is_sorted_and_found(client_of, place, sari):
    client_of(sari).post(door("person_change", place.head), answers(place.head))

    family = Household.objects.get(pk=place.household.pk)
    assert (family.sort_name, "ahlul" in family.member_names.split("\n")) == ("ahlul", True)


def test_change_person_by_second_editor_is_compared_without_the_nik(client_of, place, sari):
    client = client_of(sari)
    client.post(door("person_change", place.head), answers(place.head, name="Ahlul Hakim"))

    page = client.post(door("person_change", place.head), answers(place.head, name="Ahlul Yasin")).content.decode()

    assert ("Ahlul Hakim" in page, 'value="Ahlul Yasin"' in page, place.head.nik in page) == (True, True, False)


def test_change_foreign_person_is_not_found(client_of, place, budi):
    response = client_of(budi).post(door("person_change", place.head), answers(place.head))

    assert (response.status_code, Person.objects.get(pk=place.head.pk).version) == (404, 1)


def test_add_trip_without_date_stands_on_the_day_it_became_known(client_of, place, sari):
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=False):
        client_of(sari).post(
            door("trip_add", place.child),
            {"stage": "prospective", "country": "?", "sector": "?", "evidence": "refused"},
        )

    trip = place.child.trips.get()
    assert (trip.country, trip.prospective_on, trip.prospective_precision, trip.evidence) == (
        "",
        dt.date(2026, 11, 23),
        "unknown",
        "refused",
    )


def test_change_trip_adds_the_return_and_keeps_the_departure(client_of, place, sari):
    client_of(sari).post(
        door("trip_change", place.trip),
        {
            "stage": "returned",
            "country": "MY",
            "sector": "plantation",
            "evidence": "document",
            "since_month": "6",
            "since_year": "2026",
            "version": "1",
        },
    )

    trip = Trip.objects.get(pk=place.trip.pk)
    assert (trip.departed_on, trip.returned_on, trip.returned_precision) == (
        dt.date(2025, 3, 4),
        dt.date(2026, 6, 1),
        "month",
    )
    assert (trip.evidence, trip.departed_evidence, trip.returned_evidence) == ("told", "", "document")
    assert AuditEvent.objects.get(act=Act.CHANGED).fields == ["returned_evidence", "returned_on"]


def test_change_trip_of_one_step_is_known_as_it_is_told_now(client_of, place, sari):
    shown = {"stage": "active", "country": "MY", "sector": "plantation", "version": "1"}
    since = {"since_day": "4", "since_month": "3", "since_year": "2025"}

    client_of(sari).post(door("trip_change", place.trip), shown | since | {"evidence": "document"})

    trip = Trip.objects.get(pk=place.trip.pk)
    assert (trip.evidence, trip.departed_evidence) == ("document", "")


def test_change_trip_shows_and_corrects_how_the_last_step_is_known(client_of, place, sari):
    home = {"returned_on": dt.date(2026, 6, 1), "returned_precision": "day", "returned_known_at": timezone.now()}
    Trip.objects.filter(pk=place.trip.pk).update(returned_evidence="document", **home)
    client = client_of(sari)
    form = client.get(door("trip_change", place.trip), follow=True).context["form"]
    told = {"stage": "returned", "country": "MY", "sector": "plantation", "version": "1", "evidence": "refused"}
    client.post(door("trip_change", place.trip), told | {"since_day": "1", "since_month": "6", "since_year": "2026"})

    trip = Trip.objects.get(pk=place.trip.pk)
    assert form["evidence"].value() == "document"
    assert (trip.evidence, trip.departed_evidence, trip.returned_evidence) == ("told", "", "refused")


def test_change_trip_returning_before_leaving_is_refused_in_words(client_of, place, sari):
    response = client_of(sari).post(
        door("trip_change", place.trip),
        {"stage": "returned", "country": "MY", "sector": "?", "evidence": "told", "since_year": "2020", "version": "1"},
    )

    assert "Tanggal pulang lebih awal dari tanggal berangkat. Periksa keduanya." in response.content.decode()


def test_foreign_trip_is_not_found(client_of, place, budi):
    assert client_of(budi).get(door("trip_change", place.trip)).status_code == 404


def test_change_trip_with_the_date_of_the_step_before_asks_for_the_new_one(client_of, place, sari):
    post = {"stage": "returned", "country": "MY", "sector": "?", "evidence": "told", "version": "1"}
    shown = {"since_day": "4", "since_month": "3", "since_year": "2025"}

    response = client_of(sari).post(door("trip_change", place.trip), post | shown)

    sentence = "4 Maret 2025 adalah waktu berangkat. Isi waktu pulang, atau kosongkan bila belum diketahui."
    assert response.context["form"].errors == {"since": [sentence]}
    assert Trip.objects.get(pk=place.trip.pk).returned_on is None


def test_change_trip_shows_the_steps_that_are_known(client_of, place, sari):
    response = client_of(sari).get(door("trip_change", place.trip))

    assert [event["when"] for event in response.context["events"]] == ["4 Maret 2025"]


def test_page_of_somebody_abroad_leads_to_the_journey_under_way(client_of, place, sari):
    content = client_of(sari).get(place.trip.person.get_absolute_url()).content.decode()

    address = reverse("households:trip_return", args=[place.trip.pk])
    assert f'<a class="btn btn-primary" href="{address}">' in content


def test_add_trip_to_somebody_abroad_points_at_the_journey_under_way(client_of, place, sari):
    response = client_of(sari).get(door("trip_add", place.trip.person))

    assert response.context["under_way"].trip == place.trip
    assert reverse("households:trip_change", args=[place.trip.pk]) in response.content.decode()


def test_page_of_somebody_without_a_nik_says_why_as_it_is_written(client_of, place, sari):
    Person.objects.filter(pk=place.head.pk).update(nik=None, nik_missing="not_issued")

    assert "<dd>Belum punya NIK</dd>" in client_of(sari).get(place.head.get_absolute_url()).content.decode()
