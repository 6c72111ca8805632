"""The report is read on screen, opened behind a number, and taken along as PDF and as workbook."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.browser.hands import words

REPORT = "/laporan/rumah-tangga/"


@pytest.fixture
def place(place_of, sari):
    """Korleko with one family, whose head works in Malaysia."""
    return place_of(sari)


def file_of(page, link):
    with page.expect_download() as coming:
        page.get_by_role("link", name=link).click()
    return coming.value


def first_cells(page):
    """What each row of the first table says: its name and its number."""
    rows = page.locator("table").first.locator("tbody tr")
    return {words(row.locator("th")): words(row.locator("td").first) for row in rows.all()}


def test_report_of_the_running_month_says_until_when(open_page, sari, place):
    page = open_page(REPORT, user=sari)
    assert words(page.locator(".lead")).endswith("November 2026, sampai 24 November 2026")


def test_report_counts_the_family(open_page, sari, place):
    page = open_page(REPORT, user=sari)
    counted = first_cells(page)
    assert counted["Rumah tangga terdata"] == "1"
    assert counted["Rumah tangga PMI"] == "1"
    assert counted["Orang terdata"] == "2"


def test_number_opens_the_families_behind_it(open_page, sari, place):
    page = open_page(REPORT, user=sari)
    page.locator("a[href^='/laporan/daftar/']").first.click()
    page.wait_for_url("**/laporan/daftar/**")
    assert page.locator(f"a[href='{place.household.get_absolute_url()}']").count() == 1


def test_ministry_finds_no_name_behind_a_number(open_page, dewi, place):
    page = open_page(REPORT, user=dewi)
    assert page.locator("a[href^='/laporan/daftar/']").count() == 0
    assert place.mark not in page.content()


def test_pdf_comes_down_with_the_numbers_of_the_screen(open_page, sari, place):
    page = open_page(REPORT, user=sari)
    counted, download = first_cells(page), file_of(page, "Unduh PDF")
    text = " ".join(PdfReader(BytesIO(Path(download.path()).read_bytes())).pages[0].extract_text().split())
    lines = [f"{name} {number}" for name, number in counted.items()]
    assert [line for line in lines if line not in text] == []
    assert download.suggested_filename == "laporan-rumah-tangga-5203172006-2026-11.pdf"


def test_workbook_comes_down_with_the_numbers_of_the_screen(open_page, sari, place):
    page = open_page(REPORT, user=sari)
    counted, download = first_cells(page), file_of(page, "Unduh lembar kerja")
    rows = load_workbook(BytesIO(Path(download.path()).read_bytes()))["Orang"].iter_rows(values_only=True)
    assert counted.items() <= {row[0]: str(row[1]) for row in rows}.items()
    assert download.suggested_filename == "laporan-rumah-tangga-5203172006-2026-11.xlsx"
