"""Who goes abroad to be trained ('magang'): kept and cared for like the others, and no PMI (UU 18/2017 article 4)."""

import datetime as dt
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from households import actions
from households.models import Household, Trip
from households.models.placements import Section
from households.placement_choices import Scheme
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.periods import Period
from monitoring.places import place_for
from tests.factories.journeys import PlacementFactory
from tests.monitoring.conftest import NOW, family, member, went

pytestmark = pytest.mark.django_db
OF_PMI = ("G1.2", "G1.4", "G1.5", "G2", "G2.2", "G2.3", "P1.4.1")
DAY = dt.date(2026, 11, 22)


@pytest.fixture
def ahmad(sari):
    """A father in Japan since this year, with his child at home."""
    person = member(family(sari, "2026-01-05"), "Ahmad", sex="L", relation="head")
    member(person.household, "Bayu", sex="L", born="2012-03-09")
    went(person, "JP", departed="2026-03-01", told="2026-03-02")
    return person


def answer(by, person, scheme):
    trip = Trip.objects.get(person=person)
    actions.record_placement(
        by=by, trip_id=trip.pk, version=trip.version, section=Section.WAY, answers={"scheme": scheme}
    )


def counted(user):
    lens = Lens.on(user, place_for(user), Period.parse("2026"), NOW)
    return [BY_CODE[code].count(lens) for code in OF_PMI]


def test_trainee_is_in_no_number_of_migrant_workers(sari, ahmad):
    assert counted(sari) == [1, 2, 1, 1, 1, 0, 1]

    answer(sari, ahmad, Scheme.TRAINEE)

    assert counted(sari) == [0, 0, 0, 0, 0, 0, 0]


def test_way_that_was_answered_anew_makes_a_worker_of_him_again(sari, ahmad):
    answer(sari, ahmad, Scheme.TRAINEE)
    answer(sari, ahmad, Scheme.SKILLED)

    assert counted(sari) == [1, 2, 1, 1, 1, 0, 1]


def test_who_worked_before_he_was_trained_is_counted_by_his_work(sari, ahmad):
    went(ahmad, "MY", departed="2019-01-01", returned="2021-01-01")
    trip = Trip.objects.get(person=ahmad, country="JP")
    Trip.objects.filter(pk=trip.pk).update(is_training=True)

    assert counted(sari) == [1, 2, 1, 1, 0, 1, 0]


def test_trainee_is_called_one_on_the_pages_of_his_family(sari, client_of, ahmad):
    answer(sari, ahmad, Scheme.TRAINEE)

    page = client_of(sari).get(ahmad.household.get_absolute_url()).content.decode()

    assert "Peserta magang di Jepang sejak 2026" in page
    assert "PMI aktif" not in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [({"stages": ("active",)}, 0), ({"country": "JP"}, 1), ({"stages": ("active",), "country": "JP"}, 0)],
)
def test_list_finds_a_trainee_by_the_country_and_not_as_a_worker(sari, ahmad, asked, found):
    answer(sari, ahmad, Scheme.TRAINEE)

    assert Household.objects.matching(day=DAY, **asked).count() == found


def test_return_of_a_trainee_is_noted_like_any_other(sari, client_of, ahmad):
    answer(sari, ahmad, Scheme.TRAINEE)
    trip = Trip.objects.get(person=ahmad)

    page = client_of(sari).get(reverse("households:person_detail", args=[ahmad.pk])).content.decode()

    assert f"/{trip.pk}/pulang/" in page


def test_journeys_noted_before_are_marked_by_their_way(sari, ahmad):
    PlacementFactory(trip=Trip.objects.get(person=ahmad), scheme=Scheme.TRAINEE)

    import_module("households.migrations.0047_trainees_are_marked").mark(apps, SimpleNamespace(connection=connection))

    assert list(Trip.objects.values_list("is_training", flat=True)) == [True]
