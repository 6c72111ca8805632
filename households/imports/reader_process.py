"""Reads one workbook from standard input and prints what it says, a line of JSON a row; run as a process of its own.

It has no Django, no database and no secrets, and tight limits of memory and time, because a workbook of 5 KB can ask
for gigabytes. It reads the first sheet that has all columns, a hidden one only where no other has them. Its lines:
first the layout with the names of the fields, the sheet, and those that it could have read as well; then [row number,
cells...]; or one line with an error. A cell is a text, null, true, ["n", number] or ["d", "2012-05-31"]. With the word
'whole' it prints every cell of every row as it is written there, also above the column names, and times as
["t", "2012-05-31T10:00:00"]. Other tables than the village's people are read by a program that calls `main` with their
layouts.
"""

import contextlib
import csv
import datetime as dt
import io
import itertools
import json
import resource
import sys

from households.imports import limits
from households.imports.containers import kind_of, text_of
from households.imports.layouts import LAYOUTS, Header, Layout, added_places, nearest_header
from households.imports.refusals import Refused

DELIMITERS = ",;\t|"
# A workbook that may hold macros need not hold any.
ALSO_READ = {("xlsm", "xlsx")}
PEOPLE = tuple(LAYOUTS.values())


def main(layouts: tuple[Layout, ...] = PEOPLE) -> int:
    """Read and print. Whatever the file holds, the answer is rows or an error line."""
    _limit_this_process()
    named, *words = sys.argv[1:]
    try:
        for line in answer(
            sys.stdin.buffer.read(limits.FILE_BYTES + 1), named, whole="whole" in words, layouts=layouts
        ):
            sys.stdout.write(line)
    except Refused as refused:
        sys.stdout.write(json.dumps({"error": refused.code, **refused.detail}))
    except MemoryError:
        sys.stdout.write(json.dumps({"error": "too_large"}))
    return 0


def answer(content: bytes, named: str, *, whole: bool = False, layouts: tuple[Layout, ...] = PEOPLE):
    """The lines for a file that is called `named` ('xlsx', 'xlsm', 'ods', 'xls' or 'csv'). Raises Refused."""
    kind = kind_of(content)
    if (named, kind) == ("xlsx", "xlsm"):
        raise Refused("macros")
    if kind != named and (named, kind) not in ALSO_READ:
        raise Refused("misnamed", kind=kind)
    sheets = iter([("", True, _csv_sheet(content, layouts))] if kind == "csv" else _workbook_sheets(content))
    nearest = None
    for name, _, rows in sheets:
        first = list(itertools.islice(rows, limits.HEADER_ROWS))
        header = nearest_header(first, layouts)
        if header and not header.missing:
            ours = added_places(first[header.line])
            about, lines = _lines(header, _without(ours, itertools.chain(first, rows)), whole=whole)
            yield json.dumps(about | {"sheet": name, "unread": _also_fitting(sheets, layouts)}) + "\n"
            yield from lines
            return
        if header and (nearest is None or len(header.missing) < len(nearest.missing)):
            nearest = header
    raise Refused("no_header", missing=nearest.missing if nearest else [])


def _also_fitting(sheets, layouts) -> list[str]:
    """The further sheets in sight with such rows. What cannot be opened there keeps nobody from the one that is."""
    found = []
    with contextlib.suppress(Refused):
        for name, is_visible, rows in sheets:
            first = list(itertools.islice(rows, limits.HEADER_ROWS + 1)) if is_visible else []
            header = nearest_header(first, layouts)
            if header and not header.missing and any(map(_width, first[header.line + 1 :])):
                found.append(name[: limits.CELL_LETTERS])
    return found


def _without(places: set[int], rows):
    """The rows with their numbers from 0, and nothing in these places."""
    for number, row in enumerate(rows):
        yield number, [None if place in places else cell for place, cell in enumerate(row)] if places else row


def _lines(header: Header, rows, *, whole: bool) -> tuple[dict, list[str]]:
    """What the rows are, and the rows. All is looked at before a line goes out: a refused file says nothing but why."""
    lines, counted, size, widest = [], 0, 0, 0
    for number, row in rows:
        width = _width(row)
        if width > limits.COLUMNS:
            raise Refused("columns")
        if not width or (number <= header.line and not whole):
            continue
        counted, widest = counted + (number > header.line), max(widest, width)
        if counted > limits.ROWS:
            raise Refused("rows")
        cells = [_as_written(cell) for cell in row[:width]] if whole else _known_cells(header, row)
        lines.append(json.dumps([number + 1, *cells], ensure_ascii=False) + "\n")
        size += len(lines[-1])
        if size > limits.OUTPUT_BYTES:
            raise Refused("too_large")
    about = {"layout": header.layout.code, "fields": header.columns, "header": header.line + 1, "width": widest}
    return about, lines


def _known_cells(header: Header, row: list) -> list:
    return [_plain(row[place]) if place < len(row) else None for place in header.columns.values()]


def _width(row: list) -> int:
    """How many columns of a row are in use."""
    return next((place for place in range(len(row), 0, -1) if not _is_empty(row[place - 1])), 0)


def _is_empty(cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _plain(cell):
    """What a cell says, in days and at a length that the registry can use."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    return _as_written(cell, limits.CELL_LETTERS)


def _as_written(cell, letters: int = limits.WHOLE_LETTERS):
    if _is_empty(cell) or isinstance(cell, bool):
        return cell if isinstance(cell, bool) else None
    if isinstance(cell, int | float):
        return ["n", cell] if abs(cell) < 1e300 else str(cell)
    if isinstance(cell, dt.datetime):
        return ["t", cell.isoformat()]
    if isinstance(cell, dt.date):
        return ["d", cell.isoformat()]
    return str(cell)[:letters].encode("utf-8", "replace").decode()


def _csv_sheet(content: bytes, layouts):
    text = text_of(content)
    if "\0" in text:
        raise Refused("not_a_table")
    start = text[: 64 * 1024]
    delimiter = max(DELIMITERS, key=lambda sign: _header_columns(start, sign, layouts))
    return _csv_rows(text, delimiter)


def _header_columns(text: str, delimiter: str, layouts) -> tuple[int, int]:
    """How well the file reads when divided by this sign: known columns, and else the sign's number."""
    header = nearest_header(list(itertools.islice(_csv_rows(text, delimiter), limits.HEADER_ROWS)), layouts)
    return (len(header.columns) if header else 0, text.count(delimiter))


def _csv_rows(text: str, delimiter: str):
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refused("broken") from error


def _workbook_sheets(content: bytes):
    """Each sheet by its name, whether it is in sight, and its rows; those in sight come first."""
    import python_calamine as calamine

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        seen = {sheet.name: sheet.visible == calamine.SheetVisibleEnum.Visible for sheet in workbook.sheets_metadata}
        for name in sorted(workbook.sheet_names[: limits.SHEETS], key=seen.get, reverse=True):
            yield name, seen[name], _sheet_rows(workbook.get_sheet_by_name(name))
    except calamine.PasswordError as error:
        raise Refused("encrypted") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Refused("broken") from error


def _sheet_rows(sheet):
    """Rows from the first of the sheet on, each from the first column on."""
    if sheet.total_height > limits.FAR_DOWN:
        raise Refused("too_large")
    left = [None] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield left + row


def _limit_this_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.PROCESS_BYTES, limits.PROCESS_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.PROCESS_SECONDS, limits.PROCESS_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
