"""Invents the families of a village of a large world: who lives together, and three years of what happened to them.

Rows are tuples of texts as both databases read them, in the order of `columns.COLUMNS`.
"""

import datetime as dt
import random
from collections import defaultdict

from accounts.models import Act, AuditEvent
from desmigratif.demo.bulk.calendar import Calendar
from desmigratif.demo.bulk.columns import NOTHING
from desmigratif.demo.bulk.journeys import Journeys
from desmigratif.demo.bulk.people import People, as_json, is_child
from desmigratif.demo.bulk.places import Plot
from households.choices import ClosingReason, ConsentHow, Evidence, Precision, Relation, Sex
from households.models import Closing, Consent, Household, Person, PlacementReview, Trip, Visit
from households.placement_choices import PlacementStatus
from households.rules.checks import household_checks
from households.rules.names import together
from households.rules.placement import Facts, left_as_adult, placed, suggest
from households.wording import CURRENT_VERSION

# Families by who works abroad, of a hundred; the last are residents without any journey.
KINDS = {"husband": 24, "wife": 22, "grown_child": 13, "both": 4, "grandchildren": 4, "none": 33}
CHILDREN, OF_CHILDREN = (0, 1, 2, 3, 4), (16, 34, 32, 14, 4)
# How the officer came to know of families: most at a visit, of some it was not noted.
SOURCES = ("visit", "visit", "extract", "visit", "letter", "neighbour", "")
THREE_YEARS = 3 * 365
MALE, FEMALE, BY_DAY = Sex.MALE.value, Sex.FEMALE.value, Precision.DAY.value
HEAD, WIFE, CHILD = Relation.HEAD.value, Relation.WIFE.value, Relation.CHILD.value
CHILD_IN_LAW, PARENT, GRANDCHILD = Relation.CHILD_IN_LAW.value, Relation.PARENT.value, Relation.GRANDCHILD.value
HOW = [how.value for how in ConsentHow]
# Of journeys that have begun, how many the officer decided about; and what, by how the journey is known.
DECIDED = 0.45
SEEN = (PlacementStatus.PROCEDURAL, Evidence.DOCUMENT, "Surat penempatannya dilihat di rumah.")
TOLD = (PlacementStatus.PROCEDURAL, Evidence.TOLD, "Menurut keluarga berangkat lewat perusahaan.")
LACKING = (PlacementStatus.NON_PROCEDURAL, Evidence.TOLD, "Menurut keluarga suratnya tidak lengkap.")
OPEN, SILENT = (PlacementStatus.UNKNOWN, Evidence.UNKNOWN, ""), (PlacementStatus.UNKNOWN, Evidence.REFUSED, "")
DECISIONS = {
    Evidence.DOCUMENT: (SEEN, SEEN, SEEN, SEEN),
    Evidence.TOLD: (TOLD, TOLD, LACKING, OPEN),
    Evidence.UNKNOWN: (OPEN, OPEN, OPEN, SILENT),
}
# What the rule says of a journey without any papers in the registry; whose age is known lacks one reason.
UNSURE = suggest(Facts(), today=dt.date.min)
CLOSED_WHY = [ClosingReason.MOVED.value] * 4 + [ClosingReason.MERGED.value, ClosingReason.OTHER.value]


class Village:
    """Invents the families of one village; `rows` gives them all by table."""

    def __init__(self, plot: Plot, officer: tuple[str, str], calendar: Calendar):
        self.plot, self.calendar = plot, calendar
        self.keeper, self.officer = officer, officer[0]
        # A world that is the same on every machine is the point here; no secret comes from it.
        self.chance = random.Random(f"dunia besar {plot.code}")  # noqa: S311
        self.people = People(plot, calendar, self.chance)
        self.journeys = Journeys(plot, calendar, self.chance)
        self.hour = calendar.hour_in(plot.code)
        self.serial = 0
        self.found = defaultdict(list)

    def rows(self) -> dict[type, list[tuple]]:
        """Everything about the village."""
        chance, families = self.chance, self.plot.families
        registered = sorted((int(chance.random() * THREE_YEARS) for _ in range(families)), reverse=True)
        kinds = chance.choices(list(KINDS), KINDS.values(), k=families)
        children = self._children(kinds)
        shares_card = [place > 0 and chance.random() < 0.004 for place in range(families)]
        card = ""
        for place in range(families):
            if not shares_card[place]:
                card = self.people.card() if chance.random() < 0.93 else ""
            shared = bool(card) and (shares_card[place] or shares_card[place + 1 : place + 2] == [True])
            self._family(registered[place], self._members(kinds[place], children[place]), card, shared)
        return self.found

    def _children(self, kinds):
        """How many children each family has; where the number of people is fixed, just so many more or fewer."""
        children = self.chance.choices(CHILDREN, OF_CHILDREN, k=len(kinds))
        if self.plot.people is None:
            return children
        missing = self.plot.people - sum(children) - sum(GROWN[kind] for kind in kinds)
        place = 0
        while missing:
            step = 1 if missing > 0 else -1
            if 0 <= children[place] + step <= CHILDREN[-1] + 1:
                children[place] += step
                missing -= step
            place = (place + 1) % len(kinds)
        return children

    def _members(self, kind, children):
        """Sex, age, relation of each member, and whether he works abroad."""
        between = self.chance.randint
        if kind == "grandchildren":
            age = between(55, 68)
            members = [
                (MALE, age, HEAD, False),
                (FEMALE, age - between(1, 8), WIFE, False),
                (FEMALE, between(28, 36), CHILD, True),
                (MALE, between(30, 40), CHILD_IN_LAW, True),
            ]
            return members + [(self._sex(), between(1, 12), GRANDCHILD, False) for _ in range(children)]
        husband = between(27, 52)
        wife = husband - between(0, 6)
        members = [
            (MALE, husband, HEAD, kind in ("husband", "both")),
            (FEMALE, wife, WIFE, kind in ("wife", "both")),
        ]
        oldest = max(0, min(wife - 21, 24))
        members += [(self._sex(), between(0, oldest), CHILD, False) for _ in range(children)]
        if kind == "grown_child":
            members.append((self._sex(), between(22, 26), CHILD, True))
        if kind == "both":
            members.append((FEMALE, husband + between(20, 28), PARENT, False))
        return members

    def _sex(self):
        return MALE if self.chance.random() < 0.51 else FEMALE

    def _family(self, registered, members, card, shared):
        chance, calendar, plot = self.chance, self.calendar, self.plot
        at, key = calendar.days[registered] + self.hour, self.key(registered)
        dying = self._dying(members, registered)
        people = [self.people.invent(sex, age) for sex, age, _, _ in members]
        for place, ((sex, age, relation, leaves), told) in enumerate(zip(members, people, strict=True)):
            person = self.key(registered)
            if leaves:
                self._journeys(person, sex, age, registered, told[3:5])
            name, search, sex_told, birth, precision, nik, missing, checks, ago = told
            # Children who were born since were added then.
            came = calendar.days[min(registered, ago)] + self.hour
            died, changed, version = (NOTHING, "", NOTHING), came, "1"
            if place == dying:
                day = int(chance.random() * registered)
                changed, version = calendar.days[day] + self.hour, "2"
                died = (calendar.days[day], BY_DAY, changed)
                self.note(day, Act.CHANGED, "households.person", person, '["died_on"]')
            self.found[Person].append((
                person, key, plot.code, name, search, sex_told, birth, precision, relation, nik, missing, *died, "",
                checks, came, self.officer, changed, self.officer, version,
            ))  # fmt: skip
        self.note(registered, Act.CREATED, "households.household", key, "[]")
        consented = chance.random() > 0.04
        if consented:
            self._consent(key, registered, people[min(1, len(people) - 1)][0], members)
        last, acts = self._life(key, registered)
        living = [place for place in range(len(members)) if place != dying]
        checks = household_checks(
            relations=[members[place][2] for place in living],
            card_shared=shared,
            consented=consented,
            asked_for_consent=True,
        )
        # The head names the family, and after his death whoever stands first.
        needs = bool(checks) or any(people[place][7] != "[]" for place in living)
        self.found[Household].append((
            key, plot.code, card, plot.hamlets[int(chance.random() * len(plot.hamlets))],
            f"{int(chance.random() * 6) + 1:03}", f"{int(chance.random() * 3) + 1:03}", people[living[0]][1],
            together(told[1] for told in people)[0], as_json(checks), "1" if needs else "0",
            SOURCES[registered % len(SOURCES)], calendar.days[registered], at, self.officer,
            calendar.days[last] + self.hour, self.officer, str(1 + acts),
        ))  # fmt: skip

    def _dying(self, members, registered):
        """The place of a member at home who has died since, in one family of fifty; None in the others."""
        if registered < 30 or self.chance.random() > 0.02:
            return None
        at_home = [place for place, (_, age, _, leaves) in enumerate(members) if age >= 40 and not leaves]
        return self.chance.choice(at_home) if at_home else None

    def _journeys(self, person, sex, age, registered, birth):
        for *journey, heard in self.journeys.invent(sex, age, registered):
            at, changed = self.calendar.days[max(registered, heard)] + self.hour, self.calendar.days[heard] + self.hour
            moved = heard < registered and (journey[3] != NOTHING or journey[6] != NOTHING)
            key = self.key(max(registered, heard))
            if heard < registered:
                self.note(heard, Act.CHANGED, "households.trip", key, '["departed_on"]')
            decided = self._decided(key, journey, birth, heard)
            version = str(1 + moved + bool(decided))
            written = (decided, *self._known(journey, moved), at, self.officer, changed, self.officer, version)
            self.found[Trip].append((key, person, self.plot.code, *journey, *written))

    def _known(self, journey, moved) -> tuple[str, str]:
        """How departure and return are known: as the journey, but of every third that went on it was only told."""
        prepared, left, returned = (journey[place] != NOTHING for place in (3, 6, 9))
        if not moved or journey[2] != Evidence.DOCUMENT or len(self.found[Trip]) % 3:
            return "", ""
        if returned:
            return "", (Evidence.TOLD.value if left or prepared else "")
        return (Evidence.TOLD.value if prepared else ""), ""

    def _decided(self, key, journey, birth, heard) -> str:
        """What the officer decided about the papers of somebody who has left, on the last day of news; of some."""
        evidence, left = journey[2], journey[6:8]
        if left[0] == NOTHING or evidence == Evidence.REFUSED or self.chance.random() > DECIDED:
            return ""
        grown = left_as_adult(Facts(*as_known(birth), *as_known(left)), today=self.calendar.today)
        if grown is False:
            return ""
        status, known, note = DECISIONS[evidence][int(self.chance.random() * 4)]
        on = self.calendar.days[heard]
        self.found[PlacementReview].append((
            self.key(heard), key, on, on + self.hour, self.officer, status.value, known.value, UNSURE.status.value,
            as_json(UNSURE.reasons[1:] if grown else UNSURE.reasons), note,
        ))  # fmt: skip
        self.note(heard, Act.CHANGED, "households.trip", key, '["placed"]')
        return placed(status, known).value

    def _consent(self, key, registered, given_by, members):
        guardian = given_by if any(is_child(relation) for _, _, relation, _ in members) else ""
        day = self.calendar.days[registered]
        how = self.chance.choices(HOW, (60, 30, 10))[0]
        consent = self.key(registered)
        self.found[Consent].append(
            (consent, key, given_by, how, guardian, CURRENT_VERSION, day, day + self.hour, self.officer)
        )

    def _life(self, key, registered):
        """Visits about every half year, and for some a closing; when the last act was, and how many there were."""
        chance, calendar = self.chance.random, self.calendar
        last, acts = registered, 0
        day = registered - 90 - int(chance() * 150)
        while day >= 0 and chance() < 0.85:
            at = calendar.days[day] + self.hour
            self.found[Visit].append((self.key(day), key, calendar.days[day], at, self.officer))
            self.note(day, Act.CHANGED, "households.household", key, '["visited_on"]')
            last, acts = day, acts + 1
            day -= 110 + int(chance() * 150)
        if last > 10 and chance() < 0.04:
            closed = 1 + int(chance() * (last - 1))
            at = calendar.days[closed] + self.hour
            back = (NOTHING, "", NOTHING, NOTHING)
            self.note(closed, Act.CHANGED, "households.household", key, '["closed_on"]')
            last, acts = closed, acts + 1
            if chance() < 0.3:
                last, acts = int(chance() * closed), acts + 1
                back = (calendar.days[last], BY_DAY, calendar.days[last] + self.hour, self.officer)
                self.note(last, Act.CHANGED, "households.household", key, '["reopened_on"]')
            why = CLOSED_WHY[int(chance() * len(CLOSED_WHY))]
            self.found[Closing].append(
                (self.key(closed), key, why, calendar.days[closed], BY_DAY, at, self.officer, *back)
            )
        return last, acts

    def note(self, ago, act, kind, key, fields, *, reason="", by=None):
        """A line in the book of acts: the officer's, or of whom `by` gives as key and name."""
        dashed = f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"
        self.found[AuditEvent].append((
            self.calendar.days[ago] + self.hour, *(by or self.keeper), act.value, kind, dashed, self.plot.code,
            fields, reason,
        ))  # fmt: skip

    def key(self, ago):
        """A UUIDv7 of that morning, the same on every machine."""
        self.serial += 1
        return f"{self.calendar.stamps[ago]}70008{self.plot.place:03x}{self.serial:012x}"


def as_known(told) -> tuple[dt.date | None, str]:
    """A day with its precision, as the rules look at it."""
    on, precision = told
    return None if on == NOTHING else dt.date.fromisoformat(on), precision


# Members of each kind of family who are no children of the house.
GROWN = {"husband": 2, "wife": 2, "grown_child": 3, "both": 3, "grandchildren": 4, "none": 2}
