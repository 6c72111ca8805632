"""The register as a list: narrowed, page by page, by its index, and by whom it is read."""

import datetime as dt

import pytest
import time_machine
from django.db import connection

from infopost.models import Service
from monitoring.duties import totals
from tests.factories.desk import ServiceFactory

pytestmark = pytest.mark.django_db

HOME, LIST = "/layanan/", "/layanan/daftar/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def desk(client, place):
    """Sari's browser."""
    client.force_login(place.officer)
    return client


def test_who_has_moved_away_is_not_named(desk, place, lenek_lauk):
    ServiceFactory(village=place.village, noted_by=place.officer, person=place.head)
    type(place.head).objects.filter(pk=place.head.pk).update(village=lenek_lauk)

    page = desk.get(LIST)

    assert [line.who for line in page.context["rows"]] == ["Orang yang sudah pindah desa"]
    assert place.head.name not in page.content.decode()


def test_list_is_narrowed_by_month_topic_and_way(desk, sari):
    for topic, way, day in (("letter", "phone", 24), ("letter", "came", 3), ("info", "phone", 2)):
        ServiceFactory(village=sari.region, noted_by=sari, topic=topic, way=way, happened_on=dt.date(2026, 11, day))
    ServiceFactory(village=sari.region, noted_by=sari, topic="letter", happened_on=dt.date(2026, 10, 31))

    totals = [
        desk.get(LIST, query).context["total"]
        for query in (
            {},
            {"bulan": "2026-10"},
            {"bulan": "", "keperluan": "letter"},
            {"bulan": "2026-11", "keperluan": "letter", "cara": "phone"},
        )
    ]

    assert totals == [3, 1, 3, 1]


def test_pages_follow_each_other_whatever_is_asked(desk, sari):
    ServiceFactory.create_batch(30, village=sari.region, noted_by=sari)

    first = desk.get(LIST)
    second = desk.get(first.context["next_url"])
    back = desk.get(second.context["previous_url"])

    keys = [[line.service.pk for line in page.context["rows"]] for page in (first, second, back)]
    assert ([len(found) for found in keys], keys[0] == keys[2]) == ([25, 5, 25], True)


@pytest.mark.parametrize(("url", "most"), [(HOME, 12), (LIST, 12)])
def test_page_takes_as_many_queries_for_many_rows_as_for_few(desk, place, url, most, django_assert_max_num_queries):
    ServiceFactory.create_batch(60, village=place.village, noted_by=place.officer, person=place.head, sex="L")

    with django_assert_max_num_queries(most):
        desk.get(url)


def test_month_of_a_village_is_read_from_its_index(sari):
    ServiceFactory.create_batch(3, village=sari.region, noted_by=sari)
    month = (dt.date(2026, 11, 1), dt.date(2026, 11, 30))
    rows = Service.objects.visible_to(sari).between(*month).order_by("-happened_on", "-pk")[:26]

    if connection.vendor == "sqlite":
        plan = rows.explain()
        assert ("service_list" in plan, "TEMP B-TREE" in plan) == (True, False)


def test_coordinator_reads_and_writes_nothing(client_of, rina, sari):
    service = ServiceFactory(village=sari.region, noted_by=sari)
    client = client_of(rina)

    assert [line.service.pk for line in client.get(LIST).context["rows"]] == [service.pk]
    assert "form" not in client.get(HOME).context
    assert client.get(f"/layanan/{service.pk}/ubah/").status_code == 404


def test_page_of_a_person_shows_what_the_post_has_done_for_him(desk, place):
    service = ServiceFactory(village=place.village, noted_by=place.officer, person=place.head)
    ServiceFactory(village=place.village, noted_by=place.officer, person=place.child)

    (section,) = [
        one for one in desk.get(f"/layanan/orang/{place.head.pk}/").context["sections"] if one.slug == "layanan"
    ]

    assert [line.service.pk for line in section.facts["lines"]] == [service.pk]


@pytest.mark.parametrize(("day", "waits"), [(25, []), (26, ["janji-layanan"]), (30, ["janji-layanan"])])
def test_promise_waits_from_its_day_on(place, day, waits):
    ServiceFactory(village=place.village, noted_by=place.officer, person=place.head, promised=True)

    assert [one for one in totals(place.officer, dt.date(2026, 11, day)) if one == "janji-layanan"] == waits


def test_promise_to_a_visitor_or_one_who_moved_is_no_duty(place, lenek_lauk):
    ServiceFactory(village=place.village, noted_by=place.officer, promised=True)
    ServiceFactory(village=lenek_lauk, noted_by=place.officer, person=place.head, promised=True)

    assert "janji-layanan" not in totals(place.officer, dt.date(2026, 11, 30))
