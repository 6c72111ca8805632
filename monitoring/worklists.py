"""The lists of what waits: ordered as one walks through the village, so that one way covers neighbours."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, QuerySet

from households.duties import Duty, DutyLine
from households.rules.urgency import Urgency, urgency
from toolkit.ids import as_id
from toolkit.keyset import Page, page_of

# By village, hamlet, RW and RT, then by the family's name.
PLACES = {"village_of": "village_id", "hamlet_of": "hamlet", "rw_of": "rw", "rt_of": "rt", "name_of": "sort_name"}
ORDER = (*PLACES, "pk")
# A page to take along is for one walk; longer ones are taken hamlet by hamlet.
MOST_ON_PAPER = 200


@dataclass(frozen=True)
class Street:
    """The lines of one RT, under its heading."""

    heading: str
    lines: list[tuple[Urgency | None, DutyLine]]


def rows_of(duty: Duty, user, day: dt.date, *, village: str = "", hamlet: str = "") -> QuerySet:
    """The records that wait, of one village or hamlet where that is asked."""
    rows = duty.rows(user, day)
    if village:
        rows = rows.filter(**{duty.path("village_id"): village})
    return rows.filter(**{duty.path("hamlet"): hamlet}) if hamlet else rows


def hamlets(duty: Duty, user, day: dt.date, *, village: str = "") -> list[str]:
    """The hamlets in which something of the kind waits."""
    path = duty.path("hamlet")
    rows = rows_of(duty, user, day, village=village).order_by(path).values_list(path, flat=True)
    return [name for name in rows.distinct() if name]


def page(duty: Duty, rows: QuerySet, *, after=None, before=None) -> Page:
    """25 of the rows, in the order of the walk."""
    return page_of(_placed(duty, rows), order=ORDER, after=_edge(duty, rows, after), before=_edge(duty, rows, before))


def on_paper(duty: Duty, rows: QuerySet) -> list:
    """As many of the rows as one walk can have."""
    return list(_placed(duty, rows).order_by(*ORDER)[:MOST_ON_PAPER])


def streets(duty: Duty, rows: list, day: dt.date, *, shows_village: bool) -> list[Street]:
    """The lines of the rows under their headings: 'Dusun Mangsit · RT 004 / RW 002'."""
    found: list[Street] = []
    for row in rows:
        heading = _heading(row, shows_village=shows_village)
        if not found or found[-1].heading != heading:
            found.append(Street(heading, []))
        due = duty.due(row.since)
        found[-1].lines.append((urgency(due, day) if due else None, duty.line(row, day)))
    return found


def _placed(duty: Duty, rows: QuerySet) -> QuerySet:
    places = {name: F(duty.path(column)) for name, column in PLACES.items()}
    return duty.loaded(rows).annotate(**places, village_name=F(duty.path("village__name")))


def _edge(duty: Duty, rows: QuerySet, key):
    """The row of this very list at which a page begins or ends; None without one."""
    known = as_id(key)
    places = {name: F(duty.path(column)) for name, column in PLACES.items()}
    return rows.annotate(**places).filter(pk=known).first() if known else None


def _heading(row, *, shows_village: bool) -> str:
    numbers = " / ".join(f"{word} {number}" for word, number in (("RT", row.rt_of), ("RW", row.rw_of)) if number)
    hamlet = f"Dusun {row.hamlet_of}" if row.hamlet_of else "Dusun belum terdata"
    return " · ".join(filter(None, (row.village_name if shows_village else "", hamlet, numbers)))
