"""People as a file: the reader's own, counted, masked, noted, and read again by a real spreadsheet reader."""

import csv
import datetime as dt
import io

import openpyxl
import pytest
from django.urls import reverse

from accounts.models import AuditEvent
from households import exports, resources
from households.admin import exporting as admin_exporting
from households.columns import COLUMNS
from households.models import Person
from households.resources import PersonResource
from households.views import exporting
from tests.factories.households import HouseholdFactory, PersonFactory

URL, ADMIN = "/rumah-tangga/unduh/", "/admin/households/person/export/"
ASKED = {"purpose": "report", "shape": "xlsx"}
HEADINGS = [column.heading for column in COLUMNS]
DAY = dt.date(2026, 11, 24)


@pytest.fixture
def own(neighbours):
    """Korleko with its marked family; its neighbours have theirs."""
    return neighbours["5203172006"]


def content(response) -> bytes:
    whole = b"".join(response.streaming_content)
    # As the server does when it has been sent; closing the response itself would close the test's database.
    for close in response._resource_closers:
        close()
    return whole


def table(response) -> tuple[list[str], list[dict]]:
    """The lines above the table, and its rows by heading."""
    rows = [list(row) for row in openpyxl.load_workbook(io.BytesIO(content(response)))["Data"].values]
    head = rows.index(HEADINGS)
    return [row[0] for row in rows[:head]], [dict(zip(HEADINGS, row, strict=True)) for row in rows[head + 1 :]]


def download(client_of, user, url=URL, **asked):
    return client_of(user).post(url, ASKED | asked)


@pytest.mark.parametrize("url", [URL, ADMIN, "/admin/households/household/export/"])
def test_file_holds_the_readers_own_people_alone(url, own, client_of, sari):
    _, rows = table(download(client_of, sari, url))

    assert [row["Kode orang"] for row in rows] == [str(own.head.pk), str(own.child.pk)]


def test_file_tells_of_a_person_what_an_officer_asks(own, client_of, sari):
    _, (head, child) = table(download(client_of, sari))

    assert head["Nama lengkap"] == own.head.name
    assert head["Hubungan dengan kepala keluarga"] == "Kepala keluarga"
    assert head["Tanggal lahir"].date() == dt.date(1980, 1, 2)
    assert isinstance(head["Umur"], int)
    assert (head["Status PMI"], head["Negara"]) == ("PMI aktif", "Malaysia")
    assert (head["RT"], head["Kode Desa"]) == ("001", "5203172006")
    assert (child["Tanggal lahir"], child["Alasan tanpa NIK"]) == ("2015", "Belum punya NIK")


def test_numbers_are_masked_text(own, client_of, sari):
    response = download(client_of, sari)
    _, (head, child) = table(response)

    assert head["NIK"] == "•" * 14 + own.head.nik[-2:]
    assert head["Nomor KK"] == "•" * 14 + own.household.family_card_number[-2:]
    assert child["NIK"] is None


def test_formula_in_a_name_is_a_text(own, client_of, sari):
    own.head.name = "=HYPERLINK(1)"
    own.head.save()

    page = openpyxl.load_workbook(io.BytesIO(content(download(client_of, sari))))["Data"]

    cell = next(cell for row in page.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_file_says_how_many_narrowed_by_what_when_and_by_whom(own, client_of, sari, time_machine):
    time_machine.move_to(dt.datetime(2026, 11, 24, 1, 14, tzinfo=dt.UTC), tick=False)

    above, rows = table(download(client_of, sari, f"{URL}?status=active"))

    assert above[1].startswith("2 orang. Wilayah: Desa Korleko")
    assert "Saringan: Status PMI aktif." in above[1]
    assert "24 November 2026, 09.14 WITA, oleh Sari Wulandari, untuk: Laporan ke kecamatan atau dinas." in above[2]
    assert len(rows) == 2


def test_download_is_one_line_in_the_book_without_values(own, client_of, sari):
    table(download(client_of, sari, f"{URL}?hamlet={own.mark}+%3Ci+onx%3D1%3E", purpose="other", words="bahan rapat"))

    event = AuditEvent.objects.get(act="exported")
    assert event.reason == "2 orang ke .xlsx; saringan: Dusun; untuk: bahan rapat"
    assert (event.actor, event.region_code) == (sari, "5203172006")


def test_nothing_leaves_without_a_purpose(own, client_of, sari):
    response = client_of(sari).post(URL, {"shape": "xlsx"})

    assert response.status_code == 200
    assert response.context["form"].errors["purpose"] == ["Pilih salah satu."]
    assert not AuditEvent.objects.filter(act="exported").exists()


def test_other_purpose_is_said_in_words(own, client_of, sari):
    response = download(client_of, sari, purpose="other", words="...")

    assert response.context["form"].errors["words"] == ["Tulis keperluannya dengan beberapa kata."]


def test_list_that_is_narrowed_gives_a_narrowed_file(own, client_of, sari):
    PersonFactory(household=HouseholdFactory(village=own.village, hamlet="Mangsit", created_by=sari), head=True)

    _, rows = table(download(client_of, sari, f"{URL}?hamlet=Mangsit"))

    assert [row["Dusun"] for row in rows] == ["Mangsit"]


def test_searched_name_narrows_the_file_and_stands_in_no_address(own, client_of, sari):
    PersonFactory(household=HouseholdFactory(village=own.village, created_by=sari), name="Zaenab", search_name="zaenab")
    client = client_of(sari)
    found = client.post(reverse("households:household_search"), {"words": "zaenab"}, follow=True)

    url = found.context["export_url"]
    _, rows = table(client.post(url, ASKED))

    assert [row["Nama lengkap"] for row in rows] == ["Zaenab"]
    assert "zaenab" not in url
    assert "zaenab" not in AuditEvent.objects.get(act="exported").reason


def test_filter_of_the_admins_list_narrows_the_file(own, client_of, sari):
    above, rows = table(download(client_of, sari, f"{ADMIN}?sex__exact=L"))

    assert [row["Jenis kelamin"] for row in rows] == ["Laki-laki"]
    assert "Saringan: jenis kelamin Laki-laki." in above[1]


def test_file_of_an_admins_list_that_is_none_is_not_made(own, client_of, sari):
    response = download(client_of, sari, "/admin/households/household/export/?needs_check__exact=x")

    assert (response.status_code, response.url) == (302, "/admin/households/household/")
    assert not AuditEvent.objects.filter(act="exported").exists()


def test_who_has_died_or_left_is_not_in_the_file(own, client_of, sari):
    PersonFactory(household=own.household, died_on=dt.date(2026, 1, 1))

    assert len(table(download(client_of, sari))[1]) == 2


def test_csv_holds_the_same(own, client_of, sari):
    response = download(client_of, sari, shape="csv")
    rows = list(csv.reader(io.StringIO(content(response).decode("utf-8-sig")), delimiter=";"))

    head = rows.index(HEADINGS)
    assert [row[-1] for row in rows[head + 1 :]] == [str(own.head.pk), str(own.child.pk)]
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_file_with_other_rows_than_were_counted_is_thrown_away(own, sari, monkeypatch):
    monkeypatch.setattr(PersonResource, "rows", lambda self, people: iter([["x"] * len(COLUMNS)]))
    people = Person.objects.visible_to(sari)

    with pytest.raises(exports.ExportChanged):
        exports.export_people(by=sari, people=people, filters={}, purpose="rapat", shape="xlsx", today=DAY)

    assert not AuditEvent.objects.filter(act="exported").exists()


@pytest.mark.parametrize("url", [URL, ADMIN, "/admin/households/household/export/"])
def test_more_people_than_a_file_holds_are_to_be_narrowed_first(url, own, client_of, rina, monkeypatch):
    for module in (exports, exporting, admin_exporting):
        monkeypatch.setattr(module, "MOST", 3)

    page = client_of(rina).post(url, ASKED).content.decode()

    assert "Lebih dari 3 orang." in page
    assert ">Unduh</button>" not in page
    assert not AuditEvent.objects.filter(act="exported").exists()


def test_file_of_too_many_is_not_begun(own, sari, monkeypatch):
    monkeypatch.setattr(exports, "MOST", 1)
    people = Person.objects.visible_to(sari)

    with pytest.raises(exports.TooManyToExport):
        exports.export_people(by=sari, people=people, filters={}, purpose="rapat", shape="xlsx", today=DAY)


def test_resource_gives_strangers_to_nobody_whatever_it_is_handed(own, sari, agus):
    everybody = Person.objects.all()

    assert len(list(PersonResource(reader=sari, today=DAY).rows(everybody))) == 2
    assert len(PersonResource(reader=sari, today=DAY).export(everybody)) == 2
    assert list(PersonResource(reader=agus, today=DAY).rows(everybody)) == []


def test_resource_brings_nobody_in(own, sari):
    with pytest.raises(TypeError):
        PersonResource(reader=sari, today=DAY).import_data(None)


@pytest.mark.parametrize("count", [1, 3])
def test_rows_cost_as_many_questions_for_one_as_for_three(count, own, sari, django_assert_num_queries):
    for _ in range(count):
        PersonFactory(household=own.household)

    with django_assert_num_queries(4):  # people with family, villages and the kecamatan above, journeys
        list(PersonResource(reader=sari, today=DAY).rows(Person.objects.all()))


def test_many_rows_are_read_part_by_part(own, sari, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(resources, "CHUNK", 2)
    PersonFactory.create_batch(3, household=own.household)

    with django_assert_num_queries(1 + 3 * 3):  # the people, and the places and journeys of each two of the five
        assert len(list(PersonResource(reader=sari, today=DAY).rows(Person.objects.all()))) == 5


def test_monitor_downloads_nobody(own, client_of, agus, adi):
    assert download(client_of, agus).status_code == 404
    assert download(client_of, adi).status_code == 404
    assert download(client_of, adi, ADMIN).status_code == 404


def test_button_for_import_leads_to_the_portal(own, client_of, sari, rina):
    assert "/impor/" in client_of(sari).get("/admin/households/person/").content.decode()
    assert "/impor/" not in client_of(rina).get("/admin/households/person/").content.decode()
