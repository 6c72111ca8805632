"""Long tables as files: written row by row, so that a hundred thousand rows need no more memory than ten."""

import csv
import datetime as dt
import io
import itertools
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from toolkit.spreadsheets import TYPE, UNWRITABLE, is_risky, writable

CSV_TYPE = "text/csv; charset=utf-8"
TYPES = {"xlsx": TYPE, "csv": CSV_TYPE}
STYLES = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "num_format": "@", "text_wrap": True, "valign": "top", "bottom": 2},
    "text": {"num_format": "@"},
    # As a typed apostrophe does: editing or copying the cell makes no formula of it.
    "risky": {"num_format": "@", "quote_prefix": True},
    "number": {"num_format": "0"},
    "day": {"num_format": "dd-mm-yyyy"},
}
# Rows of an empty table in which a choice is offered.
OFFERED_ROWS = 1000
CHOICES = "Pilihan"
# Whoever knows another word may keep it: what is read back says what becomes of it.
ASK = {
    "validate": "list",
    "error_type": "warning",
    "error_title": "Tidak ada di daftar",
    "error_message": f"Pilih dari daftar, atau lihat kata-katanya di lembar {CHOICES}.",
}

Cell = str | int | dt.date | None


@contextmanager
def row_by_row(target: IO[bytes]) -> Iterator[xlsxwriter.Workbook]:
    """A workbook whose rows do not lie in memory, closed in the end.

    XlsxWriter keeps them in files beside it and removes these when it has finished: in a folder that goes whatever
    happens, because people's names are in them.
    """
    with tempfile.TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(target, {"constant_memory": True, "tmpdir": folder})
        try:
            yield book
            book.close()
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()


def write_xlsx(
    target: IO[bytes], *, about: Sequence[str], columns: Sequence, rows: Iterable[Sequence[Cell]], offered=None
) -> int:
    """Write a workbook of one sheet: lines about it, a row of headings that stays in sight, and the rows; how many.

    A column says its `heading`, `width` and `shape` (text, number or day). `offered` are the words to choose from in
    the columns of an empty table, by heading; they stand on a sheet of their own, because a list that stands with the
    cell would be parted at the commas within words, and cannot be long.
    """
    with row_by_row(target) as book:
        page = book.add_worksheet("Data")
        looks = {name: book.add_format(look) for name, look in STYLES.items()}
        for place, column in enumerate(columns):
            page.set_column(place, place, column.width, looks[column.shape])
        for line, text in enumerate(about):
            _put(page, looks, line, 0, text, "title" if line == 0 else "text")
        head = len(about) + 1
        for place, column in enumerate(columns):
            page.write_string(head, place, column.heading, looks["head"])
        page.freeze_panes(head + 1, 0)
        written = 0
        for written, row in enumerate(rows, start=1):
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                _put(page, looks, head + written, place, value, column.shape)
        if offered:
            _offer(book, page, looks, columns=columns, first=head + 1, offered=offered)
    return written


def _offer(book, page, looks, *, columns: Sequence, first: int, offered: dict[str, Sequence[str]]) -> None:
    """Let the cells below a heading offer its words, from the row `first` on."""
    choices = book.add_worksheet(CHOICES)
    places = {column.heading: place for place, column in enumerate(columns)}
    for beside, (heading, words) in enumerate(offered.items()):
        letter = xl_col_to_name(beside)
        source = f"={CHOICES}!${letter}$2:${letter}${len(words) + 1}"
        place = places[heading]
        page.data_validation(first, place, first + OFFERED_ROWS, place, ASK | {"source": source})
        choices.set_column(beside, beside, columns[place].width * 2)
    # Row by row, as the book wants it.
    choices.write_row(0, 0, offered, looks["head"])
    for line, words in enumerate(itertools.zip_longest(*offered.values()), start=1):
        for beside, word in enumerate(words):
            _put(choices, looks, line, beside, word, "text")


def write_csv(target: IO[bytes], *, about: Sequence[str], columns: Sequence, rows: Iterable[Sequence[Cell]]) -> int:
    """The same as text that an Indonesian Excel opens in columns: parted by semicolons, UTF-8 with its mark.

    What a spreadsheet could take for a formula gets an apostrophe in front, because text has no other way to say so.
    """
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    out = csv.writer(text, delimiter=";")
    out.writerows([[_plain(line)] for line in about])
    out.writerow([])
    out.writerow([column.heading for column in columns])
    written = 0
    for row in rows:
        out.writerow([_plain(value) for value in row])
        written += 1
    text.detach()
    return written


def _put(page, looks, row: int, place: int, value: Cell, shape: str) -> None:
    """A text as text whatever it begins with, a number as number, a day as day."""
    if value is None or value == "":
        return
    if isinstance(value, str):
        style = "risky" if is_risky(value) else "title" if shape == "title" else "text"
        page.write_string(row, place, writable(value), looks[style])
    elif isinstance(value, dt.date):
        page.write_datetime(row, place, value, looks["day"])
    else:
        page.write_number(row, place, value, looks["number"])


def _plain(value: Cell) -> str | int:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, str):
        value = UNWRITABLE.sub("\ufffd", value)
        return f"'{value}" if is_risky(value) else value
    return value
