"""The few numbers of a first page, with those of the month before, and how complete what was asked is."""

from collections import Counter
from dataclasses import dataclass

from django.core.cache import cache

from accounts.changes import changes_within
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, STAGES
from monitoring.indicators.dimensions import COMPLETENESS
from monitoring.indicators.lens import Lens
from monitoring.indicators.post import PEOPLE
from monitoring.narrow import acts_upon
from monitoring.reports.quality import ASKED_OF, share, share_answered
from monitoring.reports.tallies import Tally, few
from monitoring.summaries import as_state, by_village, state_of

# A month of a village is counted in one query, the three stages as parts of the same rows.
NOW = ("G1.1", "G1.2", "G1.3", "G1.5", "G1.7", "G2", "P1.1", "P1.3", "P1.8", "P1.10", "P1.11")
SERVICES = "P1.1"
BEFORE = ("G1.2", "G1.5", "G2")
# How long a process remembers a village's numbers that nobody has changed since.
REMEMBERED_SECONDS = 3600


@dataclass(frozen=True)
class Glance:
    """Numbers by code now and at the end of the month before, what share of the questions has an answer, and how many
    people the post has served in this month.
    """

    counts: dict[str, int]
    before: dict[str, int]
    answered: int | None
    reached: int


def glance(lens: Lens, codes: tuple[str, ...]) -> Glance:
    """The numbers `codes` of a place.

    Wider places are sums of what is kept of their villages. A village's page is opened all day long: it is counted in
    one query, and again when somebody has written there.
    """
    before = lens.previous()
    if lens.place.level_below is not None:
        seen = Tally(by_village(lens, codes))
        reached = seen.parts[SERVICES, PEOPLE.code]["people"]
        return Glance(seen.counts, few(before, codes), share_answered(lens), reached)
    # Of the month before, because who moved away since counts there.
    state = state_of(before)
    if state is None:
        return _of_village(lens, before, codes, _told(lens, before, {}))
    key = f"glance:{lens.place.code}:{lens.user.role}:{lens.last}"
    states = _states(lens.place.code, state)
    kept = {part: told for part, told in cache.get(key, {}).items() if told[0] == states[part[1]]}
    told = _told(lens, before, {part: lines for part, (_, lines) in kept.items()})
    if len(told) > len(kept):
        cache.set(key, {part: (states[part[1]], lines) for part, lines in told.items()}, REMEMBERED_SECONDS)
    return _of_village(lens, before, codes, told)


def _states(village: str, state: str) -> dict[str, str]:
    """How the village stands, for each number: with others it exchanges people with, all of it counts for each."""
    acts = changes_within(village)
    is_alone = state == as_state(sum(acts.values()))
    return {code: str(acts_upon(code, acts)) if is_alone else state for code in (*NOW, *BEFORE)}


def _told(lens: Lens, before: Lens, kept: dict) -> dict[tuple[str, str], list]:
    """The lines of each number of both months, by period and code: those at hand, and the others in one query."""
    months = ((lens, NOW), (before, BEFORE))
    asked = [(seen, code) for seen, codes in months for code in codes if (seen.period.code, code) not in kept]
    if not asked:
        return kept
    ways = {"G2": ("stage", ""), SERVICES: ("", PEOPLE.columns["people"])}
    found = kept | {(seen.period.code, code): [] for seen, code in asked}
    several = [(BY_CODE[code].rows(seen), *ways.get(code, ("", ""))) for seen, code in asked]
    for place, *line in counting.in_one(several):
        seen, code = asked[place]
        found[seen.period.code, code].append((*line, len(COMPLETENESS.get(several[place][0].model, ()))))
    return found


def _of_village(lens: Lens, before: Lens, codes, told: dict) -> Glance:
    found = {lens.period.code: Counter(), before.period.code: Counter()}
    filled = all_asked = reached = 0
    for (period, code), (stage, total, answers, questions) in _lines(told):
        found[period][STAGES[stage] if stage else code] += total
        if code == SERVICES:
            reached += answers
        if period == lens.period.code and code in ASKED_OF:
            filled += answers
            all_asked += total * questions
    counts, earlier = ({code: found[seen.period.code][code] for code in codes} for seen in (lens, before))
    return Glance(counts, earlier, share(filled, all_asked), reached)


def _lines(told):
    return [(part, line) for part, lines in told.items() for line in lines]
