"""The week's work: all that should be done by its seventh day in one list, each line with its act."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.choices import Relation
from infopost.actions import follow_service_up
from infopost.service_choices import FollowUp
from tests.factories.desk import ServiceFactory
from tests.factories.households import ConsentFactory
from tests.monitoring.conftest import family, member, on

pytestmark = pytest.mark.usefixtures("morning")
WEEK = reverse("monitoring:duty_week")


def settled(officer, name, **options):
    household = family(officer, options.pop("registered", "2026-11-01"), **options)
    ConsentFactory(household=household)
    return member(household, name, relation=Relation.HEAD)


def promised(officer, name, day):
    person = settled(officer, name)
    return ServiceFactory(
        village=officer.region, noted_by=officer, person=person, sex="", follow_up="waiting", follow_up_on=on(day)
    )


def kinds(response):
    return {waiting.duty.code: [line.name for _, line in waiting.lines] for waiting, _ in response.context["kinds"]}


@pytest.mark.parametrize(("day", "stands"), [("2026-11-20", True), ("2026-11-30", True), ("2026-12-01", False)])
def test_promise_stands_in_the_week_of_its_day_and_after_it(sari, client_of, day, stands):
    promised(sari, "Ani", day)

    assert kinds(client_of(sari).get(WEEK)) == ({"janji-layanan": ["Ani"]} if stands else {})


def test_kinds_that_are_one_line_at_home_have_their_lines_here(sari, client_of):
    settled(sari, "Bayu", registered="2026-05-29", needs_check=True)

    assert kinds(client_of(sari).get(WEEK)) == {"perlu-dicek": ["Bayu"], "perlu-pemutakhiran": ["Bayu"]}


def test_line_leads_to_the_act_and_goes_when_it_is_done(sari, client_of):
    service = promised(sari, "Ani", "2026-11-24")
    page = client_of(sari).get(WEEK).content.decode()
    follow_service_up(by=sari, service_id=service.pk, version=service.version, outcome=FollowUp.DONE)

    assert reverse("infopost:service_follow", args=[service.pk]) in page
    assert kinds(client_of(sari).get(WEEK)) == {}


def test_week_is_looked_up_again_when_somebody_has_written_and_not_before(sari, client_of):
    client = client_of(sari)
    promised(sari, "Ani", "2026-11-24")
    first = kinds(client.get(WEEK))
    with CaptureQueriesContext(connection) as again:
        client.get(WEEK)
    promised(sari, "Bayu", "2026-11-24")

    assert ([query for query in again if '"infopost_service"' in query["sql"]], first) == (
        [],
        {"janji-layanan": ["Ani"]},
    )
    assert kinds(client.get(WEEK)) == {"janji-layanan": ["Ani", "Bayu"]}


def test_what_presses_most_comes_first(sari, client_of):
    settled(sari, "Bayu", registered="2026-05-29")
    promised(sari, "Ani", "2026-11-10")

    assert list(kinds(client_of(sari).get(WEEK))) == ["janji-layanan", "perlu-pemutakhiran"]


def test_long_kinds_say_how_many_more_there_are(sari, client_of):
    for number in range(13):
        settled(sari, f"Warga {number:02}", needs_check=True)

    page = client_of(sari).get(WEEK)

    assert (len(kinds(page)["perlu-dicek"]), "3 keluarga lagi di daftarnya" in page.content.decode()) == (10, True)


def test_coordinator_reads_the_week_of_one_village_without_its_acts(sari, rina, client_of):
    promised(sari, "Ani", "2026-11-24")

    page = client_of(rina).get(f"{WEEK}?wilayah={sari.region_id}")

    assert (kinds(page), "Catat tindak lanjut" in page.content.decode()) == ({"janji-layanan": ["Ani"]}, False)


def test_reading_the_week_is_noted(sari, client_of):
    client_of(sari).get(WEEK)

    event = AuditEvent.objects.latest("pk")
    assert (event.act, event.reason) == (Act.LISTED, "pekerjaan minggu ini")


def test_queries_do_not_grow_with_what_waits(sari, client_of):
    client = client_of(sari)
    promised(sari, "Ani", "2026-11-24")
    client.get(WEEK)
    cache.clear()
    with CaptureQueriesContext(connection) as few:
        client.get(WEEK)
    for number in range(4):
        promised(sari, f"Warga {number}", "2026-11-24")
    cache.clear()
    with CaptureQueriesContext(connection) as many:
        client.get(WEEK)

    assert len(many) == len(few) <= 12
