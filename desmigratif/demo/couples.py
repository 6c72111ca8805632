"""Couples of the demo: a daughter marries into another family of her village, and the young couple may part from it."""

import datetime as dt

from accounts.models import User
from desmigratif.demo.cast import Stage
from households.actions import move_member, split_household
from households.choices import MemberMoveReason, Relation, Sex
from households.entries import AddressEntry, SplitEntry
from households.models import Household, MemberMove, Person, Split
from toolkit.dates import PartialDate

# So many days ago was the wedding; in these officers' villages the couple has had a home of its own since.
WEDDING, OWN_HOME = 200, 60
PARTED = ("sari",)
GROWN, STILL_YOUNG = 20, 34


def marry(villages: list[Stage], accounts: dict[str, User], *, today: dt.date, at, key) -> None:
    """One wedding in each village that has a grown son and a grown daughter; `key` gives a new family's key."""
    for place, village in enumerate(villages):
        officer, day = accounts[village.officer], today - dt.timedelta(days=WEDDING)
        children = list(_grown_children(officer, day))
        groom = next((child for child in children if child.sex == Sex.MALE), None)
        brides = (child for child in children if child.sex == Sex.FEMALE)
        bride = next((child for child in brides if groom and child.household_id != groom.household_id), None)
        if bride is None:
            continue
        _wed(bride, groom, by=officer, day=day, at=at)
        if village.officer in PARTED:
            day = today - dt.timedelta(days=OWN_HOME)
            _part(groom, bride, by=officer, day=day, at=at, key=key(place))


def _grown_children(officer: User, day: dt.date):
    """Grown children at home who never went abroad, of families that were there before the wedding."""
    youngest, oldest = (day - dt.timedelta(days=years * 365) for years in (GROWN, STILL_YOUNG))
    families = Household.objects.editable_by(officer).filter(
        registered_on__lt=day - dt.timedelta(days=30), closings=None
    )
    at_home = Person.objects.editable_by(officer).members_on(day).filter(household__in=families)
    grown = at_home.filter(relation=Relation.CHILD, trips=None, birth_on__lte=youngest, birth_on__gte=oldest)
    return grown.filter(joined_on=None, left_on=None, died_on=None).order_by("birth_on", "pk")


def _wed(bride: Person, groom: Person, *, by: User, day: dt.date, at) -> None:
    move_member(
        by=by, person_id=bride.pk, version=bride.version, to_household_id=groom.household_id,
        relation=Relation.CHILD_IN_LAW, reason=MemberMoveReason.MARRIED, moved=PartialDate(day, "day"), today=day,
    )  # fmt: skip
    MemberMove.objects.filter(person=bride).update(known_at=at(day, by.region))
    Person.objects.filter(pk=bride.pk).update(changed_at=at(day, by.region))


def _part(groom: Person, bride: Person, *, by: User, day: dt.date, at, key) -> None:
    """The couple moves into a house of its own in the same hamlet; the parents' consent goes along."""
    parents = Household.objects.editable_by(by).get(pk=groom.household_id)
    entry = SplitEntry(
        going={groom.pk: Relation.HEAD, bride.pk: Relation.WIFE},
        remaining_head=None,
        address=AddressEntry(hamlet=parents.hamlet, rt=parents.rt, rw=parents.rw),
        split=PartialDate(day.replace(day=1), "month"),
        carries_consent=True,
    )
    new = split_household(
        by=by, household_id=parents.pk, version=parents.version, entry=entry, today=day, new_household_id=key
    )
    moment = at(day, by.region)
    Split.objects.filter(new_household=new).update(known_at=moment)
    Household.objects.filter(pk=new.pk).update(created_at=moment, changed_at=moment)
    Household.objects.filter(pk=parents.pk).update(changed_at=moment)
    new.consents.update(recorded_at=moment)
    Person.objects.filter(household=new).update(changed_at=moment)
