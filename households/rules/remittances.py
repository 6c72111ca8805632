"""Money sent home: what belongs to a month or quarter, and how ten parts of it were used."""

import datetime as dt
from collections.abc import Iterable, Mapping

from households.remittances import Span, Use

PARTS = 10
INVESTED = (Use.BUSINESS, Use.SAVINGS)


def tenths_problem(tenths: Mapping[str, int | None]) -> str:
    """Why the parts cannot stand, in Indonesian; empty when they are ten, or none was told at all."""
    told = [part for part in tenths.values() if part is not None]
    if not told:
        return ""
    total = sum(told)
    if total == PARTS:
        return ""
    difference = f"masih kurang {PARTS - total}" if total < PARTS else f"kelebihan {total - PARTS}"
    return f"Jumlahnya {total} bagian, {difference}. Bagi habis sepuluh bagian; kosongkan semua bila belum ditanyakan."


def whole(tenths: Mapping[str, int | None]) -> dict[str, int | None]:
    """The parts with nought for what was left empty; nothing at all stays nothing."""
    if all(part is None for part in tenths.values()):
        return dict(tenths)
    return {use: part or 0 for use, part in tenths.items()}


def invested(tenths: Mapping[str, int | None]) -> int | None:
    """How many of the ten parts went to business and savings; None where nobody asked."""
    parts = [tenths[use] for use in INVESTED]
    return None if None in parts else sum(parts)


def mean_in_words(parts: Iterable[int | None]) -> str:
    """The mean of tenths as people say it: '2 dari 10', '2,5 dari 10'; empty where nobody was asked."""
    told = [part for part in parts if part is not None]
    if not told:
        return ""
    mean = round(sum(told) * 10 / len(told))
    text = f"{mean // 10},{mean % 10}" if mean % 10 else str(mean // 10)
    return f"{text} dari {PARTS}"


def first_day(year: int, span: str, number: int) -> dt.date:
    """The first day of the n-th month or quarter of a year."""
    return dt.date(year, number if span == Span.MONTH else 3 * number - 2, 1)


def last_day(first: dt.date, span: str) -> dt.date:
    """The last day of the month or quarter that begins on `first`."""
    months = 1 if span == Span.MONTH else 3
    years, month = divmod(first.month - 1 + months, 12)
    return dt.date(first.year + years, month + 1, 1) - dt.timedelta(days=1)
