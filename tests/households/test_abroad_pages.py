"""The pages of what happens abroad: each note is named where it is taken back, and whoever is home is not silent."""

import datetime as dt

import factory
import pytest
from django.urls import reverse
from django.utils import timezone

from households.duties.journeys import DUTIES
from tests.factories.households import TripFactory
from tests.factories.journeys import ContactLossFactory, ExtensionFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

HEARD = {
    "heard_on": dt.date(2026, 9, 1),
    "heard_precision": "day",
    "heard_known_at": dt.datetime(2026, 9, 2, tzinfo=dt.UTC),
    "heard_by": factory.SelfAttribute("lost_by"),
    "heard_channel": "mission",
}
HOME = {"returned_on": dt.date(2026, 10, 1)}


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def door(name, record):
    return reverse(f"households:{name}", args=[record.pk, new_id()])


def post(client, name, record, **answers):
    version = type(record).objects.get(pk=record.pk).version
    return client.post(door(name, record), {"version": str(version), **answers})


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("name", "factory", "rows", "said"),
    [
        ("trip_extend", ExtensionFactory, "extensions", "Keliru: perpanjangan 1 Maret 2026"),
        ("trip_lost", ContactLossFactory, "contact_losses", "Keliru: tanpa kabar sejak 1 Mei 2026. Kabar tetap ada"),
    ],
)
def test_what_was_noted_by_mistake_is_named_and_goes(client, place, name, factory, rows, said):
    noted = factory(trip=place.trip)
    page = client.get(door(name, place.trip)).content.decode()

    response = post(client, name, place.trip, what=str(noted.pk))

    assert said in page
    assert (response.status_code, getattr(place.trip, rows).count()) == (302, 0)


def test_news_that_was_noted_by_mistake_is_named_and_the_silence_goes_on(client, place):
    loss = ContactLossFactory(trip=place.trip, **HEARD)
    page = client.get(door("trip_heard", place.trip)).content.decode()

    post(client, "trip_heard", place.trip, what=str(loss.pk))

    assert "Keliru: kabar 1 September 2026. Masih tanpa kabar sejak 1 Mei 2026" in page
    assert "<strong>Tanpa kabar</strong> sejak 1 Mei 2026." in read(client, place.head)


def test_note_that_somebody_else_has_taken_back_is_said_to_be_gone(client, place):
    kept, gone = ExtensionFactory(trip=place.trip), ExtensionFactory(trip=place.trip, extended_on=dt.date(2026, 4, 1))
    gone.delete()

    response = post(client, "trip_extend", place.trip, what=str(gone.pk))

    assert response.context["form"].errors["what"] == ["Catatan ini sudah tidak ada. Periksa lagi yang sudah tercatat."]
    assert list(place.trip.extensions.all()) == [kept]


@pytest.mark.parametrize("name", ["trip_extend", "trip_lost", "trip_heard"])
def test_act_abroad_shows_what_is_noted_already(client, place, name):
    ExtensionFactory(trip=place.trip)
    ContactLossFactory(trip=place.trip, **HEARD)

    titles = [event["title"] for event in client.get(door(name, place.trip)).context["events"]]

    assert titles == [
        "Berangkat · Malaysia",
        "Memperpanjang kontrak · Malaysia",
        "Tanpa kabar · Malaysia",
        "Ada kabar · Malaysia",
    ]


def test_who_has_come_home_is_silent_no_longer(client, place, sari):
    ContactLossFactory(trip=place.trip)
    silent = "<strong>Tanpa kabar</strong>"
    duty = next(duty for duty in DUTIES if duty.code == "tanpa-kabar")
    found = {"abroad": (silent in read(client, place.head), len(duty.rows(sari, timezone.localdate())))}

    post(client, "trip_return", place.trip, returned_day="10", returned_month="6", returned_year="2026", reason="sick")
    found["home"] = (silent in read(client, place.head), len(duty.rows(sari, timezone.localdate())))

    assert found == {"abroad": (True, 1), "home": (False, 0)}
    assert "tanpa kabar" not in client.get("/menunggu/").content.decode().lower()


def test_who_has_not_left_after_all_is_not_silent(client, place):
    ContactLossFactory(trip=place.trip)

    post(client, "trip_depart", place.trip, what="mistake")

    assert "<strong>Tanpa kabar</strong>" not in read(client, place.head)


@pytest.mark.parametrize(
    ("steps", "noted", "offered"),
    [
        ({}, [], ["Perpanjang kontrak", "Ada kabar", "Tanpa kabar"]),
        ({}, ["loss"], ["Perpanjang kontrak", "Ada kabar", "Betulkan tanpa kabar"]),
        (HOME, [], []),
        (HOME, ["loss"], ["Ada kabar", "Betulkan tanpa kabar"]),
        (HOME, ["heard", "extension"], ["Betulkan perpanjangan", "Betulkan kabar", "Betulkan tanpa kabar"]),
    ],
    ids=["away", "silent", "home", "home, silent", "home, heard"],
)
def test_page_of_a_journey_leads_to_what_happened_abroad(client, place, steps, noted, offered):
    trip = TripFactory(person=place.child, departed_on=dt.date(2024, 3, 1), **steps)
    if "extension" in noted:
        ExtensionFactory(trip=trip)
    if {"loss", "heard"} & set(noted):
        ContactLossFactory(trip=trip, **(HEARD if "heard" in noted else {}))

    page = client.get(trip.page_url)

    assert [act.label for act in page.context["acts"]] == offered
    assert all(act.url in page.content.decode() for act in page.context["acts"])
