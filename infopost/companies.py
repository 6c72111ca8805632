"""Asking the newest list about a company, and the words for each answer (`infopost/data/companies.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from infopost.models import Agency, AgencyList
from infopost.rules.companies import Comparison, Finding, compare, find, name_key
from infopost.vendored import DATA


@dataclass(frozen=True)
class Told:
    """What a family is told: how it looks, a sign and a word beside it, a sentence, and what to do now."""

    value: str
    look: str
    sign: str
    word: str
    text: str
    steps: tuple[str, ...]


@lru_cache(maxsize=1)
def read_answers() -> dict[str, Told]:
    """The words for every answer."""
    written = tomllib.loads((DATA / "companies.toml").read_text())["answer"]
    return {row["value"]: Told(**row | {"steps": tuple(row["steps"])}) for row in written}


def ask(name: str, *, newest: AgencyList | None, today) -> Finding:
    """What is known of this name today. Nothing of the question is kept."""
    companies = list(newest.agencies.all()) if newest else []
    earlier = Agency.objects.filter(in_list__in=AgencyList.objects.in_use(), name_key=name_key(name))
    return find(
        name,
        companies,
        listed_on=newest.listed_on if newest else None,
        today=today,
        was_listed=newest is not None and earlier.exclude(in_list=newest).exists(),
    )


def beside(before: AgencyList | None, licences) -> Comparison:
    """What these licences bring beside a list that is in use."""
    known = [agency.as_licence for agency in before.agencies.all()] if before else []
    return compare(known, licences)
