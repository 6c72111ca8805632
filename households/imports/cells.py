"""What a cell means: codes and words of OpenSID and SIAK, dates in every shape, numbers that Excel has cut."""

import datetime as dt
import re

from households.choices import Precision, Relation, Sex
from households.imports.layouts import key
from households.rules import names
from households.rules.numbers import NotANumber
from toolkit.dates import EARLIEST_YEAR, MONTHS, PartialDate, UnclearDate
from toolkit.spreadsheets import is_risky

# Day 0 of the spreadsheet calendar, and the numbers that can be a birth: 18 May 1927 to 1 February 2064.
SERIAL_START, SERIALS = dt.date(1899, 12, 30), range(10_000, 60_000)
# A month by its first letters: as it is written now, as it was ('Pebruari', 'Nopember'), and as programs in English do.
MONTH_OF = {month[:3].lower(): place for place, month in enumerate(MONTHS, start=1)} | {
    "peb": 2, "may": 5, "agt": 8, "ags": 8, "aug": 8, "oct": 10, "nop": 11, "dec": 12
}  # fmt: skip
NOTHING = {
    *("na", "null", "tidakada", "belumada", "tidaktahu", "kosong"),
    # Answers of the registry that tell nothing of the person, as its own table says them.
    *("belumdiketahui", "tidakbersediamenjawab"),
}
# A number of which the portal showed the end alone.
MASKED = re.compile(r"•+\d{0,2}")

SEXES = {
    Sex.MALE: ("1", "l", "lk", "lakilaki", "laki", "pria"),
    Sex.FEMALE: ("2", "p", "pr", "perempuan", "wanita"),
}
RELATIONS = {
    Relation.HEAD: ("1", "kepalakeluarga", "kk", "kepala"),
    Relation.HUSBAND: ("2", "suami"),
    Relation.WIFE: ("3", "istri", "isteri"),
    Relation.CHILD: ("4", "anak", "anakkandung", "anaktiri", "anakangkat"),
    Relation.CHILD_IN_LAW: ("5", "menantu"),
    Relation.GRANDCHILD: ("6", "cucu"),
    Relation.PARENT: ("7", "orangtua"),
    Relation.PARENT_IN_LAW: ("8", "mertua"),
    Relation.RELATIVE: ("9", "famililain", "famililainnya", "keluargalain"),
    Relation.HELPER: ("10", "pembantu", "pembanturumahtangga"),
    Relation.OTHER: ("11", "lainnya", "lain", "lainlain"),
}
SEX_OF = {word: sex.value for sex, words in SEXES.items() for word in words}
RELATION_OF = {word: relation.value for relation, words in RELATIONS.items() for word in words}


class CutNumber(ValueError):
    """A NIK or KK stood in a number cell, which keeps fifteen digits: the last one is lost."""


def text_of(cell) -> str:
    """What the cell says, as text: 8.0 is '8'."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    text = names.tidy(cell.isoformat() if isinstance(cell, dt.date) else str(cell))
    # The sign that a text table of ours puts before what could be a formula.
    return text[1:] if text[:1] == "'" and is_risky(text[1:]) else text


def is_nothing(text: str) -> bool:
    """Whether the text only fills a cell: '-', '0', 'tidak ada', or one digit over and over."""
    plain = key(text)
    if not any(letter.isalnum() for letter in text):
        return True
    return plain in NOTHING or bool(re.fullmatch(r"0+|(\d)\1{15}", plain))


def read_number(cell, read) -> str:
    """The sixteen digits that `read` finds in a cell; empty where the cell only fills its place.

    Raises CutNumber for a number cell and for a text such as 5,20114E+15, and NotANumber as `read` does.
    """
    text = text_of(cell).removeprefix("'").strip()
    if is_nothing(text):
        return ""
    if isinstance(cell, float) or re.fullmatch(r"\d+([.,]\d+)?[eE]\+?\d+", text):
        raise CutNumber(text)
    if isinstance(cell, dt.date):
        raise NotANumber("Sel ini berisi tanggal, bukan nomor. Cocokkan lagi dengan Kartu Keluarga.")
    return read(text)


def is_masked(cell) -> bool:
    """Whether the portal itself wrote the cell, to say that there is a number without telling it."""
    return bool(MASKED.fullmatch(text_of(cell)))


def read_sex(cell) -> str:
    """The sex that a code or word says; empty when it says nothing that is known."""
    return SEX_OF.get(key(text_of(cell)), "")


def read_relation(cell) -> str:
    """The place in the family that a code or word says; empty when it says nothing that is known."""
    return RELATION_OF.get(key(text_of(cell)), "")


def read_block(cell) -> str:
    """An RT or RW: three digits; empty for '-', 0 and whatever is no such number."""
    digits = re.sub(r"\D", "", text_of(cell))
    return digits.lstrip("0").zfill(3) if digits.strip("0") and len(digits.lstrip("0")) <= 3 else ""


def read_home(hamlet, address) -> tuple[str, str]:
    """Hamlet and address. The civil registry writes the hamlet into the address: 'Dsn JIWET', 'DUSUN. MBABRIK'."""
    hamlet, address = ("" if is_nothing(text_of(cell)) else text_of(cell) for cell in (hamlet, address))
    if not hamlet and names.HAMLET.fullmatch(address):
        return names.hamlet_of(address), ""
    return names.hamlet_of(hamlet), address


def read_birth(cell, *, today: dt.date) -> PartialDate:
    """The date in a cell: a real date, ISO, day/month/year, '3 Mei 1990', a year alone or a spreadsheet's day number.

    Unknown for a cell that is empty or filled with noughts. Raises UnclearDate for what is no date or lies ahead.
    """
    birth = read_date(cell)
    if birth and not dt.date(EARLIEST_YEAR, 1, 1) <= birth.value <= today:
        raise UnclearDate("di luar masa yang mungkin. Betulkan di berkas.")
    return birth


def read_date(cell) -> PartialDate:
    """The same for any day, also one that lies ahead. Raises UnclearDate for what is no date."""
    if isinstance(cell, dt.date):
        return PartialDate(cell, Precision.DAY)
    text = text_of(cell).removeprefix("'")
    if not re.sub(r"[\s0/.:-]", "", text) or is_nothing(text):
        return PartialDate()
    if text.isascii() and text.isdigit():
        return _date_from_number(int(text[:9]))
    text = re.sub(r"\s*([-/.])\s*", r"\1", text)
    text = re.sub(r"[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([:.]\d+)?)?$", "", text)
    if found := re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", text):
        return PartialDate.read(found[3], found[2], found[1])
    if found := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2}|[A-Za-z]+)[-/. ]([0-9]{4})", text):
        return PartialDate.read(found[1], _month(found[2]), found[3])
    if found := re.fullmatch(r"([0-9]{1,2}|[A-Za-z]+)[-/. ]([0-9]{4})", text):
        return PartialDate.read("", _month(found[1]), found[2])
    raise UnclearDate("tidak terbaca. Tulis seperti 17-05-1990.")


def _date_from_number(number: int) -> PartialDate:
    if number in SERIALS:
        return PartialDate(SERIAL_START + dt.timedelta(days=number), Precision.DAY)
    return PartialDate.read("", "", str(number))


def _month(text: str) -> str:
    return text if text.isdigit() else str(MONTH_OF.get(text[:3].lower(), 13))
