"""Families read without an account: every page opens, nothing is kept of them, and nothing uncertain looks certain."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from infopost.actions import load_facts
from infopost.models import Fact
from infopost.rules.ageing import CHECK_AFTER
from infopost.topics import read_topics
from tests.walk.html import Page

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
SCREENS = [(topic.slug, screen.slug) for topic in read_topics().values() for screen in topic.screens]


@pytest.fixture(autouse=True)
def facts():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        load_facts()
        yield


@pytest.fixture
def verify(dewi):
    """Says that somebody compared the facts with their sources on a day."""

    def verified(day=TODAY, **which):
        Fact.objects.filter(**which).update(verified_on=day, verified_by=dewi)

    return verified


def text(client, address):
    return client.get(address).content.decode()


def test_home_leads_to_every_topic_and_to_the_countries(client):
    addresses = Page(text(client, "/info/")).addresses

    topics = [reverse("infopost:topic_detail", args=[slug]) for slug in read_topics()]
    assert [address for address in [*topics, "/info/negara/"] if address not in addresses] == []


@pytest.mark.parametrize("slug", read_topics())
def test_topic_leads_to_its_screens(client, slug):
    addresses = Page(text(client, f"/info/{slug}/")).addresses

    assert {f"/info/{slug}/{screen.slug}/" for screen in read_topics()[slug].screens} <= set(addresses)


@pytest.mark.parametrize(("topic", "screen"), SCREENS)
def test_screen_opens_with_two_queries_at_most(client, topic, screen, django_assert_max_num_queries):
    client.get(f"/info/{topic}/{screen}/")  # the first of the day makes the row in which openings are counted

    with django_assert_max_num_queries(2):
        assert client.get(f"/info/{topic}/{screen}/").status_code == 200


def test_number_can_be_tapped(client):
    assert "tel:110" in Page(text(client, "/info/minta-tolong/")).addresses


def test_fact_stands_inside_its_sentence_and_is_called_uncertain(client):
    assert "Umur paling muda <strong>18 tahun</strong> (belum pasti)" in text(client, "/info/mau-kerja/syarat/")


def test_fact_that_is_verified_is_certain(client, verify):
    verify(code="rule-age")

    page = text(client, "/info/mau-kerja/syarat/")
    assert "<strong>18 tahun</strong>." in page
    assert "Terakhir diverifikasi 24 November 2026." in page


@pytest.mark.parametrize("days", [CHECK_AFTER, CHECK_AFTER + dt.timedelta(days=400)])
def test_fact_that_was_verified_long_ago_is_not_certain(client, verify, days):
    verify(TODAY - days, code="rule-age")

    page = text(client, "/info/mau-kerja/syarat/")
    assert "<strong>18 tahun</strong> (belum pasti)" in page
    assert "Sudah lama tidak diperiksa ulang." in page


def test_fact_that_is_missing_or_withdrawn_sends_to_the_officer(client):
    Fact.objects.filter(code="rule-age").update(is_withdrawn=True)

    assert "<strong>(tanyakan ke petugas desa)</strong>" in text(client, "/info/mau-kerja/syarat/")


def test_country_says_what_is_closed_and_by_whom(client):
    page = text(client, "/info/negara/SA/")

    assert "Ditutup" in page
    assert "cnbcindonesia.com, 17 Desember 2025" in page


def test_open_country_is_not_certain_before_somebody_verified_it(client, verify):
    before = text(client, "/info/negara/HK/")
    verify(code="hk-open")

    assert ("Dibuka, belum pasti" in before, "Dibuka, belum pasti" in text(client, "/info/negara/HK/")) == (True, False)


def test_countries_that_people_go_to_first_come_first(client):
    countries = [code for code, _ in client.get("/info/negara/").context["countries"]]

    assert countries[:4] == ["MY", "TW", "HK", "SG"]


@pytest.mark.parametrize(
    "address",
    [
        "/info/tidak-ada/",
        "/info/pulang/tidak-ada/",
        "/info/negara/XX/",
        "/info/negara/PE/",
        "/info/negara/tw%00/kartu/",
    ],
)
def test_what_there_is_not_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_safety_card_has_the_numbers_and_marks_what_is_not_verified(client, verify):
    verify(code="tw-labour")

    page = text(client, "/info/negara/TW/kartu/")
    assert "Pengaduan pekerja Taiwan <strong>1955</strong></li>" in page
    assert "KDEI Taipei <strong>+886-2-8752-6170</strong> *</li>" in page


def test_nothing_is_kept_of_the_reader(client):
    answers = [client.get(address) for address in ("/info/", "/info/minta-tolong/", "/info/negara/TW/")]

    assert [dict(answer.cookies) for answer in answers] == [{}] * 3
    assert {frozenset(answer["Cache-Control"].split(", ")) for answer in answers} == {
        frozenset({"public", "max-age=300"})
    }


def test_page_is_shared_by_its_address_only(client):
    page = client.get("/info/pulang/?cetak=struk&nama=Siti")

    assert page.context["here"] == "http://testserver/info/pulang/"
    assert "Siti" not in page.context["share_url"]


def test_page_prints_as_a_slip(client):
    assert '<body class="slip"' in text(client, "/info/pulang/?cetak=struk")
    assert '<body class="slip">' not in text(client, "/info/pulang/")


def test_sign_in_page_leads_families_on(client):
    assert "/info/" in Page(text(client, "/masuk/")).addresses


def test_country_tells_its_usual_problems_and_what_to_do(client):
    page = text(client, "/info/negara/KH/")
    told = page[page.index("Masalah yang sering") : page.index("Kartu Aman Keluarga")]

    assert "dikurung dan disuruh menipu" in told
    assert "Pastikan ke petugas desa" in told
    assert 'href="/info/minta-tolong/"' in told
