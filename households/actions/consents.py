"""A consent that is noted after the registration."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household
from households.actions.households import record_consent
from households.entries import ConsentEntry
from households.models import Household


@transaction.atomic
def add_consent(*, by, household_id, version: int, entry: ConsentEntry, today: dt.date) -> Household:
    """Note that a family that is kept already was told and agreed. Raises StaleVersion."""
    household = _take(by, household_id, version)
    consent = record_consent(by=by, household=household, entry=entry, today=today)
    refresh_household(household)
    audit.record(Act.CREATED, by=by, on=consent, region=household.village_id)
    return household


@transaction.atomic
def withdraw_consent(*, by, household_id, version: int) -> Household:
    """Take the last consent out again, because it was noted by mistake. Raises StaleVersion."""
    household = _take(by, household_id, version)
    last = household.consents.first()
    if last is not None:
        last.delete()
        refresh_household(household)
        audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["consents"])
    return household


def _take(by, household_id, version) -> Household:
    editable = Household.objects.editable_by(by)
    return change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)
