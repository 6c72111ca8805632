"""A family asks whether a company is licensed: the answer has its list's date, and never says that an offer is safe."""

import datetime as dt

import pytest
import time_machine

from infopost.actions import load_facts
from infopost.companies import read_answers
from infopost.models import AgencyList
from infopost.rules.companies import Answer
from tests.factories.infopost import AgencyFactory, AgencyListFactory
from tests.factories.regions import MembershipFactory
from tests.infopost.test_glossary import unknown_words
from tests.walk.html import Page

pytestmark = pytest.mark.django_db

CHECK = "/info/perusahaan/"


@pytest.fixture(autouse=True)
def facts():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        load_facts()
        yield


@pytest.fixture
def melati(dewi):
    return AgencyFactory(in_list=AgencyListFactory(brought_by=dewi))


def asked(client, name, address=CHECK):
    return client.post(address, {"name": name})


def text(answer):
    return answer.content.decode()


def test_every_answer_has_its_words_and_none_says_safe():
    told = read_answers()

    assert set(told) == {answer.value for answer in Answer}
    assert [row.value for row in told.values() if row.look != "red" and row.look != "amber"] == ["licensed"]
    assert "belum berarti tawarannya aman" in told["licensed"].text


def test_answers_speak_in_short_sentences():
    texts = [part for row in read_answers().values() for part in (row.word, *row.text.split(". "), *row.steps)]

    assert [part for part in texts if len(part.split()) > 13] == []


def test_licensed_company_is_told_with_what_that_does_not_prove(client, melati):
    page = text(asked(client, "melati contoh"))

    told = (
        "Perusahaan ini punya izin",
        "daftar tanggal 1 November 2026",
        "Apakah lowongannya benar ada",
        melati.licence,
    )
    assert [words for words in told if words not in page] == []
    assert "mengaku pejabat" in page


def test_answers_use_words_that_everybody_knows(client, melati):
    AgencyFactory(in_list=melati.in_list, name="PT Mawar Contoh", state="revoked")
    names = {"PT", "CONTOH", "November", "melati", "melatti", "mawar"}

    pages = [text(asked(client, name)) for name in ("melati contoh", "melatti contoh", "mawar contoh", "")]
    assert [unknown_words(page) - names for page in pages] == [set()] * 4


def test_old_list_is_never_called_licensed(client, melati):
    AgencyList.objects.update(listed_on=dt.date(2026, 8, 26))

    page = asked(client, "melati contoh")

    assert page.context["told"].value == "old_list"
    assert "punya izin</h2>" not in text(page)
    assert "Daftar ini sudah lama" in text(page)


def test_company_of_an_earlier_list_is_gone(client, melati, dewi):
    newer = AgencyListFactory(brought_by=dewi, listed_on=dt.date(2026, 11, 20))
    AgencyFactory(in_list=newer, name="PT Mawar Contoh")

    assert asked(client, "PT. Melati Contoh").context["told"].value == "gone"


def test_list_that_waits_or_was_taken_back_answers_nobody(client, dewi):
    AgencyFactory(in_list=AgencyListFactory(brought_by=dewi, waiting=True))
    taken = dt.datetime(2026, 11, 3, tzinfo=dt.UTC)
    AgencyFactory(in_list=AgencyListFactory(brought_by=dewi, withdrawn_at=taken))

    assert asked(client, "melati contoh").context["told"].value == "no_list"


def test_name_that_looks_alike_is_offered_with_a_warning(client, melati):
    page = asked(client, "PT Melatti Contoh")

    assert page.context["told"].value == "alike"
    assert "Mungkin maksud Anda" in text(page)
    assert "Penipu suka memakai nama yang mirip" in text(page)


def test_invented_list_says_so_with_the_question_and_with_the_answer(client, melati):
    AgencyList.objects.update(is_invented=True)

    assert "perusahaan di daftar ini karangan" in text(client.get(CHECK))
    assert "perusahaan di daftar ini karangan" in text(asked(client, "melati contoh"))


@pytest.mark.parametrize("name", ["", "   ", "\x00"])
def test_nothing_typed_says_what_to_do(client, melati, name):
    page = asked(client, name)

    assert (page.status_code, page.context["form"].is_valid(), "told" in page.context) == (200, False, False)


def test_question_is_kept_nowhere_and_stands_in_no_address(client, melati):
    page = asked(client, "rahasia <b>")

    assert (dict(page.cookies), page["Cache-Control"]) == ({}, "no-store")
    assert [address for address in Page(text(page)).addresses if "rahasia" in address] == []
    assert "rahasia &lt;b&gt;" in text(page)


def test_answer_takes_as_many_queries_for_many_companies_as_for_one(client, melati, django_assert_max_num_queries):
    AgencyFactory.create_batch(30, in_list=melati.in_list)

    with django_assert_max_num_queries(4):
        asked(client, "mawar")


def test_question_stays_on_the_screen_of_the_post(client, melati, korleko):
    MembershipFactory(village=korleko)

    page = Page(text(asked(client, "melati contoh", "/pos/5203172006/perusahaan/")))

    links = [url for url in page.addresses if not url.startswith(("/static/", "data:", "#", "?"))]
    assert [url for url in links if not url.startswith("/pos/5203172006/")] == []
    assert page.faults == []


@pytest.mark.parametrize("page", ["/info/tawaran/", "/info/mau-kerja/", "/info/tawaran/periksa/"])
def test_question_is_led_to(client, page):
    assert CHECK in Page(text(client.get(page))).addresses
