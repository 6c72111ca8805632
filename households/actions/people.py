"""Adding and changing members of a family."""

import datetime as dt
from copy import copy

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import StaleVersion, change
from households.actions.derived import refresh_checks, refresh_household
from households.actions.holding import hold_person, version_for_more
from households.actions.joining import joining_values
from households.actions.locking import lock_villages
from households.actions.trips import build_trip
from households.entries import JoiningEntry, MemberEntry
from households.models import Household, Person, Trip
from households.rules import names
from households.rules.checks import journey_checks
from households.rules.dates import birth_to_keep
from toolkit.constraints import refuse_broken
from toolkit.ids import new_id


def build_person(
    *, by, household: Household, entry: MemberEntry, today: dt.date, batch=None, person_id=None
) -> tuple[Person, Trip | None]:
    """A member and the journey told of him, not yet written."""
    person = Person(
        id=person_id or new_id(),
        household=household,
        village_id=household.village_id,
        import_batch=batch,
        created_by=by,
        changed_by=by,
        **person_values(entry),
    )
    refresh_checks(person, today=today)
    trip = build_trip(by=by, person=person, entry=entry.trip, today=today) if entry.trip else None
    if trip:
        person.checks = [*person.checks, *journey_checks(person, [trip])]
    return person, trip


def person_values(entry: MemberEntry) -> dict:
    """The columns of a person that an entry fills."""
    birth_on, precision = birth_to_keep(entry.birth)
    name = names.tidy(entry.name)
    return {
        "name": name,
        "search_name": names.search_name(name),
        "sex": entry.sex,
        "birth_on": birth_on,
        "birth_precision": precision,
        "relation": entry.relation,
        "nik": entry.nik or None,
        "nik_missing": "" if entry.nik else entry.nik_missing,
    }


def write_people(built: list[tuple[Person, Trip | None]]) -> None:
    """Write new members with their journeys. Raises ValidationError in words where the database's rules are broken."""
    for person, _ in built:
        refuse_broken(person)
        person.save(force_insert=True)
    Trip.objects.bulk_create([trip for _, trip in built if trip])


@transaction.atomic
def add_person(
    *,
    by,
    household_id,
    entry: MemberEntry,
    today: dt.date,
    joining: JoiningEntry | None = None,
    mother: Person | None = None,
    person_id=None,
    seen: int | None = None,
) -> Person:
    """Write one more member of a family: from the day of `joining` on, else for as long as the family is registered.

    `seen` is the version on which one more member rests (holding.version_for_more); raises StaleVersion with whom
    somebody else has added since.
    """
    editable = Household.objects.editable_by(by)
    lock_villages(editable.values_list("village_id", flat=True).get(pk=household_id))
    household = editable.select_for_update(of=("self",), no_key=True).get(pk=household_id)
    if seen is not None and seen != version_for_more(household.members):
        raise StaleVersion(household.members.order_by("created_at", "pk").last())
    if person_id is not None and Person.objects.filter(pk=person_id).exists():
        person_id = None
    person, trip = build_person(by=by, household=household, entry=entry, today=today, person_id=person_id)
    person.mother = mother
    for name, value in (joining_values(joining, birth_on=person.birth_on, today=today) if joining else {}).items():
        setattr(person, name, value)
    write_people([(person, trip)])
    refresh_household(household)
    audit.record(Act.CREATED, by=by, on=person, region=person.village_id)
    return Person.objects.editable_by(by).get(pk=person.pk)


@transaction.atomic
def change_person(*, by, person_id, version: int, entry: MemberEntry, today: dt.date) -> Person:
    """Change what is known of a member. Raises StaleVersion, or ValidationError in words."""
    editable = Person.objects.editable_by(by)
    before = hold_person(by=by, person_id=person_id, version=version)
    after = copy(before)
    values = person_values(entry)
    for name, value in values.items():
        setattr(after, name, value)
    refresh_checks(after, today=today)
    refuse_broken(after)
    changed = [name for name, value in values.items() if getattr(before, name) != value and name != "search_name"]
    person = change(
        editable,
        pk=person_id,
        version=version,
        changed_at=timezone.now(),
        changed_by=by,
        checks=after.checks,
        **values,
    )
    refresh_household(before.household)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=changed)
    return person
