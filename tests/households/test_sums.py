"""Sums on a journey's page are read as people write them, with their dots."""

import pytest
from django.urls import reverse

from households.models import Placement
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


@pytest.fixture
def trip(place_of, sari):
    return place_of(sari).trip


def note(client, trip, cost, version):
    address = reverse("households:trip_money", args=[trip.pk, new_id()])
    return client.post(address, {"version": version, "cost_total": cost, "money_evidence": "told"})


def test_a_sum_in_groups_is_the_whole_sum(client, trip):
    note(client, trip, "15.000.000", trip.version)
    form = client.get(reverse("households:trip_money", args=[trip.pk, new_id()])).context["form"]
    assert (Placement.objects.get().cost_total, form["cost_total"].value()) == (15_000_000, "15.000.000")


def test_a_sum_that_is_not_sure_stays_as_it_was_typed(client, trip):
    page = note(client, trip, "15 juta", trip.version)
    assert (Placement.objects.count(), page.context["form"]["cost_total"].value()) == (0, "15 juta")


def test_the_same_sum_of_two_officers_is_compared_in_the_same_words(client, trip):
    note(client, trip, "15000000", trip.version)
    compared = note(client, trip, "15.000.000", trip.version).context["compared"]
    (row,) = [row for row in compared if row["label"] == "Biaya seluruhnya, rupiah"]
    assert (row["saved"], row["yours"], row["differs"]) == ("15.000.000", "15.000.000", False)
