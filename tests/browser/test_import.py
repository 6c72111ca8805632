"""The office's own workbook, from the file to the families."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from households.models import Household, ImportBatch, Person
from tests.browser.hands import words
from tests.households.imports import workbooks

IMPORT = "/impor/"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TWO_FAMILIES = [*workbooks.family(3), *workbooks.family(2, card=workbooks.OTHER_CARD, start=11)]


@pytest.fixture
def page(open_page, sari):
    """Sari's page for workbooks."""
    return open_page(IMPORT, user=sari)


def bring(page, content, name="penduduk.xlsx"):
    page.goto(IMPORT)
    page.set_input_files("[name=file]", {"name": name, "mimeType": XLSX, "buffer": content})
    page.get_by_role("button", name="Periksa berkas").click()


def figures(page):
    found = {}
    for figure in page.locator(".figure").all():
        found[words(figure.locator(".figure-label"))] = words(figure.locator(".figure-number"))
    return {label: int(number) for label, number in found.items() if number != "0"}


def commit(page):
    page.get_by_role("button", name="Simpan ke data desa").click()
    page.wait_for_selector("[role=status] .note")


def test_workbook_is_shown_before_anything_is_saved(page):
    bring(page, workbooks.opensid(*TWO_FAMILIES))
    page.wait_for_url("**/impor/*-*/")
    assert figures(page) == {"Baris dibaca": 5, "Rumah tangga baru": 2, "Orang baru": 5}
    assert Person.objects.count() == 0


def test_workbook_is_saved_when_the_officer_says_so(page):
    bring(page, workbooks.opensid(*TWO_FAMILIES))
    commit(page)
    assert words(page.locator("h1")) == "Hasil impor"
    assert list(Household.objects.values_list("village_id", "origin")) == [("5203172006", "import")] * 2
    assert Person.objects.count() == 5


def test_workbook_is_saved_once_however_often_it_comes(page):
    for _ in range(2):
        bring(page, workbooks.opensid(*TWO_FAMILIES))
        if not ImportBatch.objects.filter(committed_at__isnull=False).exists():
            commit(page)
    page.wait_for_selector(".note-info")
    said = "Tidak ada yang baru. Semua yang dapat disimpan dari berkas ini sudah ada di data desa."
    assert words(page.locator(".note-info").last) == said
    assert Person.objects.count() == 5


def test_workbook_without_a_row_to_save_does_not_say_that_all_is_there(page):
    bring(page, workbooks.opensid({"nama": None}))
    page.wait_for_url("**/impor/*-*/")
    said = "Tidak ada baris yang dapat disimpan. Alasannya ada di bawah, baris demi baris."
    assert words(page.locator("main > .note-wait:visible")) == said
    assert page.get_by_role("button", name="Simpan ke data desa").count() == 0


def test_row_left_out_is_listed_with_its_reason(page):
    bring(page, workbooks.opensid(*workbooks.family(2), {"nama": None}))
    page.wait_for_url("**/impor/*-*/")
    row = page.locator("details tbody tr")
    assert [words(cell) for cell in (row.locator("td").first, row.locator("td").last)] == ["4", "Nama kosong."]


def test_file_comes_back_with_its_reasons(page):
    bring(page, workbooks.opensid_ods(*workbooks.family(1), {"nama": None}), "penduduk.ods")
    page.wait_for_url("**/impor/*-*/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh berkas dengan alasan").click()
    name, content = waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
    rows = list(load_workbook(io.BytesIO(content)).active.values)
    assert re.fullmatch(r"impor-dengan-alasan-\d{4}-\d\d-\d\d\.xlsx", name)
    assert [row[-2:] for row in rows] == [("Hasil", "Alasan"), ("Orang baru", None), ("Ditolak", "Nama kosong.")]


def test_file_that_is_no_workbook_is_refused_with_a_sentence(page):
    bring(page, b"%PDF-1.7 bukan buku kerja")
    page.wait_for_selector(".error-summary")
    assert page.locator(".field-error").count() == 1
    assert ImportBatch.objects.count() == 0
