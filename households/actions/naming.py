"""Families whose row names other members than there are: a search passes them by, or finds them by an old name.

No act leaves one behind. A version of the portal that does not know a column does, and so does whoever writes past
the acts.
"""

from collections import defaultdict

from django.db import transaction

from households.actions.derived import NAMES, OF_MEMBERS, names_of
from households.models import Household, Person

AT_ONCE = 100


def mend_names(village: str, *, only_look: bool = False) -> int:
    """Write the names of a village's families anew where they are wrong; how many were.

    It reads one village at a time, and looks twice: what somebody changes meanwhile is not wrong. With `only_look`
    nothing is written.
    """
    suspects = [household.pk for household in _wrong(Household.objects.filter(village=village), village=village)]
    portions = (suspects[start : start + AT_ONCE] for start in range(0, len(suspects), AT_ONCE))
    return sum(_mend(keys, only_look=only_look) for keys in portions)


def _mend(keys, *, only_look: bool) -> int:
    with transaction.atomic():
        locked = Household.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
        wrong = _wrong(locked, household__in=keys)
        if not only_look:
            Household.objects.bulk_update(wrong, NAMES)
    return len(wrong)


def _wrong(households, **members) -> list[Household]:
    """The families with wrong names, which they have right in memory. The families are read before their members."""
    found, named = list(households.only("pk", *NAMES)), defaultdict(list)
    people = Person.objects.filter(**members).order_by("pk").values_list("household_id", *OF_MEMBERS)
    for key, *member in people.iterator():
        named[key].append(member)
    wrong = []
    for household in found:
        names = names_of(named[household.pk])
        if names != tuple(getattr(household, column) for column in NAMES):
            household.sort_name, household.member_names, household.has_more_names = names
            wrong.append(household)
    return wrong
