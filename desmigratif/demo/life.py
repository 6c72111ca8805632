"""What happened to the demo's families since they were registered: visits, deaths, new heads, closings."""

import datetime as dt
import random

from accounts.models import User
from desmigratif.demo.clearings import clear
from desmigratif.demo.comings import come_and_go
from households.actions import change_head, close_household, record_death, reopen_household, verify_household
from households.choices import ClosingReason, Precision, Relation
from households.models import Closing, HeadChange, Household, Person, Visit
from toolkit.dates import PartialDate

# Every so many families: somebody died, the family was closed, a closed one came back.
DEATHS, CLOSINGS = 10, 12
# How much of the time since they were registered has gone when it is their turn, one family after the other.
TURNS = (0.9, 0.08, 0.05, 0.1, 0.45, 0.3, 0.75)
# So long a family that came back was away.
AWAY = dt.timedelta(days=12)
# In every so many families the officer has looked into what seemed wrong.
CLEARINGS = 3
BETWEEN_VISITS = dt.timedelta(days=200)
TO_ANOTHER = {Relation.HUSBAND: Relation.WIFE, Relation.WIFE: Relation.HUSBAND}


def live(household: Household, *, by: User, place: int, today: dt.date, at) -> None:
    """Let happen to the village's n-th family what is its turn; `at` gives the office hour of a day."""
    lately = today - dt.timedelta(days=20 + place % 90)
    if household.registered_on >= lately:
        return
    season = _season(household, place, last=lately)
    for day in _visiting_days(household.registered_on, lately, lately=bool(place % 3)):
        _visit(household, by=by, day=day, at=at)
    if place % CLEARINGS == 1:
        clear(household, by=by, day=lately, at=at)
    come_and_go(household, by=by, place=place, day=season, at=at)
    if place % DEATHS == 4:
        _die(household, by=by, day=season, at=at)
    if place % CLOSINGS == 7:
        # Who stays away told the officer everything until lately.
        away = (season, season + AWAY) if place % (2 * CLOSINGS) == 7 else (lately, None)
        _close(household, by=by, day=away[0], back=away[1], at=at)


def _season(household: Household, place: int, *, last: dt.date) -> dt.date:
    """The day on which it is the family's turn: early, in the middle or late between its registration and `last`."""
    # A world that is the same on every machine is the point here; no secret comes from it.
    chance = random.Random(f"musim {household.village_id} {place}")  # noqa: S311
    days = (last - household.registered_on).days
    share = TURNS[place % len(TURNS)] + chance.uniform(-0.04, 0.04)
    return household.registered_on + dt.timedelta(days=max(1, int(days * share)))


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
