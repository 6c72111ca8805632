"""A plan to leave or to be home waits once its last day has gone, and asks what became of it."""

import datetime as dt

import pytest
from django.urls import reverse

from households.duties import DUTIES
from tests.factories.journeys import ExtensionFactory, PlacementFactory
from tests.monitoring.conftest import on

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 23)
PLANS_OVER = next(duty for duty in DUTIES if duty.code == "rencana-lewat")


@pytest.mark.parametrize(
    ("planned", "precision", "waits"),
    [
        ("2026-11-22", "day", True),
        ("2026-11-23", "day", False),
        ("2026-10-01", "month", True),
        ("2026-11-01", "month", False),
        ("2026-01-01", "year", False),
        ("2025-01-01", "year", True),
    ],
)
def test_plan_to_leave_waits_once_its_last_day_has_gone(sari, ani, planned, precision, waits):
    PlacementFactory(trip=ani, leaving_planned_on=on(planned), leaving_planned_precision=precision)

    assert [trip.since for trip in PLANS_OVER.rows(sari, DAY)] == [on(planned)] * waits


@pytest.mark.parametrize(
    ("contract", "waits"), [(None, True), ("2026-12-01", False), ("2026-01-01", False), ("2028-05-01", True)]
)
def test_plan_to_be_home_waits_where_no_contract_asks_the_same(sari, bayu, contract, waits):
    ends = {"contract_until_on": on(contract), "contract_until_precision": "day"} if contract else {}
    PlacementFactory(trip=bayu, return_planned_on=on("2026-11-01"), return_planned_precision="day", **ends)

    assert [trip.since for trip in PLANS_OVER.rows(sari, DAY)] == [on("2026-11-01")] * waits


@pytest.mark.parametrize(
    ("until", "precision", "waits"),
    [("2028-05-01", "day", True), ("2026-12-01", "month", False), ("2026-07-01", "day", False), (None, "", True)],
)
def test_plan_to_be_home_goes_by_the_contract_as_it_was_extended(sari, bayu, until, precision, waits):
    ends = {"contract_until_on": on("2026-05-01"), "contract_until_precision": "day"}
    PlacementFactory(trip=bayu, return_planned_on=on("2026-11-01"), return_planned_precision="day", **ends)
    longer = {"until_on": on(until), "until_precision": precision} if until else {}
    ExtensionFactory(trip=bayu, extended_on=on("2026-06-01"), **longer)

    assert [trip.since for trip in PLANS_OVER.rows(sari, DAY)] == [on("2026-11-01")] * waits


@pytest.mark.parametrize(
    ("leaving", "said"),
    [(None, "pulang Oktober 2026"), ("2026-12-01", "pulang Oktober 2026"), ("2026-03-01", "berangkat Maret 2026")],
)
def test_candidate_is_asked_about_the_day_on_which_he_meant_to_be_home(sari, ani, leaving, said):
    plan = {"leaving_planned_on": on(leaving), "leaving_planned_precision": "month"} if leaving else {}
    PlacementFactory(trip=ani, return_planned_on=on("2026-10-01"), return_planned_precision="month", **plan)

    (trip,) = PLANS_OVER.loaded(PLANS_OVER.rows(sari, DAY))
    line = PLANS_OVER.line(trip, DAY)

    assert (line.facts, line.act) == (f"Taiwan · rencana {said} sudah lewat", "Catat keberangkatan")


def test_week_says_of_each_plan_whether_it_is_over(client, ani, bayu):
    PlacementFactory(trip=ani, leaving_planned_on=on("2026-11-26"), leaving_planned_precision="day")
    PlacementFactory(trip=bayu, return_planned_on=on("2026-11-01"), return_planned_precision="day")

    kinds = client.get(reverse("monitoring:duty_week")).context["kinds"]

    (found,) = [waiting for waiting, _ in kinds if waiting.duty is PLANS_OVER]
    assert (found.duty.title, [line.facts for _, line in found.lines]) == (
        "Rencana berangkat atau pulang perlu ditanyakan",
        ["Taiwan · rencana pulang 1 November 2026 sudah lewat", "Taiwan · rencana berangkat 26 November 2026"],
    )


def test_line_of_a_plan_asks_what_became_of_it(sari, ani, bayu):
    PlacementFactory(trip=ani, leaving_planned_on=on("2026-10-01"), leaving_planned_precision="month")
    PlacementFactory(trip=bayu, return_planned_on=on("2026-11-01"), return_planned_precision="day")

    found = PLANS_OVER.loaded(PLANS_OVER.rows(sari, DAY)).order_by("since")
    told = [PLANS_OVER.line(trip, DAY) for trip in found]

    assert [(line.name, line.facts, line.url) for line in told] == [
        ("Ani", "Taiwan · rencana berangkat Oktober 2026 sudah lewat", f"/perjalanan/{ani.pk}/berangkat/"),
        ("Bayu", "Taiwan · rencana pulang 1 November 2026 sudah lewat", f"/perjalanan/{bayu.pk}/pulang/"),
    ]
    assert [[reason.text for reason in line.reasons] for line in told] == [
        ["Sudah berangkat", "Tidak jadi berangkat", "Rencananya berubah"],
        ["Sudah pulang", "Rencananya berubah"],
    ]


def test_no_plan_waits_once_it_has_happened_and_none_of_strangers(sari, budi, ani, bayu):
    PlacementFactory(trip=ani, leaving_planned_on=on("2026-10-01"), leaving_planned_precision="month")
    PlacementFactory(trip=bayu, leaving_planned_on=on("2026-04-01"), leaving_planned_precision="month")

    assert [list(PLANS_OVER.rows(officer, DAY)) for officer in (sari, budi)] == [[ani], []]
