"""Workbooks of LibreOffice: read like the others, and never unfolded into more than a village can have."""

import datetime as dt
import time

import pytest

from households.imports.layouts import OPENSID
from households.imports.reading import UnreadableFile, read
from tests.households.imports import workbooks
from tests.households.imports.documents import REST_OF_SHEET, cell, document, row, workbook
from tests.households.imports.packages import HEADER, package, sheet

NAMES = row(*map(cell, HEADER))
PERSON = row(*map(cell, ["SITI", workbooks.CARD, "5203175705900001", "2", "1990-05-17", "1"]))


def refusal(content, name="penduduk.ods") -> str:
    with pytest.raises(UnreadableFile) as refused:
        read(content, name=name)
    return str(refused.value)


def test_read_ods_says_what_the_same_xlsx_says():
    people = [{}, {"nama": "BUDI", "tanggallahir": dt.date(1990, 5, 17), "nik": 5203175705900001, "rt": None}]
    found = read(workbooks.opensid_ods(*people), name="a.ods")
    assert (found.layout, found.rows) == (OPENSID, read(workbooks.opensid(*people), name="a.xlsx").rows)


def test_read_ods_keeps_rows_apart_where_empty_ones_are_repeated():
    titles = row(cell("DATA PENDUDUK")) + row(cell(None, times=16384), times=3)
    content = document(titles + NAMES + row(cell(None), times=5) + PERSON + REST_OF_SHEET)
    assert [number for number, _ in read(content, name="a.ods").rows] == [11]


def test_read_ods_row_that_stands_twice_is_two_rows():
    content = document(NAMES + PERSON.replace('rows-repeated="1"', 'rows-repeated="2"'))
    assert [(number, cells["name"]) for number, cells in read(content, name="a.ods").rows] == [(2, "SITI"), (3, "SITI")]


def test_read_ods_finds_the_header_on_the_second_sheet():
    content = document(row(cell("kode"), cell("arti")), NAMES + PERSON)
    assert len(read(content, name="a.ods").rows) == 1


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]>'
SPACES = '<text:s text:c="{}"/>'
NESTED = f"<table:table-cell><table:table>{PERSON}</table:table></table:table-cell>"
LOCKED = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
HOSTILE = {
    "a row a million times": (document(NAMES + row(cell("x"), times=1_048_576)), "jauh di luar tabel"),
    "a row 4 billion times": (document(NAMES + row(cell("x"), times=4_294_967_295)), "jauh di luar tabel"),
    "a row 20,001 times": (document(NAMES + row(cell("x"), times=20_001)), "20.000 baris"),
    "a cell 16,384 times": (document(NAMES + row(cell("x", times=16_384))), "60 kolom"),
    "a cell 61 times": (document(NAMES + row(cell("x", times=61))), "60 kolom"),
    "cells and rows 1,200 times": (document(NAMES, row(cell("x", times=600), times=10_000)), "terlalu besar"),
    "a few on each of many sheets": (document(NAMES, *[row(cell("x", times=100), times=4_000)] * 4), "terlalu besar"),
    "a cell below a million empty rows": (document(NAMES + row(cell(None), times=1_000_000) + PERSON), "jauh di luar"),
    "a cell right of 16,000 empty ones": (document(NAMES + row(cell(None, times=16_000), cell("x"))), "60 kolom"),
    "a long text 10,000 times": (document(NAMES + row(cell("x" * 30_000), times=10_000)), "50 MB"),
    "4 billion blanks": (document(NAMES + row(cell("x", inside=SPACES.format(4_000_000_000)))), "50 MB"),
    "blanks times rows": (document(NAMES + row(cell("x", inside=SPACES.format(9_000)), times=9_000)), "50 MB"),
    "a number without end": (document(NAMES + row(cell("x"), times="9" * 400)), "rusak"),
    "no number": (document(NAMES + row(cell("x"), times="banyak")), "rusak"),
    "less than nothing": (document(NAMES + row(cell("x"), times=-1)), "rusak"),
    "a table in a cell": (document(NAMES + row(NESTED)), "rusak"),
    "cut off inside": (document(NAMES + "<table:table-row>"), "rusak"),
    "doctype": (document(NAMES, before=DOCTYPE), "DOCTYPE"),
    "doctype in another part": (document(NAMES, extra=[("styles.xml", f"{DOCTYPE}<a/>")]), "DOCTYPE"),
    "macros": (document(NAMES, extra=[("Basic/Standard/Module1.xml", "<a/>")]), "makro"),
    "scripts": (document(NAMES, extra=[("Scripts/python/a.py", "")]), "makro"),
    "locked": (document(NAMES, manifest=LOCKED), "dikunci"),
    "locked as a whole": (document(NAMES, extra=[("encrypted-package", "x")]), "dikunci"),
    "60 MB unpacked": (document(NAMES, extra=[("a.xml", b" " * 60_000_000)]), "50 MB"),
    "201 parts": (document(NAMES, extra=[(f"a{n}.xml", "<a/>") for n in range(201)]), "200 bagian"),
    "a letter": (document(NAMES, mimetype="application/vnd.oasis.opendocument.text"), "bukan tabel"),
    "a template": (document(NAMES, mimetype="application/vnd.oasis.opendocument.spreadsheet-template"), "bukan tabel"),
    "two kinds at once": (document(NAMES, extra=[("xl/workbook.xml", "<a/>")]), "bukan tabel"),
    "no content": (package("", [("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), "bukan tabel"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_read_hostile_ods_is_refused_in_words_and_at_once(name):
    content, word = HOSTILE[name]
    started = time.monotonic()
    assert word in refusal(content)
    assert time.monotonic() - started < 5


def test_read_ods_repeats_under_another_prefix_are_counted():
    content = document(NAMES + row(cell("x"), times=1_048_576).replace("table:number-rows", "tafel:number-rows"))
    assert "jauh di luar tabel" in refusal(content)


def test_read_ods_of_a_whole_village_is_read():
    table = [HEADER, *[[f"WARGA {n}", workbooks.CARD, "", "1", "1990", "4"] for n in range(5_000)]]
    assert len(read(workbook(table), name="a.ods").rows) == 5_000


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.xlsx", document(NAMES), "buku kerja .ods"),
        ("a.ods", workbooks.opensid({}), "buku kerja .xlsx"),
        ("a.xls", document(NAMES), "buku kerja .ods"),
        ("a.ods", b"nama,nik", "teks .csv"),
        ("a.xls", package(sheet(), [("xl/vbaProject.bin", b"x")]), "buku kerja .xlsm dengan makro"),
        ("a.xlsm", document(NAMES), "buku kerja .ods"),
    ],
)
def test_read_content_decides_whatever_the_name_says(name, content, kind):
    assert refusal(content, name) == f"Isi berkas ini {kind}, tidak sesuai dengan namanya. Buka, lalu simpan ulang."
