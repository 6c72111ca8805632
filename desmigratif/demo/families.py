"""Invents families: who lives together, and who is told about when. The same seed and day give the same families."""

import datetime as dt
import random
from dataclasses import dataclass, field

from desmigratif.demo.cast import Stage as Village
from desmigratif.demo.journeys import Told, plan
from desmigratif.demo.names import BOYS, GIRLS, MEN, WOMEN
from households.choices import ConsentHow, NikMissing, Relation, Sex, Source
from households.entries import AddressEntry, ConsentEntry, MemberEntry
from toolkit.dates import PartialDate

# A kecamatan that no regency has: nobody's NIK or KK begins like this, and the regency itself is still a real one.
NO_DISTRICT = "99"
# How far back the villages' books go: three years of life.
OLDEST_DAYS = 3 * 365
# Families by who works abroad, of a hundred: the last kind are residents without any journey.
KINDS = {"husband": 24, "wife": 22, "grown_child": 13, "both": 6, "grandchildren": 5, "none": 30}
# By which way villages hear of families, of a hundred; the list from BP3MI names those who work abroad alone.
SOURCES = {Source.VISIT: 46, Source.NEIGHBOUR: 14, Source.LETTER: 12, Source.SELF: 8, Source.UNKNOWN: 4, "": 16}
ON_THE_LIST = 0.25


@dataclass(frozen=True)
class Family:
    """A family as it is told on the day of its registration, and what is told of its journeys on that day and later.

    `told` goes by the member's place in `members`.
    """

    address: AddressEntry
    members: list[MemberEntry]
    registered_on: dt.date
    consent: ConsentEntry | None
    told: dict[int, list[list[Told]]] = field(default_factory=dict)


class Inventor:
    """Invents the families of one village, one after the other."""

    def __init__(self, village: Village, *, today: dt.date):
        self.village, self.today = village, today
        # A world that is the same on every machine is the point here; no secret comes from it.
        self.chance = random.Random(f"desa contoh {village.code}")  # noqa: S311
        # Drawn apart, so that a question that was added later changes no family.
        self.hearing = random.Random(f"kabar tentang keluarga di {village.code}")  # noqa: S311
        self.serial = 0
        self.men = self._names(MEN[village.naming])
        self.women = self._names(WOMEN[village.naming])
        self.boys, self.girls = self._names(BOYS), self._names(GIRLS)

    def families(self) -> list[Family]:
        """All of them, the longest registered first. Some are of this very month, so that it has something to count."""
        days = sorted(self._registration_days())
        return [self._family(place, day) for place, day in enumerate(days)]

    def _registration_days(self):
        this_month = max(2, self.village.families // 8)
        for _ in range(this_month):
            yield self.today - dt.timedelta(days=self.chance.randrange(self.today.day))
        for _ in range(self.village.families - this_month):
            yield self.today - dt.timedelta(days=self.chance.randrange(31, OLDEST_DAYS))

    def _family(self, place: int, registered_on: dt.date) -> Family:
        kind = self.chance.choices(list(KINDS), KINDS.values())[0]
        # Every village shows at least one family of each kind that works abroad.
        kind = ("husband", "wife", "grown_child", "both", "grandchildren", kind)[min(place, 5)]
        people = self._grandchildren() if kind == "grandchildren" else self._couple(kind)
        abroad = {place for place, (_, leaves) in enumerate(people) if leaves}
        members = [entry for entry, _ in people]
        told = {
            place: plan(self.chance, members[place], naming=self.village.naming, known_on=registered_on,
                        today=self.today)
            for place in abroad
        }  # fmt: skip
        return Family(self._address(abroad), members, registered_on, self._consent(members), told)

    def _couple(self, kind: str) -> list[tuple[MemberEntry, bool]]:
        husband_age = self.chance.randint(27, 52)
        wife_age = husband_age - self.chance.randint(0, 6)
        both = kind == "both"
        people = [
            (self._person(Sex.MALE, husband_age, Relation.HEAD), kind == "husband" or both),
            (self._person(Sex.FEMALE, wife_age, Relation.WIFE), kind == "wife" or both),
        ]
        oldest = max(0, wife_age - 21)
        for _ in range(self.chance.choices((1, 2, 3, 4), (25, 40, 25, 10))[0]):
            people.append((self._child(self.chance.randint(0, min(oldest, 24)), Relation.CHILD), False))
        if kind == "grown_child":
            people.append((self._child(self.chance.randint(22, 26), Relation.CHILD), True))
        if both or self.chance.random() < 0.2:
            people.append((self._person(Sex.FEMALE, husband_age + self.chance.randint(20, 28), Relation.PARENT), False))
        return people

    def _grandchildren(self) -> list[tuple[MemberEntry, bool]]:
        """Grandparents at home with the children, both parents abroad."""
        age = self.chance.randint(55, 68)
        people = [
            (self._person(Sex.MALE, age, Relation.HEAD), False),
            (self._person(Sex.FEMALE, age - self.chance.randint(1, 8), Relation.WIFE), False),
            (self._person(Sex.FEMALE, self.chance.randint(28, 36), Relation.CHILD), True),
            (self._person(Sex.MALE, self.chance.randint(30, 40), Relation.CHILD_IN_LAW), True),
        ]
        for _ in range(self.chance.randint(1, 3)):
            people.append((self._child(self.chance.randint(1, 12), Relation.GRANDCHILD), False))
        return people

    def _child(self, age: int, relation: Relation) -> MemberEntry:
        return self._person(self.chance.choice((Sex.MALE, Sex.FEMALE)), age, relation)

    def _person(self, sex: Sex, age: int, relation: Relation) -> MemberEntry:
        born = self._birthday(age)
        pool = {
            (Sex.MALE, True): self.men,
            (Sex.FEMALE, True): self.women,
            (Sex.MALE, False): self.boys,
            (Sex.FEMALE, False): self.girls,
        }[(sex, age >= 27)]
        nik, missing = self._nik(sex, born, age)
        return MemberEntry(
            name=next(pool),
            sex=sex,
            birth=self._as_told(born, age),
            relation=relation,
            nik=nik,
            nik_missing=missing,
        )

    def _birthday(self, age: int) -> dt.date:
        latest = self.today.replace(year=self.today.year - age, day=min(self.today.day, 28))
        return latest - dt.timedelta(days=self.chance.randrange(360))

    def _as_told(self, born: dt.date, age: int) -> PartialDate:
        """Old people often know only the year, and a few not even that."""
        luck = self.chance.random()
        if age > 50 and luck < 0.35:
            return PartialDate(dt.date(born.year, 1, 1), "year")
        return PartialDate() if luck > 0.985 else PartialDate(born, "day")

    def _nik(self, sex: Sex, born: dt.date, age: int) -> tuple[str | None, str]:
        luck = self.chance.random()
        if luck < 0.06 or (age < 2 and luck < 0.6):
            reasons = [NikMissing.NOT_AT_HAND, NikMissing.REFUSED, NikMissing.UNKNOWN]
            return None, NikMissing.NOT_ISSUED if age < 2 else self.chance.choice(reasons)
        if luck > 0.97:
            # The register's date is a month off, as it often is.
            born = born.replace(day=min(born.day, 28), month=born.month % 12 + 1)
        self.serial += 1
        serial = 0 if luck > 0.995 else self.serial
        day = born.day + (40 if sex == Sex.FEMALE else 0)
        return f"{self.village.code[:4]}{NO_DISTRICT}{day:02}{born:%m%y}{serial:04}", ""

    def _address(self, abroad: set[int]) -> AddressEntry:
        issued = self.today - dt.timedelta(days=self.chance.randrange(200, 3000))
        self.serial += 1
        card = f"{self.village.code[:4]}{NO_DISTRICT}{issued:%d%m%y}{self.serial:04}"
        return AddressEntry(
            hamlet=self.chance.choice(self.village.hamlets),
            rt=f"{self.chance.randint(1, 6):03}",
            rw=f"{self.chance.randint(1, 3):03}",
            family_card_number=card if self.chance.random() < 0.93 else "",
            source=self._source(abroad),
        )

    def _source(self, abroad: set[int]) -> str:
        """How the officer came to know of the family."""
        listed = self.hearing.random() < ON_THE_LIST
        other = self.hearing.choices(list(SOURCES), SOURCES.values())[0]
        return Source.EXTRACT if abroad and listed else other

    def _consent(self, members: list[MemberEntry]) -> ConsentEntry | None:
        if self.chance.random() < 0.04:
            return None
        at_home = members[1].name
        how = self.chance.choices(list(ConsentHow), (60, 30, 10))[0]
        children = any(member.relation in (Relation.CHILD, Relation.GRANDCHILD) for member in members)
        return ConsentEntry(given_by=at_home, how=how, guardian=at_home if children else "")

    def _names(self, pool):
        """The pool's names in a mixed order, over and over; a number of families share a name, as villages do."""
        while True:
            yield from self.chance.sample(pool, len(pool))
