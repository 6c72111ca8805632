"""A journey's own page: its documents, the way it went, and what the officer decides."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.models import Placement, TripDocument
from households.placement_choices import DocumentKind
from tests.factories.journeys import (
    ContactLossFactory,
    ExtensionFactory,
    PlacementFactory,
    PlacementReviewFactory,
    TripDocumentFactory,
)
from tests.households.placements.asking import post
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
NEEDED = ("passport", "visa", "contract", "migrant_id", "insurance")


def page(client, trip):
    return client.get(reverse("households:trip_detail", args=[trip.pk])).content.decode()


def passport(state="held", **others):
    return {"passport-state": state, "passport-evidence": "document", **others}


def test_documents_are_rows_of_those_that_were_asked_about(client, place):
    response = post(client, "trip_documents", place.trip, **passport(**{"passport-number": " a 1234567"}))

    row = place.trip.documents.get()
    assert response.url == reverse("households:trip_detail", args=[place.trip.pk])
    assert (row.kind, row.state, row.number, row.evidence) == ("passport", "held", "A1234567", "document")
    assert AuditEvent.objects.get(act=Act.CHANGED).fields == ["state"]


def test_documents_that_are_no_longer_asked_about_go(client, place):
    TripDocumentFactory(trip=place.trip)

    post(client, "trip_documents", place.trip)

    assert place.trip.documents.count() == 0


def test_documents_saved_unchanged_keep_when_they_became_known(client, place):
    row = TripDocumentFactory(trip=place.trip)

    post(client, "trip_documents", place.trip, **passport(**{"passport-number": row.number}))

    assert place.trip.documents.get().known_at == row.known_at


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"passport-state": "held"}, "passport-evidence"),
        ({"passport-number": "A1234567"}, "passport-state"),
        (passport(**{"passport-expires_month": "3"}), "passport-expires"),
    ],
)
def test_documents_half_answered_are_asked_again_with_what_was_typed(client, place, answers, field):
    response = post(client, "trip_documents", place.trip, **answers)

    assert list(response.context["form"].errors) == [field]
    assert TripDocument.objects.count() == 0


@pytest.mark.parametrize(("state", "evidence"), [("refused", "refused"), ("unknown", "unknown"), ("none", "told")])
def test_documents_without_details_say_how_that_is_known(client, place, state, evidence):
    post(client, "trip_documents", place.trip, **{"visa-state": state, "visa-number": "left over"})

    row = place.trip.documents.get()
    assert (row.state, row.evidence, row.number) == (state, evidence, "")


def test_page_of_a_journey_masks_numbers_and_says_what_is_odd(client, place):
    TripDocumentFactory(trip=place.trip, number="12345678")

    text = page(client, place.trip)

    assert ("12345678" in text, "•••••678" in text) == (False, True)
    assert "Nomor paspor biasanya" in text


def documents(client, place):
    """The form on the page of the documents."""
    return client.get(reverse("households:trip_documents", args=[place.trip.pk]), follow=True).context["form"]


@pytest.mark.parametrize(
    ("state", "expires", "told"),
    [
        ("held", None, ["Paspor: ada"]),
        ("held", "2027-01-22", []),
        ("held", "2027-01-23", ["Paspor: ada, berlaku sampai 23 Januari 2027"]),
        ("others", None, []),
        ("process", None, []),
    ],
)
@time_machine.travel("2026-11-23T03:00Z", tick=False)
def test_documents_in_order_are_folded_below_those_that_need_an_act(client, place, state, expires, told):
    expires_on = expires and dt.date.fromisoformat(expires)
    TripDocumentFactory(
        trip=place.trip, kind="passport", state=state, expires_on=expires_on,
        expires_precision="day" if expires else "unknown",
    )  # fmt: skip

    form = documents(client, place)

    assert [name for name, *_ in form.in_order] == told
    assert len(form.groups) + len(form.in_order) == len(DocumentKind)


def test_documents_with_a_wrong_answer_are_not_folded(client, place):
    TripDocumentFactory(trip=place.trip, kind="passport", state="held", expires_on=None, expires_precision="unknown")
    response = post(client, "trip_documents", place.trip, **{"passport-state": "held", "passport-evidence": ""})
    assert [is_wrong for _, _, is_wrong in response.context["form"].in_order] == [True]
    assert '<details class="filters" data-member open>' in response.content.decode()


def test_documents_page_shows_the_number_that_is_edited(client, place):
    TripDocumentFactory(trip=place.trip)

    response = client.get(reverse("households:trip_documents", args=[place.trip.pk]), follow=True)

    assert 'value="A1234567"' in response.content.decode()


def test_way_is_noted_and_answered_from_somewhere(client, place):
    refused = post(client, "trip_way", place.trip, visa="visit")
    post(client, "trip_way", place.trip, visa="visit", recruiter="individual", way_evidence="told")

    row = Placement.objects.get()
    assert refused.context["form"].errors == {"way_evidence": ["Pilih dari mana Anda mengetahuinya."]}
    assert (row.visa, row.recruiter, row.scheme) == ("visit", "individual", "")
    text = page(client, place.trip)
    assert "Masuk dengan visa yang bukan untuk bekerja." in text
    assert "nonprosedural" not in text.lower()


def test_second_editor_of_documents_is_shown_what_differs(client, place):
    post(client, "trip_documents", place.trip, **passport())
    address = reverse("households:trip_documents", args=[place.trip.pk, new_id()])

    response = client.post(address, {"version": "1", **passport("expired")})

    assert response.context["compared"] == [
        {"label": "Paspor: di mana?", "saved": "Ada", "yours": "Sudah habis masa berlakunya", "differs": True}
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_page_of_a_journey_takes_the_same_queries_whatever_is_on_it(client, place, rows, django_assert_max_num_queries):
    PlacementFactory(trip=place.trip)
    for number in range(rows):
        TripDocumentFactory(trip=place.trip, kind=NEEDED[number])
        PlacementReviewFactory(trip=place.trip)
        ContactLossFactory(trip=ExtensionFactory(trip__person=place.head).trip)

    # The first page of a session keeps it alive, too.
    client.get("/tentang/")
    with django_assert_max_num_queries(12):
        page(client, place.trip)
