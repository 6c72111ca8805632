"""The year of a village's post in a large world, written past the actions: what it works with and how a row is made.

Whom it serves comes from the families that were invented before; `visits`, `files`, `letters` and `homes` do the rest.
"""

import datetime as dt
import random
from dataclasses import dataclass, field

from accounts.models import Act
from desmigratif.demo.bulk.columns import COLUMNS, NOTHING, RESTING
from desmigratif.demo.bulk.families import Village, as_known
from desmigratif.demo.bulk.people import as_json
from households.models import Household, Person, Trip

YEAR = 364
# Of a village that is not the one whose desk is measured so many people are known at the post.
KNOWN_AT_POST = 160
OFFICE = "Balai {}"
HOURS = "Senin–Jumat, 08.00–15.00"


@dataclass(frozen=True)
class Amounts:
    """How much a post does in a year."""

    services: int = 36
    letters: int = 12
    files: int = 6
    families_called: int = 12
    talks: int = 5
    families_written_to: int = 6

    @classmethod
    def of(cls, plot) -> "Amounts":
        """The village that is measured has a busy desk: 5,000 services and 5,000 letters for its 2,500 families."""
        if plot.place:
            return cls()
        many = plot.families
        return cls(2 * many, 2 * many, many, many, many, many // 5)


@dataclass
class Journey:
    """A journey as the post reads it; days are counted backwards from today, None where there is none."""

    place: int
    key: str
    country: str
    sector: str
    prospective: int | None
    departed: int | None
    returned: int | None
    # Since when the registry knows it, and the last news of it.
    noted: int
    heard: int
    placed: str
    touches: list[int] = field(default_factory=list)

    @property
    def is_prepared(self) -> bool:
        """Whether somebody still prepares to go."""
        return self.departed is None and self.returned is None


@dataclass
class Resident:
    """Somebody of the village as the post knows him."""

    place: int
    key: str
    household: str
    name: str
    sex: str
    birth: str
    precision: str
    relation: str
    nik: str
    since: int
    is_dead: bool
    trips: list[Journey] = field(default_factory=list)
    # Asked when he came for a letter, and when that was.
    marital: str = ""
    asked: int = 0

    @property
    def is_at_home_for_good(self) -> bool:
        """Whether he has no journey, and lives."""
        return not self.trips and not self.is_dead


class Post:
    """A village's post with whom it knows; `add` writes a row, `note` its line in the book of acts."""

    def __init__(self, village: Village, *, head: tuple[str, str], region):
        self.village, self.calendar, self.plot = village, village.calendar, village.plot
        self.head, self.region, self.officer = head, region, village.officer
        self.amounts = Amounts.of(self.plot)
        # A world that is the same on every machine is the point here; no secret comes from it.
        self.chance = random.Random(f"pos {self.plot.code}")  # noqa: S311
        self.note, self.key, self.documents = village.note, village.key, {}
        self._know()

    @property
    def place_name(self) -> str:
        """Where the post is."""
        return OFFICE.format(self.region.title)

    def day(self, ago: int) -> str:
        """A day."""
        return self.calendar.days[ago]

    def coming(self, ago: int) -> str:
        """A day that may be still to come."""
        return (self.calendar.today - dt.timedelta(days=ago)).isoformat()

    def at(self, ago: int) -> str:
        """The office hour of a day."""
        return self.calendar.days[ago] + self.village.hour

    def pick(self, shares: dict):
        """One of them, by its share; its plain value."""
        chosen = self.chance.choices(list(shares), shares.values())[0]
        return getattr(chosen, "value", chosen)

    def add(self, model, **values) -> str | None:
        """A row of the model; columns that are not named rest. Its key, where it has one of ours."""
        resting = RESTING[model]
        unknown = values.keys() - resting.keys()
        if unknown:
            raise KeyError(unknown)
        row = tuple(_as_text(values[name]) if name in values else rests for name, rests in resting.items())
        self.village.found[model].append(row)
        return values.get("id")

    def add_noted(self, model, ago: int, fields, *, changed: int | None = None, version=1, **values) -> str:
        """A row of the desk that became known that day, with its line in the book of acts."""
        key = self.key(ago)
        at = self.at(ago)
        self.add(
            model, id=key, village_id=self.plot.code, known_at=at, noted_by_id=self.officer, version=version,
            changed_at=at if changed is None else self.at(changed), changed_by_id=self.officer, **values,
        )  # fmt: skip
        self.note(ago, Act.CREATED, model._meta.label_lower, key, as_json(sorted(fields)))
        return key

    def changed(self, model, ago: int, key: str, fields, **more) -> None:
        """A line in the book of acts about a row that was changed."""
        self.note(ago, Act.CHANGED, model._meta.label_lower, key, as_json(sorted(fields)), **more)

    def touch(self, journey: Journey, ago: int, fields) -> None:
        """Something was noted of a journey that day: it has another version since."""
        journey.touches.append(ago)
        self.changed(Trip, ago, journey.key, fields)

    def steps_on(self, journey: Journey, ago: int) -> dict:
        """The steps of a journey that had been noted on that day, as columns."""
        row = dict(zip(COLUMNS[Trip], self.village.found[Trip][journey.place], strict=True))
        told = {}
        for step in ("prospective", "departed", "returned"):
            if getattr(journey, step) is not None and getattr(journey, step) >= ago:
                told[f"{step}_on"], told[f"{step}_precision"] = as_known((row[f"{step}_on"], row[f"{step}_precision"]))
        return told

    def finish(self) -> None:
        """Bring the journeys and people to what was noted of them."""
        self._rewrite(Trip, [(one.place, one.touches, {}) for one in self.journeys if one.touches])
        told = [(one.place, [one.asked], {"marital": one.marital}) for one in self.residents if one.marital]
        self._rewrite(Person, told)

    def _rewrite(self, model, touched):
        names, rows = COLUMNS[model], self.village.found[model]
        version, changed = names.index("version"), names.index("changed_at")
        for place, touches, values in touched:
            row = list(rows[place])
            row[version] = str(int(row[version]) + len(touches))
            row[changed] = max(row[changed], self.at(min(touches)))
            for name, value in values.items():
                row[names.index(name)] = value
            rows[place] = tuple(row)

    def _know(self):
        """People, families and journeys, as far as the post has to do with them."""
        found, most = self.village.found, None if self.plot.place == 0 else KNOWN_AT_POST
        by_key = {}
        for place, row in enumerate(found[Person][:most]):
            one = dict(zip(COLUMNS[Person], row, strict=True))
            by_key[one["id"]] = Resident(
                place, one["id"], one["household_id"], one["name"], one["sex"], one["birth_on"],
                one["birth_precision"], one["relation"], "" if one["nik"] == NOTHING else one["nik"],
                self._ago(one["created_at"]), one["died_on"] != NOTHING,
            )  # fmt: skip
        for place, row in enumerate(found[Trip]):
            one = dict(zip(COLUMNS[Trip], row, strict=True))
            if one["person_id"] not in by_key:
                break
            steps = [self._ago(one[f"{step}_on"]) for step in ("prospective", "departed", "returned")]
            noted, heard = self._ago(one["created_at"]), self._ago(one["changed_at"])
            journey = Journey(place, one["id"], one["country"], one["sector"], *steps, noted, heard, one["placed"])
            by_key[one["person_id"]].trips.append(journey)
        self.residents = list(by_key.values())
        self.journeys = [trip for one in self.residents for trip in one.trips]
        families = {one.household for one in self.residents}
        rows = (dict(zip(COLUMNS[Household], row, strict=True)) for row in found[Household][: len(families) + 1])
        self.families = {row["id"]: row for row in rows if row["id"] in families}
        self.members = {}
        for one in self.residents:
            self.members.setdefault(one.household, []).append(one)

    def _ago(self, told: str) -> int | None:
        return None if told == NOTHING else self.calendar.ago(told[:10])


def _as_text(value) -> str:
    return NOTHING if value is None else str(value)
