"""Reads one workbook from standard input and prints what it says, a line of JSON a row; run as a process of its own.

It has no Django, no database and no secrets, and tight limits of memory and time, because a workbook of 5 KB can ask
for gigabytes. Its lines: first the layout with the names of the fields, then [row number, cells...]; or one line with
an error. A cell is a text, null, ["n", number] or ["d", "2012-05-31"].
"""

import csv
import datetime as dt
import io
import itertools
import json
import resource
import sys

from households.imports import limits
from households.imports.containers import Refused, kind_of, text_of
from households.imports.layouts import Header, nearest_header

DELIMITERS = ",;\t|"


def main() -> int:
    """Read and print. Whatever the file holds, the answer is rows or an error line."""
    _limit_this_process()
    try:
        for line in answer(sys.stdin.buffer.read(limits.FILE_BYTES + 1), sys.argv[1]):
            sys.stdout.write(line)
    except Refused as refused:
        sys.stdout.write(json.dumps({"error": refused.code, **refused.detail}))
    except MemoryError:
        sys.stdout.write(json.dumps({"error": "too_large"}))
    return 0


def answer(content: bytes, named: str):
    """The lines for a file that is called `named` ('xlsx', 'xls' or 'csv'). Raises Refused."""
    kind = kind_of(content)
    if kind != named:
        raise Refused("misnamed", kind=kind)
    sheets = [_csv_sheet(content)] if kind == "csv" else _workbook_sheets(content)
    nearest = None
    for rows in sheets:
        first = list(itertools.islice(rows, limits.HEADER_ROWS))
        header = nearest_header(first)
        if header and not header.missing:
            yield from _lines(header, enumerate(itertools.chain(first, rows)))
            return
        if header and (nearest is None or len(header.missing) < len(nearest.missing)):
            nearest = header
    raise Refused("no_header", missing=nearest.missing if nearest else [])


def _lines(header: Header, rows):
    """Everything is looked at before the first line goes out, so that a refused file says nothing but why."""
    fields = list(header.columns)
    lines = [json.dumps({"layout": header.layout.code, "fields": fields}) + "\n"]
    counted = size = 0
    for number, row in rows:
        width = next((place for place in range(len(row), 0, -1) if not _is_empty(row[place - 1])), 0)
        if width > limits.COLUMNS:
            raise Refused("columns")
        if number <= header.line or not width:
            continue
        counted += 1
        if counted > limits.ROWS:
            raise Refused("rows")
        places = (header.columns[field] for field in fields)
        cells = [_plain(row[place]) if place < len(row) else None for place in places]
        lines.append(json.dumps([number + 1, *cells], ensure_ascii=False) + "\n")
        size += len(lines[-1])
        if size > limits.OUTPUT_BYTES:
            raise Refused("too_large")
    return lines


def _is_empty(cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _plain(cell):
    if _is_empty(cell):
        return None
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        return ["n", cell] if abs(cell) < 1e300 else str(cell)
    if isinstance(cell, dt.datetime | dt.date):
        return ["d", (cell.date() if isinstance(cell, dt.datetime) else cell).isoformat()]
    return str(cell)[: limits.CELL_LETTERS].encode("utf-8", "replace").decode()


def _csv_sheet(content: bytes):
    text = text_of(content)
    if "\0" in text:
        raise Refused("not_a_table")
    start = text[: 64 * 1024]
    delimiter = max(DELIMITERS, key=lambda sign: _header_columns(start, sign))
    return _csv_rows(text, delimiter)


def _header_columns(text: str, delimiter: str) -> tuple[int, int]:
    """How well the file reads when divided by this sign: known columns, and else the sign's number."""
    header = nearest_header(list(itertools.islice(_csv_rows(text, delimiter), limits.HEADER_ROWS)))
    return (len(header.columns) if header else 0, text.count(delimiter))


def _csv_rows(text: str, delimiter: str):
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Refused("broken") from error


def _workbook_sheets(content: bytes):
    import python_calamine as calamine

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names[: limits.SHEETS]:
            yield _sheet_rows(workbook.get_sheet_by_name(name))
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
