"""How pressing something is, in a word: 'Terlambat 2 hari', 'Hari ini', 'Minggu ini'."""

import datetime as dt
from dataclasses import dataclass

from toolkit.dates import MONTHS

# Beyond this many days people count in months.
MOST_DAYS = 60


@dataclass(frozen=True)
class Urgency:
    """The word of a chip, its kind, and the place in a list: the smaller, the sooner."""

    kind: str
    word: str
    order: int


def urgency(due: dt.date | None, day: dt.date) -> Urgency:
    """How pressing on `day` is what should be done until `due`; what has no such day is for this week."""
    left = 7 if due is None else (due - day).days
    if left < 0:
        return Urgency("wrong", f"Terlambat {_span(-left)}", left)
    if left <= 1:
        return Urgency("wait", ("Hari ini", "Besok")[left], left)
    if left <= 7:
        return Urgency("info", "Minggu ini", left)
    year = f" {due.year}" if due.year != day.year else ""
    return Urgency("plain", f"Sampai {due.day} {MONTHS[due.month - 1][:3]}{year}", left)


def _span(days: int) -> str:
    return f"{days} hari" if days <= MOST_DAYS else f"{days // 30} bulan"
