"""One family becomes two in one act, and one again when that was a mistake."""

import datetime as dt
from dataclasses import asdict
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_household, refresh_left_behind
from households.actions.households import record_consent
from households.actions.locking import lock_families, lock_villages
from households.actions.moves import is_offered, settled_since, write_past_memberships
from households.choices import Relation
from households.entries import SplitEntry
from households.models import Consent, Household, PastMembership, Person, Split, Trip
from households.rules.dates import joining_to_keep
from households.rules.relations import relation_after, relation_in_split
from toolkit.dates import date_in_words

CLOSED = "Rumah tangga ini sedang ditutup. Buka kembali dulu."
OFFERED = "Keluarga ini sedang ditawarkan pindah ke desa lain. Tarik kembali dulu tawarannya."
NOT_MEMBERS = "Ada yang bukan anggota keluarga ini lagi. Periksa daftar anggotanya."
NO_HEAD = "Pilih satu kepala keluarga yang baru di antara yang ikut."
NOBODY_STAYS = "Tidak ada yang tinggal. Bila seluruh keluarga pindah rumah, ubah alamatnya saja."
NO_HEAD_LEFT = "Kepala keluarga ikut pergi. Pilih kepala keluarga bagi yang tinggal."
NO_SPLIT = "Keluarga ini belum pernah dipisah."
TOO_LATE = (
    "Pemisahan ini tidak bisa ditarik lagi: sesudahnya sudah ada perubahan pada salah satu keluarga. Catat perubahan "
    "yang sebenarnya, misalnya siapa yang keluar dan siapa yang pindah masuk."
)


@transaction.atomic
def split_household(
    *, by, household_id, version: int, entry: SplitEntry, today: dt.date, new_household_id=None
) -> Household:
    """Make a new family of the members in `entry`, with everything that is theirs; the new family.

    Raises StaleVersion, and ValidationError in words when nobody would stay, or one of the two would have no head.
    """
    village_id = Household.objects.editable_by(by).values_list("village_id", flat=True).get(pk=household_id)
    lock_villages(village_id)
    people = list(_locked(by, household_id))
    lock_families([household_id], villages=[village_id], cards=[entry.address.family_card_number])
    household = _take(by, household_id, version)
    members = [person for person in people if person.is_member_on(today)]
    going = [person for person in members if person.pk in entry.going]
    staying = [person for person in members if person.pk not in entry.going]
    _refuse(household, entry, going, staying)
    earliest = settled_since(household)
    on = joining_to_keep(entry.split, birth_on=earliest, today=today)
    if on < earliest:
        raise ValidationError(f"Pilih tanggal mulai {date_in_words(earliest)}: sejak itu keluarga ini tercatat begini.")
    new = _new_household(household, entry, by=by, on=on, key=new_household_id)
    before = {str(person.pk): person.relation for person in people}
    lived = {str(person.pk): person.lives_now for person in going}
    write_past_memberships(going, until=on)
    _send_off(going, new, entry, by=by)
    _go_on(staying, entry.remaining_head, by=by)
    _agree(household, new, entry, by=by, today=today)
    refresh_household(household)
    refresh_household(new)
    split = Split.objects.create(
        household=household, new_household=new, split_on=on, split_precision=entry.split.precision, split_by=by,
        relations_before=before, lived_before=lived,
    )  # fmt: skip
    split.state = _state(split)
    split.save(update_fields=["state"])
    audit.record(Act.CREATED, by=by, on=new, region=new.village_id)
    audit.record(Act.CREATED, by=by, on=split, region=household.village_id)
    return Household.objects.editable_by(by).get(pk=new.pk)


@transaction.atomic
def withdraw_split(*, by, household_id, version: int) -> Household:
    """Make one family of the two again, as if the last split had never been; the old family.

    Raises StaleVersion, and ValidationError in words when something else has happened to either of them since.
    """
    split = Split.objects.editable_by(by).filter(household=household_id).first()
    if split is None:
        raise ValidationError(NO_SPLIT)
    new = split.new_household
    lock_villages(new.village_id)
    everybody = list(_locked(by, split.household_id, new.pk))
    people = [person for person in everybody if person.household_id == split.household_id]
    gone = [person for person in everybody if person.household_id == new.pk]
    lock_families([split.household_id, new.pk], villages=[new.village_id], cards=[new.family_card_number])
    untouched = _state(split) == split.state
    household = _take(by, household_id, version)
    if not untouched:
        raise ValidationError(TOO_LATE)
    for person in people:
        _change(person, by=by, relation=_was(split, person, unless_head=True))
    stays = PastMembership.objects.filter(person__in=gone, household=household, until=split.split_on)
    # Who went over to another family that day and came back had a stay of his own.
    stays.filter(member_move=None).delete()
    for person in gone:
        lived = split.lived_before.get(str(person.pk), person.lives_now)
        _change(person, by=by, household=household, relation=_was(split, person), lives_now=lived)
    for person in people:
        person.refresh_from_db()
        _change(person, by=by, relation=_was(split, person))
    audit.record(Act.CHANGED, by=by, on=split, region=household.village_id, reason="pemisahan keliru, ditarik kembali")
    split.delete()
    Consent.objects.filter(household=new).delete()
    try:
        new.delete()
    except ProtectedError:
        raise ValidationError(TOO_LATE) from None
    refresh_household(household)
    refresh_left_behind(household, card_before=new.family_card_number)
    return Household.objects.editable_by(by).get(pk=household.pk)


def _take(by, household_id, version) -> Household:
    editable = Household.objects.editable_by(by)
    return change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)


def _locked(by, *families):
    people = Person.objects.editable_by(by).filter(household__in=families)
    return people.select_for_update(of=("self",)).order_by("pk")


def _refuse(household, entry: SplitEntry, going: list[Person], staying: list[Person]) -> None:
    if household.closing is not None:
        raise ValidationError(CLOSED)
    if is_offered(household):
        raise ValidationError(OFFERED)
    if len(going) != len(entry.going):
        raise ValidationError(NOT_MEMBERS)
    if list(entry.going.values()).count(Relation.HEAD) != 1:
        raise ValidationError(NO_HEAD)
    if not staying:
        raise ValidationError(NOBODY_STAYS)
    head_goes = any(person.relation == Relation.HEAD for person in going)
    if head_goes and entry.remaining_head not in {person.pk for person in staying}:
        raise ValidationError(NO_HEAD_LEFT)


def _new_household(household, entry: SplitEntry, *, by, on: dt.date, key) -> Household:
    # How the old family became known is how the new one did: nobody is asked that anew.
    told = asdict(entry.address) | {"source": household.source}
    new = Household(village_id=household.village_id, registered_on=on, created_by=by, changed_by=by, **told)
    if key is not None and not Household.objects.filter(pk=key).exists():
        new.pk = key
    new.save(force_insert=True)
    return new


def _send_off(going: list[Person], new: Household, entry: SplitEntry, *, by) -> None:
    """Move the people over; what an answer leaves open follows from the old family where that is certain.

    Where each of them lives now was told of the old home: it is asked anew.
    """
    (head,) = (person for person in going if entry.going[person.pk] == Relation.HEAD)
    was = head.relation
    for person in going:
        relation = entry.going[person.pk] or relation_in_split(person.relation, head_was=was)
        _change(person, by=by, household=new, relation=relation, lives_now="")


def _go_on(staying: list[Person], head_id, *, by) -> None:
    """Give those who stay their new head, when the old one went away."""
    head = next((person for person in staying if person.pk == head_id), None)
    if head is None or any(person.relation == Relation.HEAD for person in staying):
        return
    was = head.relation
    for person in staying:
        relation = Relation.HEAD if person is head else relation_after(person.relation, head_was=was)
        _change(person, by=by, relation=relation)


def _agree(household, new: Household, entry: SplitEntry, *, by, today: dt.date) -> None:
    """The old family's consent goes along, or the new family was asked."""
    if entry.consent is not None:
        record_consent(by=by, household=new, entry=entry.consent, today=today)
    elif entry.carries_consent:
        given = household.consents.first()
        if given is not None:
            Consent.objects.create(
                household=new, given_by=given.given_by, how=given.how, guardian=given.guardian,
                wording_version=given.wording_version, given_on=given.given_on, recorded_by=by,
            )  # fmt: skip


def _was(split: Split, person: Person, *, unless_head: bool = False) -> str:
    """What somebody was before; for a moment nobody is head, so that at none there are two."""
    was = split.relations_before.get(str(person.pk), person.relation)
    if unless_head and Relation.HEAD in (was, person.relation) and was != person.relation:
        return Relation.UNKNOWN
    return was


def _change(person: Person, *, by, **values) -> None:
    changed = [name for name, value in values.items() if getattr(person, name) != value]
    if not changed:
        return
    editable = Person.objects.editable_by(by)
    change(editable, pk=person.pk, version=person.version, changed_at=timezone.now(), changed_by=by, **values)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=changed)


def _state(split: Split) -> str:
    """A digest of the versions of both families, their people and journeys."""
    families = [split.household_id, split.new_household_id]
    rows = [
        Household.objects.filter(pk__in=families),
        Person.objects.filter(household__in=families),
        Trip.objects.filter(person__household__in=families),
    ]
    versions = [
        [f"{key} {version}" for key, version in kind.order_by("pk").values_list("pk", "version")] for kind in rows
    ]
    return sha256(repr(versions).encode()).hexdigest()
