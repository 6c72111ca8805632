"""The report's page, its PDF and the home page, as each office sees them."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import Act, AuditEvent
from households.models import Trip
from monitoring import summaries
from monitoring.links import report_url
from tests.factories.accounts import UserFactory
from tests.factories.regions import RegionFactory
from tests.monitoring.conftest import family, member, went

pytestmark = pytest.mark.usefixtures("morning")
REPORT, PDF = reverse("monitoring:report_households"), reverse("monitoring:report_households_pdf")
XLSX = reverse("monitoring:report_households_xlsx")


def test_report_page_shows_the_figures_with_their_words(village, sari, client_of):
    report = client_of(sari).get(REPORT).context["report"]

    assert [(figure.count, figure.word) for figure in report.figures][:2] == [(5, "naik 2"), (3, "naik 1")]


def test_report_page_names_the_source_of_each_number(village, sari, client_of):
    page = client_of(sari).get(REPORT).content.decode()

    assert "Sumber P1.1, P1.2: Buku layanan pos desa." in page


def test_report_page_links_each_number_to_its_list(village, sari, client_of):
    page = client_of(sari).get(REPORT).content.decode()

    assert "indikator=G2.2&amp;wilayah=5203172006&amp;periode=2026-11&amp;nilai=negara%3ATW" in page


def test_report_page_above_the_kabupaten_links_to_regions(village, dewi, client_of):
    page = client_of(dewi).get(REPORT).content.decode()

    assert ("/laporan/daftar/" in page, report_url("52", "2026-11").replace("&", "&amp;") in page) == (False, True)


def test_report_page_is_noted(village, sari, client_of):
    client_of(sari).get(report_url(village.code, "2026-Q4"))

    event = AuditEvent.objects.get(act=Act.REPORTED)
    assert (event.actor_id, event.region_code, event.reason) == (
        sari.pk,
        village.code,
        "data rumah tangga 2026-Q4, layar",
    )


@pytest.mark.parametrize(
    ("period", "words"), [("2027-01", "belum dimulai"), ("kemarin", "Tulis periode seperti"), ("1900", "Pilih tahun")]
)
def test_report_page_says_what_is_wrong_with_a_period(village, sari, client_of, period, words):
    page = client_of(sari).get(f"{REPORT}?periode={period}")

    assert (page.status_code, words in page.content.decode()) == (400, True)


@pytest.mark.parametrize("address", [REPORT, PDF, XLSX])
def test_report_of_a_foreign_village_is_not_there(village, lenek_lauk, sari, client_of, address):
    assert client_of(sari).get(f"{address}?wilayah={lenek_lauk.code}").status_code == 404


@pytest.mark.parametrize("place", ["%00", "5203%00", "5203x"])
def test_report_of_what_no_code_can_name_is_not_there(village, dewi, client_of, place):
    assert client_of(dewi).get(f"{REPORT}?wilayah={place}").status_code == 404


@pytest.mark.parametrize("address", [REPORT, PDF, XLSX])
def test_report_is_not_there_for_an_administrator(village, adi, client_of, address):
    assert client_of(adi).get(address).status_code == 404


@pytest.mark.parametrize("address", [REPORT, PDF, XLSX])
def test_report_page_refuses_what_does_not_add(village, sari, client_of, address):
    Trip.objects.filter(country="SA").update(sector="zz")

    page = client_of(sari).get(address)

    assert (page.status_code, "tidak berjumlah sama" in page.content.decode()) == (500, True)


def test_report_asks_as_often_for_three_villages_as_for_one(village, rina, budi, client_of):
    client, asked = client_of(rina), []

    for officer in (budi, UserFactory(username="citra", region=RegionFactory(code="5203092001"))):
        client.get(REPORT)
        asked.append(_queries_of(client, REPORT))
        went(member(family(officer, "2026-10-05"), "Warga"), "JP", departed="2025-01-01")
    client.get(REPORT)

    assert [*asked, _queries_of(client, REPORT)] == [asked[0]] * 3


def test_report_of_many_changed_villages_counts_them_together(village, rina, client_of, monkeypatch):
    monkeypatch.setattr(summaries, "ONE_BY_ONE", 0)
    client, asked = client_of(rina), []
    client.get(REPORT)

    for codes in (["5203212002"], ["5203092001", "5203212002"]):
        for code in codes:
            home = family(UserFactory(region=RegionFactory(code=code)), "2026-10-05")
            went(member(home, "Warga"), "JP", departed="2025-01-01")
        asked.append(_queries_of(client, REPORT))

    assert asked == [asked[0]] * 2


def _queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_report_pdf_tells_the_same_numbers(village, stranger_next_door, sari, client_of):
    answer = client_of(sari).get(f"{PDF}?periode=2026-11")
    reader = PdfReader(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert (
        answer["Content-Disposition"],
        "Dari 6 rumah tangga terdata, 5 adalah rumah tangga PMI (naik 2 dibanding Oktober 2026)." in text,
        "Arab Saudi 0 1 0 1 tetap" in text,
        "52.03.17.2006" in text,
        f"1 / {len(reader.pages)}" in text,
        "Kanari" in text,
    ) == ('attachment; filename="laporan-rumah-tangga-5203172006-2026-11.pdf"', True, True, True, True, False)


def test_report_pdf_is_tagged_for_screen_readers(village, sari, client_of):
    catalogue = PdfReader(io.BytesIO(client_of(sari).get(PDF).content)).trailer["/Root"]

    assert (
        catalogue["/Lang"],
        bool(catalogue["/MarkInfo"]["/Marked"]),
        catalogue["/StructTreeRoot"]["/Type"],
        catalogue["/ViewerPreferences"]["/DisplayDocTitle"],
    ) == ("id", True, "/StructTreeRoot", True)


def test_report_pdf_is_the_same_twice(village, sari, client_of):
    client = client_of(sari)

    assert client.get(PDF).content == client.get(PDF).content
