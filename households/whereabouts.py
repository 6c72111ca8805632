"""Who was where on a past day: the few whose village or family is another one now, by the small tables of the past.

The counting layer leaves them out where it finds them by what they carry now, and adds them where they were. Only keys
and codes of regions leave this file, no row.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Q

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


def families_on(day: dt.date, *, region: str = "", digits: int = Level.VILLAGE) -> Moved:
    """Families that lived elsewhere on `day`, as far as `region` (empty: the country) is concerned.

    A move between two villages whose codes agree in the first `digits` makes no difference and is left out.
    """
    stays = _touching(PastResidence.objects.covering(day), region, "household__village_id")
    rows = stays.values_list("household_id", "village_id", "household__village_id")
    moved = [(key, then) for key, then, now in rows if then[:digits] != now[:digits]]
    return Moved(frozenset(key for key, _ in moved), {key: then for key, then in moved if _within(region, then)})


def people_on(day: dt.date, *, region: str = "", digits: int = Level.VILLAGE) -> Moved:
    """The same of people; those who lay in the region are in `come` when their family of then was kept on `day`.

    Who has no past of his own on that day, because he was added only after his family had moved, was where it was.
    """
    stays = _touching(PastMembership.objects.covering(day), region, "person__village_id")
    columns = ("person_id", "village_id", "person__village_id", "household_id", "person__household_id")
    own_past = PastMembership.objects.covering(day).filter(person=OuterRef("member"))
    with_family = _touching(PastResidence.objects.covering(day), region, "household__village_id")
    with_family = with_family.annotate(member=F("household__members__pk")).filter(
        ~Exists(own_past), member__isnull=False
    )
    of_family = ("member", "village_id", "household__village_id", "household_id", "household__pk")
    found = stays.order_by().values_list(*columns)
    rows = [
        (person, then, family, family != family_now)
        for person, then, now, family, family_now in found.union(
            with_family.order_by().values_list(*of_family), all=True
        )
        if then[:digits] != now[:digits] or family != family_now
    ]
    if not rows:
        return NOBODY
    kept = Household.objects.filter(pk__in={family for *_, family, _ in rows}, registered_on__lte=day).open_on(day)
    kept = set(kept.values_list("pk", flat=True))
    return Moved(
        frozenset(person for person, *_ in rows),
        {person: then for person, then, family, _ in rows if family in kept and _within(region, then)},
        {person: family for person, _, family, changed in rows if changed},
    )


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
    tied = defaultdict(set)
    for then, now in ways[0].union(*ways[1:]):
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
    low, high = subtree(region)
    then = Q(village_id__gte=low, village_id__lt=high)
    return stays.filter(then | Q(**{f"{now}__gte": low, f"{now}__lt": high}))


def _within(region: str, village: str) -> bool:
    return not region or contains(region, village)
