"""What waits for somebody in a village, asked of every app that declares duties.

However many kinds there are, one query finds how much waits of each and the keys of the longest waiting; their records
are then read together, in one query and one for each relation that their lines read.
"""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet, Value, Window
from django.db.models.functions import RowNumber

from households import duties as registry
from households.duties import Duty, DutyLine
from households.duties.families import kept
from households.rules.urgency import Urgency, urgency
from infopost import duties as post
from monitoring import counting
from toolkit.records import Asked, read_together

DUTIES: tuple[Duty, ...] = (*registry.DUTIES, *post.DUTIES)
BY_CODE = {duty.code: duty for duty in DUTIES}
PLACES = range(len(DUTIES))
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
    firsts = defaultdict(list)
    parts = [_firsts(place, user, until, most[place], village) for place in places]
    for place, turn, total, key, since in _union(parts):
        firsts[place].append((turn, total, key, since))
    wanted = {place: sorted(found) for place, found in firsts.items()}
    records = _records(user, {place: found for place, found in wanted.items() if most[place]})
    return [_waiting(place, wanted[place], records, day) for place in sorted(wanted)]


def counts_by_village(user, day: dt.date, *, of=(FAMILIES, *BY_CODE), villages=()) -> dict[str, Counter]:
    """For each village, or each of some, how much waits of each kind, by the duty's code, and how many families it has.

    One query for all of them; where nothing is, there is no number.
    """
    codes, parts = tuple(of), []
    for place, code in enumerate(codes):
        rows, path = kept(user, day), "village_id"
        if code != FAMILIES:
            rows, path = BY_CODE[code].rows(user, day), BY_CODE[code].path("village_id")
        if villages:
            rows = rows.filter(**({f"{path}__in": villages} if len(villages) > 1 else {path: villages[0]}))
        lines = rows.order_by().annotate(place=Value(place), village_of=F(path)).values("place", "village_of")
        parts.append(lines.annotate(total=Count("pk")).values_list("place", "village_of", "total"))
    found: dict[str, Counter] = defaultdict(Counter)
    for place, village, total in _union(parts):
        found[village][codes[place]] = total
    return dict(found)


def totals(user, day: dt.date, *, village: str = "", of: tuple[Duty, ...] = DUTIES) -> dict[str, int]:
    """How much waits of each kind, in one village where that is asked; by the duty's code, in one query."""
    several = [duty.rows(user, day).filter(**{duty.path("village_id"): village} if village else {}) for duty in of]
    return {of[place].code: total for place, total in counting.totals(several) if total}


def _firsts(place: int, user, day: dt.date, most: int, village: str) -> QuerySet:
    """Place, turn and key of the longest waiting records of a kind, with how many there are in all.

    Of a kind without lines the first one, for how long it waits.
    """
    duty = DUTIES[place]
    rows = (
        duty.rows(user, day)
        .filter(**{duty.path("village_id"): village} if village else {})
        .annotate(
            place=Value(place),
            turn=Window(RowNumber(), order_by=[F("since").asc(), F("pk").asc()]),
            total=Window(Count("pk")),
        )
    )
    return rows.filter(turn__lte=max(most, 1)).order_by().values_list("place", "turn", "total", "pk", "since")


def _union(parts: list[QuerySet]) -> QuerySet:
    first, *others = parts
    return first.union(*others, all=True)


def _records(user, wanted) -> dict:
    """The records that have a line of their own, by key; each kind of record is read once, whatever it waits for."""
    keys, joined, fetched = defaultdict(set), defaultdict(set), defaultdict(set)
    for place, found in wanted.items():
        duty = DUTIES[place]
        model = duty.rows(user, found[0][3]).model
        keys[model] |= {key for _, _, key, _ in found}
        joined[model] |= set(duty.joined)
        fetched[model] |= set(duty.fetched)
    asked = [
        Asked(
            model.objects.visible_to(user).filter(pk__in=wanted_keys),
            frozenset(joined[model]),
            frozenset(fetched[model]),
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
