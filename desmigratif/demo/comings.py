"""Who came and went in the demo's families: births, marriages, somebody who left, moves between villages."""

import datetime as dt

from accounts.models import User
from households.actions import accept_move, add_person, decline_move, offer_move, record_leaving
from households.choices import DeclineReason, JoinedHow, LeftHow, NikMissing, Relation, Sex
from households.entries import AddressEntry, JoiningEntry, MemberEntry
from households.models import Household, IncomingMove, MoveOffer, Person
from toolkit.dates import PartialDate

# Every so many families: a child was born, somebody married in (in two of so many), a grown child left.
BIRTHS, MARRIAGES, LEAVINGS = 9, 13, 4
BABIES = ("Nur Hidayah", "Muhammad Arif", "Siti Zahra", "Ahmad Rizal", "Naila Azizah", "Raihan Akbar")
BRIDES = ("Hilmiati", "Nur Laila", "Ratna Sari", "Fitria Ningsih")
# From whose village to whose a family moved, which one waits for an answer, and which one was not taken.
MOVED, WAITING, DECLINED = ("sari", "budi"), ("budi", "sari"), ("sari", "budi")


def come_and_go(household: Household, *, by: User, place: int, day: dt.date, at) -> None:
    """Let come and go in the village's n-th family whose turn it is, on that day."""
    if place % BIRTHS == 2:
        _bear(household, by=by, place=place, day=day, at=at)
    if place % MARRIAGES in (1, 5):
        _marry(household, by=by, place=place, day=day, at=at)
    if place % LEAVINGS == 3:
        _leave(household, by=by, day=day, at=at)


def move_about(accounts: dict[str, User], *, today: dt.date, at) -> None:
    """One family has moved to the neighbouring village, one was not taken there, and one waits for an answer."""
    if not {*MOVED, *WAITING} <= accounts.keys():
        return
    for (sender, receiver), days in ((MOVED, 40), (WAITING, 3)):
        day = today - dt.timedelta(days=days)
        offer = _offer(accounts[sender], accounts[receiver], day=day, at=at)
        if offer is not None and (sender, receiver) == MOVED:
            told = AddressEntry(hamlet="Gubuk Lauk", rt="002", rw="001")
            accept_move(by=accounts[receiver], offer_id=offer.pk, address=told, today=day)
            MoveOffer.objects.filter(pk=offer.pk).update(answered_at=at(day, offer.to_village))
    _decline(*(accounts[player] for player in DECLINED), day=today - dt.timedelta(days=12), at=at)


def _decline(sender: User, receiver: User, *, day: dt.date, at) -> None:
    offer = _offer(sender, receiver, day=day, at=at)
    if offer is not None:
        decline_move(by=receiver, offer_id=offer.pk, reason=DeclineReason.NOT_YET)
        answered_at = at(day + dt.timedelta(days=2), offer.to_village)
        MoveOffer.objects.filter(pk=offer.pk).update(answered_at=answered_at)


def _offer(sender: User, receiver: User, *, day: dt.date, at) -> IncomingMove | None:
    """The sender's newest family that was there long enough is offered to the receiver."""
    settled = (
        Household.objects.editable_by(sender)
        .open_on(day)
        .filter(registered_on__lt=day - dt.timedelta(days=30), splits=None, split_from=None, past_residences=None)
        .filter(move_offers=None)
    )
    household = settled.order_by("-registered_on", "pk").first()
    if household is None:
        return None
    offer_move(
        by=sender, household_id=household.pk, version=household.version, to_village=receiver.region,
        moved=PartialDate(day, "day"), note="", today=day,
    )  # fmt: skip
    offer = IncomingMove.objects.waiting().get(household=household)
    MoveOffer.objects.filter(pk=offer.pk).update(offered_at=at(day, sender.region))
    return offer


def _bear(household, *, by, place, day, at):
    mothers = household.members.members_on(day).filter(
        sex=Sex.FEMALE, relation__in=[Relation.HEAD, Relation.WIFE], birth_on__gt=day - dt.timedelta(days=42 * 365)
    )
    mother = mothers.order_by("pk").first()
    if mother is None:
        return
    born, sex = PartialDate(day, "day"), Sex.FEMALE if place % 2 == 0 else Sex.MALE
    name = BABIES[place % 3 * 2 + (sex == Sex.MALE)]
    entry = MemberEntry(name, sex, born, Relation.CHILD, nik_missing=NikMissing.NOT_ISSUED)
    _add(household, entry, JoiningEntry(JoinedHow.BORN, born), by=by, day=day, at=at, mother=mother)


def _marry(household, *, by, place, day, at):
    born = PartialDate(dt.date(day.year - 22, 1, 1), "year")
    entry = MemberEntry(
        BRIDES[place % len(BRIDES)], Sex.FEMALE, born, Relation.CHILD_IN_LAW, nik_missing=NikMissing.NOT_AT_HAND
    )
    joining = JoiningEntry(JoinedHow.MARRIED, PartialDate(day.replace(day=1), "month"))
    _add(household, entry, joining, by=by, day=day, at=at)


def _add(household, entry, joining, *, by, day, at, mother=None):
    person = add_person(by=by, household_id=household.pk, entry=entry, joining=joining, mother=mother, today=day)
    known = {"joined_known_at": at(day), "created_at": at(day), "changed_at": at(day)}
    Person.objects.filter(pk=person.pk).update(**known)


def _grown_child(household, day):
    """A grown son or daughter who is at home."""
    grown = household.members.members_on(day).filter(
        relation=Relation.CHILD, birth_on__lt=day - dt.timedelta(days=20 * 365), trips=None
    )
    return grown.order_by("birth_on", "pk").first()


def _leave(household, *, by, day, at):
    person = _grown_child(household, day)
    if person is not None:
        left = PartialDate(day, "day")
        record_leaving(by=by, person_id=person.pk, version=person.version, how=LeftHow.MOVED, left=left, today=day)
        Person.objects.filter(pk=person.pk).update(left_known_at=at(day), changed_at=at(day))
