"""Somebody is sent to an office, and what comes back from there."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.models import Trip
from households.rules.journeys import return_to_keep
from infopost.file_choices import ReferralAnswer
from infopost.models import Referral
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate


@transaction.atomic
def refer(
    *,
    by,
    trip_id,
    referral_id: UUID,
    office: str,
    reason: str,
    referred_on: dt.date,
    office_name: str = "",
    note: str = "",
) -> Referral:
    """Refer a candidate to an office with a reason; its inverse is `withdraw_referral`."""
    trip = Trip.objects.editable_by(by).get(pk=trip_id)
    _touch(by, trip)
    referral = Referral(
        trip=trip,
        office=office,
        office_name=office_name,
        reason=reason,
        note=note,
        referred_on=referred_on,
        referred_by=by,
    )
    if not Referral.objects.filter(pk=referral_id).exists():
        referral.pk = referral_id
    refuse_broken(referral)
    referral.save(force_insert=True)
    return _noted(by, referral, ["office", "reason"])


@transaction.atomic
def answer_referral(
    *, by, referral_id: UUID, version: int, answer: str, answered: PartialDate, asked_for: str = ""
) -> Referral:
    """Note what the office answered and when, or correct it. Raises StaleVersion, and ValidationError in words."""
    before = Referral.objects.editable_by(by).get(pk=referral_id)
    told = {
        "answer": answer,
        "asked_for": asked_for if answer == ReferralAnswer.ASKS_MORE else "",
        "answered_on": return_to_keep(answered, departed_on=before.referred_on),
        "answered_precision": answered.precision,
        "answered_known_at": timezone.now(),
        "answered_by": by,
    }
    return _write(by, referral_id, version, told, ["answered_on"])


@transaction.atomic
def withdraw_answer(*, by, referral_id: UUID, version: int) -> Referral:
    """Take an answer back that was noted by mistake: it is waited for again. Raises StaleVersion."""
    blank = {"answer": "", "asked_for": "", "answered_on": None, "answered_precision": "unknown"}
    blank |= {"answered_known_at": None, "answered_by": None}
    return _write(by, referral_id, version, blank, ["answered_on"])


@transaction.atomic
def withdraw_referral(*, by, referral_id: UUID, version: int) -> Referral:
    """Take back a referral that was noted by mistake: there was none. Raises StaleVersion."""
    return _write(by, referral_id, version, {"withdrawn_at": timezone.now()}, ["office"])


def _write(by, referral_id, version, values, columns) -> Referral:
    before = Referral.objects.editable_by(by).get(pk=referral_id)
    for name, value in values.items():
        setattr(before, name, value)
    refuse_broken(before)
    _touch(by, before.trip)
    rows = Referral.objects.editable_by(by).select_related("trip")
    return _noted(by, change(rows, pk=referral_id, version=version, **values), columns)


def _touch(by, trip: Trip) -> None:
    """What is done for a candidate is a sign of life of his journey: see the list of those who wait."""
    about = {"changed_at": timezone.now(), "changed_by": by}
    Trip.objects.editable_by(by).filter(pk=trip.pk).update(version=F("version") + 1, **about)


def _noted(by, referral: Referral, columns) -> Referral:
    audit.record(Act.CHANGED, by=by, on=referral.trip, region=referral.trip.village_id, fields=columns)
    return referral
