"""The numbers of places as sums of their villages' numbers, which are kept and counted again where something changed.

One counting layer: what is kept are the catalogue's indicators with all their parts, so that a new indicator is kept
without a word here, and it is counted through the same lens as any list.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, reduce
from operator import or_

from django.db.models import Q
from django.db.models.fields.json import KeyTransform
from django.utils import timezone

from accounts.changes import changes_of
from accounts.models import VillageChange
from households.whereabouts import exchanging
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, DIVISIONS, INDICATORS
from monitoring.indicators.lens import Lens
from monitoring.models import VillageSummary
from monitoring.periods import Period
from monitoring.places import Place
from regions.models import Level, Region

# Up to so many villages are counted one by one; more of them together, province by province.
ONE_BY_ONE = 8
# Up to so many provinces are counted one by one, more of them as the whole country.
ONE_BY_ONE_PROVINCES = 4
# Whoever counts while others write counts their villages again; after so many times what was found is taken as it is.
TRIES = 4


class Numbers:
    """Counts by indicator code, and by (indicator code, code of the part) how many each part has."""

    def __init__(self, kept: Iterable[dict] = ()):
        self.counts: Counter = Counter()
        self.parts: dict[tuple[str, str], Counter] = defaultdict(Counter)
        for of_village in kept:
            for code, (count, parts) in of_village.items():
                self.counts[code] += count
                for name, found in parts.items():
                    self.parts[code, name].update(found)


def by_village(lens: Lens, codes: Iterable[str]) -> dict[str, dict]:
    """The numbers of each village of the place in which anything was ever written, as `Numbers` takes them.

    What is kept and still holds is read; the rest is counted now and kept. All of them are of one moment: somebody who
    moves from one village to the other is in one of them.
    """
    codes = sorted(set(codes))
    states = _states(lens)
    found, counted = _kept(lens, states, codes), {}
    for _ in range(TRIES):
        old = [village for village in states if village not in found]
        if not old:
            return found
        counted = _count(lens, old, codes)
        now = _states(lens)
        # Whoever wrote meanwhile may be in one number of the village and not in the next.
        steady = {village: counted[village] for village in old if now.get(village) == states[village]}
        _keep(lens, states, steady)
        # A village that was read before may have changed too; then it is counted with the others.
        found = {village: n for village, n in (found | steady).items() if now.get(village) == states[village]}
        states = now
    return counted | found


def _states(lens) -> dict[str, str]:
    """How each village of the place stands: a text that is another one after each act that may change its numbers."""
    changes = VillageChange.objects.countable_by(lens.user)
    acts = (changes.in_region(lens.place.region.code) if lens.place.region else changes).by_village()
    tied = exchanging(since=lens.first) if acts else {}
    others = set().union(*tied.values()) - acts.keys() if tied else ()
    everywhere = acts | changes_of(others)
    return {village: state_of(village, everywhere, tied) for village in acts}


def state_of(village: str, acts: dict[str, int], tied: dict[str, set[str]]) -> str:
    """The state of a village that has seen acts, and exchanges people with others."""
    ties = [f"{other}={acts.get(other, 0)}" for other in sorted(tied.get(village, ()))]
    state = ",".join([str(acts[village]), *ties])
    return state if len(state) <= 20 else hashlib.sha256(state.encode()).hexdigest()


def last_counted(lens: Lens, periods: Iterable[str], code: str) -> dict[str, tuple]:
    """By period one number of the village and the moment it was counted, as it is kept, whoever wrote since.

    One query, and nothing is counted: only for what says itself when it was counted.
    """
    count = KeyTransform("0", KeyTransform(code, "numbers"))
    rows = VillageSummary.objects.countable_by(lens.user).in_region(lens.place.region.code)
    rows = rows.filter(period__in=list(periods), state__startswith=f"{_catalogue()} ").annotate(told=count)
    # Of a month that is over the last day is its end; the days before it are of no interest any more.
    told = rows.exclude(told=None).order_by("last").values_list("period", "last", "told", "made_at")
    return {period: (count, at) for period, last, count, at in told if last == Period.parse(period).end}


def still_kept(lenses: Iterable[Lens], states: dict[str, dict[str, str]], villages: Iterable[str]) -> dict:
    """By (village, period) the numbers that are kept and still hold, of these villages and several periods.

    `states` are those of each period. One query, and nothing is counted.
    """
    lenses = list(lenses)
    rows = VillageSummary.objects.countable_by(lenses[0].user).in_villages(villages)
    months = reduce(or_, (Q(period=lens.period.code, last=lens.last) for lens in lenses))
    told = rows.filter(months).values_list("village_id", "period", "state", "numbers")
    return {
        (village, period): numbers
        for village, period, state, numbers in told
        if state == as_state(states[period].get(village))
    }


def _summaries(lens):
    rows = VillageSummary.objects.countable_by(lens.user)
    if lens.place.region:
        rows = rows.in_region(lens.place.region.code)
    return rows.filter(period=lens.period.code, last=lens.last)


def _kept(lens, states, codes) -> dict[str, dict]:
    """The numbers that are kept and still hold, where all of `codes` are among them."""
    found = {}
    for village, state, numbers in _summaries(lens).values_list("village_id", "state", "numbers"):
        if state == as_state(states.get(village)) and all(code in numbers for code in codes):
            found[village] = {code: numbers[code] for code in codes}
    return found


def _keep(lens, states, steady) -> None:
    """Keep what was counted, beside what is kept of the same state already."""
    kept = _summaries(lens).filter(village__in=list(steady)).values_list("village_id", "state", "numbers")
    beside = {village: numbers for village, state, numbers in kept if state == as_state(states[village])}
    _summaries(lens).bulk_create(
        [
            VillageSummary(
                village_id=village,
                period=lens.period.code,
                last=lens.last,
                state=as_state(states[village]),
                numbers=beside.get(village, {}) | numbers,
                made_at=timezone.now(),
            )
            for village, numbers in steady.items()
        ],
        # Of two who count at the same time the later stays.
        update_conflicts=True,
        unique_fields=["period", "last", "village"],
        update_fields=["state", "numbers", "made_at"],
        batch_size=100,
    )


def as_state(of_village: str | int | None) -> str:
    """The state as it is kept: numbers that another version of the catalogue counted do not hold."""
    return f"{_catalogue()} {of_village}"[:64]


@cache
def _catalogue() -> str:
    words = [(i.code, i.definition, [(part.code, part.name) for part in (*i.parts, *i.sums)]) for i in INDICATORS]
    return hashlib.sha256(repr(words).encode()).hexdigest()[:10]


def _count(lens, villages, codes) -> dict[str, dict]:
    """Count these villages' numbers anew."""
    together = []
    if len(villages) > ONE_BY_ONE:
        tied = exchanging(since=lens.first)
        together = [village for village in villages if village not in tied]
    found = {village: {} for village in together}
    for part, of_part, part_codes in _shares(lens, together, codes):
        for code, counted in _by_code(part, part_codes, along=True).items():
            for village in of_part:
                found[village][code] = counted.get(village) or _nothing(code)
    for village in villages:
        if village not in found:
            alone = replace(lens, place=Place(Region(code=village, level=Level.VILLAGE)))
            found[village] = {code: counted[""] for code, counted in _by_code(alone, codes, along=False).items()}
    return found


def _shares(lens, villages, codes):
    """Lenses, each with villages and codes, that together count every code of every village.

    What became known in the period hangs on the clocks of the village, and is counted by provinces. The rest is too
    where few provinces are asked for; of many, the country is counted in one go.
    """
    if not villages:
        return
    if lens.place.region and lens.place.region.level >= Level.PROVINCE:
        yield lens, villages, codes
        return
    provinces = defaultdict(list)
    for village in villages:
        provinces[village[:2]].append(village)
    at_once = len(provinces) > ONE_BY_ONE_PROVINCES
    if at_once:
        yield lens, villages, [code for code in codes if not BY_CODE[code].by_clock]
    for code, of_province in provinces.items():
        part = replace(lens, place=Place(Region(code=code, level=Level.PROVINCE)))
        yield part, of_province, [code for code in codes if BY_CODE[code].by_clock] if at_once else codes


def _by_code(lens, codes, *, along: bool) -> dict[str, dict]:
    """By code the numbers of each village, or under '' of the whole place."""
    found = {}
    for division in DIVISIONS:
        if wanted := division.among(codes):
            found |= _divided(division, wanted, lens, along=along)
    for code in codes:
        if code not in found:
            rows = BY_CODE[code].rows(lens)
            columns = (rows.model.scope_path,) if along else ()
            counted = counting.in_parts(rows, _parts_of(code), along=columns)
            found[code] = {key[0] if key else "": numbers for key, numbers in counted.items()}
    return found


def _divided(division, wanted, lens, *, along: bool) -> dict[str, dict]:
    """The numbers of several indicators that share their rows, in one query for the parts of all of them."""
    rows = division.rows(lens)
    columns = (rows.model.scope_path, division.column) if along else (division.column,)
    found = {code: {} if along else {"": _nothing(code)} for code in wanted}
    parts = tuple({part.code: part for code in wanted for part in _parts_of(code)}.values())
    for (*village, value), (count, told) in counting.in_parts(rows, parts, along=columns).items():
        place = village[0] if village else ""
        for code in {*division.wholes, division.codes.get(value)} & set(wanted):
            before, of_parts = found[code].get(place) or _nothing(code)
            merged = {part: dict(Counter(of) + Counter(told[part])) for part, of in of_parts.items()}
            found[code][place] = before + count, merged
    return found


def _parts_of(code) -> tuple:
    return (*BY_CODE[code].parts, *BY_CODE[code].sums)


def _nothing(code):
    return 0, {part.code: {} for part in _parts_of(code)}
