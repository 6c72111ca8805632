"""A year of letters in the demo's villages: prepared, signed, and now and then refused, sent back or withdrawn."""

import datetime as dt
import random
from dataclasses import dataclass, replace
from itertools import islice

from accounts.models import User
from households.choices import Stage
from households.models import Person, TripDocument
from households.rules.journeys import standing_of
from infopost.actions import keep_book, prepare_letter, print_letter, send_back_letter, sign_letter, withdraw_letter
from infopost.letter_choices import CIVIL_OF, CivilStatus, Consent, Kinship, LetterKind
from infopost.letters.entries import LeaveEntry, LetterEntry
from infopost.letters.facts import has_spouse
from infopost.models import Letter, LetterPrint
from infopost.rules.letters import grown, kinship_of
from infopost.rules.numbering import USUAL
from toolkit.ids import new_id

YEAR = dt.timedelta(days=365)
# A village gives so many letters a year at most; the demo is to be built in seconds.
MOST = 14
TO_OFFICE = {"purpose": "mendaftar sebagai calon Pekerja Migran Indonesia", "enclosed": "KTP, Kartu Keluarga"}


@dataclass(frozen=True)
class Wish:
    """Somebody who comes for a letter on a day."""

    day: dt.date
    person: Person
    kind: LetterKind


def give_letters(*, by: User, head: User, today: dt.date, at) -> None:
    """Let the officer prepare a year's letters and the head sign them, in the order of the days."""
    values = {"number_pattern": USUAL, "office_address": f"Balai {by.region.title}"}
    keep_book(by=by, book_id=new_id(), version=0, values=values, last_on_paper=None, today=today)
    wishes = sorted(_wishes(by, today), key=lambda wish: (wish.day, wish.person.pk, wish.kind))[-MOST:]
    done = []
    # The first family sent somebody else with its leave, and came itself the day after.
    refused = next((wish for wish in wishes if wish.kind == LetterKind.FAMILY), None)
    for wish in wishes:
        if wish is refused:
            _prepared(replace(wish, day=wish.day - dt.timedelta(days=1)), by=by, is_absent=True, at=at)
        letter = _prepared(wish, by=by, is_absent=False, at=at)
        _sign(letter, wish.day, by=by, head=head, at=at)
        done.append((wish.day, letter))
    _lie_on_the_desk(by=by, head=head, today=today, at=at)
    if done:
        _withdraw(done[len(done) // 2], by=by, today=today, at=at)


def _lie_on_the_desk(*, by, head, today, at) -> None:
    """One letter came back from the head, another waits for his hand."""
    day = today - dt.timedelta(days=2)
    people = Person.objects.editable_by(by).filter(trips__isnull=False).distinct().order_by("-pk")
    kinds = (LetterKind.COVER, LetterKind.RETURN)
    fitting = (
        Wish(day, one, kind) for kind in kinds for one in people.prefetch_related("trips") if _fits(one, kind, day)
    )
    for place, wish in enumerate(islice(fitting, 2)):
        letter = _prepared(wish, by=by, is_absent=False, at=at)
        if place == 0:
            send_back_letter(by=head, letter_id=letter.pk, version=1, reason="Alamatnya belum lengkap; lihat KTP-nya")
            Letter.objects.filter(pk=letter.pk).update(sent_back_at=at(today - dt.timedelta(days=1)))


def _wishes(by, today):
    """Those who prepared to go or came home in the last year, each with a letter a few days later."""
    chance = random.Random(f"surat {by.region_id}")  # noqa: S311 - an invented world
    people = Person.objects.editable_by(by).filter(trips__isnull=False).distinct().order_by("pk")
    for person in people.prefetch_related("trips", "household__members"):
        for trip in person.trips.all():
            for on, kinds in ((trip.prospective_on, _before(person, chance)), (trip.returned_on, (LetterKind.RETURN,))):
                if on and today - YEAR < on < today - dt.timedelta(days=20):
                    days = [on + dt.timedelta(days=chance.randrange(3, 15)) for _ in kinds]
                    came = zip(sorted(days), kinds, strict=True)
                    yield from (Wish(day, person, kind) for day, kind in came if _fits(person, kind, day))


def _before(person, chance) -> tuple[LetterKind, ...]:
    more = (LetterKind.COVER, *([LetterKind.MARITAL] if CIVIL_OF.get(person.marital) else []))
    return (LetterKind.FAMILY, chance.choice(more))


def _fits(person, kind, day) -> bool:
    standing = standing_of(person, day)
    wanted = Stage.RETURNED if kind == LetterKind.RETURN else Stage.PROSPECTIVE
    if standing is None or standing.stage != wanted:
        return False
    if kind == LetterKind.MARITAL:
        is_married = CIVIL_OF[person.marital] == CivilStatus.MARRIED
        return is_married or not has_spouse(person, person.household.members.all(), day)
    return kind != LetterKind.FAMILY or _kin(person, day) is not None


def _kin(person, day):
    """A member of the family who may give leave, and what he is to whoever goes."""
    married = CIVIL_OF.get(person.marital) == CivilStatus.MARRIED
    wanted = Kinship.SPOUSE if married else Kinship.PARENT
    if not grown(person.birth_on, person.birth_precision, day):
        return None
    for one in person.household.members.all():
        is_grown = grown(one.birth_on, one.birth_precision, day) and one.is_member_on(day)
        if is_grown and one.pk != person.pk and kinship_of(one.relation, person.relation) == wanted:
            return one, wanted
    return None


def _entry(wish: Wish, is_absent: bool) -> LetterEntry:
    if wish.kind == LetterKind.FAMILY:
        signer, kinship = _kin(wish.person, wish.day)
        seen = {"is_present": not is_absent, "identity_seen": True, "kinship_seen": True, "consent": Consent.GIVEN}
        return LetterEntry(wish.kind, leave=LeaveEntry(kinship=kinship, signer_id=signer.pk, **seen))
    if wish.kind == LetterKind.COVER:
        regency = wish.person.village.parent.parent.name
        return LetterEntry(wish.kind, addressee=f"Kepala Dinas Tenaga Kerja {regency} (LTSA)", **TO_OFFICE)
    return LetterEntry(wish.kind, marital=CIVIL_OF[wish.person.marital] if wish.kind == LetterKind.MARITAL else "")


def _prepared(wish: Wish, *, by, is_absent: bool, at):
    entry = _entry(wish, is_absent)
    letter = prepare_letter(by=by, letter_id=new_id(), person_id=wish.person.pk, entry=entry, today=wish.day)
    # The actions write the present, and the demo has a past.
    Letter.objects.filter(pk=letter.pk).update(known_at=at(wish.day), changed_at=at(wish.day))
    return letter


def _sign(letter, day, *, by, head, at) -> None:
    signed = sign_letter(by=head, letter_id=letter.pk, version=letter.version, today=day)
    Letter.objects.filter(pk=letter.pk).update(signed_at=at(day), changed_at=at(day))
    TripDocument.objects.filter(trip=signed.trip_id, number=signed.number).update(known_at=at(day))
    print_letter(by=by, letter_id=letter.pk)
    LetterPrint.objects.filter(letter=letter.pk).update(printed_at=at(day))


def _withdraw(signed, *, by, today, at) -> None:
    signed_on, letter = signed
    letter.refresh_from_db()
    day = min(signed_on + dt.timedelta(days=9), today)
    reason = "Ada keterangan yang keliru; diganti surat baru"
    withdraw_letter(by=by, letter_id=letter.pk, version=letter.version, reason=reason, today=day)
    Letter.objects.filter(pk=letter.pk).update(withdrawn_at=at(day), changed_at=at(day))
