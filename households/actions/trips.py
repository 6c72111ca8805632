"""Recording a journey."""

import datetime as dt
from copy import copy

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_traveller
from households.actions.holding import hold_traveller, hold_trip
from households.actions.profiles import forget_where_he_lives
from households.choices import Stage
from households.entries import TripEntry
from households.models import Person, Trip
from households.rules.steps import (
    STEPS,
    corrected_step,
    known_step,
    step_after_death,
    step_before_birth,
    told_step,
    untold_step,
)
from households.signals import departure_noted
from toolkit.constraints import refuse_broken

STEP_OF = {Stage.PROSPECTIVE: "prospective", Stage.ACTIVE: "departed", Stage.RETURNED: "returned"}


def build_trip(*, by, person: Person, entry: TripEntry, today: dt.date) -> Trip:
    """A journey as told, not yet written. A step without a date stands on the day it became known."""
    step = STEP_OF[Stage(entry.stage)]
    return Trip(
        person=person,
        village_id=person.village_id,
        country=entry.country,
        sector=entry.sector,
        evidence=entry.evidence,
        created_by=by,
        changed_by=by,
        **told_step(step, entry.since, today=today, now=timezone.now()),
    )


@transaction.atomic
def add_trip(*, by, person_id, entry: TripEntry, today: dt.date, trip_id=None, seen: int | None = None) -> Trip:
    """Write a journey of a member. Raises ValidationError in words for one after the member's death.

    `seen` is the version on which one more journey rests (holding.version_for_more); raises StaleVersion with the
    journey that somebody else has noted since.
    """
    person = hold_traveller(by=by, person_id=person_id, seen=seen)
    trip = build_trip(by=by, person=person, entry=entry, today=today)
    if trip_id is not None and not Trip.objects.filter(pk=trip_id).exists():
        trip.pk = trip_id
    refuse_impossible(trip=trip)
    trip.save(force_insert=True)
    refresh_traveller(person, today=today)
    audit.record(Act.CREATED, by=by, on=trip, region=person.village_id)
    if Stage(entry.stage) == Stage.ACTIVE:
        forget_where_he_lives(by=by, person=person)
    return Trip.objects.editable_by(by).get(pk=trip.pk)


@transaction.atomic
def change_trip(*, by, trip_id, version: int, entry: TripEntry, today: dt.date) -> Trip:
    """Add the next step of a journey, or correct what is known of it; earlier steps stay as they are.

    The stage that is chosen is how it stands now: a later step that was noted by mistake goes. How that is known is
    said of this step alone.
    """
    trip = hold_trip(by=by, trip_id=trip_id, version=version)
    values = {"country": entry.country, "sector": entry.sector}
    return write_trip(by=by, trip=trip, version=version, values=values | _moved(trip, entry, today=today))


def write_trip(*, by, trip: Trip, version: int, values: dict) -> Trip:
    """Write what changes of a journey that is held, with its line in the book.

    Raises StaleVersion, and ValidationError in words for steps that cannot be.
    """
    # A step is one fact in three columns; the book names it once.
    changed = {
        name.replace("_precision", "_on").replace("_known_at", "_on")
        for name, value in values.items()
        if getattr(trip, name) != value
    }
    was_prepared, had_left = trip.prospective_on is not None, trip.departed_on is not None
    was_home = trip.returned_on is not None
    for name, value in values.items():
        setattr(trip, name, value)
    refuse_impossible(trip=trip, told=[step for step in STEPS if f"{step}_on" in changed])
    editable = Trip.objects.editable_by(by)
    written = change(editable, pk=trip.pk, version=version, changed_at=timezone.now(), changed_by=by, **values)
    refresh_traveller(trip.person, today=timezone.localdate())
    audit.record(Act.CHANGED, by=by, on=trip, region=trip.person.village_id, fields=changed)
    has_left, is_home = trip.departed_on is not None, trip.returned_on is not None
    if (has_left, is_home) > (had_left, was_home):
        forget_where_he_lives(by=by, person=trip.person)
    if was_prepared and trip.returned_on is None and has_left != had_left:
        departure_noted.send(Trip, trip=written, by=by, has_left=has_left)
    return written


def refuse_impossible(*, trip: Trip, told=STEPS) -> None:
    """Raises ValidationError in words where steps are in no order, after the death, or, as `told`, before the birth."""
    refuse_broken(trip)
    person = trip.person
    if sentence := step_before_birth(trip, birth_on=person.birth_on, told=told):
        raise ValidationError(sentence)
    if sentence := step_after_death(trip, died_on=person.died_on, died_precision=person.died_precision):
        raise ValidationError(sentence)


def _moved(trip: Trip, entry: TripEntry, *, today: dt.date) -> dict:
    """The columns of the journey's steps that change with what is told now."""
    step = STEP_OF[Stage(entry.stage)]
    undone = _undone(trip, step)
    until_then = copy(trip)
    for name, value in undone.items():
        setattr(until_then, name, value)
    known = known_step(until_then, step, entry.evidence)
    if undone and not entry.since and getattr(trip, f"{step}_on"):
        return undone | known
    return corrected_step(until_then, step, entry.since, today=today, now=timezone.now()) | undone | known


def _undone(trip: Trip, step: str) -> dict:
    """The columns, emptied, of those steps of the journey that come after `step`."""
    later = [name for name in STEPS[STEPS.index(step) + 1 :] if getattr(trip, f"{name}_on")]
    undone = {}
    for name in later:
        undone |= untold_step(name)
    return undone | ({"return_reason": ""} if "returned" in later else {})
