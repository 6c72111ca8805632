"""The list of families, and looking for one."""

import datetime as dt
import html
import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.actions import add_trip, register_household
from households.entries import AddressEntry, MemberEntry, TripEntry
from households.models import Trip
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
LIST, SEARCH = "/rumah-tangga/", "/rumah-tangga/cari/"


def family(officer, name, *, sex="L", hamlet="Mangsit", stage=None, country="TW", nik=None, year=2024):
    trip = TripEntry(stage, country, since=PartialDate(dt.date(year, 1, 1), "year")) if stage else None
    return register_household(
        by=officer,
        village=officer.region,
        address=AddressEntry(hamlet=hamlet),
        members=[MemberEntry(name, sex=sex, relation="head", nik=nik, trip=trip)],
        today=dt.date(2026, 11, 1),
    )


def names(response) -> list[str]:
    return re.findall(r"<p><a [^>]+><strong>(.+?)</strong>", html.unescape(response.content.decode()))


def search(client, **answers):
    response = client.post(SEARCH, {"words": "", "hamlet": "", "status": "", "country": "", **answers})
    return client.get(response.url) if response.status_code == 302 else response


def test_list_is_sorted_and_only_ours(client_of, sari, budi):
    for name in ("Zainal", "Ahlul", "M. Yasin"):
        family(sari, name)
    family(budi, "Orang Lenek")

    assert names(client_of(sari).get(LIST)) == ["Ahlul", "M. Yasin", "Zainal"]


def test_list_pages_there_and_back_show_everybody_once(client_of, sari):
    for number in range(60):
        family(sari, f"Keluarga {number:02d}")
    client, url, pages = client_of(sari), LIST, []
    while url:
        response = client.get(url)
        pages.append(names(response))
        url = response.context["next_url"]
    back = []
    url = response.context["previous_url"]
    while url:
        response = client.get(url)
        back.insert(0, names(response))
        url = response.context["previous_url"]

    assert [len(page) for page in pages] == [25, 25, 10]
    assert ([name for page in pages for name in page], back) == ([f"Keluarga {n:02d}" for n in range(60)], pages[:-1])


@pytest.mark.parametrize("most", [300, 56, 30, 3])
def test_searched_list_pages_there_and_back_show_everybody_once(client_of, sari, monkeypatch, most):
    monkeypatch.setattr("households.views.searching.MOST_FOUND", most)
    for number in range(60):
        family(sari, f"Keluarga {number:02d}", stage="active" if number % 20 else None)
    client, pages = client_of(sari), []
    url = f"{LIST}?status=active"
    while url:
        response = client.get(url)
        pages.append(names(response))
        url = response.context["next_url"]
    back, url = [pages[-1]], response.context["previous_url"]
    while url:
        response = client.get(url)
        back.insert(0, names(response))
        url = response.context["previous_url"]

    assert [len(page) for page in pages] == [25, 25, 7]
    assert (back, response.context["total"]) == (pages, min(most, 57))


def test_searched_list_goes_on_after_a_family_that_no_longer_belongs_to_it(client_of, sari):
    for number in range(60):
        family(sari, f"Keluarga {number:02d}", stage="active")
    client = client_of(sari)
    next_url = client.get(f"{LIST}?status=active").context["next_url"]
    Trip.objects.filter(person__name="Keluarga 24").delete()

    assert names(client.get(next_url)) == [f"Keluarga {number:02d}" for number in range(25, 50)]


def test_list_cursor_holds_only_a_key(client_of, sari):
    for number in range(26):
        family(sari, f"Keluarga {number:02d}")

    next_url = client_of(sari).get(LIST).context["next_url"]

    assert ("eluarga" in next_url, next_url.startswith(f"{LIST}?sesudah=")) == (False, True)


def test_list_foreign_cursor_is_the_first_page(client_of, sari, budi):
    family(sari, "Ahlul")
    foreign = family(budi, "Aaa")

    assert names(client_of(sari).get(LIST, {"sesudah": foreign.pk})) == ["Ahlul"]


@pytest.mark.parametrize("families", [1, 3])
def test_list_asks_the_same_number_of_queries(client_of, sari, families, django_assert_num_queries):
    for number in range(families):
        family(sari, f"Keluarga {number}", stage="active")
    client = client_of(sari)
    client.get(LIST)
    # What the lines say is remembered; here it is asked for.
    cache.clear()

    # Two of them frame the note in the book of acts.
    with django_assert_num_queries(13):
        client.get(LIST)


def test_search_finds_any_part_of_a_name_and_keeps_it_out_of_the_address(client_of, sari):
    family(sari, "Muhammad As'ad")
    family(sari, "Rusdah")
    client = client_of(sari)

    response = client.post(SEARCH, {"words": "ASAD"})

    assert ("asad" in response.url.lower(), names(client.get(response.url))) == (False, ["Muhammad As'ad"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tkw", ["Berangkat P", "Pulang P"]),
        ("TKI", ["Berangkat P", "Calon L", "Pulang P"]),
        ("ctki", ["Calon L"]),
        ("mantan tki", ["Pulang P"]),
        ("tkw pulang", ["Pulang P"]),
    ],
)
def test_search_understands_old_words(client_of, sari, words, found):
    family(sari, "Berangkat P", sex="P", stage="active")
    family(sari, "Pulang P", sex="P", stage="returned")
    family(sari, "Calon L", stage="prospective")
    family(sari, "Tetangga")

    assert names(search(client_of(sari), words=words)) == found


def test_search_by_status_counts_a_person_once(client_of, sari):
    household = family(sari, "Pulang lalu pergi", stage="returned", year=2020)
    person = household.members.get()
    add_trip(by=sari, person_id=person.pk, entry=TripEntry("active", "HK"), today=dt.date(2026, 11, 1))
    client = client_of(sari)

    found = {status: names(search(client, status=status)) for status in ("returned", "active")}
    assert found == {"returned": [], "active": ["Pulang lalu pergi"]}


def test_search_by_hamlet_country_and_check(client_of, sari):
    family(sari, "Ahlul", hamlet="Mangsit", stage="active", country="TW", nik="5203170101700001")
    family(sari, "Rusdah", hamlet="Senggigi", stage="active", country="SA")
    client = client_of(sari)

    assert names(search(client, hamlet="Senggigi")) == ["Rusdah"]
    assert names(search(client, country="TW")) == ["Ahlul"]
    assert names(search(client, check="on")) == ["Ahlul", "Rusdah"]


def test_search_by_whole_nik_leads_to_the_family(client_of, sari):
    household = family(sari, "Ahlul", nik="5203170101700001")

    response = client_of(sari).post(SEARCH, {"words": "5203 1701 0170 0001"})

    assert response.url == household.get_absolute_url()
    event = AuditEvent.objects.get(act=Act.SEARCHED_NUMBER)
    assert ("5203170101700001" in event.reason, len(event.reason)) == (False, 16)


def test_search_by_foreign_nik_says_no_more_than_unknown(client_of, sari, budi):
    family(budi, "Orang Lenek", nik="5203170101700001")
    client = client_of(sari)

    foreign = client.post(SEARCH, {"words": "5203170101700001"}).content.decode()
    unknown = client.post(SEARCH, {"words": "5203170101700002"}).content.decode()

    assert (
        "Orang Lenek" in foreign,
        foreign.count("belum terdata di wilayah Anda"),
        unknown.count("belum terdata"),
    ) == (
        False,
        1,
        1,
    )


def test_search_by_number_waits_after_many(client_of, sari):
    client = client_of(sari)
    codes = [client.post(SEARCH, {"words": f"52031701017{number:05d}"}).status_code for number in range(62)]

    assert (codes[0], codes[-1]) == (200, 429)


def test_list_does_not_exist_for_the_ministry(client_of, sari, dewi):
    family(sari, "Ahlul")

    assert client_of(dewi).get(LIST).status_code == 404


def test_register_link_only_for_who_may(client_of, sari, rina):
    link = reverse("households:household_register")

    assert [link in client_of(user).get(LIST).content.decode() for user in (sari, rina)] == [True, False]


def test_search_for_a_name_is_noted_by_its_mark_alone(client_of, sari, budi):
    reasons = []
    for officer, words in ((sari, ""), (sari, "Siti  Aminah"), (budi, "siti aminah")):
        search(client_of(officer), words=words)
        reasons.append(AuditEvent.objects.filter(act=Act.LISTED).latest("pk").reason)

    assert (reasons[0], reasons[1] == reasons[2], len(reasons[1])) == (
        "daftar rumah tangga",
        True,
        len("daftar rumah tangga ") + 16,
    )
    assert "siti" not in reasons[1].lower()
