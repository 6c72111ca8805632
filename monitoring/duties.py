"""What waits for somebody in a village, asked of every app that declares duties.

However many kinds there are, one query finds how much waits of each and the keys of the longest waiting; their records
are then read together, in one query and one for each relation that their lines read.
"""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, F, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from accounts.scoping.asking import ask
from households import duties as registry
from households.duties import Duty, DutyLine
from households.duties.families import kept
from households.models import Household, Person
from households.rules.urgency import Urgency, urgency
from infopost import duties as post
from monitoring import counting
from toolkit.records import Asked, read_together

DUTIES: tuple[Duty, ...] = (*registry.DUTIES, *post.DUTIES)
BY_CODE = {duty.code: duty for duty in DUTIES}
PLACES = range(len(DUTIES))
# What lines read of somebody, and of a home, that another record leads to.
READ_BY_LINES = {
    Person: ("id", "household_id", "village_id", "name"),
    Household: ("id", "village_id", "hamlet", "rt", "rw"),
}
# Beside the kinds: the families that are kept.
FAMILIES = ""
# How many of a kind have a line of their own on the first page.
SINGLE = 3


@dataclass(frozen=True)
class Waiting:
    """How much of a kind waits, since when the longest, and the lines of the first few (none of a gathered kind)."""

    duty: Duty
    total: int
    oldest: dt.date
    lines: tuple[tuple[Urgency, DutyLine], ...] = ()

    @property
    def rest(self) -> int:
        """How many have no line of their own."""
        return self.total - len(self.lines)


def waiting(user, day: dt.date, *, of: tuple[Duty, ...] = DUTIES) -> list[Waiting]:
    """What waits for `user` on `day`, kind by kind in the order of their declaration; nothing where nothing waits."""
    places = [place for place in PLACES if DUTIES[place] in of]
    return _found(user, day, until=day, most=[0 if duty.gathered else SINGLE for duty in DUTIES], places=places)


def coming(
    user, day: dt.date, *, until: dt.date, most: int, village: str = "", of: tuple[Duty, ...] = DUTIES
) -> list[Waiting]:
    """What waits by the day `until`, seen from `day`: so many lines of each kind, also of those that are gathered."""
    places = [place for place in PLACES if DUTIES[place] in of]
    return _found(user, day, until=until, most=[most] * len(DUTIES), village=village, places=places)


def _found(user, day, *, until, most: list[int], village: str = "", places=PLACES) -> list[Waiting]:
    def question(reader):
        return _union([_firsts(place, reader, until, most[place]) for place in places])

    firsts = defaultdict(list)
    for place, turn, total, key, since in _asked(user, village, ("firsts", until, *most, *places), question):
        firsts[place].append((turn, total, key, since))
    wanted = {place: sorted(found) for place, found in firsts.items()}
    records = _records(user, {place: found for place, found in wanted.items() if most[place]})
    return [_waiting(place, wanted[place], records, day) for place in sorted(wanted)]


def counts_by_village(user, day: dt.date, *, of=(FAMILIES, *BY_CODE), village: str = "") -> dict[str, Counter]:
    """For each village, or for one, how much waits of each kind, by the duty's code, and how many families it has.

    One query for all of them; where nothing is, there is no number.
    """
    codes = tuple(of)

    def question(reader):
        parts = []
        for place, code in enumerate(codes):
            rows, path = kept(reader, day), "village_id"
            if code != FAMILIES:
                rows, path = BY_CODE[code].rows(reader, day), BY_CODE[code].path("village_id")
            lines = rows.order_by().annotate(place=Value(place), village_of=F(path)).values("place", "village_of")
            parts.append(lines.annotate(total=Count("pk")).values_list("place", "village_of", "total"))
        return _union(parts)

    found: dict[str, Counter] = defaultdict(Counter)
    for place, of_village, total in _asked(user, village, ("by village", day, *codes), question):
        found[of_village][codes[place]] = total
    return dict(found)


def totals(user, day: dt.date, *, village: str = "", of: tuple[Duty, ...] = DUTIES) -> dict[str, int]:
    """How much waits of each kind, in one village where that is asked; by the duty's code, in one query."""

    def question(reader):
        return counting.totals([duty.rows(reader, day) for duty in of])

    found = _asked(user, village, ("totals", day, *(duty.code for duty in of)), question)
    return {of[place].code: total for place, total in found if total}


def _asked(user, village: str, key: tuple, question):
    """What is found for the reader, or in one village of his, by a question that is prepared for all such readers."""
    region = village or (user.region_id if user.office.level is not None else "")
    return ask(user, region, key, question) if region else question(user)


def _firsts(place: int, user, day: dt.date, most: int) -> QuerySet:
    """Place, turn and key of the longest waiting records of a kind, with how many there are in all.

    Of a kind without lines the first one, for how long it waits.
    """
    duty = DUTIES[place]
    rows = duty.rows(user, day).annotate(
        place=Value(place),
        turn=Window(RowNumber(), order_by=[F("since").asc(), F("pk").asc()]),
        total=Window(Count("pk")),
    )
    return rows.filter(turn__lte=max(most, 1)).order_by().values_list("place", "turn", "total", "pk", "since")


def _union(parts: list[QuerySet]) -> QuerySet:
    first, *others = parts
    return first.union(*others, all=True)


@cache
def _model(place: int):
    """What a kind's records are, for whomever."""
    return DUTIES[place].rows(AnonymousUser(), dt.date.today()).model


def _records(user, wanted) -> dict:
    """The records that have a line of their own, by key; each kind of record is read once, whatever it waits for."""
    keys, joined, fetched = defaultdict(set), defaultdict(set), defaultdict(set)
    for place, found in wanted.items():
        duty = DUTIES[place]
        model = _model(place)
        keys[model] |= {key for _, _, key, _ in found}
        joined[model] |= set(duty.joined)
        fetched[model] |= set(duty.fetched)
    asked = [
        Asked(
            model.objects.visible_to(user).filter(pk__in=wanted_keys),
            frozenset(joined[model]),
            frozenset(fetched[model]),
            few=READ_BY_LINES,
        )
        for model, wanted_keys in keys.items()
    ]
    return {record.pk: record for records in read_together(asked) for record in records}


def _waiting(place, found, records, day) -> Waiting:
    duty, (_, total, _, oldest) = DUTIES[place], found[0]
    lines = []
    for _, _, key, since in found:
        # Without a line, or gone since a moment ago.
        if key in records:
            record = records[key]
            record.since = since
            lines.append((urgency(duty.due(since), day), duty.line(record, day)))
    return Waiting(duty, total, oldest, tuple(lines))
