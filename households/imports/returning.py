"""The officer's own sheet given back: his rows, columns and words as they stand, and what becomes of each row and why.

No row, number or answer of the registry goes into it, only the names of what would change.
"""

import datetime as dt
import io

import xlsxwriter

from households.imports.batches import plan_batch, read_whole_batch
from households.imports.cells import text_of
from households.imports.layouts import ADDED
from households.imports.outcomes import RowResult
from households.imports.reading import WholeSheet
from households.models import ImportBatch
from toolkit.spreadsheets import is_risky, writable
from toolkit.tables import row_by_row

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NUMBERS = ("nik", "card")
# A number cell keeps fifteen digits: a longer number has lost its last one.
LONG_NUMBER = 10**15
STYLES = {
    "text": {"num_format": "@"},
    # As a typed apostrophe does: editing or copying the cell makes no formula of it.
    "risky": {"num_format": "@", "quote_prefix": True},
    "head": {"num_format": "@", "bold": True},
    "reason": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "day": {"num_format": "yyyy-mm-dd"},
    "time": {"num_format": "yyyy-mm-dd hh:mm:ss"},
    "plain": {},
}
COLUMN_WIDTHS = {"number": 20, "outcome": 16, "reason": 80}


def returned_workbook(batch: ImportBatch, *, by, today: dt.date) -> bytes:
    """A kept workbook as .xlsx, with what would become of each row now. Raises UnreadableFile.

    Each row stands in the row where it stood, so that the page and the file speak of the same one.
    """
    results = {result.number: result for result in plan_batch(batch, by=by, today=today).results}
    return _written(read_whole_batch(batch), results)


def file_name(today: dt.date) -> str:
    """What the file is called: nothing of the officer's own name for it, which may be a person's."""
    return f"impor-dengan-alasan-{today.isoformat()}.xlsx"


def reason_of(result: RowResult) -> str:
    """Everything that is to be said of a row, in sentences."""
    changed = list(dict.fromkeys(difference.label for difference in result.differences))
    sentences = [
        *result.reasons,
        *([f"Yang berubah: {', '.join(changed)}."] if changed else []),
        *([f"Perlu dicek: {'; '.join(result.warnings)}."] if result.warnings else []),
    ]
    return " ".join(sentences)


def _written(sheet: WholeSheet, results: dict[int, RowResult]) -> bytes:
    target = io.BytesIO()
    with row_by_row(target) as book:
        page = _Page(book)
        numbers = {sheet.fields[field] for field in NUMBERS if field in sheet.fields}
        page.prepare(sheet, numbers)
        for number, cells in sheet.rows:
            for place, cell in enumerate(cells):
                if place in numbers and number > sheet.header:
                    cell = number_as_text(cell)
                page.put(number - 1, place, cell, "head" if number == sheet.header else "text")
            if number == sheet.header:
                page.add(number - 1, sheet.width, ADDED, "head")
            elif number in results:
                result = results[number]
                page.add(number - 1, sheet.width, (result.outcome.label, reason_of(result)), "reason")
    return target.getvalue()


def number_as_text(cell) -> str | None:
    """A NIK or KK as text, with each digit that the cell holds.

    One that stood in a number cell has lost its last digit there: it is written as 5,203175705900000E+15, so that it
    is not taken for a right one when the file comes again.
    """
    if isinstance(cell, float) and abs(cell) >= LONG_NUMBER:
        return f"{cell:.15E}".replace(".", ",")
    return cell if cell is None or isinstance(cell, str) else text_of(cell)


class _Page:
    """The one sheet of the file that is given back."""

    def __init__(self, book: xlsxwriter.Workbook):
        self._page = book.add_worksheet("Data")
        self._styles = {name: book.add_format(look) for name, look in STYLES.items()}

    def prepare(self, sheet: WholeSheet, numbers: set[int]) -> None:
        """Columns and the row of names that stays in sight; what is typed into NIK and KK stays text."""
        for place in numbers:
            self._page.set_column(place, place, COLUMN_WIDTHS["number"], self._styles["text"])
        self._page.set_column(sheet.width, sheet.width, COLUMN_WIDTHS["outcome"])
        self._page.set_column(sheet.width + 1, sheet.width + 1, COLUMN_WIDTHS["reason"])
        self._page.freeze_panes(sheet.header, 0)
        # So that only the rows that were refused can be shown, in one press.
        last = max(number for number, _ in sheet.rows)
        self._page.autofilter(sheet.header - 1, 0, last - 1, sheet.width + 1)

    def add(self, row: int, place: int, texts, style: str) -> None:
        """The two columns of ours."""
        for beside, text in enumerate(texts):
            self.put(row, place + beside, text or None, style)

    def put(self, row: int, place: int, cell, style: str) -> None:
        """One cell as it is: a text as text whatever it begins with, a number as number, a day as day."""
        if cell is None:
            return
        if isinstance(cell, bool):
            self._page.write_boolean(row, place, cell, self._styles["plain"])
        elif isinstance(cell, float):
            self._page.write_number(row, place, cell, self._styles["plain"])
        elif isinstance(cell, str):
            look = self._styles["risky" if is_risky(cell) else style]
            self._page.write_string(row, place, writable(cell), look)
        else:
            self._put_day(row, place, cell)

    def _put_day(self, row: int, place: int, day: dt.date) -> None:
        # The spreadsheet calendar begins in 1900.
        if day.year < 1900:
            self._page.write_string(row, place, day.isoformat(), self._styles["text"])
        else:
            look = self._styles["time" if isinstance(day, dt.datetime) else "day"]
            self._page.write_datetime(row, place, day, look)
