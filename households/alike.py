"""Looks for people of a village who may be those that are just being registered."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from households.querysets import PersonQuerySet
from households.rules.likeness import YEARS_APART, Described, is_alike

# So many for one name are compared by hand; more would be no help.
MOST = 3


@dataclass(frozen=True)
class Alike:
    """Somebody in the registry who may be the person that was told."""

    told: str
    person: object


def described(people: PersonQuerySet):
    """Key and description of each of `people`, by hamlet and name."""
    columns = ("pk", "search_name", "birth_on", "household__hamlet")
    for key, name, birth_on, hamlet in people.order_by("household__hamlet", "search_name", "pk").values_list(*columns):
        yield key, Described(name, birth_on.year if birth_on else None, hamlet)


def find_alike(people: PersonQuerySet, told: list[Described]) -> list[Alike]:
    """For each description that was told those among `people` who may be meant, at most three."""
    found = defaultdict(list)
    for key, known in described(_of_the_age(people, told)):
        for place, person in enumerate(told):
            if len(found[place]) < MOST and is_alike(person, known):
                found[place].append(key)
    keys = {key for hits in found.values() for key in hits}
    persons = people.select_related("household").in_bulk(keys) if keys else {}
    return [Alike(told[place].name, persons[key]) for place in sorted(found) for key in found[place]]


def _of_the_age(people: PersonQuerySet, told: list[Described]) -> PersonQuerySet:
    """Those whose year of birth speaks against nobody who was told: of a large village a small part."""
    if any(person.year is None for person in told):
        return people
    born = Q(birth_on__isnull=True)
    for year in {person.year for person in told}:
        first, last = year - YEARS_APART, year + YEARS_APART
        born |= Q(birth_on__gte=dt.date(max(first, 1), 1, 1), birth_on__lte=dt.date(min(last, 9999), 12, 31))
    return people.filter(born)


def packed(people: PersonQuerySet) -> list:
    """The village for the browser's comparison: per hamlet 'name|year', without signs, numbers or keys."""
    places = defaultdict(list)
    for _, known in described(people):
        places[known.hamlet].append(f"{known.name}|{known.year or ''}")
    return list(places.items())
