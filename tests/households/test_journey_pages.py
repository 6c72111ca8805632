"""The pages of a journey's acts."""

import datetime as dt

import pytest
from django.urls import reverse

from households.models import Person, Trip
from tests.factories.households import TripFactory
from tests.factories.journeys import ContactLossFactory, ExtensionFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def door(name, record, op=None):
    return reverse(f"households:{name}", args=[record.pk, op or new_id()])


def post(client, name, record, follow=False, **answers):
    version = type(record).objects.get(pk=record.pk).version
    return client.post(door(name, record), {"version": str(version), **answers}, follow=follow)


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def acts(client, person):
    return [act.label for act in client.get(person.get_absolute_url()).context["acts"]]


def test_page_of_a_person_offers_the_act_that_comes_next(client, place):
    found = {"abroad": acts(client, place.head)[0], "nobody": acts(client, place.child)}
    TripFactory(person=place.child, prospective_on=dt.date(2026, 1, 1))
    found["candidate"] = acts(client, place.child)
    post(client, "trip_return", place.trip, returned_year="2026", reason="finished")
    found["home"] = acts(client, place.head)[0]

    assert found == {
        "abroad": "Catat kepulangan",
        "nobody": ["Sekolah dan surat anak", "Catat perjalanan"],
        "candidate": ["Catat keberangkatan", "Tidak jadi berangkat"],
        "home": "Berangkat lagi",
    }


def test_return_stands_in_the_life_line_with_its_reason(client, place):
    post(client, "trip_return", place.trip, returned_month="6", returned_year="2026", reason="sick")

    page = read(client, place.head)
    assert "Juni 2026" in page
    assert "Alasan: Sakit" in page


def test_each_step_says_how_it_is_known(client, place):
    trip = TripFactory(person=place.child, prospective_on=dt.date(2026, 1, 1), country="HK", evidence="document")
    asked = client.get(door("trip_depart", trip), follow=True).context["form"]
    post(client, "trip_depart", trip, departed_month="3", departed_year="2026", evidence="told")
    post(client, "trip_return", trip, returned_month="9", returned_year="2026", reason="sick")

    again = client.get(door("trip_depart", trip), follow=True).context["form"]
    page = read(client, place.child)
    assert (asked["evidence"].value(), again["evidence"].value()) == (None, "told")
    assert asked["evidence"].help_text == "Bila tidak dipilih: sama seperti perjalanannya, yaitu dokumen dilihat."
    assert page.count("Diketahui dari: dokumen dilihat") == 2
    assert page.count("Diketahui dari: diceritakan keluarga") == 1


def test_return_without_a_reason_keeps_what_was_typed(client, place):
    response = post(client, "trip_return", place.trip, returned_day="3", returned_month="6", returned_year="2026")

    assert response.context["form"].errors == {"reason": ["Pilih salah satu, atau 'Belum diketahui'."]}
    assert 'value="2026"' in response.content.decode()


def test_return_of_somebody_who_has_left_again_leads_to_the_departure(client, place):
    response = post(client, "trip_return", place.trip, returned_year="2026", reason="leave", then="again", follow=True)

    assert response.request["PATH_INFO"].startswith(f"/orang/{place.head.pk}/berangkat-lagi/")
    assert (response.context["form"]["country"].value(), response.context["chip"].word) == (
        "MY",
        "PMI purna dari Malaysia sejak 2026",
    )


def test_return_because_of_a_death_leads_to_the_death(client, place):
    response = post(client, "trip_return", place.trip, returned_year="2026", reason="died")

    assert response.url.startswith(f"/orang/{place.head.pk}/meninggal/")


def test_leaving_again_is_one_journey_however_often_it_is_sent(client, place):
    post(client, "trip_return", place.trip, returned_year="2026", reason="leave")
    address = door("trip_again", place.head)
    answers = {"country": "TW", "sector": "domestic", "evidence": "told", "departed_year": "2026"}

    results = {client.post(address, answers).url for _ in range(2)}

    assert (results, place.head.trips.count()) == ({place.head.get_absolute_url()}, 2)
    assert "PMI aktif di Taiwan sejak 2026" in read(client, place.head)


def test_departure_by_mistake_takes_the_whole_journey_back_and_restores_it(client, place):
    post(client, "trip_depart", place.trip, what="whole")
    without = read(client, place.head)

    post(client, "trip_cancel", place.trip, what="mistake")

    assert "dihapus karena keliru" in without
    assert "Berangkat · Malaysia" not in without
    assert "Berangkat · Malaysia" in read(client, place.head)


def test_candidate_who_gives_up_stays_in_the_line(client, place):
    trip = TripFactory(person=place.child, prospective_on=dt.date(2026, 1, 1), country="HK")

    post(client, "trip_cancel", trip, what="happened", cancelled_month="3", cancelled_year="2026")

    page = read(client, place.child)
    assert "Tidak jadi berangkat · Hong Kong" in page
    assert "Maret 2026" in page


def test_extension_silence_and_news_stand_in_the_line(client, place):
    post(client, "trip_extend", place.trip, extended_year="2026", until_year="2028", place="mission")
    post(client, "trip_lost", place.trip, lost_month="5", lost_year="2026", channel="phone")
    silent = read(client, place.head)
    post(client, "trip_heard", place.trip, heard_month="9", heard_year="2026", channel="mission")
    heard = read(client, place.head)

    assert "Sampai tahun 2028 · Di Perwakilan RI" in silent
    assert "<strong>Tanpa kabar</strong> sejak Mei 2026." in silent
    assert "<strong>Tanpa kabar</strong>" not in heard
    assert "Lewat: Perwakilan RI" in heard


@pytest.mark.parametrize(
    ("name", "factory", "rows"),
    [
        ("trip_extend", ExtensionFactory, "extensions"),
        ("trip_lost", ContactLossFactory, "contact_losses"),
    ],
)
def test_what_was_noted_by_mistake_goes(client, place, name, factory, rows):
    factory(trip=place.trip)

    response = post(client, name, place.trip, what="mistake")

    assert (response.status_code, getattr(place.trip, rows).count()) == (302, 0)


def test_departure_of_the_second_editor_is_compared(client, place):
    first = {"what": "happened", "departed_month": "5", "departed_year": "2025"}
    post(client, "trip_depart", place.trip, **first)

    response = client.post(door("trip_depart", place.trip), {**first, "departed_month": "6", "version": "1"})

    assert response.context["compared"] == [
        {"label": "Kapan berangkat", "saved": "Mei 2025", "yours": "Juni 2025", "differs": True}
    ]


def test_departure_after_the_death_is_refused_on_the_page(client, place):
    Person.objects.filter(pk=place.head.pk).update(
        died_on=dt.date(2025, 6, 1), died_precision="day", died_known_at=dt.datetime(2025, 6, 2, tzinfo=dt.UTC)
    )

    response = post(client, "trip_depart", place.trip, what="happened", departed_year="2026")

    sentence = "Tercatat berangkat tahun 2026, sesudah meninggal (1 Juni 2025). Periksa keduanya."
    assert response.context["form"].non_field_errors() == [sentence]
    assert Trip.objects.get().departed_on == dt.date(2025, 3, 4)


@pytest.mark.parametrize("rows", [1, 3])
def test_page_of_a_person_takes_the_same_queries_whatever_happened(client, place, rows, django_assert_max_num_queries):
    for _ in range(rows):
        trip = TripFactory(person=place.head, departed_on=dt.date(2024, 3, 1))
        ExtensionFactory(trip=trip)
        ContactLossFactory(trip=trip)

    # The first page of a session keeps it alive, too.
    client.get("/tentang/")
    with django_assert_max_num_queries(12):
        client.get(place.head.get_absolute_url())
