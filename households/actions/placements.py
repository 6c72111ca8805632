"""How somebody was placed: what is known of the way and the documents, and what the officer decides about it."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.entries import DocumentEntry
from households.models import Placement, PlacementReview, Trip, TripDocument
from households.models.placements import Section
from households.placement_choices import EmployerType, Scheme
from households.rules.placement import Suggestion, departure_days, facts_of, placed, suggest
from households.rules.plans import PLANS, RETURN_BEFORE_LEAVING, plan_of, returns_too_early
from households.signals import closing_asked
from toolkit.constraints import refuse_broken

NOTHING_DECIDED = "Belum ada keputusan yang bisa ditarik."


@transaction.atomic
def record_placement(*, by, trip_id, version: int, section: Section, answers: dict) -> Trip:
    """Note what was answered to one section of questions about a placement: columns with their values.

    Raises StaleVersion, and ValidationError in words for answers that cannot stand together.
    """
    trains = {"is_training": answers["scheme"] == Scheme.TRAINEE} if "scheme" in answers else {}
    trip = _take(by, trip_id, version, **trains)
    row = placement_of(trip=trip) or Placement(trip=trip)
    changed = [name for name, value in answers.items() if getattr(row, name) != value]
    for name, value in answers.items():
        setattr(row, name, value)
    setattr(row, f"{Section(section).value}_known_at", timezone.now())
    refuse_broken(row)
    leaving, home = (plan_of(trip, name) for name in PLANS)
    if answers.keys() & {f"{name}_on" for name in PLANS} and returns_too_early(trip, leaving=leaving, home=home):
        raise ValidationError(RETURN_BEFORE_LEAVING)
    row.save()
    return _noted(by, trip, changed)


@transaction.atomic
def record_documents(*, by, trip_id, version: int, entries: list[DocumentEntry]) -> Trip:
    """Note where each document of a journey is; one without a state was not asked about and has no row.

    Raises StaleVersion.
    """
    trip = _take(by, trip_id, version)
    rows = {row.kind: row for row in trip.documents.all()}
    told = {entry.kind: _told(entry) for entry in entries}
    now = timezone.now()
    new = [
        TripDocument(trip=trip, kind=kind, known_at=now, **values)
        for kind, values in told.items()
        if values["state"] and kind not in rows
    ]
    gone = [row.pk for kind, row in rows.items() if kind in told and not told[kind]["state"]]
    changed = [row for kind, row in rows.items() if row.pk not in gone and _differs(row, told.get(kind, {}))]
    TripDocument.objects.bulk_create(new)
    trip.documents.filter(pk__in=gone).delete()
    for row in changed:
        row.known_at = now
        row.save()
    return _noted(by, trip, ["state"] if new or gone or changed else [])


@transaction.atomic
def decide_placement(*, by, trip_id, version: int, status: str, evidence: str, note: str, today: dt.date) -> Trip:
    """Confirm what the rule suggests about a journey, or decide otherwise with a note.

    Raises StaleVersion, and ValidationError in words without the note.
    """
    trip = take_placed(by=by, trip_id=trip_id)
    suggestion = suggestion_for(trip=trip, today=today)
    review = PlacementReview(
        trip=trip,
        decided_on=today,
        decided_by=by,
        status=status,
        evidence=evidence,
        suggestion=suggestion.status,
        reasons=[reason.value for reason in suggestion.reasons],
        note=note,
    )
    refuse_broken(review)
    trip = _take(by, trip_id, version, placed=placed(status, evidence))
    review.save(force_insert=True)
    return _noted(by, trip, ["placed"])


@transaction.atomic
def withdraw_decision(*, by, trip_id, version: int) -> Trip:
    """Take the last decision back; the one before it holds again. Raises StaleVersion, and ValidationError."""
    standing = list(PlacementReview.objects.editable_by(by).filter(trip=trip_id, withdrawn_at=None)[:2])
    if not standing:
        raise ValidationError(NOTHING_DECIDED)
    before = standing[1] if len(standing) == 2 else None
    trip = _take(by, trip_id, version, placed=placed(before.status, before.evidence) if before else "")
    standing[0].withdrawn_at, standing[0].withdrawn_by = timezone.now(), by
    standing[0].save(update_fields=["withdrawn_at", "withdrawn_by"])
    return _noted(by, trip, ["placed"])


def take_placed(*, by, trip_id) -> Trip:
    """A journey with everything that the rule looks at, from the rows that `by` may edit."""
    trips = Trip.objects.editable_by(by).select_related("person", "placement").prefetch_related("documents")
    return trips.get(pk=trip_id)


def placement_of(*, trip: Trip) -> Placement | None:
    """By which way a journey went; None where nobody has asked yet."""
    return getattr(trip, "placement", None)


def suggestion_for(*, trip: Trip, today: dt.date) -> Suggestion:
    """What the rule says about a journey today."""
    facts = facts_of(
        trip,
        trip.person,
        placement=placement_of(trip=trip),
        documents=trip.documents.all(),
        closed=_was_closed(trip),
    )
    return suggest(facts, today=today)


def _was_closed(trip: Trip) -> bool | None:
    """Whether the country was surely closed for the work when somebody left; None as far as nobody knows.

    The closings that are known are about work for individuals: of whoever worked for a company they say nothing sure.
    """
    days, placement = departure_days(trip), placement_of(trip=trip)
    if days is None or not trip.country or (placement and placement.employer_type == EmployerType.LEGAL_ENTITY):
        return None
    first, last = days
    told = closing_asked.send(Trip, country=trip.country, sector=trip.sector, first=first, last=last)
    return any(answer for _, answer in told) or None


def _told(entry: DocumentEntry) -> dict:
    return {
        "state": entry.state,
        "number": entry.number,
        "place": entry.place,
        "expires_on": entry.expires.value,
        "expires_precision": entry.expires.precision,
        "evidence": entry.evidence,
    }


def _differs(row: TripDocument, values: dict) -> bool:
    """Bring a row to what was told; whether anything changed."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return bool(changed)


def _take(by, trip_id, version, **values) -> Trip:
    editable = Trip.objects.editable_by(by).select_related("person", "placement")
    return change(editable, pk=trip_id, version=version, changed_at=timezone.now(), changed_by=by, **values)


def _noted(by, trip: Trip, columns: list[str]) -> Trip:
    audit.record(Act.CHANGED, by=by, on=trip, region=trip.person.village_id, fields=columns)
    return trip
