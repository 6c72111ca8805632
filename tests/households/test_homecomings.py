"""What somebody tells after coming home: the act, its inverse, and its page."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households.actions import change_homecoming
from households.entries import HomecomingEntry
from households.models import Homecoming, Trip
from tests.factories.households import TripFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
TOLD = HomecomingEntry(wish="business", savings="to_20", wellbeing="refused", skills="mengelas")


@pytest.fixture(autouse=True)
def frozen_clock():
    """It is 22 November 2026."""
    with time_machine.travel(dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def trip(place_of, sari):
    place = place_of(sari)
    return TripFactory(person=place.child, departed_on=dt.date(2024, 1, 1), returned_on=dt.date(2026, 3, 4))


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def change(by, trip, entry=TOLD, version=1):
    return change_homecoming(by=by, trip_id=trip.pk, version=version, entry=entry)


def post(client, trip, version=1, **answers):
    address = reverse("households:homecoming_change", args=[trip.pk, new_id()])
    return client.post(address, {"version": str(version), **answers})


def read(client, trip):
    return client.get(trip.person.get_absolute_url()).content.decode()


def test_homecoming_is_written_and_the_book_names_columns_and_no_answer(sari, trip):
    changed = change(sari, trip)

    kept, event = Homecoming.objects.get(), AuditEvent.objects.filter(act=Act.CHANGED).get()
    assert (kept.trip, kept.wish, kept.wellbeing, changed.version) == (trip, "business", "refused", 2)
    assert event.fields == ["savings", "skills", "wellbeing", "wish"]


def test_homecoming_that_was_a_mistake_is_not_asked_again(sari, trip):
    change(sari, trip)
    change(sari, trip, HomecomingEntry(), version=2)

    assert Homecoming.objects.values_list("wish", "savings", "wellbeing", "skills").get() == ("", "", "", "")


def test_homecoming_needs_a_return_and_knows_strangers_and_the_second_editor(sari, budi, rina, trip):
    away = TripFactory(person=trip.person, departed_on=dt.date(2026, 5, 1))
    with pytest.raises(ValidationError, match="belum tercatat pulang"):
        change(sari, away)
    for other in (budi, rina):
        with pytest.raises(Trip.DoesNotExist):
            change(other, trip)
    with pytest.raises(StaleVersion):
        change(sari, trip, version=9)

    assert (Homecoming.objects.count(), Trip.objects.get(pk=away.pk).version) == (0, 1)


def test_page_says_how_long_empowerment_is_possible_and_what_was_told(client, trip):
    before = read(client, trip)
    post(client, trip, wish="again", wellbeing="refused", in_group="yes", group="Purna Mandiri")

    page = read(client, trip)
    assert "satu tahun setelah pulang: masih 3 bulan." in before
    assert ("Berangkat lagi" in page, "Tidak bersedia menjawab" in page, "Ya (Purna Mandiri)" in page) == (True,) * 3
    assert "Belum ditanyakan: sisa tabungan, utang, keterampilan, bahasa, pendampingan." in page


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"returned_on": dt.date(2025, 3, 4)}, "sudah lewat"),
        ({"returned_on": dt.date(2025, 12, 1)}, "masih, kurang dari satu bulan lagi"),
        ({"returned_on": dt.date(2025, 11, 1), "returned_precision": "month"}, "mungkin masih"),
        ({"returned_precision": "unknown"}, "belum dapat dihitung"),
    ],
)
def test_page_says_when_the_year_is_over_or_nobody_can_tell(client, trip, columns, words):
    Trip.objects.filter(pk=trip.pk).update(**columns)

    assert f"satu tahun setelah pulang: {words}" in read(client, trip)


def test_group_has_a_name_only_where_there_is_one(client, trip):
    post(client, trip, in_group="no", group="Purna Mandiri")

    assert (Homecoming.objects.get().in_group, Homecoming.objects.get().group) == ("no", "")


def test_too_long_an_answer_stays_as_typed_and_the_second_editor_compares(client, trip):
    wrong = post(client, trip, skills="S" * 121, wish="stay").context["form"]
    post(client, trip, wish="stay")
    compared = post(client, trip, wish="again").context["compared"]

    row = next(row for row in compared if row["differs"])
    assert (list(wrong.errors), wrong["wish"].value()) == (["skills"], "stay")
    assert (row["saved"], row["yours"]) == ("Tinggal bersama keluarga", "Berangkat lagi")


def test_resent_page_has_one_effect(client, trip):
    address = reverse("households:homecoming_change", args=[trip.pk, new_id()])
    urls = {client.post(address, {"version": "1", "wish": "stay"}).url for _ in range(2)}

    assert (urls, Trip.objects.get(pk=trip.pk).version) == ({trip.get_absolute_url()}, 2)


def test_page_is_not_there_before_the_return_or_for_strangers(client, client_of, budi, trip):
    away = TripFactory(person=trip.person, departed_on=dt.date(2026, 5, 1))

    assert (post(client, away).status_code, post(client_of(budi), trip).status_code) == (404, 404)
