"""Telephone numbers and where a house stands, as people write them down."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

MOBILE, LANDLINE = re.compile(r"\+628[1-9]\d{7,10}"), re.compile(r"\+62[2-79]\d{7,10}")
ABROAD = re.compile(r"\+[1-9]\d{6,14}")
# A box around the whole country: a point outside it is a slip.
LATITUDES, LONGITUDES = (Decimal(-11), Decimal(6)), (Decimal(95), Decimal(141))
FIFTH = Decimal("0.00001")


class NotAPhone(ValueError):
    """What was typed cannot be a telephone number; the message says in Indonesian what to do."""


class NotAPlace(ValueError):
    """What was typed is no point in Indonesia; the message says in Indonesian what to do."""


def read_phone(text: str) -> str:
    """The number in `text` as E.164: '0812 3456 7890', '628...', numbers abroad with '+' or '00'. Raises NotAPhone."""
    typed = re.sub(r"[\s.\-()]", "", text)
    digits = typed.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        raise NotAPhone("Nomor telepon hanya berisi angka. Periksa lagi nomornya.")
    number = f"+{digits}" if typed.startswith("+") else _with_country(digits)
    if number.startswith("+62"):
        fits = MOBILE.fullmatch(number) or LANDLINE.fullmatch(number)
    else:
        fits = ABROAD.fullmatch(number)
    if not fits:
        raise NotAPhone("Nomor ini tidak lengkap. Tulis misalnya 0812 3456 7890; nomor luar negeri diawali +.")
    return number


def phone_in_words(number: str) -> str:
    """The number as it is dialled in the village, in groups: '0812-3456-7890'; one abroad as it is."""
    if not number.startswith("+62"):
        return number
    local = f"0{number.removeprefix('+62')}"
    groups = [local[:4], *(local[start : start + 4] for start in range(4, len(local), 4))]
    if len(groups[-1]) < 3:
        groups[-2:] = [groups[-2] + groups[-1]]
    return "-".join(groups)


def read_place(text: str) -> tuple[Decimal, Decimal]:
    """Latitude and longitude with five decimals: '-8.58312, 116.51234', as a telephone's map shows them.

    Raises NotAPlace.
    """
    found = re.findall(r"[-−]?\d+(?:[.,]\d+)?", text)
    if len(found) != 2:
        raise NotAPlace("Tulis dua angka seperti di peta telepon, misalnya -8.58312, 116.51234.")
    latitude, longitude = (_decimal(part) for part in found)
    if not _within(latitude, LATITUDES) or not _within(longitude, LONGITUDES):
        raise NotAPlace("Titik ini di luar Indonesia. Tulis lintang dulu, lalu bujur, misalnya -8.58312, 116.51234.")
    return latitude, longitude


def place_in_words(latitude: Decimal | None, longitude: Decimal | None) -> str:
    """The point as it would be typed; empty without one."""
    return "" if latitude is None or longitude is None else f"{latitude}, {longitude}"


def _with_country(digits: str) -> str:
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    if digits.startswith("62"):
        return f"+{digits}"
    # Spreadsheets swallow the leading nought.
    return f"+62{digits.removeprefix('0')}"


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace(",", ".")).quantize(FIFTH, rounding=ROUND_HALF_EVEN)


def _within(value: Decimal, limits: tuple[Decimal, Decimal]) -> bool:
    return limits[0] <= value <= limits[1]
