"""Who wrote down what happened to people and on their journeys, where the book of acts tells; else nobody is named."""

from collections import defaultdict

from accounts.histories import Subject, lines_of
from accounts.models import Act
from households.models import Person

STEPS = ("prospective", "departed", "returned", "cancelled")


def mark_with_noters(reader, trips=(), *, people=(), care=()) -> None:
    """Give each journey `noted_by`: for each step, by its name, the officer who wrote it as it stands.

    Each of `people` and of `care` gets `noted_lines` for `noter_of`. One query for all of them, none where nothing was
    changed since a journey was noted and nobody came, left or died. `created_by` of the journeys must be joined.
    """
    told = [trip for trip in trips if trip.version > 1]
    told += [person for person in people if _has_acts(person)] + [one for one in care if one.ended_on]
    book = _read(reader, told)
    for trip in trips:
        first = _first_noter(trip)
        last = {column: name for act, _, columns, name in book[trip.pk] if act == Act.CHANGED for column in columns}
        steps = {step: last.get(f"{step}_on", first) for step in STEPS}
        trip.noted_by = {step: name for step, name in steps.items() if name}
    for record in (*people, *care):
        record.noted_lines = book[record.pk]


def noter_of(record, column: str, known_at) -> str:
    """Who wrote `column` when it became known; nobody where the record was not marked or the book does not tell.

    Who noted somebody new has noted with him since when he is a member.
    """
    for act, at, columns, name in getattr(record, "noted_lines", ()):
        if at >= known_at and (column in columns or (act == Act.CREATED and column == "joined_on")):
            return name
    return ""


def _read(reader, records) -> dict:
    """By key the lines of the book about each of them, the oldest first."""
    book = defaultdict(list)
    if not records:
        return book
    keys = {str(record.pk): record.pk for record in records}
    found = lines_of(reader, [Subject(record._meta.label_lower, str(record.pk)) for record in records])
    found = found.filter(act__in=(Act.CREATED, Act.CHANGED)).order_by("pk")
    for key, *line in found.values_list("record_id", "act", "at", "fields", "actor_name"):
        book[keys[key]].append(line)
    return book


def _has_acts(person: Person) -> bool:
    days = (person.joined_on, person.left_on, person.died_on)
    return any(days) or getattr(person, "was_away", False)


def _first_noter(trip) -> str:
    """Who noted the journey, and with it every step that nobody has changed since.

    Not where somebody of another village did, and it was changed: lines of that village's book are not read here.
    """
    is_ours = trip.created_by.region_id == trip.village_id
    return trip.created_by.full_name if trip.version == 1 or is_ours else ""
