"""What somebody tells after coming home from a journey."""

from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.entries import HomecomingEntry
from households.models import Homecoming, Trip

STILL_AWAY = "Perjalanan ini belum tercatat pulang. Catat dulu kepulangannya."


@transaction.atomic
def change_homecoming(*, by, trip_id, version: int, entry: HomecomingEntry) -> Trip:
    """Write the answers over those before, empty ones too: what was noted by mistake becomes 'not asked' again.

    Raises StaleVersion, and ValidationError in words for a journey that nobody has come home from.
    """
    now = timezone.now()
    trip = change(Trip.objects.editable_by(by), pk=trip_id, version=version, changed_at=now, changed_by=by)
    if trip.returned_on is None:
        raise ValidationError(STILL_AWAY)
    before = Homecoming.objects.editable_by(by).filter(trip=trip).first()
    values = asdict(entry)
    changed = [name for name, value in values.items() if getattr(before, name, "") != value]
    homecoming = before or Homecoming(trip=trip)
    for name, value in (values | {"changed_at": now, "changed_by": by}).items():
        setattr(homecoming, name, value)
    homecoming.save()
    audit.record(Act.CHANGED, by=by, on=homecoming, region=trip.person.village_id, fields=changed)
    return trip
