"""Recording a journey."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.choices import Precision, Stage
from households.entries import TripEntry
from households.models import Person, Trip
from households.rules.journeys import return_to_keep

# A step so exactly known is counted in its month.
SURE = {Precision.DAY, Precision.MONTH}
STEP_OF = {Stage.PROSPECTIVE: "prospective", Stage.ACTIVE: "departed", Stage.RETURNED: "returned"}


def build_trip(*, by, person: Person, entry: TripEntry, today: dt.date) -> Trip:
    """A journey as told, not yet written. A step without a date stands on the day it became known."""
    step = STEP_OF[Stage(entry.stage)]
    return Trip(
        person=person,
        country=entry.country,
        sector=entry.sector,
        evidence=entry.evidence,
        created_by=by,
        changed_by=by,
        **step_values(step, entry, today=today),
    )


def step_values(step: str, entry: TripEntry, *, today: dt.date) -> dict:
    """The three columns of a step: when it happened, how exactly that is known, and when it became known."""
    return {
        f"{step}_on": entry.since.value or today,
        f"{step}_precision": entry.since.precision if entry.since else Precision.UNKNOWN,
        f"{step}_known_at": timezone.now(),
    }


@transaction.atomic
def add_trip(*, by, person_id, entry: TripEntry, today: dt.date, trip_id=None) -> Trip:
    """Write a journey of a member."""
    person = Person.objects.editable_by(by).get(pk=person_id)
    trip = build_trip(by=by, person=person, entry=entry, today=today)
    if trip_id is not None and not Trip.objects.filter(pk=trip_id).exists():
        trip.pk = trip_id
    trip.validate_constraints()
    trip.save(force_insert=True)
    audit.record(Act.CREATED, by=by, on=trip, region=person.village_id)
    return Trip.objects.editable_by(by).get(pk=trip.pk)


@transaction.atomic
def change_trip(*, by, trip_id, version: int, entry: TripEntry, today: dt.date) -> Trip:
    """Add the next step of a journey, or correct what is known of it; earlier steps stay as they are.

    The stage that is chosen is how it stands now: a later step that was noted by mistake goes.
    """
    editable = Trip.objects.editable_by(by)
    before = editable.select_related("person").get(pk=trip_id)
    values = {"country": entry.country, "sector": entry.sector, "evidence": entry.evidence}
    values |= _moved(before, entry, today=today)
    # A step is one fact in three columns; the book names it once.
    changed = {
        name.replace("_precision", "_on").replace("_known_at", "_on")
        for name, value in values.items()
        if getattr(before, name) != value
    }
    after = editable.get(pk=trip_id)
    for name, value in values.items():
        setattr(after, name, value)
    after.validate_constraints()
    trip = change(editable, pk=trip_id, version=version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=trip, region=before.person.village_id, fields=changed)
    return trip


def _moved(trip: Trip, entry: TripEntry, *, today: dt.date) -> dict:
    """The columns of the journey's steps that change with what is told now."""
    step = STEP_OF[Stage(entry.stage)]
    undone = _undone(trip, step)
    on, precision = getattr(trip, f"{step}_on"), getattr(trip, f"{step}_precision")
    # A step that is still of unknown date stays on the day it first became known.
    still_unknown = not entry.since and precision == Precision.UNKNOWN
    if still_unknown or (undone and not entry.since and on):
        return undone
    told = step_values(step, entry, today=today)
    if step == "returned" and entry.since:
        told |= _in_order(trip, return_to_keep(entry.since, departed_on=trip.departed_on))
    now = told[f"{step}_on"], told[f"{step}_precision"]
    if now == (on, precision):
        return undone
    if {precision, now[1]} <= SURE and (on.year, on.month) == (now[0].year, now[0].month):
        # A slip that is mended within the month is no news of another month.
        told.pop(f"{step}_known_at")
    return told | undone


def _in_order(trip: Trip, returned_on: dt.date) -> dict:
    """The day of the return; a departure of unknown date, which stands on the day it was told, goes before it."""
    if trip.departed_precision == Precision.UNKNOWN and trip.departed_on > returned_on:
        return {"returned_on": returned_on, "departed_on": returned_on}
    return {"returned_on": returned_on}


def _undone(trip: Trip, step: str) -> dict:
    """The columns, emptied, of those steps of the journey that come after `step`."""
    steps = list(STEP_OF.values())
    later = [name for name in steps[steps.index(step) + 1 :] if getattr(trip, f"{name}_on")]
    return {
        f"{name}_{part}": empty
        for name in later
        for part, empty in (("on", None), ("precision", ""), ("known_at", None))
    }
