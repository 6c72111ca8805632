"""People as a file: counted, masked, and noted before it leaves."""

import datetime as dt
import io
import tempfile
from dataclasses import dataclass
from typing import IO

from django.utils import timezone

from accounts import audit
from accounts.models import Act
from households.columns import COLUMNS, READ
from households.querysets import PersonQuerySet
from households.resources import PersonResource, offered
from toolkit.tables import TYPES, write_csv, write_xlsx
from toolkit.templatetags.indonesian import clock, date_long, number

WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
# The largest village has 33,000 people in a country of a million families. Memory would hold any number, patience not:
# so many are written in half a minute, in which nothing of the file is sent yet.
MOST = 40_000
MASKED = "NIK dan Nomor KK disamarkan. Bila berkas ini dibaca lagi lewat Impor, nomor yang tersamar tidak berubah."
EMPTY = (
    "Templat pendataan: satu baris untuk satu orang",
    "Isi Nomor KK, nama, NIK, jenis kelamin, tanggal lahir, dan hubungan dalam keluarga; yang lain boleh kosong.",
    "Orang dengan Nomor KK yang sama menjadi satu keluarga. Kolom 'Kode orang' dibiarkan kosong untuk orang baru.",
)


class ExportChanged(Exception):
    """The rows that were written are not those that were counted; the file is thrown away."""


class TooManyToExport(Exception):
    """More people than one file holds; the list has to be narrowed first."""


@dataclass(frozen=True)
class Export:
    """A finished file, open at its beginning, with its name and type, and how many people are in it."""

    file: IO[bytes]
    name: str
    content_type: str
    people: int


def extent(people: PersonQuerySet) -> int:
    """How many people a file of them would hold, counted no further than to one more than it can."""
    return people.order_by()[: MOST + 1].count()


def export_people(
    *, by, people: PersonQuerySet, filters: dict[str, str], purpose: str, shape: str, today: dt.date
) -> Export:
    """Write the people that `by` may read among `people` into a file, and note it.

    Raises TooManyToExport and ExportChanged.

    `filters` are what narrowed them, name by value: the file says both, the book of acts only the names.
    """
    resource = PersonResource(reader=by, today=today)
    mine = resource.filter_export(people)
    counted = extent(mine)
    if counted > MOST:
        raise TooManyToExport
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed when the response has been sent
    about = _about(by, counted, filters, purpose)
    if WRITERS[shape](file, about=about, columns=COLUMNS, rows=resource.rows(people)) != counted:
        file.close()
        raise ExportChanged
    words = [f"{number(counted)} orang ke .{shape}", *([f"saringan: {', '.join(sorted(filters))}"] if filters else [])]
    audit.read(Act.EXPORTED, by=by, reason=f"{'; '.join(words)}; untuk: {purpose}")
    file.seek(0)
    return Export(file, f"orang-terdata-{today.isoformat()}.{shape}", TYPES[shape], counted)


def empty_template() -> Export:
    """The same columns without anybody, to be filled and read by the importer."""
    file = io.BytesIO()
    write_xlsx(file, about=EMPTY, columns=READ, rows=(), offered=offered())
    file.seek(0)
    return Export(file, "templat-pendataan.xlsx", TYPES["xlsx"], 0)


def _about(by, counted: int, filters: dict[str, str], purpose: str) -> list[str]:
    """What stands above the table: how many, narrowed by what, when, by whom and what for."""
    now = timezone.now()
    place = by.region.full_name if by.region else ""
    narrowed = "; ".join(f"{name} {value}".strip() for name, value in filters.items()) or "tidak ada"
    return [
        "Orang yang terdata",
        f"{number(counted)} orang. Wilayah: {place}. Saringan: {narrowed}.",
        f"Dibuat {date_long(now)}, {clock(now)}, oleh {by.full_name}, untuk: {purpose}.",
        MASKED,
    ]
