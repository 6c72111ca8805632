"""The workbook says what screen and paper say."""

import dataclasses
import io

from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from accounts.models import Act, AuditEvent
from monitoring.indicators.catalogue import INDICATORS
from monitoring.links import report_url
from monitoring.reports.tables import Row
from monitoring.reports.workbooks import household_workbook
from tests.monitoring.test_households_report import report_of

PDF, XLSX = reverse("monitoring:report_households_pdf"), reverse("monitoring:report_households_xlsx")
NAME = "laporan-rumah-tangga-5203172006-2026-11.xlsx"


def sheet_of(content: bytes, name: str) -> list[list]:
    """The lines of a sheet as calamine reads them; whole numbers as such, empty cells at the end left out."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name).to_python(skip_empty_area=False)
    lines = [[int(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    for line in lines:
        while line and line[-1] == "":
            line.pop()
    return lines


def line_of(row: Row, table) -> list:
    """A line of a table as its cells should be read back."""
    cells = [cell.percent if cell.percent is not None else cell.text or cell.count for cell in row.cells]
    return [row.label, *cells, *(["–" if row.change is None else row.change] if table.has_change else [])]


def opened(content: bytes):
    return load_workbook(io.BytesIO(content))


def test_workbook_has_a_sheet_for_each_part(village, stranger_next_door, rina, sari):
    names = [
        *("Ringkasan", "Orang", "Pekerja", "Pergerakan", "Keadaan", "Anak", "Pos", "Kelengkapan"),
        *("Wilayah", "Definisi", "Angka"),
    ]

    assert opened(household_workbook(report_of(rina))).sheetnames == names
    assert opened(household_workbook(report_of(sari))).sheetnames == [name for name in names if name != "Wilayah"]


def test_workbook_holds_every_table_of_the_report(village, stranger_next_door, rina):
    report = report_of(rina)
    content = household_workbook(report)

    for section in report.sections:
        found, start = sheet_of(content, section.code.title()), 0
        for table in section.tables:
            head = [table.head, *table.columns, *(["Perubahan"] if table.has_change else [])]
            # Tables may have the same head: each is looked for after the one before it.
            start = found.index(head, start) + 1
            rows = [*table.rows, *([table.total] if table.total else [])]
            assert found[start : start + len(rows)] == [line_of(row, table) for row in rows]


def test_workbook_holds_every_number_once(village, sari):
    report = report_of(sari)
    numbers = sheet_of(household_workbook(report), "Angka")[2:]
    wanted = [("", code, count) for code, count in report.counts.items()]
    wanted += [(dimension, code, sum(parts.values())) for (code, dimension), parts in report.parts.items()]
    along = {"": ""} | {part.name: part.code for one in INDICATORS for part in one.dimensions}

    found = {}
    for code, _, dimension, _, count in numbers:
        key = (along[dimension], code)
        found[key] = found.get(key, 0) + count
    assert sorted((*key, count) for key, count in found.items()) == sorted(wanted)


def test_workbook_tells_where_when_and_who_asked(village, sari):
    lines = sheet_of(household_workbook(report_of(sari)), "Ringkasan")

    assert [line[0] for line in lines[:6] if line] == [
        "Laporan Data Rumah Tangga PMI",
        "Program Desa Migran Produktif, Kementerian Ketenagakerjaan Republik Indonesia",
        f"{report_of(sari).place.full_name} · 52.03.17.2006",
        "November 2026, sampai 23 November 2026",
        "Keadaan pada 23 November 2026.",
        f"Dibuat untuk {report_of(sari).made_by}, 23 November 2026 pukul 09.00 WITA.",
    ]


def test_workbook_shows_changes_as_numbers_with_their_words(village, sari):
    sheet = opened(household_workbook(report_of(sari)))["Ringkasan"]
    changes = {row[0].value: row[3] for row in sheet.iter_rows() if row[2].value in ("orang", "rumah tangga")}

    assert {name: cell.value for name, cell in changes.items()} == {
        "Rumah tangga PMI": 2, "PMI aktif": 1, "Calon PMI": 0, "PMI purna": 1, "Rumah tangga terdata": 2,
        "Orang terdata": 2, "Anak di bawah 18 tahun": 0, "Rumah tangga perlu dicek": "–",
    }  # fmt: skip
    assert changes["PMI aktif"].number_format == '"naik "#,##0;"turun "#,##0;"tetap"'


def test_workbook_draws_its_own_cells(village, stranger_next_door, rina):
    book = opened(household_workbook(report_of(rina)))

    assert {sheet.title: len(sheet._charts) for sheet in book} == {
        "Ringkasan": 1, "Orang": 0, "Pekerja": 5, "Pergerakan": 1, "Keadaan": 0, "Anak": 3, "Pos": 1, "Kelengkapan": 1,
        "Wilayah": 1, "Definisi": 0, "Angka": 0,
    }  # fmt: skip
    assert [series.val.numRef.f for series in book["Wilayah"]._charts[0].series] == [
        f"Wilayah!${column}$5:${column}$6" for column in "DEF"
    ]


def test_workbook_of_an_empty_village_has_no_chart_of_countries(sari):
    assert opened(household_workbook(report_of(sari)))["Ringkasan"]._charts == []


def test_workbook_takes_no_name_for_a_formula(village, sari):
    sari.full_name = "=HYPERLINK(1)"
    book = opened(household_workbook(dataclasses.replace(report_of(sari), summary=("=1+1", "-5"))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.value for cell in cells if cell.quotePrefix] == ["=1+1", "-5"]


def test_workbook_is_the_same_twice(village, sari):
    report = report_of(sari)

    assert household_workbook(report) == household_workbook(report)


def test_workbook_comes_as_a_file_and_is_noted(morning, village, sari, client_of):
    answer = client_of(sari).get(report_url(village.code, "2026-11", ending="xlsx"))

    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        f'attachment; filename="{NAME}"',
    )
    assert answer.content == household_workbook(report_of(sari))
    assert [event.reason for event in AuditEvent.objects.filter(act=Act.REPORTED)] == [
        "data rumah tangga 2026-11, lembar kerja"
    ]


def test_workbook_rides_inside_the_pdf(morning, village, sari, client_of):
    client = client_of(sari)
    reader = PdfReader(io.BytesIO(client.get(PDF).content))
    text = "".join("".join(page.extract_text() for page in reader.pages).split())

    assert reader.attachments == {NAME: [client.get(XLSX).content]}
    assert f"terlampirdidalamberkasPDFini:{NAME}." in text


def test_workbook_holds_no_neighbour(village, stranger_next_door, sari):
    book = opened(household_workbook(report_of(sari)))

    assert "Kanari" not in str([list(sheet.iter_rows(values_only=True)) for sheet in book])


def test_report_page_offers_the_workbook(morning, village, sari, client_of):
    page = client_of(sari).get(report_url(village.code, "2026-11"))

    assert page.context["xlsx_url"] == report_url(village.code, "2026-11", ending="xlsx")
    assert "Unduh lembar kerja" in page.content.decode()
