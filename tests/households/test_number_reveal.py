"""Seeing a whole NIK or KK: with a reason, one at a time, thirty a day."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.actions.revealing import MOST_A_DAY, reveal_number
from tests.racing import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def nik_page(place) -> str:
    return reverse("households:nik_reveal", args=[place.head.pk])


def test_reveal_asks_for_a_reason_first(client_of, place, sari):
    client = client_of(sari)
    pages = [client.get(nik_page(place)), client.post(nik_page(place), {})]

    assert [place.head.nik in page.content.decode() for page in pages] == [False, False]
    assert AuditEvent.objects.filter(act=Act.REVEALED).count() == 0


def test_reveal_shows_the_number_for_a_minute_and_notes_it(client_of, place, sari):
    response = client_of(sari).post(nik_page(place), {"reason": "letter"})

    assert place.head.nik in response.content.decode()
    assert response["Refresh"] == f"60;url={place.head.get_absolute_url()}"
    event = AuditEvent.objects.get(act=Act.REVEALED)
    assert (event.actor, event.record_id, event.fields, event.reason) == (
        sari,
        str(place.head.pk),
        ["nik"],
        "Menulis surat",
    )


def test_reveal_of_the_family_card(client_of, place, rina):
    page = client_of(rina).post(reverse("households:card_reveal", args=[place.household.pk]), {"reason": "match"})

    assert place.household.family_card_number in page.content.decode()


@pytest.mark.parametrize(("words", "shown"), [("", False), ("Diminta puskesmas", True)])
def test_reveal_for_another_reason_needs_words(client_of, place, sari, words, shown):
    page = client_of(sari).post(nik_page(place), {"reason": "other", "words": words}).content.decode()

    assert (place.head.nik in page) == shown


def test_reveal_stops_after_thirty_a_day_and_goes_on_the_next(client_of, place, sari):
    answers = {"reason": "letter"}
    # 23.00 in Korleko, which is WITA.
    with time_machine.travel(dt.datetime(2026, 11, 23, 15, tzinfo=dt.UTC), tick=False):
        for _ in range(MOST_A_DAY):
            reveal_number(by=sari, record=place.head, column="nik", reason="Menulis surat")
        refused = client_of(sari).post(nik_page(place), answers).content.decode()
    with time_machine.travel(dt.datetime(2026, 11, 23, 16, 1, tzinfo=dt.UTC), tick=False):
        allowed = client_of(sari).post(nik_page(place), answers).content.decode()

    assert ("sudah melihat 30 nomor" in refused, place.head.nik in refused) == (True, False)
    assert place.head.nik in allowed


@pytest.mark.django_db(transaction=True)
def test_reveal_twice_at_once_counts_both(place, sari):
    for _ in range(MOST_A_DAY - 1):
        reveal_number(by=sari, record=place.head, column="nik", reason="Menulis surat")

    results = at_once(*[lambda: reveal_number(by=sari, record=place.head, column="nik", reason="Merujuk")] * 2)

    assert sorted(type(result).__name__ for result in results) == ["TooManyToday", "str"]


def test_reveal_without_a_number_does_not_exist(client_of, place, sari):
    address = reverse("households:nik_reveal", args=[place.child.pk])

    assert client_of(sari).get(address).status_code == 404


def test_reveal_of_a_neighbour_does_not_exist(client_of, place, budi):
    response = client_of(budi).post(nik_page(place), {"reason": "letter"})

    assert (response.status_code, AuditEvent.objects.filter(act=Act.REVEALED).count()) == (404, 0)
