"""The keepers look at what has to be checked, and change or verify one fact."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from infopost.models import Fact
from tests.factories.infopost import FactFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
ANSWERS = {
    "title": "Pusat panggilan contoh",
    "value": "0-800-1000",
    "trust": "sourced",
    "source": "Situs contoh",
    "check": "later",
    "version": "1",
}
NEW = ANSWERS | {"kind": "hotline", "country": "TW"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def browser(client_of, dewi):
    return client_of(dewi)


def change_address(fact):
    return reverse("infopost:fact_change", args=[fact.pk, new_id()])


def test_list_begins_with_what_has_to_be_checked(browser):
    waiting = FactFactory()
    FactFactory(verified=True)

    page, everything = browser.get("/fakta/"), browser.get("/fakta/?tampil=semua")

    assert list(page.context["page"]) == [waiting]
    assert len(everything.context["page"]) == 2


def test_list_of_one_kind(browser):
    FactFactory()
    law = FactFactory(kind="law", value="UU 1")

    assert list(browser.get("/fakta/?jenis=law").context["page"]) == [law]


def test_list_goes_on_where_the_page_ended(browser):
    FactFactory.create_batch(27)

    first = browser.get("/fakta/?tampil=semua")
    second = browser.get(first.context["next_url"])

    assert [len(page.context["page"]) for page in (first, second)] == [25, 2]


def test_list_takes_as_many_queries_for_many_facts_as_for_one(browser, django_assert_num_queries):
    FactFactory.create_batch(20, verified=True)
    browser.get("/fakta/")

    with django_assert_num_queries(5):
        browser.get("/fakta/?tampil=semua")


def test_fact_is_verified_by_whoever_compared_it_today(browser, dewi):
    fact = FactFactory()

    answer = browser.post(change_address(fact), ANSWERS | {"check": "done"})

    fact.refresh_from_db()
    assert (answer.status_code, fact.verified_on, fact.verified_by) == (302, TODAY, dewi)


def test_verification_that_was_a_mistake_is_taken_back(browser):
    fact = FactFactory(verified=True)

    browser.post(change_address(fact), ANSWERS | {"check": "mistake"})

    fact.refresh_from_db()
    assert (fact.verified_on, fact.verified_by) == (None, None)


def test_fact_is_withdrawn_and_shown_again(browser):
    fact = FactFactory()

    browser.post(change_address(fact), ANSWERS | {"is_withdrawn": "on"})
    withdrawn = Fact.objects.shown().count()
    browser.post(change_address(fact), ANSWERS | {"version": "2"})

    assert (withdrawn, Fact.objects.shown().count()) == (0, 1)


def test_fact_of_an_older_version_shows_both(browser):
    fact = FactFactory(version=2, value="0-800-2000")

    page = browser.post(change_address(fact), ANSWERS)

    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("0-800-2000", "0-800-1000")
    ]


def test_new_fact_resent_is_one_fact(browser):
    address = reverse("infopost:fact_create", args=[new_id()])

    answers = [browser.post(address, NEW).status_code for _ in range(2)]

    assert (answers, [(fact.kind, fact.country) for fact in Fact.objects.all()]) == ([302, 302], [("hotline", "TW")])


@pytest.mark.parametrize(
    ("wrong", "errors"),
    [
        ({"source": ""}, {"source": ["Bagian ini perlu diisi."]}),
        ({"value": ""}, {"__all__": ["Isi bagian 'isi'; untuk status penempatan, isi negara dan statusnya."]}),
        (
            {"kind": "status", "country": "", "placement": "open"},
            {"__all__": ["Isi bagian 'isi'; untuk status penempatan, isi negara dan statusnya."]},
        ),
        ({"valid_until_year": "2027"}, {"valid_until": ["Isi tanggal lengkap: tanggal, bulan, dan tahun."]}),
        (
            {"check": "mistake"},
            {"check": ["Masukkan pilihan yang valid. mistake bukan salah satu dari pilihan yang tersedia."]},
        ),
    ],
)
def test_new_fact_that_cannot_be_says_what_to_do_and_keeps_what_was_typed(browser, wrong, errors):
    page = browser.post(reverse("infopost:fact_create", args=[new_id()]), NEW | wrong)

    assert page.context["form"].errors == errors
    assert page.context["form"]["title"].value() == "Pusat panggilan contoh"
    assert Fact.objects.count() == 0


@pytest.mark.parametrize(
    ("person", "status"), [("sari", 404), ("rina", 404), ("agus", 404), ("dewi", 200), ("adi", 200)]
)
def test_fact_pages_open_for_keepers_only(request, client_of, person, status):
    client, fact = client_of(request.getfixturevalue(person)), FactFactory()

    pages = ["/fakta/", "/fakta/baru/", f"/fakta/{fact.pk}/ubah/"]
    assert [client.get(page, follow=True).status_code for page in pages] == [status] * 3
