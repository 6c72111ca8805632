"""Families and people in the admin: the reader's own, masked, only read, each reading noted."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from accounts.admin import paging
from accounts.models import AuditEvent
from households.models import ImportBatch
from tests.factories.households import ChildProfileFactory, HouseholdFactory, PersonFactory, VisitFactory
from tests.factories.journeys import TripDocumentFactory

FAMILIES, PEOPLE = "/admin/households/household/", "/admin/households/person/"


@pytest.fixture
def own(neighbours):
    """Korleko with its marked family; Lenek Lauk and Kuripan have theirs."""
    return neighbours["5203172006"]


def test_lists_hold_the_readers_own_rows(own, client_of, sari, rina):
    def villages(user, path):
        return [row.village_id for row in client_of(user).get(path).context["cl"].result_list]

    assert villages(sari, FAMILIES) == ["5203172006"]
    assert villages(rina, FAMILIES) == ["5203172006", "5203212002"]
    assert villages(sari, PEOPLE) == ["5203172006", "5203172006"]


def test_strangers_record_is_not_there(own, neighbours, client_of, sari):
    client, stranger = client_of(sari), neighbours["5203212002"]

    for act in ("change", "history"):
        assert client.get(f"{FAMILIES}{stranger.household.pk}/{act}/").status_code == 404
        assert client.get(f"{PEOPLE}{stranger.head.pk}/{act}/").status_code == 404
    assert client.get(f"{PEOPLE}bukan-kunci/change/").status_code == 404


def test_numbers_are_masked_everywhere(own, client_of, sari):
    client = client_of(sari)
    pages = [FAMILIES, PEOPLE, f"{FAMILIES}{own.household.pk}/change/", f"{PEOPLE}{own.head.pk}/change/"]

    texts = [client.get(page).content.decode() for page in pages]

    assert [number for number in own.numbers for text in texts if number in text] == []
    assert all("••••••••••••••" in text for text in texts)


def test_page_says_in_words_what_the_columns_hold(own, client_of, sari):
    page = client_of(sari).get(f"{PEOPLE}{own.head.pk}/change/").content.decode()

    assert "Kepala keluarga" in page
    assert "2 Januari 1980" in page
    assert "Laki-laki" in page
    assert "Sari Wulandari" in page
    assert f'href="{FAMILIES}{own.household.pk}/change/"' in page
    assert f'href="/orang/{own.head.pk}/"' in page


def test_page_begins_with_who_it_is(own, client_of, sari):
    page = client_of(sari).get(f"{PEOPLE}{own.head.pk}/change/").content.decode()

    name, _, rest = page.partition("Hubungan dengan kepala keluarga:")
    assert "Nama lengkap:" in name
    assert "Tempat lahir:" in rest


def test_reading_is_noted(own, client_of, sari):
    client, before = client_of(sari), AuditEvent.objects.count()

    client.get(PEOPLE)
    client.get(f"{PEOPLE}{own.head.pk}/change/")
    client.get(f"{PEOPLE}{own.head.pk}/history/")

    acts = AuditEvent.objects.order_by("pk")[before:]
    assert [(act.act, act.record_id, act.region_code) for act in acts] == [
        ("listed", "", "5203172006"),
        ("viewed", str(own.head.pk), "5203172006"),
        ("viewed", str(own.head.pk), "5203172006"),
    ]


def test_history_is_the_book_of_acts_about_the_record(own, client_of, sari):
    lines = client_of(sari).get(f"{FAMILIES}{own.household.pk}/history/").context["lines"]

    assert [(line.who, line.act) for line in lines] == [
        ("Sari Wulandari", "membuka"),
        ("Sari Wulandari", "mendaftarkan"),
    ]


@pytest.mark.parametrize("act", ["add/", "{pk}/delete/", "{pk}/change/", ""])
def test_nothing_is_written(act, own, client_of, sari):
    before = own.head.version

    response = client_of(sari).post(f"{PEOPLE}{act.format(pk=own.head.pk)}", {"name": "X", "action": "delete_selected"})

    assert response.status_code in (404, 405)
    own.head.refresh_from_db()
    assert own.head.version == before


@pytest.mark.parametrize("asked", ["1", "-1", "2.-3", "x"])
@pytest.mark.parametrize("path", [FAMILIES, PEOPLE, "/admin/households/trip/"])
def test_address_sorts_no_list(path, asked, own, client_of, sari):
    client = client_of(sari)

    orders = [client.get(f"{path}{query}").context["cl"].queryset.query.order_by for query in ("", f"?o={asked}")]

    assert orders[0] == orders[1] != ()


@pytest.mark.parametrize("column", ["nik__startswith", "name__contains", "household__family_card_number", "birth_on"])
def test_no_column_but_the_filters_own_narrows_a_list(column, own, client_of, sari):
    assert client_of(sari).get(f"{PEOPLE}?{column}=5").status_code == 400


def test_number_in_the_place_of_a_key_finds_nobody(own, client_of, sari):
    assert client_of(sari).get(f"{PEOPLE}{own.head.nik}/change/?_to_field=nik").status_code in (400, 404)


def test_words_in_the_address_find_nothing(own, client_of, sari):
    page = client_of(sari).get(f"{PEOPLE}?q=anak")

    assert len(page.context["cl"].result_list) == 2
    assert b'name="q"' not in page.content


def choices(response, title):
    specs = [spec for spec in response.context["cl"].filter_specs if spec.title == title]
    return [word for spec in specs for _, word in spec.lookup_choices]


def test_filters_offer_the_readers_own_places(own, client_of, sari, rina):
    assert choices(client_of(sari).get(FAMILIES), "dusun") == [own.household.hamlet]
    assert choices(client_of(rina).get(FAMILIES), "dusun") == []
    assert choices(client_of(rina).get(FAMILIES), "desa") == ["Desa Korleko", "Desa Lenek Lauk"]


def test_hamlet_narrows_under_a_mark(own, client_of, sari):
    HouseholdFactory(village=own.village, hamlet="Mangsit", created_by=sari)
    client = client_of(sari)
    spec = next(s for s in client.get(FAMILIES).context["cl"].filter_specs if s.title == "dusun")
    mark = next(mark for mark, name in spec.lookup_choices if name == "Mangsit")

    found = client.get(f"{FAMILIES}?dusun={mark}").context["cl"].result_list

    assert [household.hamlet for household in found] == ["Mangsit"]
    assert "mangsit" not in mark


def test_strangers_village_in_the_address_narrows_nothing(own, client_of, rina):
    assert len(client_of(rina).get(f"{FAMILIES}?desa=3307102004").context["cl"].result_list) == 2


def test_record_in_a_list_says_whose_it_is_and_about_what(own, client_of, sari):
    VisitFactory(household=own.household, visited_on="2026-11-02")
    document = TripDocumentFactory(trip=own.trip, expires_on="2027-05-03", expires_precision="day")
    client = client_of(sari)

    visits = client.get("/admin/households/visit/").content.decode()
    documents = client.get("/admin/households/tripdocument/").content.decode()

    assert escape(own.head.name) in visits
    assert "Tanggal kunjungan 2 November 2026" in visits
    assert escape(own.head.name) in documents
    assert f"{document.get_kind_display()}, berlaku sampai 3 Mei 2027" in documents


def test_record_of_a_child_says_in_words_what_would_help(own, client_of, sari):
    profile = ChildProfileFactory(person=own.child, help_with=["school_costs", "money"])

    page = client_of(sari).get(f"/admin/households/childprofile/{profile.pk}/change/").content.decode()

    assert "Biaya sekolah, Belajar mengatur uang" in page


def test_list_pages_no_further_than_it_counts(own, client_of, sari, monkeypatch):
    monkeypatch.setattr(paging, "MOST", 2)
    for _ in range(3):
        PersonFactory(household=own.household)

    page = client_of(sari).get(PEOPLE)

    assert page.context["cl"].result_count == 2
    assert "cari lewat portal" in page.content.decode()


def test_count_stops_where_the_pages_do(own, client_of, sari):
    client = client_of(sari)

    with CaptureQueriesContext(connection) as asked:
        client.get(PEOPLE)

    counting = [query["sql"] for query in asked if "COUNT(*)" in query["sql"]]
    assert len(counting) == 1
    assert "LIMIT 1001" in counting[0]
    assert "ORDER BY" not in counting[0]


def test_workbooks_are_listed_with_their_moments(own, client_of, sari):
    at = dt.datetime(2026, 11, 23, 1, 5, tzinfo=dt.UTC)
    ImportBatch.objects.create(village=own.village, file_name="a.xlsx", uploaded_by=sari, uploaded_at=at)

    page = client_of(sari).get("/admin/households/importbatch/").content.decode()

    assert "23 November 2026, 09.05 WITA" in page
