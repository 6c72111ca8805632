"""What families keep on the phone: whole, of this version, and nothing of any account."""

import json
import re

import pytest
from django.test import Client

from infopost.actions import load_facts
from infopost.models import Fact, PageCount
from infopost.offline import AHEAD, MARK
from tests.factories.regions import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def facts():
    load_facts()


def told(client, address="/info/luring.js"):
    return json.loads(re.match(r"const KEPT = (\{.*\});\n", client.get(address).content.decode())[1])


def test_worker_is_a_script_that_is_asked_for_each_time(client):
    response = client.get("/info/luring.js")

    assert (response["Content-Type"], response["Cache-Control"]) == ("text/javascript", "no-cache")


def test_pages_that_are_always_there_open_and_bear_the_mark(client):
    kept = told(client)

    assert {"/info/", "/info/minta-tolong/", "/info/tawaran/periksa/", kept["unread"]} <= set(kept["pages"])
    assert [page for page in kept["pages"] if client.get(page).get(MARK) != "1"] == []


def test_post_keeps_its_own_pages(client, korleko):
    MembershipFactory(village=korleko)
    kept = told(client, f"/pos/{korleko.pk}/luring.js")

    assert kept["scope"] == f"/pos/{korleko.pk}/"
    assert [page for page in kept["pages"] if not page.startswith(kept["scope"])] == []
    assert [page for page in kept["pages"] if client.get(page).status_code != 200] == []


def test_post_that_is_none_has_no_worker(client):
    assert client.get("/pos/1101010001/luring.js").status_code == 404


def test_version_changes_with_a_fact_and_with_nothing_else(client):
    before = told(client)["version"]
    again = told(Client())["version"]
    fact = Fact.objects.first()
    Fact.objects.filter(pk=fact.pk).update(version=fact.version + 1)

    assert (again, told(client)["version"] == before) == (before, False)


def test_worker_says_nothing_of_who_asks(client, sari, client_of):
    assert client_of(sari).get("/info/luring.js").content == client.get("/info/luring.js").content


def test_page_that_is_fetched_to_be_kept_is_not_counted_as_read(client):
    client.get("/info/luring.js")
    client.get("/info/minta-tolong/", headers={AHEAD: "1"})
    client.get("/info/minta-tolong/")

    assert list(PageCount.objects.values_list("subject", "times")) == [("minta-tolong", 1)]


def test_no_other_page_bears_the_mark(client, sari, client_of):
    pages = [client.get("/masuk/"), client.get("/tentang/"), client_of(sari).get("/")]

    assert [page.get(MARK) for page in pages] == [None, None, None]
