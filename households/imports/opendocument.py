"""An .ods workbook before it is opened: one line of it may stand for a million rows, so what it repeats is counted."""

from xml.parsers import expat

from households.imports import limits
from households.imports.refusals import Refused

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
CELLS = {"table-cell", "covered-table-cell"}
# Longer numbers are no place in a sheet.
DIGITS = 10
CHUNK = 256 * 1024


def check_repeats(part) -> None:
    """Walk through an opened content.xml as it would unfold. Raises Refused before anything makes room for it."""
    sheet = _Unfolding()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = sheet.start, sheet.end
    parser.CharacterDataHandler = sheet.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        while chunk := part.read(CHUNK):
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("broken") from error


class _Unfolding:
    """Where the reader would stand in the sheet, and how much it would hold by then.

    Names are compared without their prefix, so that none can be hidden behind another one.
    """

    def __init__(self):
        self.rows = self.columns = 0
        self.row_times = self.cell_times = 1
        self.row_cells = self.row_letters = 0
        self.cell_letters, self.is_filled, self.in_cell = 0, False, False
        self.cells = self.letters = 0

    def start(self, name: str, attributes: dict) -> None:
        """A table, a row, a cell, or blanks that stand for many."""
        name = name.rpartition(":")[2]
        if self.in_cell:
            if name in CELLS or name in ("table", "table-row"):
                raise Refused("broken")
            if name == "s":
                self.is_filled = True
                self.cell_letters += _times(attributes, "c")
        elif name in CELLS:
            self.in_cell = True
            self.cell_times = _times(attributes, "number-columns-repeated")
            self.is_filled = any("value" in key or "formula" in key for key in attributes)
            self.cell_letters = sum(map(len, attributes.values())) if self.is_filled else 0
        elif name == "table-row":
            self.row_times = _times(attributes, "number-rows-repeated")
            self.columns = self.row_cells = self.row_letters = 0
        elif name == "table":
            self.rows = 0

    def text(self, text: str) -> None:
        """Letters of a cell."""
        if self.in_cell:
            self.is_filled = True
            self.cell_letters += len(text)

    def end(self, name: str) -> None:
        """Count what a cell or a row holds, as often as it stands there. Empty ones only move the place."""
        name = name.rpartition(":")[2]
        if name in CELLS:
            self.in_cell = False
            self.columns += self.cell_times
            if self.is_filled:
                if self.columns > limits.FAR_RIGHT:
                    raise Refused("too_large")
                self.row_cells += self.cell_times
                self.row_letters += self.cell_letters * self.cell_times
        elif name == "table-row":
            self.rows += self.row_times
            if self.row_cells:
                self._count_row()

    def _count_row(self) -> None:
        self.cells += self.row_cells * self.row_times
        self.letters += self.row_letters * self.row_times
        if self.rows > limits.FAR_DOWN or self.cells > limits.CELLS:
            raise Refused("too_large")
        if self.letters > limits.UNPACKED_BYTES:
            raise Refused("unpacked")


def _times(attributes: dict, wanted: str) -> int:
    """How often an attribute says that something stands there."""
    times = 1
    for name, value in attributes.items():
        if name.rpartition(":")[2] == wanted:
            if not (value.isascii() and value.isdigit() and len(value) <= DIGITS and int(value)):
                raise Refused("broken")
            times = max(times, int(value))
    return times


def _refuse_doctype(*_) -> None:
    raise Refused("doctype")
