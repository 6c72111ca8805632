"""What a family needs: noted, met, and taken back."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.circumstances import answer_section
from households.choices import Precision
from households.living import SECTIONS, NeedsAnswer
from households.models import Circumstances, Household, Need
from households.rules.dates import met_to_keep
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate

MISTAKEN = "catatan kebutuhan yang keliru dihapus"


@transaction.atomic
def note_needs(*, by, household_id, version: int, kinds: list[str], answer: str, told_on: dt.date) -> Circumstances:
    """Keep what a family says it needs beside what it said before; without a need, the answer it gave.

    Raises StaleVersion, and ValidationError in words for a need that is open already.
    """
    household = Household.objects.editable_by(by).get(pk=household_id)
    if kinds or household.needs.filter(met_on=None).exists():
        answer = NeedsAnswer.SOME.value
    known = answer_section(
        by=by,
        household_id=household_id,
        section=SECTIONS["needs"],
        version=version,
        answers={"needs_answer": answer},
        told_on=told_on,
    )
    for kind in kinds:
        need = Need(household=household, kind=kind, noted_on=told_on, noted_by=by, changed_by=by)
        refuse_broken(need)
        need.save(force_insert=True)
        audit.record(Act.CREATED, by=by, on=need, region=household.village_id)
    return known


@transaction.atomic
def meet_need(*, by, need_id, version: int, met: PartialDate, today: dt.date) -> Need:
    """Note that a need is met, or correct since when; without a date it stands on the day it became known.

    Raises StaleVersion, and ValidationError in words for a day before the need was told.
    """
    before = Need.objects.editable_by(by).get(pk=need_id)
    on = met_to_keep(met, noted_on=before.noted_on, today=today)
    if not met and before.met_precision == Precision.UNKNOWN:
        on = before.met_on
    known_at = before.met_known_at if before.met_on == on else timezone.now()
    return _write(
        by, before, version, met_on=on, met_precision=met.precision, met_known_at=known_at, met_by=before.met_by or by
    )


@transaction.atomic
def reopen_need(*, by, need_id, version: int) -> Need:
    """Take back that a need is met: the family still needs it. Raises StaleVersion.

    Where the same need was noted anew meanwhile it stands already: ValidationError in words.
    """
    before = Need.objects.editable_by(by).get(pk=need_id)
    return _write(by, before, version, met_on=None, met_precision="", met_known_at=None, met_by=None)


@transaction.atomic
def withdraw_need(*, by, need_id, version: int) -> Household:
    """Take out a need that was noted by mistake; without any other the family was not asked. Raises StaleVersion."""
    editable = Need.objects.editable_by(by)
    need = change(editable, pk=need_id, version=version, changed_at=timezone.now(), changed_by=by)
    household = need.household
    need.delete()
    if not household.needs.exists():
        unasked = {"needs_answer": "", "needs_told_on": None, "needs_known_at": None}
        Circumstances.objects.editable_by(by).filter(household=household).update(**unasked)
    audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, reason=MISTAKEN)
    return household


def _write(by, need: Need, version: int, **values) -> Need:
    for name, value in values.items():
        setattr(need, name, value)
    refuse_broken(need)
    editable = Need.objects.editable_by(by)
    need = change(editable, pk=need.pk, version=version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=need, region=need.household.village_id, fields=["met_on"])
    return need
