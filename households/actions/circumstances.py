"""How a family lives, as it was told: one section at a time."""

import datetime as dt

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import StaleVersion
from households.living import Section
from households.models import Circumstances, Household


@transaction.atomic
def answer_section(
    *, by, household_id, section: Section, version: int, answers: dict, told_on: dt.date
) -> Circumstances:
    """Keep what a family said about one section on `told_on`; the other sections stay as they are.

    Empty answers were not asked: with nothing but those the section is as if nobody had. Raises StaleVersion where
    somebody has answered the same section meanwhile.
    """
    household = Household.objects.editable_by(by).get(pk=household_id)
    Circumstances.objects.get_or_create(household=household, defaults={"changed_by": by})
    mine = Circumstances.objects.editable_by(by).filter(household=household)
    before = mine.get()
    changed = [name for name, value in answers.items() if getattr(before, name) != value]
    after = Circumstances(household=household, changed_by=by, **answers)
    # One of a few, and without its key: the row that stands would be taken for a second one of the family.
    after.validate_constraints(exclude={"household"})
    asked = any(value not in ("", None) for value in answers.values())
    values = answers | {
        section.told_on: told_on if asked else None,
        section.known_at: timezone.now() if asked else None,
    }
    now = {"changed_at": timezone.now(), "changed_by": by, section.version: F(section.version) + 1}
    # Of the row itself, which `mine` has found (accounts.versions).
    if not Circumstances.objects.filter(pk=before.pk, **{section.version: version}).update(**values, **now):
        raise StaleVersion(before)
    fields = changed or [section.told_on]
    audit.record(Act.CHANGED, by=by, on=before, region=household.village_id, fields=fields)
    return mine.select_related("household").get()
