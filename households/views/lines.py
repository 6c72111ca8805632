"""The lines of a list of families: which they are is asked each time, what lines say is drawn once (decision 41)."""

import hashlib

from django.template.loader import render_to_string

from accounts.changes import acts_in, changes_of
from households.models import Household
from households.views import drawn
from households.views.presenting import head_first, member_line, person_chip

LINES = "households/_household_lines.html"


def drawn_lines(user, found: list, day, *, shows_village: bool) -> str:
    """The lines of the families that were found just now among those that `user` may read, in their order, as HTML.

    `found` tells only which they are. What their lines say is remembered until somebody writes in one of the villages.
    """
    keys = [family.pk for family in found]
    if not keys:
        return ""

    def draw():
        families = Household.objects.visible_to(user).with_lines().in_bulk(keys)
        rows = [_line(families[pk], day) for pk in keys if pk in families]
        return render_to_string(LINES, {"rows": rows, "shows_village": shows_village})

    villages = sorted({family.village_id for family in found})
    named = hashlib.sha256(" ".join([*villages, *map(str, keys)]).encode()).hexdigest()
    # Acts are counted before the rows are read: lines are sooner drawn once too often than told too late.
    return drawn.remembered(drawn.key(user, f"lines:{named}", day), changes_of(villages), draw)


def count_all(user, households, day, *, most: int) -> int:
    """How many the reader's families are, `most` + 1 where there are more; remembered until somebody writes there.

    A list of ten thousand takes longer to count than to read a page of.
    """

    def count():
        return households.order_by()[: most + 1].count()

    if not user.region_id:
        return count()
    return drawn.remembered(drawn.key(user, "families", day), acts_in(user.region_id), count)


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
