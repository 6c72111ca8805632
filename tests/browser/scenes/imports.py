"""Workbooks of families, in their states."""

from tests.browser.hands import save
from tests.browser.scene import Scene
from tests.households.imports import workbooks


def show_workbook(page):
    """A workbook with a family, a row to review and one without a name, for another village."""
    people = (
        {},
        {"NIK": "5203175705900002", "Nama Penduduk": "BAIQ NURHAYATI", "SHDK": "Anak", "Status": "Tidak Valid"},
        {"NIK": "5203175705900003", "Nama Penduduk": "LALU SUHAILI", "SHDK": "Anak", "Status": "Meninggal"},
        {"NIK": "5203175705900004", "Nama Penduduk": None, "SHDK": "Anak"},
    )
    content = workbooks.siak(*({"Desa/Kel": "TANJUNG", **person} for person in people))
    page.set_input_files("[name=file]", {"name": "siak_korleko.xls", "mimeType": "", "buffer": content})
    page.locator("main form .btn-primary").first.click()
    page.wait_for_url("**/impor/*-*/")


def save_workbook(page):
    """The same, saved; where it was saved before there is nothing to press."""
    show_workbook(page)
    if page.locator(".action-bar").count():
        page.locator("[name=other_village]").check()
        save(page)
        page.wait_for_selector(".note-done")


def show_no_workbook(page):
    """A file that is something else."""
    page.set_input_files("[name=file]", {"name": "surat.xlsx", "mimeType": "", "buffer": b"%PDF-1.7"})
    page.locator("main form .btn-primary").first.click()
    page.wait_for_selector(".error-summary")


IMPORT_SCENES = (
    Scene("import", "households:import_list", "/impor/", "sari"),
    Scene("import, wrong", "households:import_list", "/impor/", "sari", show_no_workbook),
    Scene("import, to check", "households:import_detail", "/impor/", "sari", show_workbook),
    Scene("import, saved", "households:import_detail", "/impor/", "sari", save_workbook),
)
