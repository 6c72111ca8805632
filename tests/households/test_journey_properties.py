"""Whatever acts follow each other in a life, the database and the rule tell the same status of every past day."""

import datetime as dt
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from households import actions
from households.choices import Evidence, ExtensionPlace, ReturnReason, Stage
from households.entries import TripEntry
from households.models import Person, Trip
from households.rules.journeys import standing_of
from tests.factories.households import HouseholdFactory, PersonFactory
from toolkit.dates import PartialDate

FIRST = dt.date(2020, 1, 1)
TODAY = dt.date(2022, 12, 31)
DAYS = [FIRST + dt.timedelta(days=step) for step in range(-30, (TODAY - FIRST).days + 40, 9)]
TOLD = st.builds(
    lambda days, precision: PartialDate.within(FIRST + dt.timedelta(days=days), precision),
    st.integers(0, (TODAY - FIRST).days),
    st.sampled_from(["day", "day", "month", "year", "unknown"]),
)
# Three journeys and two returns are the first steps of every life, so that none is too simple.
LIFE = ("prepare", "depart", "return", "again", "return", "again")
ACTS = st.sampled_from(
    [
        "prepare",
        "depart",
        "return",
        "again",
        "extend",
        "cancel",
        "die",
        "not_gone",
        "not_home",
        "never",
        "restore",
        "live",
    ]
)


def act(name, by, person, told):
    """Carry one act out upon the last journey, or the person."""
    trip = Trip.objects.filter(person=person).order_by("pk").last()
    about = {"by": by, "trip_id": trip.pk, "version": trip.version} if trip else {}
    somebody = {"by": by, "person_id": person.pk}
    version = {"version": Person.objects.get(pk=person.pk).version}
    acts = {
        "prepare": lambda: actions.add_trip(entry=_entry(Stage.PROSPECTIVE, told), today=TODAY, **somebody),
        "again": lambda: actions.leave_again(entry=_entry(Stage.ACTIVE, told), today=TODAY, **somebody),
        "die": lambda: actions.record_death(died=told, today=TODAY, **somebody, **version),
        "live": lambda: actions.withdraw_death(**somebody, **version),
    }
    if trip:
        acts |= {
            "depart": lambda: actions.record_departure(departed=told, today=TODAY, **about),
            "return": lambda: actions.record_arrival(returned=told, reason=ReturnReason.UNKNOWN, today=TODAY, **about),
            "cancel": lambda: actions.cancel_trip(cancelled=told, today=TODAY, **about),
            "not_gone": lambda: actions.withdraw_departure(today=TODAY, **about),
            "not_home": lambda: actions.withdraw_arrival(today=TODAY, **about),
            "never": lambda: actions.withdraw_trip(**about),
            "restore": lambda: actions.restore_trip(**about),
            "extend": lambda: actions.extend_contract(
                extended=told, until=PartialDate(), place=ExtensionPlace.UNKNOWN, today=TODAY, **about
            ),
        }
    if name in acts:
        # What cannot be is refused in words; the life goes on as it was.
        with suppress(ValidationError):
            acts[name]()


def _entry(stage, told):
    return TripEntry(stage, "MY", "", told, Evidence.TOLD)


@pytest.mark.slow  # two dozen lives
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(TOLD, min_size=len(LIFE), max_size=len(LIFE)), later=st.lists(st.tuples(ACTS, TOLD), max_size=8))
def test_every_life_has_one_status_a_day_by_both_ways(sari, first, later):
    person = PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari))
    for name, told in [*zip(LIFE, first, strict=True), *later]:
        act(name, sari, person, told)

    person = Person.objects.prefetch_related("trips").get(pk=person.pk)
    for day in DAYS:
        rule = standing_of(person, day)
        found = list(Trip.objects.filter(person=person).standing_on(day).values_list("pk", "stage"))
        assert found == ([(rule.trip.pk, rule.stage)] if rule else [])
