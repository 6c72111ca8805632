"""What happened to the demo's families since they were registered: visits, deaths, new heads, closings."""

import datetime as dt

from accounts.models import User
from desmigratif.demo.clearings import clear
from desmigratif.demo.comings import come_and_go
from households.actions import change_head, close_household, record_death, reopen_household, verify_household
from households.choices import ClosingReason, Precision, Relation
from households.models import Closing, HeadChange, Household, Person, Visit
from toolkit.dates import PartialDate

# Every so many families: somebody died, the family was closed, a closed one came back.
DEATHS, CLOSINGS = 10, 12
# In every so many families the officer has looked into what seemed wrong.
CLEARINGS = 3
BETWEEN_VISITS = dt.timedelta(days=200)
TO_ANOTHER = {Relation.HUSBAND: Relation.WIFE, Relation.WIFE: Relation.HUSBAND}


def live(household: Household, *, by: User, place: int, today: dt.date, at) -> None:
    """Let happen to the village's n-th family what is its turn; `at` gives the office hour of a day."""
    week, season = today - dt.timedelta(days=7), today - dt.timedelta(days=20 + place % 90)
    if household.registered_on >= season:
        return
    for day in _visiting_days(household.registered_on, season, lately=bool(place % 3)):
        _visit(household, by=by, day=day, at=at)
    if place % CLEARINGS == 1:
        clear(household, by=by, day=season, at=at)
    come_and_go(household, by=by, place=place, day=season, at=at)
    if place % DEATHS == 4:
        _die(household, by=by, day=season, at=at)
    if place % CLOSINGS == 7:
        _close(household, by=by, day=season, back=week if place % (2 * CLOSINGS) == 7 else None, at=at)


def _visiting_days(registered_on: dt.date, last: dt.date, *, lately: bool):
    """Every so many days since the family was registered; a third of the families were not seen lately."""
    day = registered_on + BETWEEN_VISITS
    while day < last - BETWEEN_VISITS:
        yield day
        day += BETWEEN_VISITS
    if lately:
        yield last


def _visit(household, *, by, day, at):
    household.refresh_from_db()
    verify_household(by=by, household_id=household.pk, version=household.version, visited_on=day)
    Visit.objects.filter(household=household, visited_on=day).update(known_at=at(day))
    Household.objects.filter(pk=household.pk).update(changed_at=at(day))


def _die(household, *, by, day, at):
    """A member who never went abroad; after a head the husband, wife or eldest takes over."""
    person = household.members.filter(trips=None, birth_on__lt=day - dt.timedelta(days=40 * 365)).order_by("pk").first()
    if person is None:
        return
    died = PartialDate(day, Precision.DAY.value)
    record_death(by=by, person_id=person.pk, version=person.version, died=died, today=day)
    Person.objects.filter(pk=person.pk).update(died_known_at=at(day), changed_at=at(day))
    grown = household.members.members_on(day).filter(birth_on__lt=day - dt.timedelta(days=20 * 365))
    heir = grown.order_by("birth_on", "pk").first()
    if person.relation != Relation.HEAD or heir is None:
        return
    household.refresh_from_db()
    old = TO_ANOTHER.get(heir.relation, Relation.PARENT if heir.relation == Relation.CHILD else Relation.UNKNOWN)
    about = {"by": by, "household_id": household.pk, "version": household.version, "today": day}
    change_head(head_id=heir.pk, old_relation=old, since=died, **about)
    HeadChange.objects.filter(household=household).update(known_at=at(day))


def _close(household, *, by, day, back, at):
    household.refresh_from_db()
    household = close_household(
        by=by,
        household_id=household.pk,
        version=household.version,
        reason=ClosingReason.MOVED,
        closed=PartialDate(day, Precision.DAY.value),
        today=day,
    )
    Closing.objects.filter(household=household).update(closed_known_at=at(day))
    if back is not None:
        on = PartialDate(back, Precision.DAY.value)
        reopen_household(
            by=by, household_id=household.pk, version=household.version, by_mistake=False, back=on, today=back
        )
        Closing.objects.filter(household=household).update(reopened_known_at=at(back))
