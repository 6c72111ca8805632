"""A family leaves the village's registry, and may come back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.choices import ClosingReason, MoveState
from households.models import Closing, Household
from toolkit.dates import PartialDate

OFFERED = "Keluarga ini sedang ditawarkan pindah ke desa lain. Tarik kembali dulu tawarannya."
NOT_CLOSED = "Rumah tangga ini tidak sedang ditutup."


@transaction.atomic
def close_household(
    *, by, household_id, version: int, reason: ClosingReason, closed: PartialDate, today: dt.date
) -> Household:
    """Close a family with a reason; without a date from the day it became known.

    Raises StaleVersion, and ValidationError in words where it is closed already.
    """
    household = _take(by, household_id, version)
    if household.move_offers.filter(state=MoveState.WAITING).exists():
        raise ValidationError(OFFERED)
    closing = Closing(
        household=household,
        reason=reason,
        closed_on=closed.value or today,
        closed_precision=closed.precision,
        closed_by=by,
    )
    closing.validate_constraints()
    closing.save(force_insert=True)
    label = ClosingReason(reason).label
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["closed_on"], reason=label)
    return household


@transaction.atomic
def reopen_household(*, by, household_id, version: int, by_mistake: bool, today: dt.date) -> Household:
    """Reopen a family from today on; one that was closed by mistake from the day of the closing, as if it never was.

    Raises StaleVersion, and ValidationError in words where it is not closed.
    """
    household = _take(by, household_id, version)
    closing = household.closing
    if closing is None:
        raise ValidationError(NOT_CLOSED)
    closing.reopened_on = closing.closed_on if by_mistake else today
    closing.reopened_known_at, closing.reopened_by = timezone.now(), by
    closing.validate_constraints()
    closing.save(update_fields=["reopened_on", "reopened_known_at", "reopened_by"])
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["reopened_on"])
    return household


def _take(by, household_id, version) -> Household:
    editable = Household.objects.editable_by(by)
    return change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)
