"""Keeping, replacing and removing the photograph of a candidate's paper."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.models import Trip
from infopost.models import DocumentPhoto

NO_PHOTO = "Surat ini belum mempunyai foto."


@transaction.atomic
def keep_photo(*, by, trip_id, version: int, kind: str, photo) -> Trip:
    """Keep a photograph of a document, in the place of the one that stands. Raises StaleVersion."""
    trip = _take(by, trip_id, version)
    _remove(by, trip, kind)
    DocumentPhoto.objects.create(trip=trip, kind=kind, photo=photo, kept_by=by)
    return _noted(by, trip)


@transaction.atomic
def remove_photo(*, by, trip_id, version: int, kind: str) -> Trip:
    """Remove the photograph that stands. Raises StaleVersion, and ValidationError where there is none."""
    trip = _take(by, trip_id, version)
    if not _remove(by, trip, kind):
        raise ValidationError(NO_PHOTO)
    return _noted(by, trip)


def _remove(by, trip: Trip, kind: str) -> int:
    """Let go of the picture: the sealed file that no line names goes by night (toolkit.sealed.forget_orphans)."""
    standing = DocumentPhoto.objects.editable_by(by).filter(trip=trip, kind=kind, removed_at=None)
    return standing.update(photo="", removed_at=timezone.now(), removed_by=by)


def _take(by, trip_id, version: int) -> Trip:
    trips = Trip.objects.editable_by(by).select_related("person")
    return change(trips, pk=trip_id, version=version, changed_at=timezone.now(), changed_by=by)


def _noted(by, trip: Trip) -> Trip:
    audit.record(Act.CHANGED, by=by, on=trip, region=trip.village_id, fields=["photo"])
    return trip
