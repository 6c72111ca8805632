"""The few numbers of a first page, with those of the month before, and how complete what was asked is."""

from collections import Counter
from dataclasses import asdict, dataclass

from django.core.cache import cache

from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, STAGES
from monitoring.indicators.dimensions import COMPLETENESS
from monitoring.indicators.lens import Lens
from monitoring.indicators.post import PEOPLE
from monitoring.reports.quality import ASKED_OF, share, share_answered
from monitoring.reports.tallies import Tally, few
from monitoring.summaries import by_village, state_of

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
        return _of_village(lens, before, codes)
    key = f"glance:{lens.place.code}:{lens.user.role}:{lens.last}:{state}:{','.join(codes)}".replace(" ", "-")
    found = cache.get(key)
    if found is None:
        found = asdict(_of_village(lens, before, codes))
        cache.set(key, found, REMEMBERED_SECONDS)
    return Glance(**found)


def _of_village(lens: Lens, before: Lens, codes) -> Glance:
    asked = [(lens, code) for code in NOW] + [(before, code) for code in BEFORE]
    found = {lens.period: Counter(), before.period: Counter()}
    filled = all_asked = reached = 0
    ways = {"G2": ("stage", ""), SERVICES: ("", PEOPLE.columns["people"])}
    several = [(BY_CODE[code].rows(seen), *ways.get(code, ("", ""))) for seen, code in asked]
    for place, stage, total, answers in counting.in_one(several):
        seen, code = asked[place]
        found[seen.period][STAGES[stage] if stage else code] += total
        if code == SERVICES:
            reached += answers
        if seen is lens and code in ASKED_OF:
            filled += answers
            all_asked += total * len(COMPLETENESS[several[place][0].model])
    counts, earlier = ({code: found[seen.period][code] for code in codes} for seen in (lens, before))
    return Glance(counts, earlier, share(filled, all_asked), reached)
