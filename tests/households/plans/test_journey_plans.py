"""From where and when somebody means to leave, and when to be home: asked and told."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households import actions
from households.choices import LeftHow
from households.models import Placement, Trip
from households.models.placements import Section
from tests.factories.journeys import ExtensionFactory, PlacementFactory
from tests.monitoring.conftest import family, member, on, went
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 23)


def post(client, page, trip, **answers):
    version = Trip.objects.get(pk=trip.pk).version
    address = reverse(f"households:{page}", args=[trip.pk, new_id()])
    return client.post(address, {"version": str(version), **answers})


def form(client, page, trip):
    return client.get(reverse(f"households:{page}", args=[trip.pk]), follow=True).context["form"]


def when(name, year, month="", day=""):
    return {f"{name}_year": year, f"{name}_month": month, f"{name}_day": day}


def lines(trip, client):
    events = client.get(trip.person.get_absolute_url()).context["events"]
    return [(event["when"], event["title"], event["text"]) for event in events if "encana" in event["title"]]


def test_way_asks_when_and_from_where_somebody_means_to_leave(client, ani):
    leaving = when("leaving_planned", "2027", "3")
    post(client, "trip_way", ani, port="Pelabuhan Benoa", way_evidence="told", **leaving)

    row = Placement.objects.get()
    assert (row.leaving_planned_on, row.leaving_planned_precision) == (on("2027-03-01"), "month")
    assert (row.port, row.return_planned_on) == ("Pelabuhan Benoa", None)
    changed = AuditEvent.objects.get(act=Act.CHANGED).fields
    assert changed == ["leaving_planned_on", "leaving_planned_precision", "port", "way_evidence"]


def test_usual_ports_are_offered_and_none_is_forced(client, ani):
    box = str(form(client, "trip_way", ani)["port"])

    assert ('list="id_port-usul"' in box, '<option value="Bandara Lombok"></option>' in box) == (True, True)


def test_plans_alone_are_known_from_somewhere_too(client, ani):
    response = post(client, "trip_way", ani, **when("leaving_planned", "2027"))

    assert response.context["form"].errors == {"way_evidence": ["Pilih dari mana Anda mengetahuinya."]}
    assert 'value="2027"' in response.content.decode()


@pytest.mark.parametrize(
    ("page", "name", "asked"),
    [
        ("trip_way", "leaving_planned", [True, False, False]),
        ("trip_contact", "return_planned", [True, True, False]),
    ],
)
def test_plan_is_asked_until_it_has_happened(client, sari, ani, bayu, page, name, asked):
    home = went(member(family(sari, "2026-10-05"), "Cici"), "TW", departed="2024-05-01", returned="2026-05-01")

    assert [name in form(client, page, trip).fields for trip in (ani, bayu, home)] == asked


def test_what_was_planned_stays_when_the_way_is_noted_after_leaving(client, bayu):
    PlacementFactory(trip=bayu, leaving_planned_on=on("2026-04-20"), leaving_planned_precision="day")

    post(client, "trip_way", bayu, visa="work", way_evidence="told")

    assert Placement.objects.get().leaving_planned_on == on("2026-04-20")
    assert "20 April 2026" in client.get(bayu.page_url).content.decode()


def test_return_is_not_planned_before_the_departure(client, bayu):
    response = post(client, "trip_contact", bayu, contact_evidence="told", **when("return_planned", "2026", "4"))

    sentence = "Rencana pulang lebih awal dari berangkatnya. Periksa keduanya."
    assert response.context["form"].errors == {"return_planned": [sentence]}
    assert Placement.objects.count() == 0


@pytest.mark.parametrize(
    ("page", "name", "month"),
    [
        ("trip_contact", "return_planned", "12"),
        ("trip_work", "contract_until", ""),
        ("trip_way", "leaving_planned", "12"),
    ],
)
def test_year_beyond_reason_is_asked_again_and_nothing_typed_is_lost(client, ani, page, name, month):
    response = post(client, page, ani, **when(name, "9999", month))

    shown = response.context["form"]
    assert shown.errors[name] == ["Tahun ini terlalu jauh di depan. Periksa lagi tahunnya."]
    assert (response.status_code, 'value="9999"' in response.content.decode()) == (200, True)


def test_last_month_of_all_that_stands_already_hinders_no_page(client, ani):
    last = {f"{name}_on": dt.date(9999, 12, 1) for name in ("contract_until", "return_planned")}
    last |= {f"{name}_precision": "month" for name in ("contract_until", "return_planned")}
    Trip.objects.filter(pk=ani.pk).update(
        departed_on=on("2026-05-01"), departed_precision="day", departed_known_at=dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
    )
    PlacementFactory(trip=ani, **last)

    pages = (ani.page_url, ani.person.get_absolute_url(), ani.person.household.get_absolute_url())
    assert [client.get(page).status_code for page in pages] == [200] * 3


def test_leaving_is_not_planned_after_the_return(client, ani):
    PlacementFactory(trip=ani, return_planned_on=on("2027-06-01"), return_planned_precision="month")

    response = post(client, "trip_way", ani, way_evidence="told", **when("leaving_planned", "2027", "7"))

    sentence = "Rencana berangkat sesudah rencana pulang yang tercatat. Periksa keduanya."
    assert response.context["form"].errors == {"leaving_planned": [sentence]}


def test_action_refuses_a_return_before_leaving_itself(sari, bayu):
    answers = {"return_planned_on": on("2026-04-01"), "return_planned_precision": "month"}

    with pytest.raises(ValidationError, match="Rencana pulang lebih awal"):
        actions.record_placement(by=sari, trip_id=bayu.pk, version=1, section=Section.CONTACT, answers=answers)
    assert (Placement.objects.count(), Trip.objects.get(pk=bayu.pk).version) == (0, 1)


def test_life_line_says_by_which_port_and_of_no_plan_when_it_was_noted(client, ani, bayu):
    told = {"return_planned_on": on("2027-04-01"), "return_planned_precision": "month"}
    known = dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    told |= {"leaving_planned_on": on("2026-12-03"), "leaving_planned_precision": "day", "port": "Bandara Lombok"}
    for trip in (ani, bayu):
        PlacementFactory(trip=trip, way_known_at=known, contact_known_at=known, **told)

    assert [lines(trip, client) for trip in (ani, bayu)] == [
        [("3 Desember 2026", "Rencana berangkat · Taiwan", "Lewat Bandara Lombok")],
        [("April 2027", "Rencana pulang · Taiwan", "")],
    ]


@pytest.mark.parametrize(
    ("planned", "precision", "said"),
    [("2026-01-01", "year", "tahun 2026"), ("2026-06-01", "month", "Juni 2026"), ("2027-04-05", "day", "5 April 2027")],
)
@pytest.mark.parametrize("place", ["person", "trip"])
def test_lines_of_a_life_end_with_what_is_planned(client, bayu, planned, precision, said, place):
    PlacementFactory(trip=bayu, return_planned_on=on(planned), return_planned_precision=precision)
    ExtensionFactory(trip=bayu, extended_on=on("2026-10-01"))

    events = client.get(bayu.page_url if place == "trip" else bayu.person.get_absolute_url()).context["events"]

    told = [(event["when"], event["title"]) for event in events]
    assert told[-3:] == [
        ("1 Mei 2026", "Berangkat · Taiwan"),
        ("1 Oktober 2026", "Memperpanjang kontrak · Taiwan"),
        (said, "Rencana pulang · Taiwan"),
    ]


@pytest.mark.parametrize("change", [{"cancelled_on": DAY}, {"person__died_on": DAY}, {"person__left_on": DAY}])
def test_life_line_has_no_plan_of_whoever_will_not_go(client, ani, change):
    PlacementFactory(trip=ani, leaving_planned_on=on("2027-04-01"), leaving_planned_precision="month")
    ((column, value),) = change.items()
    row = ani.person if column.startswith("person") else ani
    step = column.removeprefix("person__").removesuffix("_on")
    known = {f"{step}_on": value, f"{step}_precision": "day", f"{step}_known_at": dt.datetime.now(dt.UTC)}
    how = {"left_how": LeftHow.MOVED} if step == "left" else {}
    type(row).objects.filter(pk=row.pk).update(**known, **how)

    assert lines(ani, client) == []
