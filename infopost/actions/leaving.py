"""What a candidate still lacked on leaving is kept, on whichever page the departure was noted."""

from django.utils import timezone

from households.models import Trip
from infopost.files.gathering import file_of, with_files
from infopost.models import DepartureGap


def keep_gaps(*, trip: Trip, by, has_left: bool, **_) -> None:
    """Keep what is missing now that somebody has left; a departure that was a mistake takes it back."""
    standing = DepartureGap.objects.editable_by(by).filter(trip=trip, withdrawn_at=None)
    standing.update(withdrawn_at=timezone.now())
    if has_left:
        file = file_of(with_files(Trip.objects.editable_by(by)).get(pk=trip.pk), today=timezone.localdate())
        DepartureGap.objects.create(trip=trip, missing=file.gaps, noted_by=by)
