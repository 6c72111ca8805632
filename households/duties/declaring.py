"""How a duty is declared: whose rows wait, since when, until when, and where each is done."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet


@dataclass(frozen=True)
class Reason:
    """Why something waits, in words, and the act that cures it; `clear_url` where it may be right as it is."""

    text: str
    act: str = ""
    url: str = ""
    clear_url: str = ""


@dataclass(frozen=True)
class DutyLine:
    """A line of a work list: whom it is about, what tells them apart, why it waits, and the very act that does it."""

    name: str
    # Without the home: a list says it above its lines, the home page beside them (`where`).
    facts: str
    page_url: str
    act: str
    url: str
    reasons: tuple[Reason, ...] = ()
    where: str = ""

    @property
    def in_one(self) -> str:
        """Name, home and facts, where the line stands alone."""
        return " · ".join(filter(None, (self.name, self.where, self.facts)))


def undated(since: dt.date) -> None:
    """For duties without a day until which they should be done."""


def days_after(days: int) -> Callable[[dt.date], dt.date]:
    """Due so many days after it began to wait."""
    return lambda since: since + dt.timedelta(days=days)


@dataclass(frozen=True)
class Duty:
    """One kind of thing that waits for the officer.

    `rows(user, day)` are the records that wait on `day`, as far as `user` may read them by name, each with `since`: the
    day from which it waits, or on which something ends (a date, never empty). `household` is the way from such a record
    to its family. `line` shows one record with its `since`; what it reads stands in `joined` and `fetched`, so that no
    line asks again. `due` is the day until which it should be done. On the home page the first few have a line each,
    the longest waiting first; with `gathered` the whole kind has one line: '12 rumah tangga perlu dicek'. `noun` is
    what is counted.
    """

    code: str
    title: str
    sentence: str
    rows: Callable[[object, dt.date], QuerySet]
    line: Callable[[object, dt.date], DutyLine]
    household: str = ""
    joined: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    due: Callable[[dt.date], dt.date | None] = undated
    gathered: str = ""
    noun: str = "keluarga"

    def path(self, column: str) -> str:
        """Where a column of the family stands, seen from this duty's records."""
        return f"{self.household}__{column}" if self.household else column

    def loaded(self, rows: QuerySet) -> QuerySet:
        """The rows with everything that their lines read."""
        rows = rows.select_related(*self.joined) if self.joined else rows
        return rows.prefetch_related(*self.fetched) if self.fetched else rows
