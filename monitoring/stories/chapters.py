"""What a story is made of."""

import datetime as dt
from dataclasses import dataclass

from toolkit.dates import date_in_words


@dataclass(frozen=True)
class Chapter:
    """A part of a story: facts with their answers, a table, events along a line, groups, or sentences."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    events: tuple[dict, ...] = ()
    # Facts again, under headings: of each journey its own.
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.facts or self.rows or self.events or self.groups or self.sentences)


@dataclass(frozen=True)
class Story:
    """What stands on the paper: whose it is, the chapters, and who had it made when."""

    kind: str
    title: str
    place: object
    chapters: tuple[Chapter, ...]
    made_at: dt.datetime
    made_by: str
    zone: str

    @property
    def made_in_words(self) -> str:
        """'23 November 2026 pukul 09.14 WITA'."""
        return f"{date_in_words(self.made_at.date())} pukul {self.made_at:%H.%M} {self.zone}"

    @property
    def told(self) -> list[tuple[int, Chapter]]:
        """The chapters that have something to tell, numbered."""
        return list(enumerate((chapter for chapter in self.chapters if not chapter.is_empty), start=1))
