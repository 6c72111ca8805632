"""Who was where on a past day: the few whose village or family is another one now, by the small tables of the past.

The counting layer leaves them out where it finds them by what they carry now, and adds them where they were. Only keys
and codes of regions leave this file, no row.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import BooleanField, Exists, F, OuterRef, Q, Value

from accounts.scoping.asking import ask
from households.models import Household, PastMembership, PastResidence
from regions.choices import Level
from regions.ranges import contains, subtree


@dataclass(frozen=True)
class Moved:
    """Rows that a past day knew elsewhere.

    `gone` are not to be found by what they carry now; `come` are those that lay in the region then, with the village
    they lay in; `families` are the people who belonged to another family then, with that family.
    """

    gone: frozenset = frozenset()
    come: dict = field(default_factory=dict)
    families: dict = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.gone)

    def by_village(self) -> dict[str, list]:
        """The keys of those who lay in the region then, by village."""
        keys = defaultdict(list)
        for key, village in self.come.items():
            keys[village].append(key)
        return keys


NOBODY = Moved()
FAMILY, OWN, WITH_FAMILY, OF_FAMILY_LEFT = range(4)


@dataclass(frozen=True)
class Stay:
    """A stretch of somebody's days in another village or family than now, and of which of the days that were asked."""

    what: int
    key: object
    then: str
    now: str
    family: object
    family_now: object
    since: dt.date | None
    until: dt.date
    # On which days the family of then was kept, and on which a stay of his own says where somebody was.
    kept: frozenset
    own: frozenset

    def covers(self, day: dt.date) -> bool:
        """Whether it holds on `day`."""
        return (self.since is None or self.since <= day) and day < self.until


@dataclass(frozen=True)
class Stays:
    """The stays that began or ended in a region (empty: the country), as far as some days hang on them."""

    region: str
    days: tuple[dt.date, ...]
    rows: tuple[Stay, ...]

    def tells_of(self, region: str, day: dt.date) -> bool:
        """Whether what was read is enough for this region on this day."""
        return day in self.days and _within(self.region, region)

    def families_on(self, day: dt.date, *, region: str = "", digits: int = Level.VILLAGE) -> Moved:
        """Families that lived elsewhere on `day`, as far as `region` is concerned.

        A move between two villages whose codes agree in the first `digits` makes no difference and is left out.
        """
        moved = [row for row in self._touching(region, day, FAMILY) if row.then[:digits] != row.now[:digits]]
        return Moved(
            frozenset(row.key for row in moved), {row.key: row.then for row in moved if _within(region, row.then)}
        )

    def people_on(self, day: dt.date, *, region: str = "", digits: int = Level.VILLAGE) -> Moved:
        """The same of people; those who lay in the region are in `come` when their family of then was kept on `day`.

        Who has no past of his own on that day, because he was added only after his family had moved, was where it was.
        """
        moved = [
            row
            for row in self._touching(region, day, OWN, WITH_FAMILY)
            if day not in row.own and (row.then[:digits] != row.now[:digits] or row.family != row.family_now)
        ]
        return Moved(
            frozenset(row.key for row in moved),
            {row.key: row.then for row in moved if day in row.kept and _within(region, row.then)},
            {row.key: row.family for row in moved if row.family != row.family_now},
        )

    def ties(self, since: dt.date) -> dict[str, set[str]]:
        """Villages whose numbers of days from `since` on hang on what is written in another one, as `exchanging`."""
        return _tied((row.then, row.now) for row in self.rows if row.what != WITH_FAMILY and row.until > since)

    def _touching(self, region, day, *whats):
        return (
            row
            for row in self.rows
            if row.what in whats and row.covers(day) and (_within(region, row.then) or _within(region, row.now))
        )


def stays(days: tuple[dt.date, ...], *, since: dt.date | None = None, region: str = "", reader=None) -> Stays:
    """What has to be known of earlier homes to count a region on these days, and its ties from `since` on: one query.

    Without `since` of those stays that hold on one of the days. For a `reader` the question is prepared once for all
    regions of that level.
    """
    if reader is None or not region:
        lines = _lines(days, since, region)
    else:
        lines = ask(reader, region, ("stays", days, since), lambda narrowed: _lines(days, since, narrowed.region_id))
    found = []
    for line in lines:
        columns, kept, own = line[:8], line[8 : 8 + len(days)], line[8 + len(days) :]
        found.append(Stay(*columns, _held(days, kept), _held(days, own)))
    return Stays(region, days, tuple(found))


def _lines(days, since, region):
    first = min(filter(None, (since, *days)))
    residences, memberships = (model.objects.filter(until__gt=first) for model in (PastResidence, PastMembership))
    ways = (
        (FAMILY, residences, "household__village_id", "household_id", "household_id"),
        (OWN, memberships, "person__village_id", "person_id", "person__household_id"),
        (WITH_FAMILY, residences, "household__village_id", "household__members__pk", "household_id"),
        # The family that somebody left may have moved itself.
        (OF_FAMILY_LEFT, memberships, "household__village_id", "person_id", "household_id"),
    )
    parts = [_columns(days, what, _touching(rows, region, now), now, *keys) for what, rows, now, *keys in ways]
    return parts[0].union(*parts[1:], all=True)


def _columns(days, what: int, rows, now: str, key: str, family_now: str):
    """A line for each stay, of the same columns whatever it is about."""
    rows = rows.filter(**{f"{key}__isnull": False}).annotate(what=Value(what), key=F(key))
    no, kept, own = Value(False, BooleanField()), {}, {}
    for place, day in enumerate(days):
        families = Household.objects.filter(pk=OuterRef("household_id"), registered_on__lte=day).open_on(day)
        own_past = PastMembership.objects.covering(day).filter(person=OuterRef("key"))
        kept[f"kept_{place}"] = Exists(families) if what in (OWN, WITH_FAMILY) else no
        own[f"own_{place}"] = Exists(own_past) if what == WITH_FAMILY else no
    columns = ("what", "key", "village_id", now, "household_id", family_now, "since", "until", *kept, *own)
    return rows.annotate(**kept, **own).order_by().values_list(*columns)


def _held(days, flags) -> frozenset:
    return frozenset(day for day, holds in zip(days, flags, strict=True) if holds)


def belonged(people: list, day: dt.date):
    """The stays in other families that some of the moved had on `day`, for a question within a question."""
    return PastMembership.objects.covering(day).filter(person__in=people).order_by()


def journeys_on(
    column: str, *, since: dt.date, last: dt.date, zone, region: str = "", digits: int = Level.VILLAGE
) -> Moved:
    """Journeys of the moved, each by where the traveller was on the day in its `column`, from `since` to `last`.

    That is the day of a step, or the day on which it became known, by the clocks of `zone`.
    """
    stays = _touching(PastMembership.objects.filter(until__gt=since), region, "person__village_id")
    stays = stays.filter(**{f"person__trips__{column}__isnull": False})
    rows = stays.values_list(
        "person__trips__pk", f"person__trips__{column}", "since", "until",
        "village_id", "household_id", "household__registered_on",
        "person__village_id", "person__household_id", "person__household__registered_on",
    )  # fmt: skip
    places = {}
    for trip, at, begins, ends, then, family, registered, now, family_now, registered_now in rows:
        if then[:digits] == now[:digits] and family == family_now:
            continue
        day = at.astimezone(zone).date() if isinstance(at, dt.datetime) else at
        if (begins is None or begins <= day) and day < ends:
            places[trip] = then, registered
        places.setdefault(trip, (now, registered_now))
    come = {trip: village for trip, (village, day) in places.items() if day <= last and _within(region, village)}
    return Moved(frozenset(places), come)


def registrations_on(*, region: str = "", digits: int = Level.VILLAGE) -> Moved:
    """The families that have moved, each by the village in which it was registered."""
    stays = _touching(PastResidence.objects.all(), region, "household__village_id").filter(
        until__gt=F("household__registered_on")
    )
    rows = stays.values_list("household_id", "since", "village_id", "household__registered_on", "household__village_id")
    places = {}
    for family, begins, then, registered, now in rows:
        if then[:digits] != now[:digits] and (begins is None or begins <= registered):
            places[family] = then
    return Moved(frozenset(places), {key: village for key, village in places.items() if _within(region, village)})


def exchanging(*, since: dt.date) -> dict[str, set[str]]:
    """Villages whose numbers of days from `since` on hang on what is written in another one: people have moved.

    Of somebody who lives elsewhere now the past is written there, and counts where he lived.
    """
    ways = [
        _first(stays.filter(until__gt=since)).exclude(village_id=F(now)).order_by().values_list("village_id", now)
        for stays, now in (
            (PastResidence.objects, "household__village_id"),
            (PastMembership.objects, "person__village_id"),
            # The family that somebody left may have moved itself.
            (PastMembership.objects, "household__village_id"),
        )
    ]
    return _tied(ways[0].union(*ways[1:]))


def _tied(pairs) -> dict[str, set[str]]:
    tied = defaultdict(set)
    for then, now in pairs:
        if then != now:
            tied[then].add(now)
            tied[now].add(then)
    return tied


def _first(stays):
    """The same rows, by their keys: so they are looked up first and what they belong to after, not the other way.

    SQLite knows nothing of how small a table is until somebody analyses it, and looked through everybody for the few.
    """
    return stays.model.objects.filter(pk__in=stays.order_by().values("pk"))


def _touching(stays, region: str, now: str):
    """Those that began in the region or ended in it."""
    stays = _first(stays)
    if not region:
        return stays
    if len(region) == Level.VILLAGE:
        return stays.filter(Q(village_id=region) | Q(**{now: region}))
    low, high = subtree(region)
    then = Q(village_id__gte=low, village_id__lt=high)
    return stays.filter(then | Q(**{f"{now}__gte": low, f"{now}__lt": high}))


def _within(region: str, village: str) -> bool:
    return not region or contains(region, village)
