"""Makes workbooks: text that can never run as a formula, numbers that stay numbers, charts that a spreadsheet draws."""

import datetime as dt
import io
import itertools
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import xlsxwriter
from django.utils.html import escape

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What Excel, LibreOffice and Google Sheets take for the beginning of a formula; the wide signs as East Asian keyboards
# write them. As in OWASP's page on CSV injection.
RISKY = tuple("=+-@\t\r\n＝＋－＠")
# Characters that no XML file can hold.
UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
LEAF, MIDDLE, PALE, INK, WHITE = "#0b6b57", "#72ad9f", "#d3e5e0", "#1c2b2a", "#ffffff"
# Each further series is paler, so that they differ on grey paper too.
SHADES = (LEAF, MIDDLE, PALE)
FONT = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
STYLES = {
    "title": {"bold": True, "font_size": 16, "font_color": LEAF},
    "heading": {"bold": True, "font_size": 13},
    "text": {"text_wrap": True},
    "note": {"text_wrap": True, "italic": True},
    "head": {"bold": True, "text_wrap": True, "bottom": 2, "bg_color": PALE},
    "cell": {"text_wrap": True, "bottom": 1, "bottom_color": PALE},
    "unknown": {"text_wrap": True, "bottom": 1, "bottom_color": PALE, "italic": True},
    "total": {"text_wrap": True, "bold": True, "top": 1, "bottom": 1},
}
ROW_POINTS, ROW_PIXELS = 16, 21


class Shape(StrEnum):
    """How a number is written in its cell; the number itself stays as it is."""

    COUNT = "#,##0"
    CHANGE = '"naik "#,##0;"turun "#,##0;"tetap"'
    PERCENT = '0" %"'


@dataclass(frozen=True)
class Number:
    """A number with its shape; a plain int is a count."""

    value: int
    shape: Shape = Shape.COUNT


Value = str | int | Number | None


@dataclass(frozen=True)
class Block:
    """Where lines of a table stand, for a chart over them: first and last line, counted from 0."""

    sheet: str
    first: int
    last: int

    def column(self, place: int) -> list:
        """The cells of a column, as charts name them."""
        return [self.sheet, self.first, place, self.last, place]


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula when somebody edits or copies its cell."""
    return text.lstrip(" ").startswith(RISKY)


def writable(text: str) -> str:
    """Text as XlsxWriter may have it. What begins and ends like its own rich text it would copy into the file as
    markup, so such text is given as rich text with its signs escaped."""
    text = UNWRITABLE.sub("\ufffd", text)
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text)}</t></r>'
    return text


class Workbook:
    """A workbook in the making. The same calls in the same order give the same bytes."""

    def __init__(self, *, title: str, author: str, made_at: dt.datetime, foot: str):
        self._file = io.BytesIO()
        # In memory: nothing lies on the disk, and the archive carries no clock of ours.
        self._book = xlsxwriter.Workbook(self._file, {"in_memory": True})
        self._book.set_properties({"title": title, "author": author, "created": made_at.astimezone(dt.UTC)})
        self._formats, self._foot = {}, foot

    def sheet(self, name: str, widths: Sequence[int], numbers: Sequence[int], *, landscape: bool = False) -> "Sheet":
        """A new sheet with columns of these widths, in characters; what stands in the columns `numbers` stands at the
        right. Printed on A4, as wide as the paper."""
        page = self._book.add_worksheet(name)
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        page.set_default_row(ROW_POINTS)
        page.hide_gridlines(2)
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        if landscape:
            page.set_landscape()
        page.set_footer("&L&9" + self._foot.replace("&", "&&") + "&R&9&P / &N")
        return Sheet(self, page, name, widths, numbers)

    def content(self) -> bytes:
        """The finished file; nothing can be added afterwards."""
        self._book.close()
        return self._file.getvalue()

    def chart(self, **options):
        """A chart without a place yet."""
        return self._book.add_chart(options)

    def style(self, name: str, shape: str = "", *, quoted: bool = False, right: bool = False):
        """The look of a cell, one for all cells that share it; numbers stand at the right.

        Text cells have the format 'text', so that a NIK that somebody edits keeps its sixteenth digit; risky text is
        marked as quoted as well, which is what a typed apostrophe does: editing the cell makes no formula of it.
        """
        key = (name, shape, quoted, right or bool(shape))
        if key not in self._formats:
            look = FONT | STYLES[name] | {"num_format": shape or "@", "quote_prefix": quoted}
            self._formats[key] = self._book.add_format(look | ({"align": "right", "indent": 1} if key[-1] else {}))
        return self._formats[key]


class Sheet:
    """A sheet that is written from top to bottom."""

    def __init__(self, book: Workbook, page, name: str, widths: Sequence[int], numbers: Sequence[int]):
        self._book, self._page, self._name, self._widths, self._numbers = book, page, name, widths, numbers
        self._row = 0

    def line(self, text: str, style: str = "text") -> None:
        """A line of text over all columns, as high as it needs."""
        size = STYLES[style].get("font_size", FONT["font_size"])
        room = sum(self._widths) * FONT["font_size"] / size
        self._page.set_row(self._row, ROW_POINTS * size / FONT["font_size"] * max(1, math.ceil(len(text) / room)))
        if len(self._widths) > 1:
            self._page.merge_range(self._row, 0, self._row, len(self._widths) - 1, "", self._book.style(style))
        self._put(0, text, style)
        self._row += 1

    def gap(self) -> None:
        """An empty line."""
        self._row += 1

    def head(self, names: Iterable[str], *, stays: bool = False) -> None:
        """The head of a table; one that `stays` is in sight while the lines below it move, and on each printed page."""
        self.row(names, "head")
        if stays:
            self._page.freeze_panes(self._row, 0)
            self._page.repeat_rows(self._row - 1)

    def rows(self, rows: Iterable[Iterable[Value]], styles: Iterable[str] = itertools.repeat("cell")) -> Block:
        """Lines of a table, each in its style; the block where they stand."""
        first = self._row
        for row, style in zip(rows, styles, strict=False):
            self.row(row, style)
        return Block(self._name, first, self._row - 1)

    def row(self, values: Iterable[Value], style: str = "cell") -> None:
        """A line of a table, as high as its longest text needs: not every program finds that out by itself."""
        lines = 1
        for place, value in enumerate(values):
            self._put(place, value, style)
            if isinstance(value, str):
                lines = max(lines, math.ceil(len(value) / self._widths[place]))
        if lines > 1:
            self._page.set_row(self._row, ROW_POINTS * lines)
        self._row += 1

    def bars(self, title: str, block: Block, series: Sequence[tuple[str, int]], *, unknown: int | None = None) -> None:
        """A chart of horizontal bars below what is written: a bar for each line of the block.

        `series` are the names and columns of its parts; several stand behind each other in one bar. From the line
        `unknown` on, counted within the block, bars are white with a broken edge: what is not known.
        """
        chart = self._book.chart(type="bar", **({"subtype": "stacked"} if len(series) > 1 else {}))
        lines = block.last - block.first + 1
        for (name, column), shade in zip(series, SHADES, strict=False):
            points = [None if unknown is None or line < unknown else _UNKNOWN for line in range(lines)]
            chart.add_series(
                {"name": _title(name), "categories": block.column(0), "values": block.column(column), "gap": 60}
                | {"fill": {"color": shade}, "border": {"color": LEAF}, "points": points}
                | {"data_labels": {"value": len(series) == 1}}
            )
        chart.set_title({"name": _title(title), "overlay": False, "name_font": {"size": 12, "color": INK}})
        chart.set_legend({"none": True} if len(series) == 1 else {"position": "bottom"})
        chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"color": INK}, "line": {"color": INK}})
        # Counting people needs no halves.
        whole = {"major_gridlines": {"visible": False}, "num_format": Shape.COUNT.value, "min": 0}
        chart.set_x_axis(whole | {"visible": False} if len(series) == 1 else whole)
        height = 130 + 28 * lines
        chart.set_size({"width": min(7 * sum(self._widths), 840), "height": height})
        self._page.insert_chart(self._row, 0, chart, {"description": title, "object_position": 2})
        self._row += math.ceil(height / ROW_PIXELS) + 1

    def _put(self, place: int, value: Value, style: str) -> None:
        if value is None or value == "":
            self._page.write_blank(self._row, place, None, self._book.style(style))
        elif isinstance(value, str):
            self._put_text(place, value, style)
        else:
            number = value if isinstance(value, Number) else Number(value)
            self._page.write_number(self._row, place, number.value, self._book.style(style, number.shape.value))

    def _put_text(self, place, text, style):
        """Write text as text. Raises ValueError when it is longer than a cell of the format can be (32,767)."""
        look = self._book.style(style, quoted=is_risky(text), right=place in self._numbers)
        if self._page.write_string(self._row, place, writable(text), look) != 0:
            raise ValueError("Text does not fit into a cell")


_UNKNOWN = {"fill": {"color": WHITE}, "border": {"color": INK, "dash_type": "dash"}}


def _title(text: str) -> str:
    """The words of a chart; a sign of equality in front would make them the address of a cell."""
    return text.lstrip("=")
