"""How often pages are opened: a day, a post, a topic and a number; nobody is in it, and who counts sees his region."""

import datetime as dt
import re

import pytest
import time_machine
from django.db import DatabaseError

from infopost.actions import load_facts
from infopost.models import PageCount
from tests.factories.infopost import PageCountFactory
from tests.factories.regions import MembershipFactory
from tests.infopost.offers import SAFE

pytestmark = pytest.mark.django_db

KIOSK = "/pos/5203172006/"


@pytest.fixture(autouse=True)
def facts(korleko):
    MembershipFactory(village=korleko)
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        load_facts()
        yield


def counted():
    return sorted(PageCount.objects.values_list("village", "kind", "subject", "times"), key=str)


def test_pages_are_counted_by_post_and_topic(client):
    for address in (KIOSK + "pulang/", KIOSK + "pulang/mulai-usaha/", "/info/pulang/", "/info/negara/TW/kartu/"):
        client.get(address)

    assert counted() == [
        ("5203172006", "page", "pulang", 2),
        (None, "page", "negara", 1),
        (None, "page", "pulang", 1),
    ]


@pytest.mark.parametrize(
    "address", ["/info/", KIOSK, "/info/tidak-ada/", "/info/negara/XX/", "/pos/0000000000/pulang/"]
)
def test_first_page_and_what_there_is_not_are_not_counted(client, address):
    client.get(address)

    assert counted() == []


def test_only_reading_is_counted(client):
    client.head("/info/pulang/")
    client.post("/info/pulang/")

    assert counted() == []


def test_offer_judged_by_the_server_is_counted_by_its_colour(client):
    client.post(KIOSK + "tawaran/periksa/", SAFE)
    client.post(KIOSK + "tawaran/periksa/", SAFE | {"uang": "ya"})

    assert counted() == [("5203172006", "check", "green", 1), ("5203172006", "check", "red", 1)]


def test_offer_judged_by_the_browser_says_its_colour_and_nothing_else(client):
    answers = [client.post("/info/tawaran/hitung/", {"warna": colour}) for colour in ("amber", "amber", "ungu", "")]

    assert [(answer.status_code, answer.content, dict(answer.cookies)) for answer in answers] == [(204, b"", {})] * 4
    assert counted() == [(None, "check", "amber", 2)]


def test_each_day_has_its_number(client):
    client.get("/info/pulang/")
    with time_machine.travel(dt.datetime(2026, 11, 25, 2, tzinfo=dt.UTC), tick=False):
        client.get("/info/pulang/")

    assert sorted(PageCount.objects.values_list("day", "times")) == [
        (dt.date(2026, 11, 24), 1),
        (dt.date(2026, 11, 25), 1),
    ]


def test_page_that_cannot_be_counted_is_shown(client, monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("locked")

    monkeypatch.setattr("infopost.querysets.PageCountQuerySet.update", broken)

    assert client.get("/info/pulang/").status_code == 200


def test_table_has_no_room_for_who_opened():
    assert {field.name for field in PageCount._meta.fields} == {"id", "day", "village", "kind", "subject", "times"}


def numbers(client, title):
    text = client.get("/pos-desa/dibaca/").content.decode()
    row = re.search(rf'<td data-label="Topik">{title}</td>(.*?)</tr>', text)[1]
    return re.findall(r">([\d.]+)<", row)


def test_officer_sees_his_post_this_month_and_the_last(client_of, sari, lenek_lauk):
    PageCountFactory(times=3)
    PageCountFactory(times=2, day=dt.date(2026, 11, 1))
    PageCountFactory(times=5, day=dt.date(2026, 10, 31))
    PageCountFactory(times=7, day=dt.date(2026, 9, 30))
    PageCountFactory(times=100, village=lenek_lauk)
    PageCountFactory(times=100, village=None)

    assert numbers(client_of(sari), "Pulang ke desa") == ["5", "5"]


def test_coordinator_sees_each_post_of_the_kabupaten(client_of, rina, lenek_lauk, kuripan):
    PageCountFactory()
    PageCountFactory(village=lenek_lauk, times=8)
    PageCountFactory(village=lenek_lauk, kind="check", subject="red", times=2)
    PageCountFactory(village=kuripan, times=100)

    page = client_of(rina).get("/pos-desa/dibaca/")

    assert [(row["village"], row["pages"], row["checks"]) for row in page.context["villages"]] == [
        ("5203212002", 8, 2),
        ("5203172006", 3, 0),
    ]


def test_ministry_sees_the_telephones_of_families_too(client_of, dewi):
    PageCountFactory(village=None, times=4)
    PageCountFactory(times=3)

    assert numbers(client_of(dewi), "Pulang ke desa") == ["7", "0"]


def test_topic_that_has_no_words_yet_is_shown_by_its_address(client_of, sari):
    PageCountFactory(subject="pelatihan-baru")

    assert numbers(client_of(sari), "Pelatihan baru") == ["3", "0"]


def test_list_takes_as_many_queries_for_many_posts(client_of, rina, lenek_lauk, django_assert_max_num_queries):
    browser = client_of(rina)
    PageCountFactory(village=lenek_lauk)
    PageCountFactory()

    with django_assert_max_num_queries(10):
        browser.get("/pos-desa/dibaca/")


def test_administrator_counts_nothing(client_of, adi):
    assert client_of(adi).get("/pos-desa/dibaca/").status_code == 404
