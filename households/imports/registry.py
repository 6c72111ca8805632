"""What the registry already knows of the chosen village, loaded in a few queries; never a row of another village."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from households.choices import Precision
from households.models import Closing, Household, Person
from households.rules.numbers import Nik
from regions.models import Region
from toolkit.dates import PartialDate

PERSON = ("id", "version", "household_id", "name", "search_name", "sex", "birth_on", "birth_precision", "relation")
PROFILE = ("birth_place", "birth_place_missing", "marital", "education", "occupation", "occupation_words")
HOME = ("hamlet", "rt", "rw", "address")


@dataclass(frozen=True)
class KnownPerson:
    """A person of the village, as the registry has him."""

    id: object
    version: int
    household_id: object
    name: str
    search_name: str
    sex: str
    birth_on: dt.date | None
    birth_precision: str
    relation: str
    nik: str | None
    nik_missing: str
    birth_place: str = ""
    birth_place_missing: str = ""
    marital: str = ""
    education: str = ""
    occupation: str = ""
    occupation_words: str = ""


@dataclass(frozen=True)
class KnownHousehold:
    """A household of the village."""

    id: object
    version: int
    family_card_number: str
    hamlet: str
    rt: str
    rw: str
    address: str


class Registry:
    """The village's people by NIK, name and household, its households by card, the closed ones, and known regencies."""

    def __init__(self, people: list[KnownPerson], households: list[KnownHousehold], regencies: set[str], closed=()):
        self.by_nik = {person.nik: person for person in people if person.nik}
        self.people = {person.id: person for person in people}
        self.households = {household.id: household for household in households}
        self.regencies, self.closed = regencies, frozenset(closed)
        self.members, self.by_name, self.by_card = defaultdict(list), defaultdict(list), defaultdict(list)
        for person in people:
            self.members[person.household_id].append(person)
            self.by_name[person.search_name].append(person)
        for household in households:
            if household.family_card_number:
                self.by_card[household.family_card_number].append(household.id)


def load(*, by, village: Region, niks: set[str]) -> Registry:
    """The rows of `village` that `by` may edit; of the regencies that the NIKs name, those that exist."""
    people = Person.objects.editable_by(by).filter(village=village).order_by("pk")
    households = Household.objects.editable_by(by).filter(village=village).order_by("pk")
    closed = Closing.objects.editable_by(by).filter(household__village=village, reopened_on=None)
    regencies = Region.objects.filter(pk__in={Nik(nik).regency_code for nik in niks}).values_list("pk", flat=True)
    return Registry(
        [KnownPerson(*values) for values in people.values_list(*PERSON, "nik", "nik_missing", *PROFILE)],
        [KnownHousehold(*v) for v in households.values_list("id", "version", "family_card_number", *HOME)],
        set(regencies),
        closed.values_list("household_id", flat=True),
    )


def births_agree(person: KnownPerson, birth: PartialDate) -> bool:
    """Whether both births are known and may be the same day, as far as each is known."""
    if person.birth_on is None or not birth:
        return False
    for precision, parts in ((Precision.YEAR, 1), (Precision.MONTH, 2)):
        if precision in (person.birth_precision, birth.precision):
            return _parts(person.birth_on)[:parts] == _parts(birth.value)[:parts]
    return person.birth_on == birth.value


def births_differ(person: KnownPerson, birth: PartialDate) -> bool:
    """Whether both births are known and cannot be the same day."""
    return person.birth_on is not None and bool(birth) and not births_agree(person, birth)


def _parts(day: dt.date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
