"""The few numbers of a first page, with those of the month before, and how complete what was asked is."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.core.cache import cache
from django.db.models import CharField, F, Sum, Value

from accounts.scoping.asking import ask
from households.whereabouts import Stays
from monitoring import counting
from monitoring.indicators.catalogue import BY_CODE, DIVISIONS
from monitoring.indicators.dimensions import ANSWERED, Completeness
from monitoring.indicators.lens import Lens
from monitoring.indicators.post import PEOPLE
from monitoring.places import Place
from monitoring.reports.quality import ASKED_OF, share
from monitoring.standing import Standing, changes_at
from monitoring.summaries import still_kept
from regions.models import Level, Region

# The months of a village are counted in one query.
NOW = ("G1.1", "G1.2", "G1.3", "G1.4", "G2", "P1.1", "P1.3", "P1.8", "P1.10", "P1.11")
SERVICES = "P1.1"
BEFORE = ("G1.2", "G1.4", "G2")
# Numbers that come in parts which are numbers themselves: the stages of migrants, and the ages in their families.
PARTED = {whole: division for division in DIVISIONS for whole in division.wholes if whole in BEFORE[1:]}
# How long a process remembers a village's numbers that nobody has changed since.
REMEMBERED_SECONDS = 3600
# So many villages are counted by themselves; where more are old, all of the place.
FEW_VILLAGES = 60
# The place of the lines that tell how villages stand, beside those of numbers.
STANDING = -1
# Whoever counts while others write counts again; after so many times what was found is taken as it is.
TRIES = 4


@dataclass(frozen=True)
class Glance:
    """Numbers by code now and at the end of the month before, what share of the questions has an answer, and how many
    people the post has served in this month.
    """

    counts: dict[str, int]
    before: dict[str, int]
    answered: int | None
    reached: int


@dataclass
class Told:
    """What was found of one number in a village: its counts by code, the answers to its questions, and what it adds."""

    counts: Counter = field(default_factory=Counter)
    answers: int = 0
    asked: int = 0
    added: int = 0


def glance(standing: Standing, codes: tuple[str, ...]) -> Glance:
    """The numbers `codes` of a place: the sums of its villages' numbers, each of which is remembered by itself.

    These pages are opened all day long. What acts since may have changed is taken as it is kept, where that still
    holds (decision 25), and else counted: whatever is old in one query.
    """
    for _ in range(TRIES):
        found, is_of_one_moment = _found(standing)
        if is_of_one_moment:
            break
        # Somebody may be in the number of one village that was read before, and of another that was counted.
        standing = Standing.of(standing.lens)
    return _summed(found, standing, codes)


def _found(standing: Standing) -> tuple[dict, bool]:
    """What is told by village, period and code, and whether nobody has written while it was read."""
    lens = standing.lens
    key = f"glance:{lens.place.code}:{lens.user.role}:{lens.last}"
    villages = {*standing.acts, *([lens.place.code] if lens.place.level_below is None else [])}
    states = {
        (village, seen.period.code, code): standing.upon(code, village)
        for village in villages
        for seen, codes in ((lens, NOW), (standing.before, BEFORE))
        for code in codes
    }
    known = cache.get(key, {})
    found = {part: known[part][1] for part, state in states.items() if part in known and known[part][0] == state}
    at_hand = len(found)
    if new := {village for village, *_ in states.keys() - found.keys()} - {village for village, *_ in found}:
        found |= _as_kept(standing, new)
    is_of_one_moment = True
    if old := states.keys() - found.keys():
        counted, is_of_one_moment = _counted(standing, old)
        found |= counted
    if len(found) > at_hand:
        # Of a village that has seen no act nobody says when it is another one.
        kept = {part: (states[part], told) for part, told in found.items() if part[0] in standing.acts}
        cache.set(key, kept, REMEMBERED_SECONDS)
    return found, is_of_one_moment


def _as_kept(standing: Standing, villages: set[str]) -> dict:
    """The numbers of these villages that are kept and still hold."""
    lenses = (standing.lens, standing.before)
    wanted = dict(zip((seen.period.code for seen in lenses), (NOW, BEFORE), strict=True))
    states = {seen.period.code: standing.states(seen) for seen in lenses}
    found = {}
    for (village, period), numbers in still_kept(lenses, states, villages).items():
        parts = [part for division in PARTED.values() for part in division.codes.values()]
        if all(code in numbers for code in (*wanted[period], *parts)):
            found |= {(village, period, code): _of_kept(numbers, code) for code in wanted[period]}
    return found


def _of_kept(numbers: dict, code: str) -> Told:
    count, parts = numbers[code]
    if code == SERVICES:
        return Told(Counter({code: count}), added=parts[PEOPLE.code].get("people", 0))
    questions = _questions(code)
    parted = PARTED[code].codes.values() if code in PARTED else ()
    counts = {part: numbers[part][0] for part in parted} or {code: count}
    return Told(Counter(counts), sum(parts[one].get(ANSWERED, 0) for one in questions), count * len(questions))


def _questions(code: str) -> list[str]:
    return [part.code for part in BY_CODE[code].parts if isinstance(part, Completeness)]


def _counted(standing: Standing, old: set) -> tuple[dict, bool]:
    """The numbers that are old, counted in one query, which also tells whether the villages stand as they did."""
    villages, asked = sorted({village for village, *_ in old}), sorted({(period, code) for _, period, code in old})
    found = {(village, *part): Told() for village in villages for part in asked}
    stood = {}
    for place, village, label, total, added in _lines(standing, villages, asked):
        if place == STANDING:
            stood[village] = total
        elif told := found.get((village, *asked[place])):
            code = asked[place][1]
            told.counts[PARTED[code].codes[label] if code in PARTED else code] += total
            if code == SERVICES:
                told.added += added
            else:
                told.answers += added
                told.asked += total * len(_questions(code))
    return found, all(stood.get(village, 0) == standing.seen.get(village, 0) for village in stood.keys() | {*villages})


def _lines(standing: Standing, villages: list[str], asked: list[tuple[str, str]]) -> list[tuple]:
    """The lines of these numbers in these villages, and of the acts that were seen there or in the whole place."""
    lenses = (standing.lens, standing.before)
    if len(villages) > 1:
        among = tuple(villages) if len(villages) <= FEW_VILLAGES else ()
        return list(_question([lens.along(among) for lens in lenses], asked))
    (village,) = villages
    own = [replace(lens, place=Place(Region(code=village, level=Level.VILLAGE))) for lens in lenses]
    if any(lens.remembers_moves for lens in own):
        return list(_question(own, asked))

    def question(reader):
        place = Place(Region(code=reader.region_id, level=Level.VILLAGE))
        return _question([replace(lens, user=reader, place=place, stays=nobody) for lens in lenses], asked)

    days = tuple((lens.period.code, lens.last) for lens in lenses)
    nobody = Stays("", tuple(lens.last for lens in lenses), ())
    return ask(standing.lens.user, village, ("glance", *days, *asked), question)


def _question(lenses: list[Lens], asked):
    """The rows of each number with the village in which they count, by what they are parted, and what they add."""
    by_period = {lens.period.code: lens for lens in lenses}
    several = []
    for period, code in asked:
        lens, division = by_period[period], PARTED.get(code)
        rows = division.rows(lens) if division else BY_CODE[code].rows(lens)
        added = PEOPLE.columns["people"] if code == SERVICES else ("" if code in ASKED_OF else None)
        several.append((rows, lens.village_then(rows), division.column if division else "", added))
    return counting.in_one(several, beside=(_as_they_stand(lenses[0]),))


def _as_they_stand(lens: Lens):
    """How many acts each village has seen, as lines beside what is counted."""
    nothing = Value("", CharField())
    lines = changes_at(lens).order_by().annotate(place=Value(STANDING), where=F("village"), label=nothing)
    lines = lines.values("place", "where", "label").annotate(total=Sum("acts"), filled=Value(0))
    return lines.values_list("place", "where", "label", "total", "filled")


def _summed(found: dict, standing: Standing, codes) -> Glance:
    counts = {standing.lens.period.code: Counter(), standing.before.period.code: Counter()}
    reached = answers = asked = 0
    for (_, period, code), told in found.items():
        counts[period].update(told.counts)
        reached += told.added
        if code in ASKED_OF and period == standing.lens.period.code:
            answers, asked = answers + told.answers, asked + told.asked
    now, before = ({code: of[code] for code in codes} for of in counts.values())
    return Glance(now, before, share(answers, asked), reached)
