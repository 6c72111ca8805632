"""Leaving, coming home, leaving again and giving up: the acts of a journey, each with its inverse."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from households.actions.trips import add_trip, take_trip, write_trip
from households.choices import Precision, Stage
from households.entries import TripEntry
from households.models import Person, Trip
from households.rules.journeys import standing_of
from households.rules.steps import corrected_step, known_step, told_step, untold_step
from toolkit.dates import PartialDate

GIVEN_UP = "Perjalanan ini tercatat batal. Pulihkan dulu perjalanannya."
STILL_AWAY = "Masih tercatat di luar negeri. Catat dulu kepulangannya."
HOME_ALREADY = "Sudah tercatat pulang. Bila itu keliru, betulkan dulu kepulangannya."
GONE_ALREADY = "Sudah tercatat berangkat. Bila itu keliru, betulkan dulu keberangkatannya."


@transaction.atomic
def record_departure(*, by, trip_id, version: int, departed: PartialDate, today: dt.date, evidence: str = "") -> Trip:
    """Note that somebody has left, or correct when and how that is known; a return that is known already stays.

    Without `evidence` it is known as the journey is, or as was said before.

    Raises StaleVersion, and ValidationError in words for a departure that cannot be.
    """
    trip = _take(by, trip_id)
    values = _corrected(trip, "departed", departed, today) | known_step(trip, "departed", evidence)
    return write_trip(by=by, trip=trip, version=version, values=values)


@transaction.atomic
def withdraw_departure(*, by, trip_id, version: int, today: dt.date) -> Trip:
    """Take back a departure that was noted by mistake: the traveller is a candidate, as before or as from today.

    Raises StaleVersion, and ValidationError in words where a return is noted too.
    """
    trip = take_trip(by=by, trip_id=trip_id)
    if trip.returned_on:
        raise ValidationError(HOME_ALREADY)
    preparing = {} if trip.prospective_on else told_step("prospective", PartialDate(), today=today, now=timezone.now())
    return write_trip(by=by, trip=trip, version=version, values=untold_step("departed") | preparing)


@transaction.atomic
def record_arrival(
    *, by, trip_id, version: int, returned: PartialDate, reason: str, today: dt.date, evidence: str = ""
) -> Trip:
    """Note that somebody has come home, why and how that is known, or correct it.

    Without `evidence` it is known as the journey is, or as was said before.

    Raises StaleVersion, and ValidationError in words for a return that cannot be.
    """
    trip = _take(by, trip_id)
    values = _corrected(trip, "returned", returned, today) | {"return_reason": reason}
    values |= known_step(trip, "returned", evidence)
    return write_trip(by=by, trip=trip, version=version, values=values)


@transaction.atomic
def withdraw_arrival(*, by, trip_id, version: int, today: dt.date) -> Trip:
    """Take back a return that was noted by mistake: the traveller is abroad still, as before or as from today.

    Raises StaleVersion.
    """
    trip = take_trip(by=by, trip_id=trip_id)
    away = {} if trip.departed_on else told_step("departed", PartialDate(), today=today, now=timezone.now())
    return write_trip(by=by, trip=trip, version=version, values=untold_step("returned") | {"return_reason": ""} | away)


@transaction.atomic
def leave_again(*, by, person_id, entry: TripEntry, today: dt.date, trip_id=None) -> Trip:
    """Write the next journey of somebody who has come home; its inverse is `withdraw_trip`.

    Raises ValidationError in words while he is abroad still.
    """
    person = Person.objects.editable_by(by).select_for_update(of=("self",)).get(pk=person_id)
    standing = standing_of(person, today)
    if standing and standing.stage == Stage.ACTIVE:
        raise ValidationError(STILL_AWAY)
    return add_trip(by=by, person_id=person_id, entry=entry, today=today, trip_id=trip_id)


@transaction.atomic
def cancel_trip(*, by, trip_id, version: int, cancelled: PartialDate, today: dt.date) -> Trip:
    """Note that a candidate will not go, or correct since when; without a date from the day it became known.

    Raises StaleVersion, and ValidationError in words for somebody who has left already.
    """
    trip = take_trip(by=by, trip_id=trip_id)
    if trip.departed_on or trip.returned_on:
        raise ValidationError(GONE_ALREADY)
    values = _corrected(trip, "cancelled", cancelled, today)
    if values.get("cancelled_on", trip.cancelled_on) < values.get("prospective_on", trip.prospective_on):
        raise ValidationError("Tanggal batal lebih awal dari menjadi calon PMI. Periksa keduanya.")
    return write_trip(by=by, trip=trip, version=version, values=values)


@transaction.atomic
def withdraw_trip(*, by, trip_id, version: int) -> Trip:
    """Take a whole journey back that was noted by mistake: it then held on no day. Raises StaleVersion."""
    trip = take_trip(by=by, trip_id=trip_id)
    values = {
        "cancelled_on": trip.began_on,
        "cancelled_precision": Precision.DAY.value,
        "cancelled_known_at": timezone.now(),
    }
    return write_trip(by=by, trip=trip, version=version, values=values)


@transaction.atomic
def restore_trip(*, by, trip_id, version: int) -> Trip:
    """Let a journey hold again that was given up or taken back. Raises StaleVersion."""
    trip = take_trip(by=by, trip_id=trip_id)
    return write_trip(by=by, trip=trip, version=version, values=untold_step("cancelled"))


def _take(by, trip_id) -> Trip:
    trip = take_trip(by=by, trip_id=trip_id)
    if trip.cancelled_on:
        raise ValidationError(GIVEN_UP)
    return trip


def _corrected(trip, step, since, today) -> dict:
    return corrected_step(trip, step, since, today=today, now=timezone.now())
