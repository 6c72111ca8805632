"""Opens an uploaded workbook: in a child process, because whatever a stranger's file does there, the portal lives."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from households.imports import limits
from households.imports.layouts import LAYOUTS, OPENSID, REQUIRED, SIAK, Layout

ROOT = Path(__file__).resolve().parents[2]
KINDS = {".xlsx": "xlsx", ".xlsm": "xlsm", ".ods": "ods", ".xls": "xls", ".csv": "csv"}
MACROS = (
    "Berkas ini berisi makro. Buka di Excel, simpan sebagai .xlsm atau sebagai .xlsx tanpa makro, lalu unggah lagi. "
    "Dari LibreOffice, salin tabelnya ke buku kerja baru."
)
NEEDED = "; ".join(
    f"{layout.label}: {', '.join(layout.names[field][0] for field in REQUIRED)}" for layout in (OPENSID, SIAK)
)
SENTENCES = {
    "empty": "Berkas ini kosong. Pilih berkas lain.",
    "nobody": "Tabel ini belum berisi orang. Isi satu baris untuk satu orang, simpan, lalu unggah lagi.",
    "size": "Berkas ini lebih besar dari 5 MB. Hapus gambar dan lembar lain, atau bagi menjadi beberapa berkas.",
    "name": "Hanya berkas .xlsx, .xlsm, .ods, .xls, atau .csv yang dapat dibaca. Simpan ulang dalam salah satunya.",
    "not_a_table": "Isi berkas ini bukan tabel .xlsx, .xlsm, .ods, .xls, atau .csv, apa pun namanya. "
    "Bila dapat dibuka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu unggah lagi.",
    "broken": "Berkas ini rusak atau tidak lengkap. Buka di Excel atau LibreOffice, simpan ulang, lalu unggah lagi.",
    "encrypted": "Berkas ini dikunci dengan sandi. Buka, hapus sandinya, simpan ulang, lalu unggah lagi.",
    "macros": MACROS,
    "doctype": "Berkas ini memuat bagian yang tidak boleh ada (DOCTYPE). Salin tabelnya ke buku kerja baru.",
    "too_many_parts": "Berkas ini terlalu rumit (lebih dari 200 bagian). Salin tabelnya saja ke buku kerja baru.",
    "unpacked": "Isi berkas ini lebih dari 50 MB setelah dibuka. Salin tabelnya saja ke buku kerja baru.",
    "rows": "Tabel ini lebih dari 20.000 baris. Bagi menjadi beberapa berkas.",
    "columns": "Tabel ini lebih dari 60 kolom. Hapus kolom yang tidak perlu.",
    "too_large": "Tabel ini terlalu besar: mungkin ada isi jauh di luar tabel, melewati 20.000 baris atau 60 kolom. "
    "Salin tabelnya saja ke buku kerja baru.",
}
KIND_NAMES = {
    "xlsx": "buku kerja .xlsx",
    "xlsm": "buku kerja .xlsm dengan makro",
    "ods": "buku kerja .ods",
    "xls": "buku kerja .xls lama",
    "csv": "teks .csv",
}


@dataclass(frozen=True)
class Table:
    """What is looked for in a workbook: by which program, in which layouts, and what is needed when none fits."""

    program: str
    layouts: dict[str, Layout]
    needed: str


PEOPLE = Table("households.imports.reader_process", LAYOUTS, NEEDED)


class UnreadableFile(Exception):
    """The file was refused and nothing was written; the message says in Indonesian what to do."""


@dataclass(frozen=True)
class Sheet:
    """What the workbook says: its layout, and for each row its number in the sheet and its cells by field.

    A cell is a text, a number, a date, or None when empty. `name` is the sheet's, `unread` are those of others that
    hold such rows too: one is read at a time.
    """

    layout: Layout
    rows: list[tuple[int, dict]]
    name: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class WholeSheet:
    """The same sheet as the officer wrote it: each row that holds something, by its number, with all its cells.

    `header` is the number of the row of column names, `width` the number of columns in use, `fields` the place (from 0)
    of each field that is known. A cell is a text, True or False, a number, a day, a time, or None.
    """

    header: int
    width: int
    fields: dict[str, int]
    rows: list[tuple[int, list]]


def read(content: bytes, *, name: str, table: Table = PEOPLE) -> Sheet:
    """The rows of a workbook. `name` is what the file is called. Raises UnreadableFile."""
    about, lines = _lines(content, name, table)
    fields = list(about["fields"])
    rows = [_row(fields, line) for line in lines]
    return Sheet(table.layouts[about["layout"]], rows, about["sheet"], tuple(about["unread"]))


def read_whole(content: bytes, *, name: str) -> WholeSheet:
    """Everything that stands in the sheet that `read` reads, as it stands there. Raises UnreadableFile."""
    about, lines = _lines(content, name, PEOPLE, "whole")
    rows = [(line[0], [_cell(cell) for cell in line[1:]]) for line in lines]
    return WholeSheet(about["header"], about["width"], about["fields"], rows)


def _lines(content: bytes, name: str, table: Table, *words: str) -> tuple[dict, Iterator[list]]:
    kind = KINDS.get(PurePath(name).suffix.lower())
    if kind is None:
        raise UnreadableFile(SENTENCES["name"])
    if len(content) > limits.FILE_BYTES:
        raise UnreadableFile(SENTENCES["size"])
    lines = _ask_child(content, table.program, kind, *words).split("\n")
    first = json.loads(lines[0]) if lines[0] else {"error": "too_large"}
    if "error" in first:
        raise UnreadableFile(_sentence(first, table))
    return first, (json.loads(line) for line in lines[1:] if line)


def _ask_child(content: bytes, program: str, kind: str, *words: str) -> str:
    command = [sys.executable, "-m", program, kind, *words]
    try:
        # An empty environment: the child inherits neither the secret key nor the address of the database.
        result = subprocess.run(  # noqa: S603 -- our own program with words from our own table; the file is its input
            command,
            input=content,
            capture_output=True,
            cwd=ROOT,
            env={"PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
            timeout=limits.PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFile(SENTENCES["too_large"]) from None
    if result.returncode < 0:
        # Killed by its own limits, or aborted when it asked for more memory than it may have.
        raise UnreadableFile(SENTENCES["too_large"])
    if result.returncode:
        raise UnreadableFile(SENTENCES["broken"])
    return result.stdout.decode()


def _sentence(error: dict, table: Table) -> str:
    code = error["error"]
    if code == "misnamed":
        return f"Isi berkas ini {KIND_NAMES[error['kind']]}, tidak sesuai dengan namanya. Buka, lalu simpan ulang."
    if code == "no_header" and error["missing"]:
        return f"Baris judul belum lengkap. Kolom yang belum ada: {', '.join(error['missing'])}."
    if code == "no_header":
        return f"Tidak ada baris judul yang dikenal pada 20 baris pertama. Kolom yang diperlukan: {table.needed}."
    return SENTENCES[code]


def _row(fields: list[str], line: list) -> tuple[int, dict]:
    return line[0], {field: _cell(cell) for field, cell in zip(fields, line[1:], strict=True)}


def _cell(cell):
    if not isinstance(cell, list):
        return cell
    what, value = cell
    if what == "n":
        return float(value)
    return dt.date.fromisoformat(value) if what == "d" else dt.datetime.fromisoformat(value)
