"""The head signs a letter, which gives it its number, or sends it back; a signed one may be withdrawn."""

import datetime as dt
import secrets
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.versions import change
from households.actions import record_documents
from households.choices import Evidence
from households.entries import DocumentEntry
from households.models import Trip
from households.placement_choices import DocumentState
from households.rules.documents import tidy_number
from infopost.letter_choices import DOCUMENT_OF, LetterState
from infopost.letters.wordings import usual
from infopost.models import Letter, LetterBook, LetterCounter
from infopost.rules.numbering import USUAL, fill

TOKEN_BYTES = 24
NOT_WAITING = "Surat ini tidak sedang menunggu tanda tangan."


@transaction.atomic
def sign_letter(*, by: User, letter_id: UUID, version: int, today: dt.date) -> Letter:
    """Sign a letter: it takes the next number of the village's register in this year, and holds.

    The register's row is locked from here to the end, so two letters at once get two numbers, and a number that was
    taken by a signing which failed goes back with it. Raises StaleVersion, and ValidationError for a letter that does
    not wait.
    """
    letter = Letter.objects.signable_by(by).get(pk=letter_id)
    if letter.state != LetterState.WAITING:
        raise ValidationError(NOT_WAITING)
    serial = _next_serial(letter.village_id, today.year)
    book = LetterBook.objects.filter(village=letter.village_id).first()
    code = usual()[1][letter.kind].code
    number = fill(book.number_pattern if book else USUAL, serial=serial, code=code, day=today)
    values = {"year": today.year, "serial": serial, "number": number, "token": secrets.token_urlsafe(TOKEN_BYTES)}
    values |= {"signed_on": today, "signed_at": timezone.now(), "signed_by": by}
    letter = _changed(Letter.objects.signable_by(by), by, letter_id, version, state=LetterState.SIGNED, **values)
    _note_document(letter, DocumentState.HELD)
    return letter


@transaction.atomic
def send_back_letter(*, by: User, letter_id: UUID, version: int, reason: str) -> Letter:
    """Send a letter back to the officer and say why. Raises StaleVersion."""
    letter = Letter.objects.signable_by(by).get(pk=letter_id)
    if letter.state != LetterState.WAITING:
        raise ValidationError(NOT_WAITING)
    values = {"sent_back_at": timezone.now(), "sent_back_reason": reason}
    return _changed(Letter.objects.signable_by(by), by, letter_id, version, state=LetterState.SENT_BACK, **values)


@transaction.atomic
def resume_letter(*, by: User, letter_id: UUID, version: int) -> Letter:
    """Take back that a letter was sent back, before the officer has touched it: it waits again. Raises StaleVersion."""
    letter = Letter.objects.signable_by(by).get(pk=letter_id)
    if letter.state != LetterState.SENT_BACK:
        raise ValidationError(NOT_WAITING)
    values = {"sent_back_at": None, "sent_back_reason": ""}
    return _changed(Letter.objects.signable_by(by), by, letter_id, version, state=LetterState.WAITING, **values)


@transaction.atomic
def withdraw_letter(*, by: User, letter_id: UUID, version: int, reason: str, today: dt.date) -> Letter:
    """Withdraw a signed letter: it keeps its number, and whoever checks it reads that it holds no longer.

    Raises StaleVersion, and ValidationError for a letter that does not hold.
    """
    letter = Letter.objects.handled_by(by).get(pk=letter_id)
    if letter.state != LetterState.SIGNED:
        raise ValidationError("Hanya surat yang berlaku yang dapat ditarik.")
    values = {"withdrawn_on": today, "withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_reason": reason}
    rows = Letter.objects.handled_by(by)
    letter = _changed(rows, by, letter_id, version, state=LetterState.WITHDRAWN, **values)
    _note_document(letter, DocumentState.NONE)
    return letter


@transaction.atomic
def reinstate_letter(*, by: User, letter_id: UUID, version: int) -> Letter:
    """Take back a withdrawal that was a mistake: the letter holds as if it had never been withdrawn."""
    letter = Letter.objects.handled_by(by).get(pk=letter_id)
    if letter.state != LetterState.WITHDRAWN:
        raise ValidationError("Surat ini tidak sedang ditarik.")
    values = {"withdrawn_on": None, "withdrawn_at": None, "withdrawn_by": None, "withdrawn_reason": ""}
    letter = _changed(Letter.objects.handled_by(by), by, letter_id, version, state=LetterState.SIGNED, **values)
    _note_document(letter, DocumentState.HELD)
    return letter


def _next_serial(village_id: str, year: int) -> int:
    LetterCounter.objects.bulk_create([LetterCounter(village_id=village_id, year=year)], ignore_conflicts=True)
    counter = LetterCounter.objects.select_for_update(of=("self",)).get(village=village_id, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def _note_document(letter: Letter, state: str) -> None:
    """Bring the journey's document to what became of the letter, in the name of the officer who prepared it.

    The head changes no family. Where the officer keeps that family no longer, it becomes a duty of whoever does.
    """
    kind, officer = DOCUMENT_OF.get(letter.kind), letter.prepared_by
    if kind is None or letter.trip_id is None:
        return
    trips = Trip.objects.editable_by(officer).select_for_update(of=("self",))
    trip = trips.filter(pk=letter.trip_id, departed_on__isnull=True, returned_on__isnull=True).first()
    number = tidy_number(letter.number)
    if trip is None or _is_about_another(trip, kind, state, number):
        return
    number = number if state == DocumentState.HELD else ""
    entry = DocumentEntry(kind=kind, state=state, number=number, evidence=Evidence.DOCUMENT)
    record_documents(by=officer, trip_id=trip.pk, version=trip.version, entries=[entry])


def _is_about_another(trip, kind, state, number) -> bool:
    """Whether a withdrawn letter has been followed by another one, which stands in the registry by now."""
    if state == DocumentState.HELD:
        return False
    return not trip.documents.filter(kind=kind, number=number).exists()


def _changed(rows, by, letter_id, version, **values) -> Letter:
    letter = change(rows, pk=letter_id, version=version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=letter, region=letter.village_id, fields=set(values) - {"token"})
    return letter
