"""Holding the people on whom an act rests, in the order of all locks (`locking`), so that no two wait for each other.

After the villages come people by their keys, then a journey or a note about care, then families, then an offer. Whoever
writes a step of a journey, or what happened on it, holds its traveller, because death, birth and other journeys decide
what can be. The hold is one that lets others name the row still (`no_key`): a child may be born to somebody whose
journey is written at that moment.
SQLite has none of this: there one act writes at a time (decision 12).
"""

from accounts.versions import StaleVersion
from households.models import Person, Trip


def people_held(queryset):
    """The people in the order of their keys, whom nobody else can change until this transaction is done."""
    return queryset.select_for_update(of=("self",), no_key=True).order_by("pk")


def hold_person(*, by, person_id, version: int) -> Person:
    """Somebody whom `by` may edit, held. Raises StaleVersion where somebody else was quicker."""
    person = people_held(Person.objects.editable_by(by)).get(pk=person_id)
    if person.version != version:
        raise StaleVersion(person)
    return person


def hold_trip(*, by, trip_id, version: int) -> Trip:
    """A journey that `by` may edit with its traveller, who is held. Raises StaleVersion."""
    list(people_held(Person.objects.editable_by(by).filter(trips=trip_id)))
    trip = Trip.objects.editable_by(by).select_related("person").get(pk=trip_id)
    if trip.version != version:
        raise StaleVersion(trip)
    return trip


def hold_traveller(*, by, person_id, seen: int | None = None) -> Person:
    """Somebody held who goes on one more journey; `seen` is how many the officer saw, and one (`version_for_more`).

    Raises StaleVersion with the last journey where another was noted since.
    """
    person = people_held(Person.objects.editable_by(by)).get(pk=person_id)
    if seen is not None and seen != version_for_more(person.trips):
        raise StaleVersion(person.trips.order_by("created_at", "pk").last())
    return person


def version_for_more(rows) -> int:
    """The version on which one more row rests: of nothing the first, and another with each that comes."""
    return rows.count() + 1
