"""A row of a workbook, understood on its own: who it speaks of, and what alone already keeps it from being written."""

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from households.imports.cells import (
    CutNumber,
    is_masked,
    is_nothing,
    read_birth,
    read_block,
    read_home,
    read_number,
    read_relation,
    read_sex,
    text_of,
)
from households.imports.codes import read_education, read_marital, read_occupation
from households.imports.layouts import key
from households.models import Household, Person
from households.person_choices import UNKNOWN
from households.rules import names
from households.rules.numbers import NotANumber, digits_of, read_card_number, read_nik
from toolkit.dates import PartialDate, UnclearDate
from toolkit.ids import as_id

ALIVE = {"", "1", "hidup", "ada", "aktif"}
# People who are not in the village any more: left out, because the registry is of those who belong to it.
GONE = {
    "2": "tercatat meninggal",
    "mati": "tercatat meninggal",
    "meninggal": "tercatat meninggal",
    "meninggaldunia": "tercatat meninggal",
    "3": "tercatat pindah",
    "pindah": "tercatat pindah",
    "4": "tercatat hilang",
    "hilang": "tercatat hilang",
}
# 'Pergi' may well be somebody who works abroad: a person, not a program, says so.
AWAY = {"6", "pergi"}
INVALID = {"9", "tidakvalid"}
# No province has a code that begins with 0: offices put such numbers where the NIK is still missing.
STAND_IN = "0"
CUT = "{} tersimpan sebagai angka, sehingga angka terakhirnya hilang. Ketik ulang sebagai teks dari Kartu Keluarga."
HIDDEN = "{} tersamar. Ketik lengkap dari Kartu Keluarga{}."
NO_KEY = "Kode orang tidak dikenal. Kosongkan bila orang ini baru."
LONGEST = {
    "name": ("Nama", Person._meta.get_field("name").max_length),
    "hamlet": ("Dusun", Household._meta.get_field("hamlet").max_length),
    "address": ("Alamat", Household._meta.get_field("address").max_length),
}
LONGEST_BIRTH_PLACE = Person._meta.get_field("birth_place").max_length
NOT_READ = {"marital": "Status perkawinan", "education": "Pendidikan", "occupation": "Pekerjaan"}


@dataclass(frozen=True)
class Row:
    """What a row says of a person, empty where it says nothing; and the reasons found in the row itself.

    `refusals` make it impossible to be a person of the registry, `doubts` want a look, `absence` says why somebody
    is left out, `notes` are worth a look after it was written. `place` is the village it names, as written.
    """

    number: int
    name: str
    sex: str = ""
    birth: PartialDate = field(default_factory=PartialDate)
    relation: str = ""
    nik: str = ""
    card: str = ""
    hamlet: str = ""
    rt: str = ""
    rw: str = ""
    address: str = ""
    birth_place: str = ""
    marital: str = ""
    education: str = ""
    occupation: str = ""
    occupation_words: str = ""
    place: tuple[str, str, str] = ("", "", "")
    # In the portal's own table: who this is, whatever the row says.
    person_key: UUID | None = None
    refusals: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    absence: str = ""
    notes: tuple[str, ...] = ()

    @property
    def search_name(self) -> str:
        """The name as it is compared."""
        return names.search_name(self.name)

    @property
    def is_live(self) -> bool:
        """Whether nothing in the row itself keeps it from being written."""
        return not (self.refusals or self.doubts or self.absence)


def read_row(number: int, cells: dict, *, today: dt.date) -> Row:
    """The row, whatever its cells hold."""
    refusals, doubts, notes = [], [], []
    name = "" if is_nothing(text_of(cells.get("name"))) else text_of(cells.get("name"))
    if not names.searchable(name):
        refusals.append("Nama kosong.")
    person_key = _key(cells.get("key"), doubts)
    hidden = {column for column in ("nik", "card") if is_masked(cells.get(column))}
    shown = {**cells, **dict.fromkeys(hidden)}
    nik = _number(shown.get("nik"), _read_nik, "NIK", refusals, doubts)
    card = _number(shown.get("card"), read_card_number, "Nomor KK", refusals, doubts)
    if not person_key:
        doubts += [HIDDEN.format("Nomor KK", "")] if "card" in hidden else []
        doubts += [HIDDEN.format("NIK", ", atau kosongkan")] if "nik" in hidden else []
    if nik.startswith(STAND_IN):
        nik = ""
        notes.append("NIK sementara tidak disimpan")
    if not (card or person_key) and not any(reason.startswith("Nomor KK") for reason in (*refusals, *doubts)):
        doubts.append("Nomor KK kosong, jadi keluarganya tidak diketahui. Isi di berkas.")
    hamlet, address = read_home(cells.get("hamlet"), cells.get("address"))
    birth = _birth(cells.get("birth"), doubts, today)
    for column, text in (("name", name), ("hamlet", hamlet), ("address", address)):
        label, most = LONGEST[column]
        if len(text) > most:
            doubts.append(f"{label} lebih dari {most} huruf. Pendekkan di berkas.")
    absence = _standing(text_of(cells.get("status")), doubts)
    relation = read_relation(cells.get("relation"))
    if not relation and not is_nothing(text_of(cells.get("relation"))):
        notes.append("Hubungan dengan kepala keluarga tidak dikenal")
    profile = _profile(cells, notes)
    return Row(
        number=number,
        name=name,
        sex=read_sex(cells.get("sex")),
        birth=birth,
        relation=relation,
        nik=nik,
        card=card,
        hamlet=hamlet,
        rt=read_block(cells.get("rt")),
        rw=read_block(cells.get("rw")),
        address=address,
        **profile,
        person_key=person_key,
        place=tuple(text_of(cells.get(field)) for field in ("village_code", "village", "district")),
        refusals=tuple(refusals),
        doubts=tuple(doubts),
        absence=absence,
        notes=tuple(notes),
    )


def _key(cell, doubts: list) -> UUID | None:
    text = text_of(cell)
    found = None if is_nothing(text) else as_id(text)
    if not found and not is_nothing(text):
        doubts.append(NO_KEY)
    return found


def _read_nik(text: str) -> str:
    digits = digits_of(text, called="NIK")
    return digits if digits.startswith(STAND_IN) else read_nik(digits).text


def _number(cell, read, called: str, refusals: list, doubts: list) -> str:
    try:
        return read_number(cell, read)
    except CutNumber:
        doubts.append(CUT.format(called))
    except NotANumber as error:
        refusals.append(str(error))
    return ""


def _profile(cells: dict, notes: list) -> dict:
    """Schooling, work and marriage; what cannot be read is a note and keeps nobody out."""
    occupation, words = read_occupation(cells.get("occupation"))
    place = text_of(cells.get("birth_place"))
    if len(place) > LONGEST_BIRTH_PLACE:
        notes.append(f"Tempat lahir lebih dari {LONGEST_BIRTH_PLACE} huruf tidak disimpan")
        place = ""
    answers = {
        "marital": read_marital(cells.get("marital")),
        "education": read_education(cells.get("education")),
        "occupation": occupation,
    }
    for column, label in NOT_READ.items():
        if answers[column] == UNKNOWN:
            notes.append(f"{label} tidak dikenal")
    return {"birth_place": "" if is_nothing(place) else place, "occupation_words": words, **answers}


def _birth(cell, doubts: list, today: dt.date) -> PartialDate:
    try:
        return read_birth(cell, today=today)
    except UnclearDate as error:
        doubts.append(f"Tanggal lahir: {error}")
    return PartialDate()


def _standing(status: str, doubts: list) -> str:
    """Why the person is left out; adds a doubt where the status itself is one."""
    word = key(status)
    if word in ALIVE:
        return ""
    gone = GONE.get(word) or next((GONE[start] for start in ("pindah", "mati") if word.startswith(start)), "")
    if gone:
        return f"Status kependudukan {status}: {gone}."
    if word in INVALID:
        doubts.append(f"Status kependudukan {status}. Periksa dulu ke Dukcapil.")
    elif word in AWAY:
        doubts.append(
            f"Status kependudukan {status}. Bila bekerja di luar negeri, daftarkan perjalanannya lewat formulir."
        )
    else:
        doubts.append(f"Status kependudukan {status} tidak dikenal.")
    return ""
