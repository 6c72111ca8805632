"""The officer notes what the families of those away told him."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from accounts.models import User
from households.models import Trip
from infopost.actions.desk_rows import taken_back, write_new, write_over
from infopost.entries import CallEntry
from infopost.models import FamilyCall


@transaction.atomic
def note_call(*, by: User, call_id: UUID, trip_id, entry: CallEntry) -> FamilyCall:
    """Write down that the post spoke with a family, or tried to. Raises DoesNotExist for another village's."""
    trip = Trip.objects.editable_by(by).get(pk=trip_id)
    row = FamilyCall(id=call_id, trip=trip, village_id=trip.village_id)
    return write_new(by=by, row=row, values=asdict(entry))


@transaction.atomic
def change_call(*, by: User, call_id: UUID, version: int, entry: CallEntry) -> FamilyCall:
    """Correct it. Raises StaleVersion or DoesNotExist."""
    return write_over(by=by, before=_take(by, call_id), version=version, values=asdict(entry))


@transaction.atomic
def withdraw_call(*, by: User, call_id: UUID, version: int) -> FamilyCall:
    """Take back what was noted by mistake. Raises StaleVersion or DoesNotExist."""
    before = _take(by, call_id)
    return write_over(by=by, before=before, version=version, values=taken_back(before))


@transaction.atomic
def restore_call(*, by: User, call_id: UUID, version: int) -> FamilyCall:
    """It was no mistake after all. Raises StaleVersion or DoesNotExist."""
    return write_over(by=by, before=_take(by, call_id), version=version, values={"withdrawn_at": None})


def _take(by, pk) -> FamilyCall:
    return FamilyCall.objects.editable_by(by).get(pk=pk)
