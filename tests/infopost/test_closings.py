"""Whether a country was closed for the work when somebody left, as the facts tell it."""

import datetime as dt

import pytest
from django.urls import reverse

from households.actions.placements import suggestion_for
from households.choices import Evidence
from households.placement_choices import PlacementReason
from infopost.models import Fact
from tests.factories.households import PersonFactory, TripFactory
from tests.factories.infopost import FactFactory
from tests.factories.journeys import PlacementFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 24)
SINCE = dt.date(2015, 5, 26)
TOLD = dt.datetime(2026, 10, 28, 3, 0, tzinfo=dt.UTC)
ANSWERS = {
    "title": "Rumah tangga",
    "placement": "closed",
    "sectors": ["domestic"],
    "trust": "sourced",
    "source": "Kepmenaker contoh",
    "check": "done",
    "version": "1",
}


def closing(**told):
    """A verified fact: housework in Saudi Arabia, closed since May 2015."""
    told = {"placement": "closed", "closed_since": SINCE, "sectors": ["domestic"], "verified": True} | told
    return FactFactory(kind="status", country="SA", value="", title="Rumah tangga", **told)


def left(day="2020-03-05", **told):
    """A journey of a grown woman that began on the day."""
    told = {"country": "SA", "sector": "domestic", "departed_on": dt.date.fromisoformat(day)} | told
    return TripFactory(person=PersonFactory(birth_on=dt.date(1990, 5, 17)), **told)


def is_told(trip) -> bool:
    """Whether the suggestion about the journey says that the country was closed."""
    return PlacementReason.CLOSED in suggestion_for(trip=trip, today=TODAY).reasons


def test_journey_into_a_closed_country_is_told_so_with_how_it_is_known():
    closing()

    suggestion = suggestion_for(trip=left(evidence="told"), today=TODAY)

    assert (suggestion.reasons, suggestion.evidence) == ((PlacementReason.CLOSED,), "told")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"day": "2015-05-26"}, True),
        ({"day": "2015-05-25"}, False),
        ({"day": "2015-05-01", "departed_precision": "month"}, False),
        ({"day": "2015-06-01", "departed_precision": "month"}, True),
        ({"day": "2015-01-01", "departed_precision": "year"}, False),
        ({"day": "2016-01-01", "departed_precision": "year"}, True),
        ({"day": "2020-03-05", "departed_precision": "unknown"}, False),
        ({"day": "2026-01-01", "departed_precision": "year", "departed_known_at": TOLD}, True),
        ({"day": "2026-01-01", "departed_precision": "year", "departed_known_at": TOLD + dt.timedelta(days=9)}, False),
        ({"day": "2026-11-01"}, True),
        ({"day": "2026-11-02"}, False),
        ({"sector": "construction"}, False),
        ({"sector": ""}, False),
        ({"country": "MY"}, False),
        ({"country": ""}, False),
    ],
)
def test_only_a_departure_that_surely_fell_into_the_closing_is_told(told, expected):
    closing()

    assert is_told(left(**told)) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"sectors": []}, True),
        ({"sectors": ["health", "domestic"]}, True),
        ({"closed_since": None}, False),
        ({"verified": False}, False),
        ({"is_withdrawn": True}, False),
        ({"valid_until": dt.date(2019, 12, 31)}, False),
        ({"valid_until": dt.date(2022, 12, 31)}, True),
        ({"placement": "restricted", "closed_since": None}, False),
    ],
)
def test_only_a_verified_closing_with_its_first_day_tells(told, expected):
    closing(**told)

    assert is_told(left()) is expected


def test_worker_of_a_company_is_not_judged_by_a_closing_for_individuals():
    closing()
    trip = left()
    PlacementFactory(trip=trip, employer_type="entity")

    assert not is_told(trip)


def test_reason_is_as_sure_as_the_weaker_of_country_and_departure():
    closing()

    suggestion = suggestion_for(trip=left(evidence="told", departed_evidence="document"), today=TODAY)

    assert suggestion.evidence == Evidence.TOLD


def test_journey_that_has_not_begun_is_not_judged_by_it():
    closing()

    assert not is_told(left(departed_on=None, prospective_on=dt.date(2026, 10, 1)))


def test_keeper_says_since_when_it_is_closed(client_of, dewi):
    fact = closing(closed_since=None, code="sa-household")
    days = {"closed_since_day": "26", "closed_since_month": "5", "closed_since_year": "2015"}

    client_of(dewi).post(reverse("infopost:fact_change", args=[fact.pk, new_id()]), ANSWERS | days)
    page = client_of(dewi).get(reverse("infopost:fact_list"), {"tampil": "semua"}).content.decode()

    assert Fact.objects.get().closed_since == SINCE
    assert "Ditutup sejak 26 Mei 2015" in page


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (
            {"placement": "open", "closed_since_day": "26", "closed_since_month": "5"},
            "Isi &#x27;Ditutup sejak&#x27; hanya untuk status &#x27;Ditutup&#x27;, atau kosongkan.",
        ),
        ({}, "Isi tanggal lengkap: tanggal, bulan, dan tahun."),
    ],
)
def test_first_day_that_cannot_be_is_refused_in_words(client_of, dewi, answers, sentence):
    fact = closing(closed_since=None)
    told = ANSWERS | {"closed_since_year": "2015"} | answers

    page = client_of(dewi).post(reverse("infopost:fact_change", args=[fact.pk, new_id()]), told).content.decode()

    assert (sentence in page, Fact.objects.get().closed_since) == (True, None)
