"""A member goes over to another family of the village, and back when that was a mistake."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import StaleVersion, change
from households.actions.derived import refresh_household
from households.actions.moves import is_offered, write_past_memberships
from households.choices import MemberMoveReason, Relation
from households.models import Household, MemberMove, Person
from households.rules.dates import joining_to_keep
from toolkit.dates import PartialDate, date_in_words

DEAD = "Orang ini sudah tercatat meninggal, jadi tidak bisa dipindahkan."
LEFT = "Orang ini sudah tercatat keluar dari keluarganya. Pilih 'Catat kembali' di halamannya, lalu pindahkan."
SAME = "Orang ini sudah menjadi anggota keluarga itu. Pilih keluarga lain."
CLOSED = "Keluarga yang dipilih sedang ditutup. Buka kembali dulu, lalu pindahkan."
OFFERED = "Salah satu keluarga sedang ditawarkan pindah ke desa lain. Tarik kembali dulu tawarannya."
NEVER_HEAD = "Pilih hubungan yang lain. Setelah pindah, kepala keluarga bisa diganti di halaman keluarga itu."
NO_MOVE = "Tidak ada kepindahan yang bisa ditarik kembali."
TOO_LATE = (
    "Kepindahan ini tidak bisa ditarik lagi: sesudahnya sudah ada kepindahan lain. Catat kepindahan yang sebenarnya."
)
HEADS_NOW = "Orang ini sekarang kepala keluarga di sana. Ganti dulu kepala keluarganya."
LEFT_SINCE = "Orang ini sudah tercatat keluar dari keluarga yang sekarang. Tarik dulu catatan keluarnya."
OLD_CLOSED = "Keluarga asalnya sudah ditutup. Buka kembali dulu keluarga itu."
WENT, CAME = "satu anggota pindah ke keluarga lain di desa ini", "satu anggota datang dari keluarga lain di desa ini"
TAKEN_BACK = "kepindahan keliru, ditarik kembali"


@transaction.atomic
def move_member(
    *,
    by,
    person_id,
    version: int,
    to_household_id,
    relation: str,
    reason: MemberMoveReason,
    moved: PartialDate,
    today: dt.date,
) -> Person:
    """Make a member of one family a member of another one in the village, with everything that is his.

    Without a date from the day that became known. Raises StaleVersion, and ValidationError in words where that cannot
    be.
    """
    person = _take(by, person_id, version)
    if person.household_id == to_household_id:
        raise ValidationError(SAME)
    old, new = _families(by, person.household_id, to_household_id)
    _refuse(person, old, new, relation, today=today)
    earliest = _settled_since(person, old, new)
    on = joining_to_keep(moved, birth_on=earliest, today=today)
    if on < earliest:
        raise ValidationError(
            f"Pilih tanggal mulai {date_in_words(earliest)}, atau kosongkan: sebelum itu ada catatan yang lain."
        )
    (stay,) = write_past_memberships([person], until=on)
    MemberMove.objects.create(
        person=person, stay=stay, to_household=new, moved_precision=moved.precision, reason=reason,
        relation_before=person.relation, lived_before=person.lives_now, moved_by=by,
    )  # fmt: skip
    return _go_over(by, person, old, new, relation, went=WENT, came=CAME)


@transaction.atomic
def withdraw_member_move(*, by, person_id, version: int) -> Person:
    """Take the last move back, because it was noted by mistake: the person is where he was, as if he had never gone.

    If somebody else has become the head there, it is open what he is to him. Raises StaleVersion, and ValidationError
    in words when something newer hangs on the move.
    """
    person = _take(by, person_id, version)
    move = person.arrival
    if move is None:
        raise ValidationError(TOO_LATE if person.member_moves.exists() else NO_MOVE)
    try:
        old, new = _families(by, move.stay.household_id, person.household_id)
    except Household.DoesNotExist:
        raise ValidationError(TOO_LATE) from None
    _refuse_back(person, move.stay, old, new)
    relation = move.relation_before
    if relation == Relation.HEAD and old.members.filter(relation=Relation.HEAD).exists():
        relation = Relation.UNKNOWN
    move.delete()
    move.stay.delete()
    went = came = TAKEN_BACK
    return _go_over(by, person, new, old, relation, lives_now=move.lived_before, went=went, came=came)


def _take(by, person_id, version: int) -> Person:
    """The person, who nobody else can change until this is done; the second of two officers is told so first."""
    person = Person.objects.editable_by(by).select_for_update(of=("self",)).get(pk=person_id)
    if person.version != version:
        raise StaleVersion(person)
    return person


def _families(by, *keys) -> list[Household]:
    """Both families in the order of `keys`, locked in one order after the person."""
    editable = Household.objects.editable_by(by).select_for_update(of=("self",))
    found = {household.pk: household for household in editable.filter(pk__in=keys).order_by("pk")}
    if len(found) < len(keys):
        raise Household.DoesNotExist
    return [found[key] for key in keys]


def _refuse(person: Person, old: Household, new: Household, relation: str, *, today: dt.date) -> None:
    if not person.is_alive_on(today):
        raise ValidationError(DEAD)
    if person.left_on is not None:
        raise ValidationError(LEFT)
    if new.closing is not None:
        raise ValidationError(CLOSED)
    if is_offered(old) or is_offered(new):
        raise ValidationError(OFFERED)
    if relation == Relation.HEAD:
        raise ValidationError(NEVER_HEAD)


def _refuse_back(person: Person, stay, old: Household, new: Household) -> None:
    if person.relation == Relation.HEAD:
        raise ValidationError(HEADS_NOW)
    if person.left_on is not None:
        raise ValidationError(LEFT_SINCE)
    if old.closing is not None:
        raise ValidationError(OLD_CLOSED)
    if is_offered(old) or is_offered(new):
        raise ValidationError(OFFERED)
    # Gone to another village and back: the past of who stayed with the family is another one than his.
    elsewhere = old.past_residences.filter(until__gt=stay.until)
    if elsewhere.exists() or person.absences.filter(back_on__gte=stay.until).exists():
        raise ValidationError(TOO_LATE)


def _settled_since(person: Person, old: Household, new: Household) -> dt.date:
    """The first day on which nothing that is written down of the person and both families contradicts the move."""
    days = [old.registered_on, new.registered_on, person.joined_on]
    for stays in (old.past_residences, new.past_residences, person.past_memberships):
        days.append(stays.aggregate(last=Max("until"))["last"])
    days.append(person.absences.aggregate(last=Max("back_on"))["last"])
    return max(filter(None, days))


def _go_over(
    by, person: Person, old: Household, new: Household, relation: str, *, went: str, came: str, lives_now: str = ""
) -> Person:
    """Where somebody lives now was told of the other home: it goes with the family, or comes back with it."""
    told = {"relation": relation, "lives_now": lives_now}
    changed = ["household", *(name for name, value in told.items() if getattr(person, name) != value)]
    editable = Person.objects.editable_by(by).select_related("household")
    values = {"household": new, "changed_at": timezone.now(), "changed_by": by}
    person = change(editable, pk=person.pk, version=person.version, **told, **values)
    refresh_household(old)
    refresh_household(new)
    audit.record(Act.CHANGED, by=by, on=person, region=person.village_id, fields=changed, reason=came)
    for household, why in ((old, went), (new, came)):
        audit.record(Act.CHANGED, by=by, on=household, region=household.village_id, reason=why)
    return person
