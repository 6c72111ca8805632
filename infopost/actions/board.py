"""Job orders and calendar days are noted for the region of whoever keeps them: country, kabupaten or village."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.models import CalendarEntry, JobOrder


@transaction.atomic
def add_job_order(*, by: User, order_id: UUID, values: dict) -> JobOrder:
    """Tell of places that can be applied for."""
    return _add(JobOrder, by, order_id, values)


@transaction.atomic
def change_job_order(*, by: User, order_id: UUID, version: int, values: dict) -> JobOrder:
    """Correct it, or say that it is filled, cancelled or open again. Raises StaleVersion or DoesNotExist."""
    return _change(JobOrder, by, order_id, version, values)


@transaction.atomic
def add_entry(*, by: User, entry_id: UUID, values: dict) -> CalendarEntry:
    """Tell of a day on which something is offered."""
    return _add(CalendarEntry, by, entry_id, values)


@transaction.atomic
def change_entry(*, by: User, entry_id: UUID, version: int, values: dict) -> CalendarEntry:
    """Correct it, take it off the page or show it again. Raises StaleVersion or DoesNotExist."""
    return _change(CalendarEntry, by, entry_id, version, values)


def _add(model, by, pk, values):
    if not by.may(Verb.KEEP_BOARD):
        raise PermissionDenied
    row = model.objects.create(id=pk, region_id=by.region_id, noted_by=by, **values)
    audit.record(Act.CREATED, by=by, on=row, region=row.region_id or "", fields=values)
    return row


def _change(model, by, pk, version, values):
    before = model.objects.editable_by(by).get(pk=pk)
    row = change(model.objects.editable_by(by), pk=pk, version=version, **values)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    audit.record(Act.CHANGED, by=by, on=row, region=row.region_id or "", fields=changed)
    return row
