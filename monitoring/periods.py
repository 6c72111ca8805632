"""The months, quarters and years that reports are made for."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from toolkit.dates import MONTHS, date_in_words

# Far enough around the programme (since 2016) that nobody meets the edge, and no sum of dates leaves the calendar.
EARLIEST_YEAR, LATEST_YEAR = 1990, 2200
ROMAN = ("I", "II", "III", "IV")
SHAPE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})|-[Qq](?P<quarter>[1-4]))?", re.ASCII)


class UnclearPeriod(ValueError):
    """What was asked for is no period; the message says in Indonesian how to write one."""


class FuturePeriod(UnclearPeriod):
    """The period has not begun: there is nothing to count yet."""


class Span(StrEnum):
    """How long a period is; the value is the word in its label."""

    MONTH = "bulan"
    QUARTER = "triwulan"
    YEAR = "tahun"


MONTHS_IN = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True)
class Period:
    """A month, quarter or year of the calendar; `number` counts it within its year from 1."""

    year: int
    span: Span
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 // MONTHS_IN[self.span]:
            raise UnclearPeriod("Tulis bulan dengan angka 01 sampai 12.")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The period that '2026-11', '2026-Q4' or '2026' names; raises UnclearPeriod for anything else."""
        match = SHAPE.fullmatch(text.strip())
        if match is None:
            raise UnclearPeriod("Tulis periode seperti 2026-11 (bulan), 2026-Q4 (triwulan), atau 2026 (tahun).")
        year = int(match["year"])
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise UnclearPeriod(f"Pilih tahun {EARLIEST_YEAR} sampai {LATEST_YEAR}.")
        if match["month"]:
            return cls(year, Span.MONTH, int(match["month"]))
        if match["quarter"]:
            return cls(year, Span.QUARTER, int(match["quarter"]))
        return cls(year, Span.YEAR)

    @classmethod
    def month_of(cls, day: dt.date) -> "Period":
        """The month in which `day` lies."""
        return cls(day.year, Span.MONTH, day.month)

    @property
    def code(self) -> str:
        """As addresses and commands write it; `parse` reads it back."""
        match self.span:
            case Span.MONTH:
                return f"{self.year}-{self.number:02}"
            case Span.QUARTER:
                return f"{self.year}-Q{self.number}"
            case _:
                return str(self.year)

    @property
    def label(self) -> str:
        """'November 2026', 'Triwulan IV 2026', 'Tahun 2026'."""
        match self.span:
            case Span.MONTH:
                return f"{MONTHS[self.number - 1]} {self.year}"
            case Span.QUARTER:
                return f"Triwulan {ROMAN[self.number - 1]} {self.year}"
            case _:
                return f"Tahun {self.year}"

    @property
    def start(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, (self.number - 1) * MONTHS_IN[self.span] + 1, 1)

    @property
    def end(self) -> dt.date:
        """Its last day."""
        months = self.number * MONTHS_IN[self.span]
        following = dt.date(self.year + months // 12, months % 12 + 1, 1)
        return following - dt.timedelta(days=1)

    def previous(self) -> "Period":
        """The period of the same length before this one."""
        if self.number > 1:
            return Period(self.year, self.span, self.number - 1)
        return Period(self.year - 1, self.span, 12 // MONTHS_IN[self.span])

    def is_running(self, today: dt.date) -> bool:
        """Whether the period has begun and its last day is not over."""
        return self.start <= today <= self.end

    def as_of(self, today: dt.date) -> dt.date:
        """The last day that is counted: the period's last, or today while it runs. Raises FuturePeriod."""
        if self.start > today:
            raise FuturePeriod(f"{self.label} belum dimulai. Pilih periode yang sudah berjalan.")
        return min(self.end, today)

    def label_on(self, today: dt.date) -> str:
        """The label; of a running period with the day that the numbers reach: '... sampai 23 November 2026'."""
        return f"{self.label}, sampai {date_in_words(today)}" if self.is_running(today) else self.label


def recent(today: dt.date) -> dict[str, list[Period]]:
    """The periods that a chooser offers, newest first, under their headings."""
    month = Period.month_of(today)
    quarter = Period(today.year, Span.QUARTER, (today.month - 1) // 3 + 1)
    return {
        "Bulan": _back_from(month, 13),
        "Triwulan": _back_from(quarter, 5),
        "Tahun": _back_from(Period(today.year, Span.YEAR), 3),
    }


def _back_from(period: Period, count: int) -> list[Period]:
    periods = [period]
    while len(periods) < count:
        periods.append(periods[-1].previous())
    return periods
