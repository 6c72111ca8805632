"""A slip in the year of a journey: nobody left for work before he was born."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from households import actions
from households.choices import Stage
from households.entries import TripEntry
from households.models import Trip
from tests.factories.households import TripFactory
from tests.households.test_journey_acts import TODAY, day, depart
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(place_of, sari):
    person = place_of(sari).child
    type(person).objects.filter(pk=person.pk).update(birth_on=dt.date(1985, 7, 1), birth_precision="year")
    person.refresh_from_db()
    return person


def go(by, person, since):
    entry = TripEntry(stage=Stage.ACTIVE, country="MY", sector="", since=day(since), evidence="told")
    return actions.add_trip(by=by, person_id=person.pk, entry=entry, today=TODAY)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("1926-03", "Tercatat berangkat Maret 1926, sebelum tahun lahirnya (1985). Periksa keduanya."),
        ("1984-12-31", "Tercatat berangkat 31 Desember 1984, sebelum tahun lahirnya (1985). Periksa keduanya."),
    ],
)
def test_a_departure_before_the_birth_is_refused_in_words(sari, person, since, said):
    with pytest.raises(ValidationError) as refusal:
        go(sari, person, since)
    assert (refusal.value.messages, Trip.objects.filter(person=person).count()) == ([said], 0)


def test_a_departure_in_the_year_of_the_birth_is_for_the_officer_to_check(sari, person):
    assert go(sari, person, "1985").departed_on == dt.date(1985, 1, 1)


def test_whose_birth_nobody_knows_may_have_left_in_any_year(sari, person):
    type(person).objects.filter(pk=person.pk).update(birth_on=None, birth_precision="unknown")
    assert go(sari, person, "1926").departed_on == dt.date(1926, 1, 1)


def test_a_slip_that_stands_already_can_be_mended_and_taken_back(sari, person):
    trip = TripFactory(person=person, departed_on=dt.date(1926, 3, 1))
    depart(sari, trip, "2016-03-01")
    other = TripFactory(person=person, departed_on=dt.date(1927, 3, 1))
    actions.withdraw_trip(by=sari, trip_id=other.pk, version=other.version)
    assert Trip.objects.get(pk=trip.pk).departed_on == dt.date(2016, 3, 1)
    assert Trip.objects.get(pk=other.pk).is_mistake is True


def test_the_page_keeps_what_was_typed(client_of, sari, person):
    address = reverse("households:trip_add", args=[person.pk, new_id()])
    told = {"stage": "active", "country": "MY", "sector": "domestic", "evidence": "told", "since_year": "1926"}
    form = client_of(sari).post(address, told).context["form"]
    assert "sebelum tahun lahirnya (1985)" in str(form.errors)
    assert form["since"].value()[2] == "1926"


def test_a_new_member_has_not_left_before_the_birth_either(client_of, sari, person):
    address = reverse("households:person_add", args=[person.household_id, new_id()])
    told = {
        "name": "Sahnim", "relation": "child", "sex": "P", "birth_year": "1985", "nik_missing": "unknown",
        "abroad": "active", "country": "MY", "since_year": "1926", "evidence": "told", "joined_how": "forgotten",
    }  # fmt: skip
    form = client_of(sari).post(address, told).context["form"]
    assert form.errors == {"since": ["Lebih awal dari tahun lahirnya. Periksa keduanya."]}
