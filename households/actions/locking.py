"""Locks of acts, in one order everywhere: villages, then people, then families, each in the order of their keys.

Whoever keeps to it never waits for somebody who waits for him. All of these locks let others write rows that only refer
to the locked one: every act leaves a line that refers to its village.
"""

from django.db.models import Q

from households.models import Household
from regions.models import Region


def lock_villages(*codes: str) -> None:
    """Let acts that bring families, people or cards into these villages go one after another.

    It comes before every other lock of an act, so that an import and a registration know what each has brought.
    """
    list(Region.objects.select_for_update(no_key=True).filter(pk__in=codes).order_by("pk").values_list("pk"))


def lock_families(keys, *, villages=(), cards=()) -> None:
    """Lock these families, and those in `villages` that bear one of these cards."""
    wanted, cards = Q(pk__in=keys), set(cards) - {""}
    if cards:
        wanted |= Q(village__in=villages, family_card_number__in=cards)
    found = Household.objects.select_for_update(no_key=True).filter(wanted)
    list(found.order_by("pk").values_list("pk"))
