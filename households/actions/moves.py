"""A family goes to another village: offered, withdrawn, accepted or declined.

Whoever locks more than one row takes the offer last, after what `locking` names, so that no two wait for each other.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.versions import change
from households.actions.derived import refresh_bearers, refresh_household
from households.actions.locking import lock_families, lock_villages
from households.choices import DeclineReason, MoveState
from households.entries import AddressEntry
from households.models import Household, IncomingMove, MoveOffer, PastMembership, PastResidence, Person, Trip
from households.rules.dates import joining_to_keep
from regions.models import Region
from toolkit.constraints import refuse_broken
from toolkit.dates import PartialDate, date_in_words

CLOSED = "Rumah tangga ini sedang ditutup. Buka kembali dulu, lalu tawarkan."
NOT_OFFERED = "Tidak ada tawaran pindah yang menunggu untuk keluarga ini."
ANSWERED = "Tawaran ini sudah dijawab atau ditarik kembali. Tidak ada yang berubah."
NIK_KNOWN = (
    "Satu NIK atau lebih dari keluarga ini sudah terdata di desa Anda, jadi keluarga ini belum bisa diterima. Cari "
    "dulu orangnya di daftar desa Anda; bila itu orang yang sama, bicarakan dengan koordinator kabupaten sebelum "
    "menjawab."
)


@transaction.atomic
def offer_move(
    *, by, household_id, version: int, to_village: Region, moved: PartialDate, note: str, today: dt.date
) -> Household:
    """Offer a family to the village where it lives now; without a date since the day that became known.

    Raises StaleVersion, and ValidationError in words where it cannot have moved so.
    """
    household = _take(by, household_id, version)
    if household.closing is not None:
        raise ValidationError(CLOSED)
    earliest = settled_since(household)
    moved_on = joining_to_keep(moved, birth_on=earliest, today=today)
    if moved_on < earliest:
        raise ValidationError(f"Pilih tanggal mulai {date_in_words(earliest)}: sejak itu keluarga ini tercatat begini.")
    offer = MoveOffer(
        household=household,
        from_village_id=household.village_id,
        to_village=to_village,
        moved_on=moved_on,
        moved_precision=moved.precision,
        note=note,
        offered_by=by,
    )
    refuse_broken(offer)
    offer.save(force_insert=True)
    audit.record(Act.CREATED, by=by, on=offer, region=household.village_id)
    audit.concern(to_village.pk)
    return household


@transaction.atomic
def withdraw_move(*, by, household_id, version: int) -> Household:
    """Take an offer back before it is answered. Raises StaleVersion, ValidationError in words when it is too late."""
    household = _take(by, household_id, version)
    offer = household.move_offers.filter(state=MoveState.WAITING).first()
    if offer is None:
        raise ValidationError(NOT_OFFERED)
    _settle(offer, MoveState.WITHDRAWN, by=by)
    audit.record(Act.CHANGED, by=by, on=offer, region=offer.from_village_id, fields=["state"])
    audit.concern(offer.to_village_id)
    return household


@transaction.atomic
def accept_move(*, by, offer_id, address: AddressEntry, today: dt.date) -> Household:
    """Take the family into the own village, with its people, journeys, visits and consents.

    An empty card number in `address` keeps the one it has. Raises ValidationError in words where the offer is no longer
    open, or a NIK of the family stands in the village already.
    """
    offer = IncomingMove.objects.editable_by(by).get(pk=offer_id)
    villages = [offer.from_village_id, offer.to_village_id]
    lock_villages(*villages)
    list(Person.objects.filter(household=offer.household_id).select_for_update(of=("self",)).order_by("pk"))
    card = Household.objects.values_list("family_card_number", flat=True).get(pk=offer.household_id)
    lock_families([offer.household_id], villages=villages, cards=[card, address.family_card_number])
    household = Household.objects.get(pk=offer.household_id)
    # Nobody can be added now; whoever was a moment ago comes along.
    people = list(household.members.order_by("pk"))
    here = [person for person in people if person.is_member_on(today)]
    _settle(offer, MoveState.ACCEPTED, by=by, people=len(here))
    niks = [person.nik for person in people if person.nik]
    if Person.objects.in_region(offer.to_village_id).filter(nik__in=niks).exists():
        raise ValidationError(NIK_KNOWN)
    _remember(household, people, until=offer.moved_on)
    _carry_over(offer, household, address, by=by)
    audit.record(Act.CHANGED, by=by, on=household, region=offer.to_village_id, fields=["village"])
    # The line of the sending village: its book says that the family moved.
    audit.record(
        Act.CHANGED,
        by=by,
        on=MoveOffer(pk=offer.pk),
        region=offer.from_village_id,
        fields=["state"],
        reason="diterima desa tujuan",
    )
    return Household.objects.editable_by(by).get(pk=household.pk)


@transaction.atomic
def decline_move(*, by, offer_id, reason: DeclineReason) -> IncomingMove:
    """Say that the family does not come; it stays where it is. Raises ValidationError when that was said already."""
    offer = IncomingMove.objects.editable_by(by).get(pk=offer_id)
    _settle(offer, MoveState.DECLINED, by=by, decline_reason=reason)
    label = DeclineReason(reason).label
    for one, region in ((offer, offer.to_village_id), (MoveOffer(pk=offer.pk), offer.from_village_id)):
        audit.record(Act.CHANGED, by=by, on=one, region=region, fields=["state"], reason=label)
    return offer


def settled_since(household: Household) -> dt.date:
    """The first day on which nothing that is written down of the family's stays contradicts a new move or split."""
    residence = household.past_residences.aggregate(last=Max("until"))["last"]
    membership = PastMembership.objects.filter(person__household=household).aggregate(last=Max("until"))["last"]
    given_away = household.past_members.aggregate(last=Max("until"))["last"]
    return max(filter(None, (household.registered_on, residence, membership, given_away)))


def is_offered(household: Household) -> bool:
    """Whether the family waits for another village's answer."""
    return household.move_offers.filter(state=MoveState.WAITING).exists()


def _take(by, household_id, version) -> Household:
    editable = Household.objects.editable_by(by)
    return change(editable, pk=household_id, version=version, changed_at=timezone.now(), changed_by=by)


def _settle(offer: MoveOffer, state: MoveState, *, by, **values) -> None:
    """Give the waiting offer its end: of two who answer at once the second finds none waiting."""
    waiting = MoveOffer.objects.filter(pk=offer.pk, state=MoveState.WAITING)
    if not waiting.update(state=state, answered_at=timezone.now(), answered_by=by, **values):
        raise ValidationError(ANSWERED)


def _remember(household: Household, people: list[Person], *, until: dt.date) -> None:
    """Write where everybody was until the day of the move."""
    village = household.village_id
    last = household.past_residences.aggregate(last=Max("until"))["last"]
    PastResidence.objects.create(household=household, village_id=village, since=last, until=until)
    write_past_memberships(people, until=until)


def write_past_memberships(people: list[Person], *, until: dt.date) -> list[PastMembership]:
    """Write that each belonged to the present family in the present village until that day; the stays that ended.

    Who was added when the family had moved already has no past of his own: he was where it was.
    """
    ends = PastMembership.objects.filter(person__in=people).values("person").annotate(last=Max("until"))
    since, homes = dict(ends.values_list("person", "last")), _homes_before(people, until=until)
    earlier, ended = [], []
    for person in people:
        begins = since.get(person.pk)
        for home in homes[person.household_id]:
            if begins is None or begins < home.until:
                earlier.append(_stay(person, home.village_id, since=begins, until=home.until))
                begins = home.until
        ended.append(_stay(person, person.village_id, since=begins, until=until))
    PastMembership.objects.bulk_create([*earlier, *ended])
    return ended


def _homes_before(people: list[Person], *, until: dt.date) -> dict:
    """The villages in which the families of these people lived before, in their order."""
    homes = defaultdict(list)
    families = {person.household_id for person in people}
    for home in PastResidence.objects.filter(household__in=families, until__lt=until).order_by("until", "pk"):
        homes[home.household_id].append(home)
    return homes


def _stay(person: Person, village_id: str, *, since: dt.date | None, until: dt.date) -> PastMembership:
    return PastMembership(
        person=person, household_id=person.household_id, village_id=village_id, since=since, until=until
    )


def _carry_over(offer: MoveOffer, household: Household, address: AddressEntry, *, by) -> None:
    """Set the village of the family and of its people, and look again at the cards on both sides."""
    told, card = asdict(address), household.family_card_number
    # How the first village came to know of the family stays true.
    told["source"] = household.source
    told["family_card_number"] = told["family_card_number"] or card
    changed = {"version": F("version") + 1, "changed_at": timezone.now(), "changed_by": by}
    Household.objects.filter(pk=household.pk).update(village=offer.to_village_id, **told, **changed)
    # Where each of them lives now was told of the old home.
    household.members.update(village=offer.to_village_id, lives_now="", **changed)
    Trip.objects.filter(person__household=household).update(village=offer.to_village_id)
    household.refresh_from_db()
    refresh_household(household)
    refresh_bearers(card, village_id=offer.from_village_id)
