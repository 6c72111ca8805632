"""Who is asked as a child, whose parent is abroad, and who looks after a child on a day."""

import datetime as dt

from households.choices import Relation, Stage
from households.person_choices import InSchool
from households.rules.journeys import standing_of

OF_AGE, STILL_AT_SCHOOL, IMMUNISED_UNTIL = 18, 25, 5
# Of whom a member may be the child, by its own place in the family.
PARENTS_OF = {
    Relation.CHILD: {Relation.HEAD, Relation.HUSBAND, Relation.WIFE},
    Relation.GRANDCHILD: {Relation.CHILD, Relation.CHILD_IN_LAW},
}


def is_child(age: int | None) -> bool:
    """Whether somebody is a child by UU 35/2014 article 1: not yet 18."""
    return age is not None and age < OF_AGE


def is_asked_as_child(age: int | None, in_school: str) -> bool:
    """Whether school and care are questions: for children, and until 24 for whoever is still at school."""
    if age is None:
        return False
    return age < OF_AGE or (age < STILL_AT_SCHOOL and in_school == InSchool.YES)


def is_asked_about_immunisation(age: int | None) -> bool:
    """Whether immunisation is a question: under five."""
    return age is not None and age < IMMUNISED_UNTIL


def parents_abroad(child, members, day: dt.date) -> list:
    """Members who may be the child's parents by their place in the family, and are abroad; journeys prefetched.

    The registry does not know whose child somebody is. Where the place in the family says nothing of it, every member
    abroad counts: better one question too many.
    """
    relations = PARENTS_OF.get(child.relation)
    possible = [one for one in members if one.pk != child.pk and (relations is None or one.relation in relations)]
    return [one for one in possible if (found := standing_of(one, day)) and found.stage == Stage.ACTIVE]


def caring_on(caregivers, day: dt.date) -> list:
    """The rows of those that hold on `day`; who has died looks after nobody (that member must be at hand)."""
    return [one for one in caregivers if one.since_on <= day and (one.ended_on is None or one.ended_on > day)]
