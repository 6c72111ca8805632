"""A year of letters of a village in a large world: prepared, refused, sent back, signed with numbers, withdrawn."""

import base64
import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from accounts.models import Act
from desmigratif.demo.bulk.columns import NO_BYTES
from desmigratif.demo.bulk.families import as_known
from desmigratif.demo.bulk.people import as_json
from desmigratif.demo.bulk.post import YEAR, Journey, Post, Resident
from desmigratif.demo.letters import TO_OFFICE
from households.choices import Evidence, Precision
from households.models import Household, Person, Trip
from households.person_choices import Marital
from households.placement_choices import DocumentState
from households.rules.documents import tidy_number
from infopost.actions.letters import ANSWERED, WRITTEN
from infopost.actions.signing import DOCUMENT_OF, TOKEN_BYTES
from infopost.letter_choices import CIVIL_OF, Consent, Kinship, LetterKind, LetterState
from infopost.letters.entries import LeaveEntry
from infopost.letters.facts import address_of, head_values, laws_of, leave_of, traveller_of, values_of
from infopost.letters.wordings import usual
from infopost.models import Letter, LetterBook, LetterCounter, LetterPrint
from infopost.rules import wordings
from infopost.rules.letters import kinship_of, refusal_of
from infopost.rules.numbering import USUAL, fill

KINDS = {LetterKind.MARITAL: 35, LetterKind.FAMILY: 30, LetterKind.COVER: 20, LetterKind.RETURN: 15}
# So many days back the head has not signed everything yet.
ON_THE_DESK = 4
SEEN = {"is_present": True, "identity_seen": True, "kinship_seen": True, "consent": Consent.GIVEN}
FAULTS = (
    {"is_present": False}, {"identity_seen": False}, {"consent": Consent.DECLINED}, {"consent": Consent.DOUBTED},
    {"kinship_seen": False},
)  # fmt: skip
SIGNED = ["number", "serial", "signed_at", "signed_by", "signed_on", "state", "year"]


@dataclass
class Asked:
    """Somebody who came for a letter on a day, and what became of it."""

    ago: int
    kind: LetterKind
    person: Resident
    journey: Journey | None
    values: dict = field(default_factory=dict)
    signed: int | None = None
    # What its number says, beside year and serial.
    code: str = ""


def give_letters(post: Post) -> None:
    """The village's book, and a year's letters in the order of the days."""
    _open_book(post)
    paper = _Paper(post)
    asked = sorted(_asked(post), key=lambda one: -one.ago)
    for one in asked:
        _prepare(post, paper, one)
    _number(post, [one for one in asked if one.signed is not None])
    for one in asked:
        post.add(Letter, **one.values)


def _open_book(post):
    ago = YEAR + 1
    about = {"number_pattern": USUAL, "office_address": post.place_name}
    key = post.add(
        LetterBook, id=post.key(ago), village_id=post.plot.code, changed_at=post.at(ago), changed_by_id=post.officer,
        version=1, **about,
    )  # fmt: skip
    post.note(ago, Act.CREATED, "infopost.letterbook", key, as_json(sorted([*about, "changed_at", "changed_by"])))


def _asked(post):
    """Who comes for which letter on which day: only those to whom it can be given then, or is refused in words."""
    chance = post.chance
    wanting = {kind: [] for kind in LetterKind}
    for one in post.residents:
        trip = one.trips[0] if len(one.trips) == 1 else None
        if trip is None and one.trips:
            continue
        kin = _kin(post, one)
        if trip and trip.prospective is not None:
            first, last = min(trip.prospective, trip.noted), 0 if trip.is_prepared else trip.departed + 1
            wanting[LetterKind.COVER].append((one, trip, first, last))
            if kin:
                wanting[LetterKind.FAMILY].append((one, trip, first, last))
        elif trip and trip.returned is not None:
            wanting[LetterKind.RETURN].append((one, trip, min(trip.returned, trip.heard), 0))
        elif trip is None and not one.is_dead and _marital(post, one):
            wanting[LetterKind.MARITAL].append((one, None, one.since, 0))
    missing, tries = post.amounts.letters, 3 * post.amounts.letters
    while missing and (tries := tries - 1):
        kind = chance.choices(list(KINDS), KINDS.values())[0]
        kind = kind if wanting[kind] else LetterKind.MARITAL
        if not wanting[kind]:
            continue
        one, trip, first, last = chance.choice(wanting[kind])
        first = min(first, YEAR) - 1
        if first >= last:
            missing -= 1
            yield Asked(last + int(chance.random() * (first - last + 1)), kind, one, trip)


def _kin(post, person) -> tuple[Resident, Kinship] | None:
    """A member of the family at home who may give leave."""
    for one in post.members[person.household]:
        kinship = kinship_of(one.relation, person.relation)
        if one is not person and one.is_at_home_for_good and kinship in (Kinship.SPOUSE, Kinship.PARENT):
            return one, kinship
    return None


def _marital(post, person) -> Marital | None:
    """What somebody says of his marriage; None for whom it is not asked here."""
    others = [one for one in post.members[person.household] if one is not person]
    if person.relation in ("head", "wife"):
        spouses = [one for one in others if kinship_of(one.relation, person.relation) == Kinship.SPOUSE]
        return Marital.REGISTERED if any(not one.is_dead for one in spouses) else Marital.WIDOWED
    return Marital.WIDOWED if person.relation == "parent" else None


class _Paper:
    """The words of the village's letters."""

    def __init__(self, post: Post):
        # Nobody has written other words in a world that is new.
        self.head, self.words = usual()
        self.post, self.laws, self.people = post, laws_of(LetterKind), {}
        told = head_values(post.region, post.place_name)
        self.top = "\n".join(filter(None, (wordings.head_line(line, told) for line in self.head.lines)))

    def person(self, one: Resident) -> Person:
        """Somebody as the registry has him."""
        if one.key not in self.people:
            self.people[one.key] = self._person(one)
        self.people[one.key].marital = one.marital
        return self.people[one.key]

    def _person(self, one):
        birth, precision = as_known((one.birth, one.precision))
        family = self.post.families[one.household]
        household = Household(id=one.household, hamlet=family["hamlet"], rt=family["rt"], rw=family["rw"])
        household.village = self.post.region
        return Person(
            id=one.key, household=household, village=self.post.region, name=one.name, sex=one.sex, birth_on=birth,
            birth_precision=precision, relation=one.relation, nik=one.nik or None,
        )  # fmt: skip

    def write(self, letter: Letter, person: Person, trip) -> dict:
        """The columns that are written down when a letter is prepared."""
        words = self.words[letter.kind]
        return {
            "trip_id": trip.id if trip else None, "head": self.top, "crest": NO_BYTES, "title": words.title,
            "body": wordings.fill(words.body, values_of(letter, person, trip, laws=self.laws)), "nik": person.nik or "",
            "font_pt": self.head.font_pt, "margin_mm": self.head.margin_mm,
        }  # fmt: skip


def _prepare(post, paper, asked):
    one, at = asked.person, post.at(asked.ago)
    kin = _kin(post, one) if asked.kind == LetterKind.FAMILY else None
    if asked.kind == LetterKind.MARITAL or (kin and kin[1] == Kinship.SPOUSE):
        _ask_marital(post, one, asked.ago)
    person = paper.person(one)
    letter = Letter(id=post.key(asked.ago), person=person, village=post.region, kind=asked.kind.value)
    refusal = _answer(post, paper, letter, person, kin, day=post.calendar.today - dt.timedelta(days=asked.ago))
    values = {name: getattr(letter, name) for name in ANSWERED}
    fields = ["state", *ANSWERED]
    if refusal:
        values |= {"state": LetterState.REFUSED, "refusal": refusal.value, "refused_on": post.day(asked.ago)}
        fields += ["refusal", "refused_on"]
    else:
        values |= {"state": LetterState.WAITING} | paper.write(letter, person, _trip(post, asked.journey, asked.ago))
        fields += WRITTEN
    asked.code = paper.words[asked.kind].code
    asked.values = values | {
        "id": letter.id, "village_id": post.plot.code, "person_id": one.key, "kind": letter.kind, "version": 1,
        "prepared_on": post.day(asked.ago), "prepared_by_id": post.officer, "known_at": at, "changed_at": at,
        "changed_by_id": post.officer, "font_pt": values.get("font_pt", 12), "margin_mm": values.get("margin_mm", 25),
    }  # fmt: skip
    post.note(asked.ago, Act.CREATED, "infopost.letter", letter.id, as_json(sorted(fields)), reason="surat")
    if not refusal:
        _on_the_desk(post, asked)


def _ask_marital(post, one, ago):
    """Before such a letter the officer fills in what the registry does not know yet."""
    if not one.marital:
        one.marital, one.asked = _marital(post, one).value, ago
        post.changed(Person, ago, one.key, ["marital"])


def _answer(post, paper, letter, person, kin, *, day):
    """What the officer answered; why the letter cannot be given, or None."""
    if letter.kind == LetterKind.MARITAL:
        letter.marital = CIVIL_OF[person.marital].value
    if letter.kind == LetterKind.COVER:
        regency = post.region.parent.parent.name
        letter.addressee = f"Kepala Dinas Tenaga Kerja {regency} (LTSA)"
        letter.purpose, letter.enclosed = TO_OFFICE["purpose"], TO_OFFICE["enclosed"]
    if kin is None:
        return None
    fault = post.chance.choice(FAULTS) if post.chance.random() < 0.08 else {}
    signer, kinship = paper.person(kin[0]), kin[1]
    # One family, one row.
    signer.household = person.household
    judged = leave_of(person, LeaveEntry(kinship=kinship, signer_id=signer.id, **SEEN | fault), signer)
    letter.signer, letter.signer_name, letter.signer_nik = signer, signer.name, signer.nik or ""
    letter.signer_birth_on, letter.signer_birth_precision = judged.birth_on, judged.birth_precision
    letter.kinship, letter.signer_address = kinship.value, address_of(signer.household)
    return refusal_of(traveller_of(person), judged, day=day)


def _trip(post, journey, ago) -> Trip | None:
    """The journey as the registry had it on that day."""
    if journey is None:
        return None
    told = dict(zip(("id", "country", "sector"), (journey.key, journey.country, journey.sector), strict=True))
    return Trip(**told, **post.steps_on(journey, ago))


def _on_the_desk(post, asked):
    """The head signs on the day or soon after; of the last days' letters some wait, and a few never get so far."""
    chance, values = post.chance, asked.values
    luck = chance.random()
    if asked.ago < ON_THE_DESK and luck < 0.65:
        if luck < 0.1 and asked.ago:
            back = {"sent_back_at": post.at(asked.ago - 1), "sent_back_reason": "Alamatnya belum lengkap."}
            _change(post, values, asked.ago - 1, back | {"state": LetterState.SENT_BACK}, by=post.head)
    elif luck > 0.98:
        _change(post, values, asked.ago, {"state": LetterState.CANCELLED})
    else:
        end = asked.journey.departed if asked.journey and asked.journey.departed is not None else 0
        last = end + 1 if asked.kind in DOCUMENT_OF and asked.journey and end else 0
        asked.signed = max(last, asked.ago - chance.choice((0, 0, 1, 2)))


def _number(post, signed):
    """Numbers in the order of signing, one register a year."""
    serials = Counter()
    for one in sorted(signed, key=lambda one: -one.signed):
        day = post.calendar.today - dt.timedelta(days=one.signed)
        serials[day.year] += 1
        number = fill(USUAL, serial=serials[day.year], code=one.code, day=day)
        token = base64.urlsafe_b64encode(post.chance.randbytes(TOKEN_BYTES)).decode()
        told = {"year": day.year, "serial": serials[day.year], "number": number, "state": LetterState.SIGNED}
        told |= {"signed_on": post.day(one.signed), "signed_at": post.at(one.signed), "signed_by_id": post.head[0]}
        _change(post, one.values, one.signed, told, by=post.head, fields=SIGNED)
        one.values["token"] = token
        _note_document(post, one, number)
        _print(post, one)
        if one.kind not in DOCUMENT_OF and one.signed and post.chance.random() < 0.03:
            _withdraw(post, one)
    for year, last in serials.items():
        post.add(LetterCounter, village_id=post.plot.code, year=year, last=last)


def _note_document(post, one, number):
    """The letters of article 13 stand in the registry as documents of the journey that is prepared."""
    kind = DOCUMENT_OF.get(one.kind)
    if kind is None or one.journey is None:
        return
    key = one.journey.key, kind.value
    before = post.documents.get(key, {"id": post.key(one.signed)})
    post.documents[key] = before | {
        "trip_id": one.journey.key, "kind": kind.value, "state": DocumentState.HELD.value,
        "number": tidy_number(number), "expires_precision": Precision.UNKNOWN.value,
        "evidence": Evidence.DOCUMENT.value,
        "known_at": post.at(one.signed),
    }  # fmt: skip
    post.touch(one.journey, one.signed, ["state"])


def _print(post, one):
    for _ in range(post.chance.choice((0, 1, 1, 1, 1, 1, 1, 2))):
        post.add(LetterPrint, letter_id=one.values["id"], printed_at=post.at(one.signed), printed_by_id=post.officer)
        post.note(one.signed, Act.PRINTED, "infopost.letter", one.values["id"], '["nik"]', reason="surat")


def _withdraw(post, one):
    ago = max(0, one.signed - post.chance.randrange(1, 12))
    told = {"withdrawn_on": post.day(ago), "withdrawn_at": post.at(ago), "withdrawn_by_id": post.head[0]}
    told |= {"withdrawn_reason": "Ada keterangan yang keliru; diganti surat baru", "state": LetterState.WITHDRAWN}
    fields = ["state", "withdrawn_at", "withdrawn_by", "withdrawn_on", "withdrawn_reason"]
    _change(post, one.values, ago, told, by=post.head, fields=fields)


def _change(post, values, ago, told, *, by=None, fields=None):
    """Another version of a letter, with its line in the book of acts."""
    who = (by or post.village.keeper)[0]
    values |= told | {"version": values["version"] + 1, "changed_at": post.at(ago), "changed_by_id": who}
    post.changed(Letter, ago, values["id"], fields or told, by=by)
