"""A small village whose every number can be counted by hand."""

import datetime as dt

import pytest
import time_machine

from households.models import Household
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from toolkit.keyset import PAGE_SIZE

# 23 November 2026, nine o'clock in Korleko (WITA).
NOW = dt.datetime(2026, 11, 23, 1, 0, tzinfo=dt.UTC)


def on(text: str) -> dt.date:
    """The day that '2026-11-05' writes."""
    return dt.date.fromisoformat(text)


def known(text: str) -> dt.datetime:
    """Noon of that day in Korleko."""
    return dt.datetime.combine(on(text), dt.time(4), dt.UTC)


def family(officer, registered: str, **options) -> Household:
    """A family of the officer's village without members."""
    return HouseholdFactory(village=officer.region, registered_on=on(registered), created_by=officer, **options)


def member(household, name: str, *, born: str | None = "1985-01-01", precision: str = "day", **options):
    """A member; `born` None is unknown."""
    birth = {"birth_on": on(born) if born else None, "birth_precision": precision if born else "unknown"}
    return PersonFactory(household=household, name=name, **birth, **options)


def went(person, country: str = "MY", *, told: str = "2026-10-05", **steps):
    """A journey with steps such as `departed='2024-05-01'`, all of which became known on `told`."""
    dates = {}
    for step in ("prospective", "departed", "returned", "cancelled"):
        if step in steps:
            dates |= {f"{step}_on": on(steps.pop(step)), f"{step}_known_at": known(told)}
    return TripFactory(person=person, country=country, **dates, **steps)


@pytest.fixture
def morning():
    """Nine o'clock in Korleko, Monday 23 November 2026."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def village(sari):
    """Korleko with six families: five of migrants, with one of every unknown, and one without."""
    ani = member(family(sari, "2026-10-05", needs_check=True), "Ani", sex="P", relation="head")
    member(ani.household, "Bayu", sex="L", born="2012-03-09")
    member(ani.household, "Cici", sex="", born="2010-07-01", precision="year")
    went(ani, "MY", departed="2020-01-10", returned="2023-02-01")
    went(ani, "TW", departed="2024-05-01", sector="domestic", evidence="document")
    dedi = member(family(sari, "2026-11-03", family_card_number="5203170101010001"), "Dedi", sex="L")
    went(dedi, "", departed="2026-11-10", told="2026-11-12", evidence="unknown")
    eka = member(family(sari, "2026-10-20"), "Eka", sex="", born=None)
    went(eka, "-", prospective="2026-09-01", told="2026-10-20", evidence="refused")
    member(family(sari, "2026-10-01"), "Fajar", sex="L", born=None)
    gita = member(family(sari, "2026-11-15"), "Gita", sex="P")
    went(gita, "MY", departed="2022-01-01", returned="2026-11-20", told="2026-11-20")
    hadi = member(family(sari, "2026-09-01"), "Hadi", sex="L", relation="")
    went(hadi, "SA", departed="2026-08-15", told="2026-11-05", sector="plantation")
    return sari.region


@pytest.fixture
def stranger_next_door(budi):
    """A family of Lenek Lauk whose name no page of Korleko may show."""
    person = member(family(budi, "2026-10-05", hamlet="Kanari Hamlet"), "Kanari Tetangga", sex="L")
    went(person, "JP", departed="2025-01-01")
    return person


@pytest.fixture
def long_village(sari):
    """Korleko with more people abroad than a page of a list holds."""
    for number in range(PAGE_SIZE + 3):
        went(member(family(sari, "2026-10-05"), f"Warga {number:02}"), "TW", departed="2025-01-01")
    return sari.region
