"""The year's line under the figures of a village's first page."""

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitoring import refreshing, year
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.models import VillageSummary
from monitoring.periods import Period
from monitoring.places import place_for
from tests.monitoring.conftest import NOW, family, member, went

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning():
    """Nine o'clock in Korleko, Monday 23 November 2026."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def away(sari):
    """Ani went in March and came home in September; Bayu went in June."""
    household = family(sari, "2026-01-10")
    went(member(household, "Ani"), "TW", departed="2026-03-05", returned="2026-09-05")
    went(member(household, "Bayu"), "MY", departed="2026-06-05")
    return household


def told(response):
    """What the drawing says to who does not see it; nothing where there is none."""
    shown = response.context["year"]
    return shown and ET.fromstring(shown.drawing).find("{http://www.w3.org/2000/svg}title").text  # noqa: S314


def test_line_is_not_there_before_its_months_were_counted(sari, away, client_of):
    assert (told(client_of(sari).get("/")), VillageSummary.objects.count()) == (None, 0)


@pytest.mark.parametrize("who", ["sari", "mahdi"])
def test_line_tells_each_month_of_the_year(who, away, client_of, request):
    refreshing.refresh(NOW)

    page = client_of(request.getfixturevalue(who)).get("/")

    assert told(page) == (
        "Sedang di luar negeri, dua belas bulan: Des 2025 0, Jan 2026 0, Feb 2026 0, Mar 2026 1, Apr 2026 1, "
        "Mei 2026 1, Jun 2026 2, Jul 2026 2, Agu 2026 2, Sep 2026 1, Okt 2026 1, Nov 2026 1."
    )
    assert "Bulan-bulan lalu seperti dihitung 23 November 2026." in page.content.decode()


def test_months_are_those_of_the_report(sari, away):
    refreshing.refresh(NOW)
    lens = Lens.on(sari, place_for(sari), Period.month_of(NOW.date()), NOW)
    kept = VillageSummary.objects.filter(village=sari.region)

    for month in year.older_months(lens):
        assert kept.get(period=month.period.code).numbers["G2.2"][0] == BY_CODE["G2.2"].count(month)


def test_line_costs_one_query_and_counts_nothing(sari, away, client_of):
    client, asked = client_of(sari), []
    client.get("/")
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        asked.append([one["sql"] for one in queries if "monitoring_villagesummary" in one["sql"]])
        refreshing.refresh(NOW)
        client.get("/")

    assert [len(queries) for queries in asked] == [1, 1]


def test_older_months_follow_what_was_written_once_a_day(sari, away, client_of):
    refreshing.refresh(NOW)
    went(member(away, "Cici"), "TW", departed="2026-01-15")
    client = client_of(sari)
    tomorrow = NOW + dt.timedelta(days=1)

    refreshing.refresh(NOW)
    today = told(client.get("/"))
    with time_machine.travel(tomorrow, tick=False):
        refreshing.refresh(tomorrow)
        after = told(client_of(sari).get("/"))

    assert ("Jan 2026 0" in today, "Nov 2026 2" in today) == (True, True)
    assert ("Jan 2026 1" in after, "Jul 2026 3" in after) == (True, True)


def test_wider_places_have_no_line(rina, away, client_of):
    refreshing.refresh(NOW)
    assert told(client_of(rina).get("/")) is None
