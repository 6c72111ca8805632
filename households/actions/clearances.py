"""A reason to check is cleared: looked at, and right as it is; or put back."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_checks, refresh_household
from households.choices import Check
from households.models import Household, Person
from households.rules import names
from households.rules.clearing import basis, may_clear

NOT_THERE = "Keterangan ini tidak lagi perlu dicek. Muat ulang halamannya."


@transaction.atomic
def clear_check(*, by, record: Household | Person, version: int, code: str, note: str, today: dt.date):
    """Note that a reason on a family or a person was looked at and is right as it is, and how that is known.

    It stands on the record again once the answer changes. Raises StaleVersion, and ValidationError in words for a
    reason that the record does not have, or that is never right as it is.
    """
    taken = _take(by, record, version)
    if code not in taken.checks or not may_clear(code):
        raise ValidationError(NOT_THERE)
    # An earlier one was about answers that have changed since.
    taken.clearances.filter(code=code).delete()
    taken.clearances.create(code=code, note=names.tidy(note), basis=basis(code, taken), cleared_by=by)
    return _refresh(by, taken, today, f"{Check(code).label}: memang begitu")


@transaction.atomic
def withdraw_clearance(*, by, record: Household | Person, version: int, code: str, today: dt.date):
    """Put a reason back that was cleared by mistake. Raises StaleVersion."""
    taken = _take(by, record, version)
    taken.clearances.filter(code=code).delete()
    return _refresh(by, taken, today, f"{Check(code).label}: perlu dicek lagi")


def _take(by, record, version):
    editable = type(record).objects.editable_by(by)
    return change(editable, pk=record.pk, version=version, changed_at=timezone.now(), changed_by=by)


def _refresh(by, record, today, reason):
    household = record
    if isinstance(record, Person):
        refresh_checks(record, today=today)
        record.save(update_fields=["checks"])
        household = record.household
    refresh_household(household)
    audit.record(Act.CHANGED, by=by, on=record, region=record.village_id, fields=["checks"], reason=reason)
    return record
