"""NIK and KK: what is refused, and what is only 'perlu dicek'.

Layout of a NIK: province, regency, district of first registration; day (plus 40 for women), month, two digits of the
year of birth; a serial. It is never issued again when a birth date or an address is corrected (UU 23/2006 article 13
and its commentary), so a difference is lawful and only worth a look. No check digit exists.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from households.choices import Check, Precision, Sex

LENGTH = 16


class NotANumber(ValueError):
    """What was typed cannot be a NIK or KK; the message says in Indonesian what to do."""


def digits_of(text: str, *, called: str) -> str:
    """The sixteen digits in `text`, which may be written with spaces, dots or dashes. Raises NotANumber."""
    typed = re.sub(r"[\s.\-]", "", text)
    if not (typed.isascii() and typed.isdigit()):
        raise NotANumber(f"{called} hanya berisi angka. Cocokkan lagi dengan Kartu Keluarga.")
    if len(typed) != LENGTH:
        missing = LENGTH - len(typed)
        how = f"kurang {missing}" if missing > 0 else f"lebih {-missing}"
        raise NotANumber(f"{called} ini {len(typed)} angka, {how}. Cocokkan lagi dengan Kartu Keluarga.")
    return typed


@dataclass(frozen=True)
class Nik:
    """A NIK, taken apart."""

    text: str

    @property
    def day(self) -> int:
        """Day of birth, 1 to 31."""
        day = int(self.text[6:8])
        return day - 40 if day > 40 else day

    @property
    def month(self) -> int:
        """Month of birth, 1 to 12."""
        return int(self.text[8:10])

    @property
    def sex(self) -> str:
        """Women have 40 added to the day."""
        return Sex.FEMALE if int(self.text[6:8]) > 40 else Sex.MALE

    @property
    def regency_code(self) -> str:
        """The regency of first registration."""
        return self.text[:4]

    def birth_on(self, *, near: dt.date | None, today: dt.date) -> dt.date | None:
        """The date of birth that the NIK tells; None where the calendar has no such day.

        The century of the two-digit year is the one of `near`, the date on the form; without it, the latest that is
        not in the future.
        """
        year = int(self.text[10:12])
        if near is not None:
            full_year = min((century + year for century in (1800, 1900, 2000)), key=lambda y: abs(y - near.year))
        else:
            full_year = 2000 + year
            if (full_year, self.month, self.day) > (today.year, today.month, today.day):
                full_year -= 100
        if self.day > calendar.monthrange(full_year, self.month)[1]:
            return None
        return dt.date(full_year, self.month, self.day)


def read_nik(text: str) -> Nik:
    """The NIK in `text`; raises NotANumber for what cannot be one."""
    nik = Nik(digits_of(text, called="NIK"))
    if not 1 <= nik.day <= 31:
        raise NotANumber("Angka ke-7 dan ke-8 NIK adalah tanggal lahir (01–31, perempuan 41–71). Cocokkan lagi.")
    if not 1 <= nik.month <= 12:
        raise NotANumber("Angka ke-9 dan ke-10 NIK adalah bulan lahir (01–12). Cocokkan lagi dengan Kartu Keluarga.")
    return nik


def read_card_number(text: str) -> str:
    """The family card number in `text`; raises NotANumber for what cannot be one."""
    return digits_of(text, called="Nomor KK")


def nik_checks(
    nik: Nik, *, sex: str, birth_on: dt.date | None, precision: str, region_known: bool, today: dt.date
) -> list[str]:
    """What about this NIK is worth a look beside what the form says; never a reason to refuse it."""
    checks = []
    if nik.text.endswith("0000"):
        checks.append(Check.NIK_SERIAL_ZERO)
    if not region_known:
        checks.append(Check.NIK_REGION_UNKNOWN)
    told = nik.birth_on(near=birth_on, today=today)
    if told is None:
        checks.append(Check.NIK_DATE_IMPOSSIBLE)
    elif _differs(told, birth_on, precision):
        checks.append(Check.NIK_BIRTH_DIFFERS)
    if sex and sex != nik.sex:
        checks.append(Check.NIK_SEX_DIFFERS)
    return [str(check) for check in checks]


def _differs(told: dt.date, birth_on: dt.date | None, precision: str) -> bool:
    if birth_on is None:
        return False
    if precision == Precision.YEAR:
        return told.year != birth_on.year
    if precision == Precision.MONTH:
        return (told.year, told.month) != (birth_on.year, birth_on.month)
    return told != birth_on
