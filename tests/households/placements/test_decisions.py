"""What an officer decides about a journey's papers, on a suggestion."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from accounts.versions import StaleVersion
from households import actions
from households.models import PlacementReview, Trip
from tests.factories.journeys import PlacementFactory, TripDocumentFactory
from tests.households.placements.asking import post
from tests.households.test_journey_acts import TODAY

pytestmark = pytest.mark.django_db
NEEDED = ("passport", "visa", "contract", "migrant_id", "insurance")


def decide(by, trip, status="procedural", evidence="document", note="Dilihat semua.", version=None):
    version = version or Trip.objects.get(pk=trip.pk).version
    about = {"by": by, "trip_id": trip.pk, "version": version}
    return actions.decide_placement(**about, status=status, evidence=evidence, note=note, today=TODAY)


def test_decision_repeats_the_suggestion_of_that_day(sari, place):
    for kind in NEEDED:
        TripDocumentFactory(trip=place.trip, kind=kind, number="")

    trip = decide(sari, place.trip, note="")

    review = PlacementReview.objects.get()
    assert (trip.placed, review.suggestion, review.reasons, review.decided_by) == (
        "p_seen",
        "procedural",
        ["complete"],
        sari,
    )


def test_decision_of_another_mind_wants_a_note(sari, client, place):
    with pytest.raises(ValidationError, match="Tulis alasannya"):
        decide(sari, place.trip, note="")
    response = post(client, "trip_decide", place.trip, status="procedural", evidence="document")

    assert response.context["form"].errors == {"note": ["Tulis alasannya, karena keputusan ini berbeda dari saran."]}
    assert (PlacementReview.objects.count(), Trip.objects.get().placed) == (0, "")


def test_decision_that_something_is_so_is_not_known_from_nowhere(client, place):
    response = post(client, "trip_decide", place.trip, status="non", evidence="unknown", note="Katanya begitu.")

    assert list(response.context["form"].errors) == ["evidence"]


@pytest.mark.parametrize(
    ("answers", "prefilled"),
    [
        ({"visa": "visit", "way_evidence": "told"}, ("non", "told")),
        ({"visa": "visit", "way_evidence": "refused"}, ("non", "")),
        ({"recruiter": "individual", "way_evidence": "document"}, ("non", "document")),
        ({}, ("unknown", "unknown")),
    ],
)
def test_suggestion_stands_in_the_form_as_it_can_be_confirmed(client, place, answers, prefilled):
    Trip.objects.filter(pk=place.trip.pk).update(departed_on=dt.date(2024, 3, 1), departed_precision="day")
    Trip.objects.filter(pk=place.trip.pk).update(departed_known_at=timezone.now())
    PlacementFactory(trip=place.trip, **answers)

    response = client.get(reverse("households:trip_decide", args=[place.trip.pk]), follow=True)

    initial = response.context["form"].initial
    assert (response.status_code, initial["status"], initial["evidence"]) == (200, *prefilled)


def test_decisions_are_taken_back_to_the_one_before(sari, client, place):
    decide(sari, place.trip)
    decide(sari, place.trip, status="non", evidence="told")
    found = [Trip.objects.get().placed]
    for _ in range(2):
        post(client, "trip_decide", place.trip, what="mistake")
        found.append(Trip.objects.get().placed)

    with pytest.raises(ValidationError, match="Belum ada keputusan"):
        actions.withdraw_decision(by=sari, trip_id=place.trip.pk, version=Trip.objects.get().version)
    assert found == ["n_told", "p_seen", ""]
    assert PlacementReview.objects.filter(withdrawn_by=sari).count() == 2


def test_decision_knows_strangers_and_the_second_editor(sari, budi, rina, place):
    for other in (budi, rina):
        with pytest.raises(Trip.DoesNotExist):
            decide(other, place.trip)
    with pytest.raises(StaleVersion):
        decide(sari, place.trip, version=9)
    assert PlacementReview.objects.count() == 0
