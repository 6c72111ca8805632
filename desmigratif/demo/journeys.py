"""Invents journeys abroad: where people of a region go, when they left, whether they are back, how it is known."""

import datetime as dt
import random
from dataclasses import dataclass

from households.choices import Evidence, Sector, Sex, Stage
from households.countries import REFUSED
from households.entries import MemberEntry, TripEntry
from toolkit.dates import PartialDate

# Countries by how many of a hundred go there; empty is not known, and some families would rather not say.
FROM_LOMBOK = {"MY": 52, "SA": 14, "TW": 9, "HK": 8, "SG": 5, "KR": 5, "AE": 2, "": 3, REFUSED: 2}
FROM_JAVA = {"TW": 32, "HK": 28, "MY": 11, "SG": 10, "KR": 7, "SA": 5, "JP": 3, "": 2, REFUSED: 2}
WORK = {
    ("MY", Sex.MALE): {Sector.PLANTATION: 6, Sector.CONSTRUCTION: 4},
    ("TW", Sex.MALE): {Sector.MANUFACTURING: 6, Sector.FISHING: 3},
    ("KR", Sex.MALE): {Sector.MANUFACTURING: 7, Sector.FISHING: 2, Sector.AGRICULTURE: 1},
    ("JP", Sex.MALE): {Sector.MANUFACTURING: 4, Sector.AGRICULTURE: 3},
    ("TW", Sex.FEMALE): {Sector.ELDERLY_CARE: 8, Sector.MANUFACTURING: 2},
    ("KR", Sex.FEMALE): {Sector.MANUFACTURING: 1},
    ("MY", Sex.FEMALE): {Sector.DOMESTIC: 5, Sector.MANUFACTURING: 3},
    ("JP", Sex.FEMALE): {Sector.ELDERLY_CARE: 1},
}
OTHER_WORK = {
    Sex.MALE: {Sector.CONSTRUCTION: 4, Sector.SERVICES: 3, Sector.SHIPPING: 2, Sector.UNKNOWN: 1},
    Sex.FEMALE: {Sector.DOMESTIC: 8, Sector.ELDERLY_CARE: 1, Sector.UNKNOWN: 1},
}
HOW_KNOWN = {Evidence.DOCUMENT: 42, Evidence.TOLD: 40, Evidence.REFUSED: 6, Evidence.UNKNOWN: 12}
YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class Told:
    """One step of a journey as an officer hears of it, and the day on which he hears."""

    entry: TripEntry
    on: dt.date


def plan(
    chance: random.Random, member: MemberEntry, *, naming: str, known_on: dt.date, today: dt.date
) -> list[list[Told]]:
    """The journeys of one person, each as its steps in the order told; the first step on the day `known_on`.

    Nothing is told after `today`, and nobody leaves before the 18th birthday.
    """
    where = FROM_LOMBOK if naming == "sasak" else FROM_JAVA
    kind = chance.choices(("preparing", "left_since", "abroad", "back", "gone_again"), (16, 8, 40, 26, 10))[0]
    # Sixty days more, because a date of which only the month is told stands on the first of it.
    adult_on = (member.birth.value or known_on - 30 * YEAR) + 18 * YEAR + dt.timedelta(days=60)
    journey = _Journey(chance, member, where, known_on, today, max(adult_on, known_on - 3 * YEAR))
    return getattr(journey, kind)()


@dataclass
class _Journey:
    chance: random.Random
    member: MemberEntry
    where: dict[str, int]
    known_on: dt.date
    today: dt.date
    earliest: dt.date

    def preparing(self) -> list[list[Told]]:
        """Registered as a candidate and still at home."""
        since = self._between(self.known_on - dt.timedelta(days=90), self.known_on)
        return [[self._told(Stage.PROSPECTIVE, since, self.known_on, self._work())]]

    def left_since(self) -> list[list[Told]]:
        """A candidate at the registration who has left since then."""
        work = self._work()
        steps = [self._told(Stage.PROSPECTIVE, self.known_on - dt.timedelta(days=20), self.known_on, work)]
        left = self._between(self.known_on, self.today)
        heard = min(self.today, left + dt.timedelta(days=self.chance.choice((0, 3, 9, 45))))
        return [[*steps, self._told(Stage.ACTIVE, left, heard, work, by_family=left.day % 3 == 0)]]

    def abroad(self) -> list[list[Told]]:
        """Already abroad at the registration; some came home later."""
        work = self._work()
        left = self._between(self.earliest, self.known_on)
        steps = [self._told(Stage.ACTIVE, left, self.known_on, work)]
        if self.known_on < self.today - dt.timedelta(days=120) and self.chance.random() < 0.3:
            back = self._between(self.known_on, self.today)
            heard = min(self.today, back + dt.timedelta(days=self.chance.choice((1, 7, 40))))
            steps.append(self._told(Stage.RETURNED, back, heard, work, by_family=back.day % 3 == 0))
        return [steps]

    def back(self) -> list[list[Told]]:
        """Home again at the registration; the departure is told too, unless nobody remembers."""
        work = self._work()
        left = self._between(self.earliest, self.known_on)
        back = self._between(left, self.known_on)
        returned = self._told(Stage.RETURNED, back, self.known_on, work)
        if self.chance.random() < 0.2:
            return [[returned]]
        return [[self._told(Stage.ACTIVE, left, self.known_on, work), returned]]

    def gone_again(self) -> list[list[Told]]:
        """Home from one country and gone to another."""
        first, second = self._work(), self._work()
        left = self._between(self.earliest, self.known_on)
        back = self._between(left, self.known_on)
        again = self._between(back, self.today)
        return [
            [
                self._told(Stage.ACTIVE, left, self.known_on, first),
                self._told(Stage.RETURNED, back, self.known_on, first),
            ],
            [self._told(Stage.ACTIVE, again, max(again, self.known_on), second)],
        ]

    def _told(self, stage: Stage, happened: dt.date, heard: dt.date, work: tuple, *, by_family=False) -> Told:
        """What an officer hears; `by_family` of a step that was told, though papers of the journey were seen before."""
        country, sector, evidence = work
        since = self._as_known(happened, evidence)
        # What comes next is told as later, however vaguely.
        self.earliest = since.value
        if by_family and evidence == Evidence.DOCUMENT:
            evidence = Evidence.TOLD
        return Told(TripEntry(stage, country, sector, since, evidence), heard)

    def _as_known(self, day: dt.date, evidence: str) -> PartialDate:
        """With a document the day is known; else often the month, unless that says it was before the step before."""
        month = day.replace(day=1)
        if evidence == Evidence.DOCUMENT or self.chance.random() < 0.5 or month < self.earliest:
            return PartialDate(day, "day")
        return PartialDate(month, "month")

    def _work(self) -> tuple[str, str, str]:
        country = self.chance.choices(list(self.where), self.where.values())[0]
        kinds = WORK.get((country, self.member.sex), OTHER_WORK[self.member.sex])
        sector = self.chance.choices(list(kinds), kinds.values())[0]
        evidence = self.chance.choices(list(HOW_KNOWN), HOW_KNOWN.values())[0]
        return country, str(sector), Evidence.REFUSED if country == REFUSED else evidence

    def _between(self, first: dt.date, last: dt.date) -> dt.date:
        if last <= first:
            return last
        return first + dt.timedelta(days=self.chance.randrange((last - first).days + 1))
