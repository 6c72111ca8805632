"""The list of candidates, and the pages about their referrals."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.factories.files import (
    AgencyCheckFactory,
    CandidateFactory,
    ContractCheckFactory,
    ReferralFactory,
    StepNoteFactory,
)
from tests.factories.journeys import TripDocumentFactory
from tests.infopost.files.asking import post, read
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


def test_referral_is_made_and_answered(client, trip):
    told = {"referred_day": "10", "referred_month": "11", "referred_year": "2026"}
    post(client, "referral_add", trip, office="ltsa", reason="register", **told)
    referral = trip.referrals.get()
    waits = read(client, trip).content.decode()
    address = reverse("infopost:referral_answer", args=[referral.pk, new_id()])
    told = {"what": "happened", "answer": "asks_more", "asked_for": "akta lahir asli", "version": "1"}
    client.post(address, told)

    assert "Menunggu jawaban" in waits
    assert "diminta: akta lahir asli" in read(client, trip).content.decode()


def test_referral_posted_again_is_one(client, trip):
    address = reverse("infopost:referral_add", args=[trip.pk, new_id()])
    told = {"office": "ltsa", "reason": "register", "referred_day": "10", "referred_month": "11"}
    for _ in range(2):
        client.post(address, told | {"referred_year": "2026", "version": "1"})

    assert trip.referrals.count() == 1


def test_referral_posted_again_with_other_words_is_compared(client, trip):
    address = reverse("infopost:referral_add", args=[trip.pk, new_id()])
    told = {
        "office": "ltsa",
        "reason": "register",
        "referred_day": "10",
        "referred_month": "11",
        "referred_year": "2026",
    }
    client.post(address, told)
    response = client.post(address, told | {"office": "bp3mi"})

    assert response.context["compared"][0]["yours"] == "BP3MI"


def test_answer_without_what_is_asked_for_is_refused_at_the_field(client, trip):
    referral = ReferralFactory(trip=trip)
    address = reverse("infopost:referral_answer", args=[referral.pk, new_id()])

    response = client.post(address, {"what": "happened", "answer": "asks_more", "version": "1"})

    assert response.context["form"].errors["asked_for"] == ["Tulis apa yang diminta dilengkapi."]


def test_list_has_the_longest_waiting_first(client, trip):
    CandidateFactory(
        person__household=trip.person.household,
        person__name="Baiq Rini",
        changed_at=dt.datetime(2026, 9, 1, tzinfo=dt.UTC),
    )

    lines = client.get("/berkas/").context["lines"]
    assert [(line["person"].name, line["is_idle"]) for line in lines] == [("Baiq Rini", True), ("Siti Aminah", False)]


def test_list_leaves_out_who_has_left_or_given_up(client, trip):
    family = trip.person.household
    CandidateFactory(person__household=family, departed_on=dt.date(2026, 11, 1))
    CandidateFactory(person__household=family, cancelled_on=dt.date(2026, 11, 1))

    assert client.get("/berkas/").context["total"] == 1


def test_list_is_read_page_by_page(client, trip):
    for _ in range(30):
        CandidateFactory(person__household=trip.person.household)

    first = client.get("/berkas/")
    second = client.get(first.context["next_url"])
    back = client.get(second.context["previous_url"])

    assert (len(first.context["lines"]), len(second.context["lines"])) == (25, 6)
    assert [line["trip"].pk for line in back.context["lines"]] == [line["trip"].pk for line in first.context["lines"]]


@pytest.mark.parametrize("address", ["list", "file"])
def test_pages_take_few_queries_whatever_there_is(client, trip, address, django_assert_max_num_queries):
    for kind in ("passport", "visa", "medical"):
        TripDocumentFactory(trip=trip, kind=kind)
    AgencyCheckFactory(trip=trip)
    ContractCheckFactory(trip=trip)
    ReferralFactory.create_batch(3, trip=trip)
    for _ in range(20):
        StepNoteFactory(trip__person__household=trip.person.household)
    client.get("/berkas/")

    with django_assert_max_num_queries(12):
        client.get("/berkas/") if address == "list" else read(client, trip)


def test_coordinator_reads_the_files_of_the_kabupaten_and_changes_none(client_of, rina, trip):
    client = client_of(rina)

    assert client.get("/berkas/").context["total"] == 1
    assert "Catat langkah ini" not in read(client, trip).content.decode()
