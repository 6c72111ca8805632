"""A family leaves the village's registry, and may come back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.moves import is_offered, settled_since
from households.choices import ClosingReason, Precision
from households.models import Closing, Household
from households.rules.dates import joining_to_keep
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate, date_in_words

UNDATED = PartialDate()
OFFERED = "Keluarga ini sedang ditawarkan pindah ke desa lain. Tarik kembali dulu tawarannya."
CLOSED_ALREADY = "Rumah tangga ini sudah ditutup."
NOT_CLOSED = "Rumah tangga ini tidak sedang ditutup."
NEVER_REOPENED = "Rumah tangga ini tidak pernah dibuka kembali."
NOT_REOPENED = {"reopened_on": None, "reopened_precision": "", "reopened_known_at": None, "reopened_by": None}


@transaction.atomic
def close_household(
    *, by, household_id, version: int, reason: ClosingReason, closed: PartialDate, today: dt.date
) -> Household:
    """Close a family with a reason; without a date from the day it became known.

    Raises StaleVersion, and ValidationError in words where it is closed already, or was not written down so early.
    """
    household = _take(by, household_id, version)
    if is_offered(household):
        raise ValidationError(OFFERED)
    earliest = settled_since(household)
    closed_on = joining_to_keep(closed, birth_on=earliest, today=today)
    if closed_on < earliest:
        raise ValidationError(f"Pilih tanggal mulai {date_in_words(earliest)}: sejak itu keluarga ini tercatat begini.")
    closing = Closing(
        household=household,
        reason=reason,
        closed_on=closed_on,
        closed_precision=closed.precision,
        closed_by=by,
    )
    refuse_broken(closing)
    closing.save(force_insert=True)
    label = ClosingReason(reason).label
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["closed_on"], reason=label)
    return household


@transaction.atomic
def reopen_household(
    *, by, household_id, version: int, by_mistake: bool, today: dt.date, back: PartialDate = UNDATED
) -> Household:
    """Reopen a family from the day `back` on, undated from the day that became known; its inverse takes that back.

    One that was closed by mistake is open from the day of the closing, as if it never was. Raises StaleVersion, and
    ValidationError in words where it is not closed, or was not yet on that day.
    """
    household = _take(by, household_id, version)
    closing = household.closing
    if closing is None:
        raise ValidationError(NOT_CLOSED)
    if by_mistake:
        values = {"reopened_on": closing.closed_on, "reopened_precision": Precision.DAY}
    else:
        on = joining_to_keep(back, birth_on=closing.closed_on, today=today)
        values = {"reopened_on": on, "reopened_precision": back.precision}
    return _write(by, household, closing, values | {"reopened_known_at": timezone.now(), "reopened_by": by})


@transaction.atomic
def withdraw_reopening(*, by, household_id, version: int) -> Household:
    """Take back the last reopening, because it was noted by mistake: the family is closed still, as before.

    Raises StaleVersion, and ValidationError in words where there is none, or the family is offered to another village.
    """
    household = _take(by, household_id, version)
    if household.closing is not None:
        raise ValidationError(CLOSED_ALREADY)
    if is_offered(household):
        raise ValidationError(OFFERED)
    last = household.closings.order_by("-reopened_known_at", "-pk").first()
    if last is None:
        raise ValidationError(NEVER_REOPENED)
    return _write(by, household, last, NOT_REOPENED)


def _write(by, household: Household, closing: Closing, values: dict) -> Household:
    for name, value in values.items():
        setattr(closing, name, value)
    refuse_broken(closing)
    closing.save(update_fields=values)
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["reopened_on"])
    return household


def _take(by, household_id, version) -> Household:
    editable = Household.objects.editable_by(by)
    return change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)
