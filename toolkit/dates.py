"""Dates as people know them: a whole date, a month, only the year, or not known."""

from dataclasses import dataclass
from datetime import date

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)  # fmt: skip
EARLIEST_YEAR = 1900


class UnclearDate(ValueError):
    """What was typed is no date; the message says in Indonesian what to do."""


@dataclass(frozen=True)
class PartialDate:
    """A date with how much of it is known.

    `value` is the first day of the known day, month or year; it is None exactly when `precision` is "unknown".
    An unknown date is false in a condition.
    """

    value: date | None = None
    precision: str = "unknown"

    def __post_init__(self) -> None:
        if self.precision not in ("day", "month", "year", "unknown"):
            raise ValueError(f"No such precision: {self.precision}")
        if (self.value is None) != (self.precision == "unknown"):
            raise ValueError("A date is unknown exactly when it has no value.")

    def __bool__(self) -> bool:
        return self.value is not None

    def __str__(self) -> str:
        """In words: '22 November 2026', 'Maret 2024', 'tahun 1970' or 'belum diketahui'."""
        if self.precision == "day":
            return date_in_words(self.value)
        if self.precision == "month":
            return f"{MONTHS[self.value.month - 1]} {self.value.year}"
        if self.precision == "year":
            return f"tahun {self.value.year}"
        return "belum diketahui"

    @property
    def parts(self) -> tuple[str, str, str]:
        """Day, month and year as they would be typed; what is not known is empty."""
        if self.precision == "unknown":
            return "", "", ""
        day = str(self.value.day) if self.precision == "day" else ""
        month = str(self.value.month) if self.precision in ("day", "month") else ""
        return day, month, str(self.value.year)

    @classmethod
    def within(cls, day: date, precision: str) -> "PartialDate":
        """What is known of something that is kept on `day`: that day, or the month or year in which it lies."""
        firsts = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
        return cls(firsts.get(precision), precision)

    @classmethod
    def read(cls, day: str, month: str, year: str) -> "PartialDate":
        """The date that three boxes say. All empty is unknown; raises UnclearDate when it is no date."""
        day, month, year = (part.strip() for part in (day, month, year))
        if not (day or month or year):
            return cls()
        if not year:
            raise UnclearDate("Isi tahunnya. Bila tanggal dan bulannya tidak diketahui, isi tahunnya saja.")
        year_number = _number(year, digits=4)
        if year_number is None or len(year) != 4 or year_number < EARLIEST_YEAR:
            raise UnclearDate(f"Tulis tahun dengan empat angka, mulai {EARLIEST_YEAR}, misalnya 1985.")
        if not month:
            if day:
                raise UnclearDate("Pilih bulannya, atau kosongkan tanggalnya.")
            return cls(date(year_number, 1, 1), "year")
        month_number = _number(month, digits=2)
        if month_number is None or not 1 <= month_number <= 12:
            raise UnclearDate("Bulan hanya 1 sampai 12 (Januari sampai Desember). Periksa lagi bulannya.")
        if not day:
            return cls(date(year_number, month_number, 1), "month")
        day_number = _number(day, digits=2)
        if day_number is None or not 1 <= day_number <= 31:
            raise UnclearDate("Tulis tanggal dengan angka 1 sampai 31.")
        try:
            return cls(date(year_number, month_number, day_number), "day")
        except ValueError:
            named = f"{MONTHS[month_number - 1]} {year_number}"
            raise UnclearDate(f"Tidak ada tanggal {day_number} di bulan {named}. Periksa lagi tanggalnya.") from None


def date_in_words(day: date) -> str:
    """A date as people say it: '22 November 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _number(text: str, *, digits: int) -> int | None:
    if len(text) <= digits and text.isascii() and text.isdigit():
        return int(text)
    return None
