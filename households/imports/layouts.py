"""The workbooks that village offices have, known by the names of their columns.

OpenSID: the resident workbook of the village information system. SIAK: the export of the civil registry. And the
portal's own table, which it gives as a file of people or as an empty template. Columns may
stand in any order, under any of the names here, in any case, with or without spaces, signs and accents; others are
ignored.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from households.columns import READ
from households.imports.limits import COLUMNS, HEADER_ROWS

REQUIRED = ("name", "card", "nik", "sex", "birth", "relation")
PLACE = {
    "district": ("Kecamatan", "Nama Kec", "Nama Kecamatan"),
    "village": ("Desa/Kel", "Desa/Kelurahan", "Desa", "Kelurahan", "Nama Kel", "Nama Desa"),
    "village_code": ("Kode Desa", "Kode Desa/Kel", "Kode Kelurahan", "Kode Wilayah"),
}
# What the portal adds when it gives a file back; not read when the file comes again.
ADDED = ("Hasil", "Alasan")
# Schooling, work and marriage: OpenSID's columns of codes, SIAK's of words.
PROFILE = {
    "birth_place": ("tempatlahir", "Tempat Lahir", "Tmpt Lahir", "Tmpt Lhr"),
    "marital": ("status_kawin", "Status Kawin", "Stat Kwn", "Status Perkawinan"),
    "education": ("pendidikan_kk_id", "Pendidikan", "Pddk Akh", "Pendidikan Terakhir", "Pendidikan KK"),
    "occupation": ("pekerjaan_id", "Pekerjaan", "Jenis Pkrjn", "Jenis Pekerjaan"),
}
HOME = {"hamlet": ("dusun", "Nama Dusun"), "rt": ("rt", "No RT"), "rw": ("rw", "No RW"), "address": ("alamat",)}


@dataclass(frozen=True)
class Layout:
    """One kind of workbook: for each field of ours the names that its column may have, the official one first."""

    code: str
    label: str
    names: dict[str, tuple[str, ...]]
    required: tuple[str, ...] = REQUIRED

    def columns(self, header: list[str]) -> dict[str, int]:
        """Where each known field stands in a row of column names; of two columns of one name the first."""
        places: dict[str, int] = {}
        for place, name in enumerate(header):
            places.setdefault(name, place)
        return {
            field: min(found)
            for field, names in self.names.items()
            if (found := [places[key(name)] for name in names if key(name) in places])
        }


OPENSID = Layout(
    "opensid",
    "OpenSID",
    {
        "name": ("nama", "nama lengkap"),
        "card": ("no_kk", "Nomor KK"),
        "nik": ("nik",),
        "sex": ("sex", "jenis kelamin"),
        "birth": ("tanggallahir", "tgl lahir"),
        "relation": ("kk_level",),
        "status": ("status_dasar",),
        **PROFILE,
        **HOME,
        **PLACE,
    },
)
SIAK = Layout(
    "siak",
    "SIAK",
    {
        "name": ("Nama Penduduk", "Nama Lengkap", "Nama Lgkp", "Nama"),
        "card": ("Nomor KK", "No KK"),
        "nik": ("NIK",),
        "sex": ("Kelamin", "Jenis Kelamin", "Jenis Klmin", "JK"),
        "birth": ("Tanggal Lahir", "Tgl Lahir", "Tgl Lhr"),
        "relation": ("SHDK", "Stat Hbkel", "Hubungan Keluarga", "Status Hubungan Dalam Keluarga"),
        "status": ("Status", "Status Penduduk"),
        **PROFILE,
        **HOME,
        **PLACE,
    },
)
PORTAL = Layout("portal", "Templat portal", {column.field: (column.heading,) for column in READ})
LAYOUTS = {layout.code: layout for layout in (OPENSID, SIAK, PORTAL)}


@dataclass(frozen=True)
class Header:
    """The row of column names that was found: in which layout, on which line (from 0), and where each field stands."""

    layout: Layout
    line: int
    columns: dict[str, int]

    @property
    def missing(self) -> list[str]:
        """The official names of the required columns that are not there."""
        return [self.layout.names[field][0] for field in self.layout.required if field not in self.columns]


def key(name: str) -> str:
    """A column name as it is compared: plain small letters and digits only."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def added_places(names: list) -> set[int]:
    """Where our own two columns stand in a row of column names: nowhere unless it ends with them."""
    last = [place for place, cell in enumerate(names) if cell is not None and key(str(cell))][-len(ADDED) :]
    return set(last) if [key(str(names[place])) for place in last] == [key(name) for name in ADDED] else set()


def nearest_header(rows: list[list], layouts: Iterable[Layout] = tuple(LAYOUTS.values())) -> Header | None:
    """The line among the first rows that looks most like column names; None when no line has two of them."""
    best = None
    for line, row in enumerate(rows[:HEADER_ROWS]):
        header = [key(cell) if isinstance(cell, str) else "" for cell in row[: 2 * COLUMNS]]
        for layout in layouts:
            found = Header(layout, line, layout.columns(header))
            if best is None or len(found.missing) < len(best.missing):
                best = found
    return best if best and len(best.layout.required) - len(best.missing) >= 2 else None
