"""What the first page says beside its numbers: an officer's day, a coordinator's villages, the report due next."""

import datetime as dt
from dataclasses import dataclass

from django.core.cache import cache

from households.rules.urgency import Urgency, urgency
from monitoring import duties
from monitoring.glance import REMEMBERED_SECONDS
from monitoring.links import duty_url, report_url
from monitoring.narrow import acts_upon
from monitoring.periods import Period
from monitoring.remembering import of_each_kind
from regions.models import Region
from toolkit.templatetags.indonesian import number

# So many lines fit a morning; the others are behind the list of lists.
MOST_LINES = 8
# How many of the coordinator's villages stand on the page, those where most is late first.
MOST_VILLAGES = 25
# A month's report is due on this day of the next one.
DUE_DAY = 5
LATE = ("perlu-pemutakhiran", "tanpa-kepala")


@dataclass(frozen=True)
class Entry:
    """A line of the day: how pressing, what, about whom, and the act."""

    urgency: Urgency
    title: str
    text: str
    act: str
    url: str


@dataclass(frozen=True)
class Day:
    """The lines of an officer's day, how much waits in all, and whether a line names a family."""

    entries: list[Entry]
    total: int
    shows_names: bool

    @property
    def left_out(self) -> int:
        """How many lines the page has no room for."""
        return self.total - len(self.entries)


def today_list(user, day: dt.date, *, acts=None) -> Day:
    """What waits for an officer, the most pressing first; `acts` are those of his village, if they are known."""

    def ask(kinds):
        waiting = duties.waiting(user, day, of=kinds)
        return {each.duty.code: (list(_entries(each, day)), bool(each.lines)) for each in waiting}

    found = of_each_kind("today", user, day, ask, acts).values()
    entries = [entry for of_kind, _ in found for entry in of_kind]
    entries.sort(key=lambda entry: entry.urgency.order)
    return Day(entries[:MOST_LINES], len(entries), any(names for _, names in found))


def _entries(waiting: duties.Waiting, day: dt.date):
    duty, list_url = waiting.duty, duty_url(waiting.duty.code)
    if duty.gathered:
        title = f"{number(waiting.total)} {duty.gathered}"
        yield Entry(urgency(None, day), title, duty.sentence, "Lihat daftar", list_url)
        return
    for pressing, line in waiting.lines:
        yield Entry(pressing, duty.title, line.in_one, line.act, line.url)
    if waiting.rest:
        title = f"{number(waiting.rest)} {duty.noun} lagi: {duty.title[:1].lower()}{duty.title[1:]}"
        yield Entry(waiting.lines[-1][0], title, duty.sentence, "Lihat daftar", list_url)


@dataclass(frozen=True)
class VillageLine:
    """A village of the coordinator: its name, its families, and how much of each kind waits there."""

    region: Region
    families: int
    waiting: list[tuple[str, int]]
    late: int
    url: str


@dataclass(frozen=True)
class Villages:
    """The villages where something waits, and how many there are beside them."""

    lines: list[VillageLine]
    others: int


def villages(user, day: dt.date, acts: dict[str, dict[str, int]]) -> Villages:
    """The coordinator's villages, those that are behind first: by what is late, then by all that waits.

    `acts` are those that each of them has seen. What was found is remembered village by village and kind by kind, and
    only what acts since may have changed is asked again: for all of them in one query.
    """
    key = f"villages:{user.region_id}:{user.role}:{day}"
    codes = (duties.FAMILIES, *duties.BY_CODE)
    states = {(village, code): acts_upon(code, kinds) for village, kinds in acts.items() for code in codes}
    known = cache.get(key, {})
    found = {part: known[part] for part, state in states.items() if part in known and known[part][0] == state}
    if old := states.keys() - found.keys():
        where, of = ({part[place] for part in old} for place in (0, 1))
        asked = [code for code in codes if code in of]
        counts = duties.counts_by_village(user, day, of=asked, village=where.pop() if len(where) == 1 else "")
        found |= {
            (village, code): (states[village, code], counts.get(village, {}).get(code, 0)) for village, code in old
        }
        cache.set(key, found, REMEMBERED_SECONDS)
    by_village = {village: {code: found[village, code][1] for code in codes} for village in acts}
    return _behind_first(by_village)


def _behind_first(counts: dict[str, dict[str, int]]) -> Villages:
    families = {village: found.pop(duties.FAMILIES) for village, found in counts.items()}
    waiting = {village: found for village, found in counts.items() if any(found.values())}
    regions = Region.objects.select_related("parent").in_bulk(waiting)
    lines = [_village(region, families[code], waiting[code]) for code, region in regions.items()]
    lines.sort(key=lambda line: (-line.late, -sum(n for _, n in line.waiting), line.region.name))
    known = {village for village, kept in families.items() if kept or village in regions}
    return Villages(lines[:MOST_VILLAGES], len(known) - len(lines[:MOST_VILLAGES]))


def _village(region: Region, families: int, found: dict[str, int]) -> VillageLine:
    waiting = [(duty.title, found[duty.code]) for duty in duties.DUTIES if found[duty.code]]
    late = sum(found[code] for code in LATE)
    # Without a kind, all that waits in this village.
    return VillageLine(region, families, waiting, late, duty_url("", region.code))


@dataclass(frozen=True)
class Report:
    """The monthly report that comes next, and until when."""

    period: Period
    due: dt.date
    url: str

    @classmethod
    def next_on(cls, day: dt.date, place: str) -> "Report":
        """Until the fifth it is last month's, due on that day; then this month's, due on the fifth of the next."""
        period = Period.month_of(day)
        period = period.previous() if day.day <= DUE_DAY else period
        due = (period.end + dt.timedelta(days=1)).replace(day=DUE_DAY)
        return cls(period, due, report_url(place, period.code))
