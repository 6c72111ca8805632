"""Writes of a candidate's file: steps, documents, the company and the contract.

Each takes the journey by the version that was shown, and leaves its line in the book of acts on the journey.
"""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions import record_documents, record_placement
from households.choices import Evidence
from households.entries import DocumentEntry
from households.models import Placement, Trip
from households.models.placements import Section
from infopost.file_choices import StepState
from infopost.models import AgencyCheck, ContractCheck, DocumentHelp, StepNote
from infopost.rules.files import NOT_NOTED
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate

NOTHING_NOTED = "Belum ada catatan yang bisa ditarik."


@transaction.atomic
def note_step(
    *, by, trip_id, version: int, step: str, state: str, done: PartialDate, evidence: str, note: str = ""
) -> Trip:
    """Note that a step is done, since when and how that is known, or that it is not needed; or correct it.

    Raises StaleVersion, and ValidationError in words for a step that other pages tell.
    """
    if step in NOT_NOTED:
        raise ValidationError("Langkah ini dicatat di halamannya sendiri.")
    trip = _take(by, trip_id, version)
    told = done if state == StepState.DONE else PartialDate()
    row = StepNote.objects.editable_by(by).filter(trip=trip, step=step).first() or StepNote(trip=trip, step=step)
    row.state, row.evidence, row.note = state, evidence, note
    row.done_on, row.done_precision = told.value, told.precision
    row.known_at, row.noted_by = timezone.now(), by
    refuse_broken(row)
    row.save()
    return _noted(by, trip, ["step"])


@transaction.atomic
def withdraw_step(*, by, trip_id, version: int, step: str) -> Trip:
    """Take back what was noted of a step: it is open again, or as its document says. Raises StaleVersion."""
    trip = _take(by, trip_id, version)
    gone, _ = StepNote.objects.editable_by(by).filter(trip=trip, step=step).delete()
    if not gone:
        raise ValidationError(NOTHING_NOTED)
    return _noted(by, trip, ["step"])


@transaction.atomic
def help_with_document(*, by, trip_id, version: int, entry: DocumentEntry, today: dt.date) -> Trip:
    """Note where one document is, in the registry, and that the post helped with it today. Raises StaleVersion.

    A document without a state takes the note back: nobody was asked about it, and the post did not help.
    """
    trip = record_documents(by=by, trip_id=trip_id, version=version, entries=[entry])
    helps = DocumentHelp.objects.editable_by(by).filter(trip=trip, kind=entry.kind)
    if not entry.state:
        helps.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
        return trip
    told = {"state": entry.state, "known_at": timezone.now(), "helped_by": by, "withdrawn_at": None}
    DocumentHelp.objects.editable_by(by).update_or_create(trip=trip, kind=entry.kind, helped_on=today, defaults=told)
    return trip


@transaction.atomic
def check_agency(*, by, trip_id, version: int, found, today: dt.date) -> Trip:
    """Keep what the list says of a candidate's company today, and write the company into the registry.

    `found` is what was looked up (`infopost.files.lookups.Found`). Raises StaleVersion.
    """
    answers = {"agency": found.name, "agency_licence": found.licence}
    before = Placement.objects.editable_by(by).filter(trip=trip_id).first()
    if before is None or not before.way_evidence:
        answers["way_evidence"] = Evidence.TOLD
    trip = record_placement(by=by, trip_id=trip_id, version=version, section=Section.WAY, answers=answers)
    check = AgencyCheck(trip=trip, checked_on=today, checked_by=by, **found.columns)
    refuse_broken(check)
    check.save(force_insert=True)
    return _noted(by, trip, ["order_answer"])


@transaction.atomic
def withdraw_agency_check(*, by, trip_id, version: int) -> Trip:
    """Take the last look at the list back; the one before it holds again. Raises StaleVersion."""
    trip = _take(by, trip_id, version)
    _withdraw(AgencyCheck.objects.editable_by(by).filter(trip=trip, withdrawn_at=None))
    return _noted(by, trip, ["order_answer"])


@transaction.atomic
def check_contract(*, by, trip_id, version: int, beside: str, answers: dict, today: dt.date) -> Trip:
    """Keep which of the seven things stand in the contract that was read with the family today. Raises StaleVersion."""
    trip = _take(by, trip_id, version)
    check = ContractCheck(trip=trip, checked_on=today, checked_by=by, beside=beside, **answers)
    refuse_broken(check)
    check.save(force_insert=True)
    return _noted(by, trip, ["beside"])


@transaction.atomic
def withdraw_contract_check(*, by, trip_id, version: int) -> Trip:
    """Take the last reading of the contract back; the one before it holds again. Raises StaleVersion."""
    trip = _take(by, trip_id, version)
    _withdraw(ContractCheck.objects.editable_by(by).filter(trip=trip, withdrawn_at=None))
    return _noted(by, trip, ["beside"])


def _withdraw(standing) -> None:
    last = standing.first()
    if last is None:
        raise ValidationError(NOTHING_NOTED)
    last.withdrawn_at = timezone.now()
    last.save(update_fields=["withdrawn_at"])


def _take(by, trip_id, version: int) -> Trip:
    trips = Trip.objects.editable_by(by).select_related("person")
    return change(trips, pk=trip_id, version=version, changed_at=timezone.now(), changed_by=by)


def _noted(by, trip: Trip, columns: list[str]) -> Trip:
    audit.record(Act.CHANGED, by=by, on=trip, region=trip.village_id, fields=columns)
    return trip
