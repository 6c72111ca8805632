"""What the registry already knows of the chosen village, loaded in a few queries; never a row of another village."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F

from households.choices import MoveState, Precision
from households.models import Closing, Household, MoveOffer, PastMembership, Person
from households.rules.numbers import Nik
from regions.models import Region
from toolkit.dates import PartialDate

PERSON = ("id", "version", "household_id", "name", "search_name", "sex", "birth_on", "birth_precision", "relation")
PROFILE = ("birth_place", "birth_place_missing", "marital", "education", "occupation", "occupation_words")
HOME = ("hamlet", "rt", "rw", "address")
GONE = ("died_on", "died_precision", "left_on", "left_precision", "left_how")
MEMBER_THEN = "household__past_members"


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
    died_on: dt.date | None = None
    died_precision: str = ""
    left_on: dt.date | None = None
    left_precision: str = ""
    left_how: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether he has died or belongs to his family no longer."""
        return self.died_on is not None or self.left_on is not None


@dataclass(frozen=True)
class KnownClosing:
    """Why and since when a family of the village is closed."""

    reason: str
    on: dt.date
    precision: str


@dataclass(frozen=True)
class KnownMove:
    """Where a family of the village has moved to, and when: what its officer wrote himself when he offered it."""

    place: str
    on: dt.date
    precision: str


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
    """The village's people by NIK, name and household, its households by card, the closed ones, and known regencies.

    `former` are those who belonged to a household and are in another one of the village now, each with the day of it;
    `moved_out` by NIK and by card what moved to another village.
    """

    def __init__(
        self,
        people: list[KnownPerson],
        households: list[KnownHousehold],
        regencies: set[str],
        *,
        closed: dict | None = None,
        stays=(),
        moved_out: dict | None = None,
    ):
        self.by_nik = {person.nik: person for person in people if person.nik}
        self.people = {person.id: person for person in people}
        self.households = {household.id: household for household in households}
        self.regencies, self.closed, self.moved_out = regencies, closed or {}, moved_out or {}
        self.members, self.by_name, self.by_card = defaultdict(list), defaultdict(list), defaultdict(list)
        self.former = defaultdict(list)
        for person in people:
            self.members[person.household_id].append(person)
            self.by_name[person.search_name].append(person)
        for household in households:
            if household.family_card_number:
                self.by_card[household.family_card_number].append(household.id)
        for person_id, household_id, until in stays:
            person = self.people.get(person_id)
            if person is not None and person.household_id != household_id:
                self.former[household_id].append((person, until))

    def left_for_another_family(self, person: KnownPerson, card: str) -> dt.date | None:
        """Since when somebody belongs to another family than those on `card`, one of which was his before."""
        stays = [until for home in self.by_card.get(card, ()) for one, until in self.former[home] if one is person]
        return max(stays, default=None)


def load(*, by, village: Region, niks: set[str]) -> Registry:
    """The rows of `village` that `by` may edit; of the regencies that the NIKs name, those that exist."""
    people = Person.objects.editable_by(by).filter(village=village).order_by("pk")
    households = Household.objects.editable_by(by).filter(village=village).order_by("pk")
    closed = Closing.objects.editable_by(by).filter(household__village=village, reopened_on=None)
    closed = closed.values_list("household_id", "reason", "closed_on", "closed_precision")
    stays = PastMembership.objects.editable_by(by).filter(village=village, person__village=village).order_by("pk")
    regencies = Region.objects.filter(pk__in={Nik(nik).regency_code for nik in niks}).values_list("pk", flat=True)
    return Registry(
        [KnownPerson(*v) for v in people.values_list(*PERSON, "nik", "nik_missing", *PROFILE, *GONE)],
        [KnownHousehold(*v) for v in households.values_list("id", "version", "family_card_number", *HOME)],
        set(regencies),
        closed={household_id: KnownClosing(*values) for household_id, *values in closed},
        stays=stays.values_list("person_id", "household_id", "until"),
        moved_out=_moved_out(by, village),
    )


def _moved_out(by, village: Region) -> dict[str, KnownMove]:
    """By NIK and card, who went with a family that this village offered and another one accepted.

    These are the village's own rows: what has become of the family there is not among them, and whoever came to it
    later was never here.
    """
    offers = MoveOffer.objects.editable_by(by).filter(
        **{f"{MEMBER_THEN}__village": village, f"{MEMBER_THEN}__until": F("moved_on")},
        from_village=village,
        state=MoveState.ACCEPTED,
    )
    numbers = ("household__family_card_number", "household__village_id")
    person = (f"{MEMBER_THEN}__person__nik", f"{MEMBER_THEN}__person__village_id")
    told = offers.values_list("to_village__name", "moved_on", "moved_precision", *numbers, *person).order_by("moved_on")
    found = {}
    for place, on, precision, card, home, nik, lives in told:
        move = KnownMove(place, on, precision)
        found |= {number: move for number, at in ((card, home), (nik, lives)) if number and at != village.pk}
    return found


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
