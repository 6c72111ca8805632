"""Workbooks hold text as text and numbers as numbers, whatever people typed."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from toolkit.spreadsheets import RISKY, Number, Shape, Workbook, is_risky

MADE_AT = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
# Everything that XML can hold; tested apart are control characters, which readers do not bring back alike.
TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
DANGEROUS = st.builds(str.__add__, st.sampled_from(RISKY), st.text(st.characters(codec="ascii", min_codepoint=32)))

quick = settings(max_examples=100, deadline=None)


def written(*rows, foot="Coba") -> bytes:
    """A workbook with these lines."""
    book = Workbook(title="Coba", author="Desa", made_at=MADE_AT, foot=foot)
    book.sheet("Lembar", [20] * 6, []).rows(rows)
    return book.content()


def cells(content: bytes) -> list:
    """The cells of the first line, as openpyxl sees them."""
    return next(load_workbook(io.BytesIO(content)).active.iter_rows())


@quick
@given(st.lists(DANGEROUS, min_size=1, max_size=6))
@example(["=1+1", "+62812", "-5", "@SUM(A1)", "\t=1", "\r=1"])
@example(["\n=1", "＝1", "＋1", "－1", "＠1", '=HYPERLINK("http://x","klik")'])
def test_text_that_looks_like_a_formula_is_quoted_text(texts):
    found = cells(written(texts))

    assert [(cell.data_type, cell.quotePrefix) for cell in found] == [("s", True)] * len(texts)


@quick
@given(st.lists(TYPED, min_size=1, max_size=6))
@example(["<r></r>", "<r><t>palsu</t></r>", "</t></si>", "&lt;", "_x0041_", " =1+1"])
@example(["5203170101010001", "0812", "1e5", "TRUE", "2026-11-23", "http://x.example"])
def test_text_comes_back_as_it_was_typed(texts):
    content = written(texts)

    assert [cell.value for cell in cells(content)] == texts
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[0] == texts


@quick
@given(st.lists(st.integers(-(10**15), 10**15), min_size=1, max_size=6))
@example([-5, 0, 5])
def test_numbers_stay_numbers(numbers):
    assert [(cell.data_type, cell.value) for cell in cells(written(numbers))] == [("n", n) for n in numbers]


def test_negative_number_is_no_risky_text():
    number, text = cells(written([Number(-2, Shape.CHANGE), "-2"]))

    assert (number.value, number.quotePrefix, text.value, text.quotePrefix) == (
        -2,
        False,
        "-2",
        True,
    )


def test_text_cell_keeps_a_nik_that_is_edited():
    assert cells(written(["5203170101010001"]))[0].number_format == "@"


@pytest.mark.parametrize(
    ("text", "risky"),
    [("=1", True), ("  =1", True), ("-", True), ("–", False), ("Siti", False), ("3-4", False), ("'=1", False)],
)
def test_text_is_risky_by_its_first_sign(text, risky):
    assert is_risky(text) is risky


@pytest.mark.parametrize("text", ["a\ud800b", "a\ufffeb", "a\uffffb"])
def test_character_that_xml_cannot_hold_becomes_a_sign(text):
    assert cells(written([text]))[0].value == "a\ufffdb"


def test_text_too_long_for_a_cell_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        written(["x" * 32_768])


def test_workbook_holds_no_formula_and_no_way_out():
    content = written(["=1+1", "http://x.example", "file:///etc/passwd"])
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: archive.read(name).decode() for name in archive.namelist()}

    assert [name for name, part in parts.items() if "<f>" in part or "externalLink" in part or "External" in part] == []


def test_workbook_is_the_same_twice():
    assert written(["a", 1]) == written(["a", 1])


def test_workbook_tells_when_it_was_made():
    assert load_workbook(io.BytesIO(written(["a"]))).properties.created.isoformat() == "2026-11-23T01:00:00"


def test_foot_of_the_page_takes_and_signs_as_they_are():
    sheet = load_workbook(io.BytesIO(written(["a"], foot="A & B"))).active

    assert sheet.oddFooter.left.text == "A && B"


def test_chart_reads_the_cells_of_its_block():
    book = Workbook(title="Coba", author="Desa", made_at=MADE_AT, foot="")
    sheet = book.sheet("Lembar", [20, 10], [1])
    sheet.head(["Negara", "Jumlah"])
    sheet.bars("=A1", sheet.rows([["Malaysia", 3], ["Belum terdata", 1]]), [("Jumlah", 1)], unknown=1)

    chart = load_workbook(io.BytesIO(book.content())).active._charts[0]

    series = chart.series[0]
    assert (series.cat.strRef.f, series.val.numRef.f, [point.idx for point in series.dPt]) == (
        "Lembar!$A$2:$A$3",
        "Lembar!$B$2:$B$3",
        [1],
    )
