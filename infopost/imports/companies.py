"""A list of licensed companies as a workbook: read into plain texts, and each row judged by itself."""

from dataclasses import dataclass

from households.imports.cells import is_nothing, read_date, text_of
from households.imports.reading import Table, read
from infopost.choices import LicenceState
from infopost.imports.layouts import COMPANIES, LAYOUTS
from infopost.rules.companies import Licence, licence_key, name_key
from toolkit.dates import UnclearDate

TABLE = Table(
    "infopost.imports.reader_process",
    LAYOUTS,
    ", ".join(COMPANIES.names[field][0] for field in COMPANIES.required),
)
# The words that lists use for what became of a licence.
STATES = {
    LicenceState.ACTIVE: ("berlaku", "masihberlaku", "aktif", "active"),
    LicenceState.SUSPENDED: ("skorsing", "skors", "diskors", "dibekukan", "dihentikansementara", "tundalayan"),
    LicenceState.REVOKED: ("dicabut", "cabut", "pencabutan", "izindicabut"),
    LicenceState.EXPIRED: ("habis", "kedaluwarsa", "kadaluarsa", "berakhir", "tidakberlaku", "tidakaktif"),
}
STATE_OF = {word: state for state, words in STATES.items() for word in words}
LONGEST = {"name": 200, "licence": 80, "address": 200, "city": 80}


class RefusedRow(ValueError):
    """The row is left out; the message says in Indonesian why."""


@dataclass(frozen=True)
class Refusal:
    """A row that is left out: its number in the sheet, what it is about, and why."""

    number: int
    name: str
    reason: str


def read_rows(content: bytes, *, name: str) -> list[list]:
    """The rows of a workbook as plain texts: [number in the sheet, {field: text}]. Raises UnreadableFile."""
    sheet = read(content, name=name, table=TABLE)
    return [[number, {field: text_of(cell) for field, cell in cells.items()}] for number, cells in sheet.rows]


def judge_rows(rows: list[list]) -> tuple[list[Licence], list[Refusal]]:
    """The companies that these rows tell of, and the rows that are left out; no row is neither."""
    found, refused, seen = [], [], {}
    for number, cells in rows:
        try:
            licence = _licence(cells)
            if licence.key in seen:
                raise RefusedRow(f"Nomor izinnya sama dengan baris {seen[licence.key]}. Betulkan salah satunya.")
        except RefusedRow as why:
            refused.append(Refusal(number, cells.get("name", ""), str(why)))
        else:
            seen[licence.key] = number
            found.append(licence)
    return found, refused


def _licence(cells) -> Licence:
    texts = {field: "" if is_nothing(cells.get(field, "")) else cells[field] for field in COMPANIES.names}
    if len(name_key(texts["name"])) < 2:
        raise RefusedRow("Nama perusahaannya kosong.")
    if not licence_key(texts["licence"]):
        raise RefusedRow("Nomor izinnya kosong.")
    if any(len(texts[field]) > most for field, most in LONGEST.items()):
        raise RefusedRow("Ada isian yang terlalu panjang. Pendekkan di berkas.")
    return Licence(
        name=texts["name"],
        number=texts["licence"],
        state=_state(texts["state"]),
        valid_until=_until(texts["valid_until"]),
        address=texts["address"],
        city=texts["city"],
    )


def _state(text: str) -> str:
    state = STATE_OF.get(licence_key(text).lower())
    if state is None:
        raise RefusedRow(
            f"Status '{text}' tidak dikenal. Tulis: berlaku, skorsing, dicabut, atau habis."
            if text
            else "Statusnya kosong. Tulis: berlaku, skorsing, dicabut, atau habis."
        )
    return state


def _until(text: str):
    try:
        until = read_date(text or None)
    except UnclearDate:
        raise RefusedRow("Tanggal berlakunya tidak terbaca. Tulis seperti 31/12/2027.") from None
    if until and until.precision != "day":
        raise RefusedRow("Tanggal berlakunya belum lengkap. Tulis seperti 31/12/2027.")
    return until.value
