"""The officer prepares a letter, or it is refused; he corrects it, gives it up, and prints it."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from households.models import Person, Trip
from households.rules.journeys import standing_of
from infopost.letter_choices import LetterKind, LetterState
from infopost.letters.entries import LetterEntry
from infopost.letters.facts import (
    address_of,
    has_spouse,
    head_values,
    leave_of,
    standing_stage,
    traveller_of,
    values_of,
)
from infopost.letters.wordings import head_for, wording_for
from infopost.models import Letter, LetterBook, LetterPrint
from infopost.rules import wordings
from infopost.rules.letters import contradiction, missing_journey, refusal_of
from toolkit.constraints import refuse_broken

ANSWERED = (
    *("signer_id", "signer_name", "signer_nik", "signer_birth_on", "signer_birth_precision", "signer_address"),
    *("kinship", "marital", "addressee", "purpose", "enclosed"),
)
WRITTEN = ("trip_id", "head", "crest", "title", "body", "nik", "font_pt", "margin_mm")
NOT_NOW = "Surat ini sudah tidak dapat diubah."
NO_MEMBER = "Orang ini sudah meninggal atau keluar dari keluarganya, jadi suratnya tidak dapat dibuat lagi."


@transaction.atomic
def prepare_letter(*, by: User, letter_id: UUID, person_id, entry: LetterEntry, today: dt.date) -> Letter:
    """Prepare a letter for the head to sign; one that cannot be given is kept as refused, with the reason.

    Raises DoesNotExist for a stranger's person, and ValidationError in words when the registry has to be put right
    first.
    """
    if not by.may(Verb.GIVE_LETTERS):
        raise PermissionDenied
    person = _person(by, person_id)
    letter = Letter(
        id=letter_id, village_id=person.village_id, person=person, kind=entry.kind, prepared_on=today, prepared_by=by
    )
    letter.changed_by = by
    changed = _write(by, letter, person, entry, today)
    refuse_broken(letter)
    letter.save(force_insert=True)
    audit.record(Act.CREATED, by=by, on=letter, region=letter.village_id, fields=changed, reason="surat")
    return letter


@transaction.atomic
def correct_letter(*, by: User, letter_id: UUID, version: int, entry: LetterEntry, today: dt.date) -> Letter:
    """Write a letter anew that waits or was sent back; it waits for the head again, or is refused after all.

    Raises StaleVersion, and ValidationError in words as preparing does.
    """
    letter = Letter.objects.editable_by(by).get(pk=letter_id)
    if letter.state not in (LetterState.WAITING, LetterState.SENT_BACK):
        raise ValidationError(NOT_NOW)
    changed = _write(by, letter, _person(by, letter.person_id), entry, today)
    refuse_broken(letter)
    values = {name: getattr(letter, name) for name in changed} | {"sent_back_at": None, "sent_back_reason": ""}
    return _changed(by, letter_id, version, **values)


@transaction.atomic
def cancel_letter(*, by: User, letter_id: UUID, version: int) -> Letter:
    """Give up a letter that nobody has signed, or take back a refusal that was a mistake. Raises StaleVersion."""
    letter = Letter.objects.editable_by(by).get(pk=letter_id)
    if letter.is_numbered or letter.state == LetterState.CANCELLED:
        raise ValidationError("Surat bernomor tidak dibatalkan, tetapi ditarik dengan alasan.")
    return _changed(by, letter_id, version, state=LetterState.CANCELLED)


@transaction.atomic
def restore_letter(*, by: User, letter_id: UUID, version: int) -> Letter:
    """Bring back a letter that was given up by mistake: it waits again, or is refused again. Raises StaleVersion."""
    letter = Letter.objects.editable_by(by).get(pk=letter_id)
    if letter.state != LetterState.CANCELLED:
        raise ValidationError(NOT_NOW)
    return _changed(by, letter_id, version, state=LetterState.REFUSED if letter.refusal else LetterState.WAITING)


@transaction.atomic
def print_letter(*, by: User, letter_id: UUID) -> Letter:
    """Note that a letter goes on paper with whole numbers, like a number that is shown: who, when and why.

    The thirty a day of `reveal_number` are no limit here: a letter is made for one person who sits in front of one.
    """
    letters = Letter.objects.handled_by(by).select_related("village__parent__parent", "signed_by", "person", "signer")
    letter = letters.get(pk=letter_id)
    if not letter.is_numbered:
        raise ValidationError("Surat ini belum ditandatangani kepala desa, jadi belum dapat dicetak.")
    LetterPrint.objects.create(letter=letter, printed_by=by)
    audit.record(Act.PRINTED, by=by, on=letter, region=letter.village_id, fields=["nik"], reason="surat")
    return letter


def _person(by, person_id) -> Person:
    people = Person.objects.editable_by(by).select_related("village__parent__parent__parent", "household")
    members = Prefetch("household__members", Person.objects.editable_by(by))
    trips = Prefetch("trips", Trip.objects.editable_by(by).order_by("pk"))
    person = people.prefetch_related(members, trips).get(pk=person_id)
    person.household.village = person.village
    return person


def _write(by, letter: Letter, person, entry: LetterEntry, today) -> list[str]:
    """Bring a letter to what was answered: refused, or written down anew; the columns that this concerns."""
    if not person.is_member_on(today):
        raise ValidationError(NO_MEMBER)
    refusal = _answer(by, letter, person, entry, today)
    if refusal:
        letter.state, letter.refusal, letter.refused_on = LetterState.REFUSED, refusal, today
        return ["state", "refusal", "refused_on", *ANSWERED]
    _refuse_contradictions(person, entry, today)
    standing = standing_of(person, today)
    letter.state, letter.trip = LetterState.WAITING, standing.trip if standing else None
    wording, head = wording_for(letter.village_id, letter.kind), head_for(letter.village_id)
    book = LetterBook.objects.filter(village=letter.village_id).first()
    told = head_values(person.village, book.office_address if book else "")
    letter.head = "\n".join(filter(None, (wordings.head_line(line, told) for line in head.lines)))
    letter.crest = head.logo
    letter.font_pt, letter.margin_mm, letter.nik = head.font_pt, head.margin_mm, person.nik or ""
    letter.title = wording.title
    letter.body = wordings.fill(wording.body, values_of(letter, person, letter.trip))
    return ["state", *ANSWERED, *WRITTEN]


def _answer(by, letter, person, entry, today):
    """Write down the answers; why the letter cannot be given, or None."""
    letter.marital, letter.addressee = entry.marital, entry.addressee
    letter.purpose, letter.enclosed = entry.purpose, entry.enclosed
    if entry.leave is None:
        return None
    leave = entry.leave
    signer = _signer(by, leave.signer_id)
    letter.signer, letter.kinship = signer, leave.kinship
    letter.signer_name = signer.name if signer else leave.name
    letter.signer_nik = leave.nik or (signer.nik if signer else "") or ""
    judged = leave_of(person, leave, signer)
    letter.signer_birth_on, letter.signer_birth_precision = judged.birth_on, judged.birth_precision
    letter.signer_address = leave.address or (address_of(signer.household) if signer else "")
    return refusal_of(traveller_of(person), judged, day=today)


def _signer(by, signer_id):
    if signer_id is None:
        return None
    return Person.objects.editable_by(by).select_related("household__village__parent").get(pk=signer_id)


def _refuse_contradictions(person, entry, today) -> None:
    sentence = missing_journey(entry.kind, standing_stage(person, today))
    if entry.kind == LetterKind.MARITAL:
        married = has_spouse(person, person.household.members.all(), today)
        sentence = contradiction(entry.marital, marital=person.marital, has_spouse=married)
    if sentence:
        raise ValidationError(sentence)


def _changed(by, letter_id, version, **values) -> Letter:
    rows = Letter.objects.editable_by(by)
    letter = change(rows, pk=letter_id, version=version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=letter, region=letter.village_id, fields=values)
    return letter
