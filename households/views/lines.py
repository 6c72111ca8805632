"""The lines of a list of families: which they are is asked each time, what lines say is drawn once (decision 41)."""

import hashlib

from accounts.changes import changes_of
from households.models import Household
from households.views import drawn
from households.views.presenting import head_first, member_line, person_chip

LINES = {"lines": "households/_household_lines.html"}


def drawn_lines(user, found: list, day, *, shows_village: bool) -> str:
    """The lines of the families that were found just now among those that `user` may read, in their order, as HTML.

    `found` tells only which they are. What their lines say is remembered until somebody writes in one of the villages.
    """
    keys = [family.pk for family in found]
    if not keys:
        return ""
    villages = sorted({family.village_id for family in found})
    # Acts are counted before the rows are read: lines are sooner drawn once too often than told too late.
    acts = changes_of(villages)
    named = hashlib.sha256(" ".join([*villages, *map(str, keys)]).encode()).hexdigest()
    key = drawn.key(user, f"lines:{named}", day)
    page = drawn.recall(key)
    if page is None or page.acts != acts:
        families = Household.objects.visible_to(user).with_lines().in_bulk(keys)
        rows = [_line(families[pk], day) for pk in keys if pk in families]
        page = drawn.draw(key, LINES, {"rows": rows, "shows_village": shows_village}, acts=acts)
    return page.parts["lines"]


def _line(household, day) -> dict:
    people = head_first(household, day)
    living = [person for person in people if person.is_member_on(day)]
    head, *others = living or people or [None]
    return {
        "household": household,
        "head": head and member_line(head, day),
        "others": [(person.name, chip) for person in others if (chip := person_chip(person, day))],
        "living": len(living),
    }
