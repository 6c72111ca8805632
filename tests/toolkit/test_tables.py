"""Long tables as files: nothing that people typed runs, numbers stay numbers, days stay days."""

import csv
import datetime as dt
import io
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.tables import write_csv, write_xlsx

RISKY = ["=1+1", "+62812", "-5", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK('http://x')", " =1"]


@dataclass(frozen=True)
class Head:
    heading: str
    shape: str = "text"
    width: int = 10


COLUMNS = (Head("Nama"), Head("Umur", "number"), Head("Lahir", "day"))


def workbook(*rows, **options):
    file = io.BytesIO()
    count = write_xlsx(file, about=["Judul", "Keterangan"], columns=COLUMNS, rows=rows, **options)
    return count, openpyxl.load_workbook(io.BytesIO(file.getvalue()))["Data"]


def text_table(*rows):
    file = io.BytesIO()
    count = write_csv(file, about=["Judul"], columns=COLUMNS, rows=rows)
    return count, list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig")), delimiter=";"))


def test_workbook_says_what_it_is_above_its_headings():
    count, page = workbook(("Siti", 36, dt.date(1990, 5, 17)))

    assert [page.cell(row, 1).value for row in range(1, 6)] == ["Judul", "Keterangan", None, "Nama", "Siti"]
    assert page.freeze_panes == "A5"
    assert count == 1


def test_numbers_are_numbers_and_days_are_days():
    _, page = workbook(("Siti", 36, dt.date(1990, 5, 17)))

    assert (page["B5"].value, page["B5"].data_type) == (36, "n")
    assert (page["C5"].value.date(), page["C5"].is_date) == (dt.date(1990, 5, 17), True)


@pytest.mark.parametrize("text", RISKY)
def test_text_never_runs_as_a_formula(text):
    _, page = workbook((text, 1, None))
    _, rows = text_table((text, 1, None))

    assert page["A5"].data_type == "s"
    assert page["A5"].quotePrefix
    assert rows[-1][0] == f"'{text}"


def test_number_below_zero_stays_a_number_in_both():
    _, page = workbook(("Siti", -2, None))
    _, rows = text_table(("Siti", -2, None))

    assert page["B5"].value == -2
    assert rows[-1][1] == "-2"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=5))
def test_every_text_comes_back_as_it_was(names):
    count, page = workbook(*((name, None, None) for name in names))

    assert [page.cell(row, 1).value or "" for row in range(5, 5 + len(names))] == names
    assert count == len(names)


def test_csv_opens_in_columns_where_the_comma_divides_decimals():
    count, rows = text_table(("Siti; Aminah", 36, dt.date(1990, 5, 17)))

    assert rows == [["Judul"], [], ["Nama", "Umur", "Lahir"], ["Siti; Aminah", "36", "17-05-1990"]]
    assert count == 1


def test_empty_table_offers_its_words_whole_and_many():
    words = {"Lahir": ["Petani, peternak, atau nelayan", "=1+1"], "Nama": [f"Warga {n}" for n in range(60)]}
    _, page = workbook(offered=words)

    rules = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    assert rules == {"C5:C1005": "Pilihan!$A$2:$A$3", "A5:A1005": "Pilihan!$B$2:$B$61"}
    columns = zip(*page.parent["Pilihan"].values, strict=True)
    assert {head: [word for word in column if word] for head, *column in columns} == words
    assert page.parent["Pilihan"]["A3"].quotePrefix


@pytest.mark.parametrize("broken", [False, True])
def test_nothing_of_a_table_stays_on_the_disk_whatever_happens(broken, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def rows():
        yield ("Siti", 36, None)
        assert list(tmp_path.rglob("*")) != []
        if broken:
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full") if broken else nullcontext():
        write_xlsx(io.BytesIO(), about=["Judul"], columns=COLUMNS, rows=rows())

    assert list(tmp_path.rglob("*")) == []


def test_full_table_offers_nothing():
    _, page = workbook(("Siti", 36, None))

    assert page.parent.sheetnames == ["Data"]
