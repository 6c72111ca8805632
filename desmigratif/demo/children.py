"""What is told of the demo's children: who looks after them, their school and papers."""

import datetime as dt
import random

from accounts.models import User
from households.actions import add_caregiver, change_child
from households.child_choices import (
    Attendance,
    Care,
    Contact,
    Help,
    HelpAnswer,
    Immunised,
    Paper,
    Risk,
    SchoolLevel,
    YesNo,
)
from households.choices import Relation, Sex, Stage
from households.entries import CareEntry, ChildEntry
from households.models import Caregiver, ChildProfile, Household, Person
from households.person_choices import InSchool
from households.rules.children import is_child
from households.rules.journeys import standing_of
from toolkit.dates import PartialDate

# Of a hundred children so many have somebody noted who looks after them.
ASKED = 75
# Years of age at which each kind of school begins.
LEVELS = ((16, SchoolLevel.SENIOR), (13, SchoolLevel.JUNIOR), (7, SchoolLevel.PRIMARY), (0, SchoolLevel.EARLY))
SCHOOLS = {
    SchoolLevel.EARLY: "PAUD",
    SchoolLevel.PRIMARY: "SDN",
    SchoolLevel.JUNIOR: "SMPN",
    SchoolLevel.SENIOR: "SMAN",
}
# What a member at home is to a child, by both their places in the family.
TO_CHILD = {
    (Relation.CHILD, Relation.WIFE): Care.MOTHER,
    (Relation.CHILD, Relation.HEAD): Care.FATHER,
    (Relation.CHILD, Relation.PARENT): Care.GRANDPARENT,
    (Relation.GRANDCHILD, Relation.WIFE): Care.GRANDPARENT,
    (Relation.GRANDCHILD, Relation.HEAD): Care.GRANDPARENT,
}


def tell_of_children(household: Household, *, by: User, today: dt.date, at) -> None:
    """Let a family with somebody abroad answer about its children; `at` gives the office hour of a day."""
    # A world that is the same on every machine is the point here; no secret comes from it.
    chance = random.Random(f"anak {household.pk}")  # noqa: S311
    day = household.registered_on
    members = list(household.members.order_by("pk").prefetch_related("trips"))
    abroad = {p.pk for p in members if (found := standing_of(p, today)) and found.stage == Stage.ACTIVE}
    if not abroad:
        return
    home = [p for p in members if p.pk not in abroad and p.is_alive_on(today) and (p.age_on(today) or 0) >= 20]
    for child in members:
        if is_child(child.age_on(today)) and chance.randrange(100) < ASKED:
            _tell(child, home, by=by, day=day, chance=chance)
    Caregiver.objects.filter(child__household=household).update(since_known_at=at(day))
    ChildProfile.objects.filter(person__household=household).update(changed_at=at(day))
    Person.objects.filter(household=household).update(changed_at=at(day))


def _tell(child: Person, home: list[Person], *, by: User, day: dt.date, chance) -> None:
    version = child.version
    for entry in _care(child, home, day, chance):
        add_caregiver(by=by, child_id=child.pk, version=version, entry=entry, today=day)
        version += 1
    age = child.age_on(day)
    if age is not None:
        goes = child.in_school or (InSchool.YES if age >= 7 else InSchool.NO)
        entry = _school(chance, age, goes == InSchool.YES)
        change_child(by=by, person_id=child.pk, version=version, in_school=goes, entry=entry)


def _care(child, home, day, chance):
    since = PartialDate(dt.date(day.year - 1, 1, 1), "year") if chance.random() < 0.6 else PartialDate()
    for one in home:
        relation = TO_CHILD.get((child.relation, one.relation))
        if relation:
            # A husband stands as the head and a wife may too: the sex says which parent it is.
            relation = Care.MOTHER if relation == Care.FATHER and one.sex == Sex.FEMALE else relation
            yield CareEntry(relation, person_id=one.pk, since=since)
    if not home:
        kind = chance.choices((Care.AUNT_UNCLE, Care.GRANDPARENT, Care.NONE, Care.REFUSED), (5, 4, 1, 1))[0]
        yield CareEntry(kind, since=since)


def _school(chance, age: int, goes: bool) -> ChildEntry:
    level = next(level for years, level in LEVELS if age >= years)
    risk = chance.choices((Risk.LOW, Risk.SOME, Risk.HIGH), (78, 17, 5))[0]
    return ChildEntry(
        school=f"{SCHOOLS[level]} {chance.randint(1, 4)}" if goes else "",
        level=level if goes else "",
        grade=str(min(12, max(1, age - 6))) if goes and age >= 7 else "",
        attendance=chance.choices((Attendance.REGULAR, Attendance.SOMETIMES), (85, 15))[0] if goes else "",
        risk=risk if age >= 7 else "",
        birth_certificate=chance.choices((Paper.YES, Paper.MAKING, Paper.NO), (86, 5, 9))[0],
        child_card=chance.choices((Paper.YES, Paper.NO, ""), (45, 40, 15))[0],
        immunised=chance.choices((Immunised.COMPLETE, Immunised.PARTLY), (80, 20))[0] if age < 5 else "",
        contact=chance.choices((Contact.DAILY, Contact.WEEKLY, Contact.MONTHLY, Contact.RARELY), (30, 45, 17, 8))[0],
        born_abroad=YesNo.YES if chance.random() < 0.04 else YesNo.NO,
        help_with=_help(chance),
    )


def _help(chance) -> list[str]:
    """Up to two things; of ten children four need nothing, and of two nobody asked or would say."""
    luck = chance.randrange(10)
    if luck < 2:
        return [] if luck else [HelpAnswer.REFUSED.value]
    return [HelpAnswer.NONE.value] if luck < 6 else chance.sample(Help.values, chance.choice((1, 1, 2)))
