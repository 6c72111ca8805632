"""A family's data were gone through at a visit."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.models import Household, Visit
from toolkit.constraints import refuse_broken


@transaction.atomic
def verify_household(*, by, household_id, version: int, visited_on: dt.date) -> Household:
    """Note that `by` sat with the family on that day and found its data right. Raises StaleVersion.

    A second note of the same day is refused in words (ValidationError).
    """
    household = _take(by, household_id, version)
    visit = Visit(household=household, visited_on=visited_on, visited_by=by)
    refuse_broken(visit)
    visit.save(force_insert=True)
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["visited_on"])
    return household


@transaction.atomic
def withdraw_visit(*, by, household_id, version: int) -> Household:
    """Take the last visit out again, because it was noted by mistake; the one before it counts. Raises StaleVersion."""
    household = _take(by, household_id, version)
    last = household.visits.first()
    if last is not None:
        last.delete()
        audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, fields=["visited_on"])
    return household


def _take(by, household_id, version) -> Household:
    editable = Household.objects.editable_by(by)
    return change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)
