"""Numbers of places as sums of what is kept for each village: always what a direct count says."""

import datetime as dt
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from accounts.models import VillageChange
from households.actions import change_trip, close_household, record_death, verify_household
from households.choices import ClosingReason, Evidence, Stage
from households.entries import TripEntry
from households.models import Household
from monitoring import counting, refreshing, summaries
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.models import VillageSummary
from monitoring.periods import Period
from monitoring.places import place_for
from monitoring.reports.tallies import Tally, everything
from tests.monitoring.conftest import NOW, family, member, on, went
from tests.monitoring.worlds import World, some_acts
from toolkit.dates import PartialDate


def few(lens, codes):
    """Some numbers of a place and no others."""
    return Tally(summaries.by_village(lens, codes)).counts


def lens_of(user, region="", period="2026-11"):
    return Lens.on(user, place_for(user, region), Period.parse(period), NOW)


def directly(lens):
    """Each indicator by its own query through the lens, and each of its parts."""
    counts = {code: indicator.count(lens) for code, indicator in BY_CODE.items()}
    parts = {
        (code, dimension.code, part): count
        for code, indicator in BY_CODE.items()
        for dimension in indicator.dimensions
        for part, count in counting.by_part(indicator.rows(lens), dimension).items()
    }
    return counts, {key: count for key, count in parts.items() if count}


def summed(lens):
    """The same from the villages' numbers."""
    tally = everything(lens)
    parts = {
        (code, dimension.code, part): count
        for code, indicator in BY_CODE.items()
        for dimension in indicator.dimensions
        for part, count in tally.parts[code, dimension.code].items()
    }
    return {code: tally.counts[code] for code in BY_CODE}, {key: count for key, count in parts.items() if count}


@pytest.mark.parametrize("one_by_one", [0, 8])
@pytest.mark.parametrize("username", ["sari", "rina", "dewi"])
def test_sum_of_villages_is_the_direct_count(village, stranger_next_door, request, monkeypatch, one_by_one, username):
    monkeypatch.setattr(summaries, "ONE_BY_ONE", one_by_one)
    lens = lens_of(request.getfixturevalue(username))

    assert summed(lens) == directly(lens)
    assert summed(lens) == directly(lens)


def test_kept_numbers_are_read_and_not_counted_again(village, rina, django_assert_max_num_queries):
    lens = lens_of(rina)
    everything(lens)

    with django_assert_max_num_queries(6) as asked:
        everything(lens)

    assert [query for query in asked.captured_queries if 'FROM "households_trip"' in query["sql"]] == []


ACTS = {
    "close": lambda sari, trip: close_household(
        by=sari, household_id=trip.person.household_id, version=1, reason=ClosingReason.MOVED,
        closed=PartialDate(on("2026-11-02"), "day"), today=on("2026-11-23"),
    ),
    "death": lambda sari, trip: record_death(
        by=sari, person_id=trip.person_id, version=1, died=PartialDate(on("2026-11-02"), "day"), today=on("2026-11-23")
    ),
    "visit": lambda sari, trip: verify_household(
        by=sari, household_id=trip.person.household_id, version=1, visited_on=on("2026-11-02")
    ),
    "late departure": lambda sari, trip: change_trip(
        by=sari, trip_id=trip.pk, version=1, today=on("2026-11-23"),
        entry=TripEntry(Stage.ACTIVE, "MY", "", PartialDate(on("2026-09-05"), "day"), Evidence.TOLD),
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("period", ["2026-11", "2026-09"])
@time_machine.travel(NOW, tick=False)
def test_act_makes_the_numbers_of_every_period_old(village, sari, rina, act, period):
    trip = went(member(family(sari, "2026-01-05"), "Iwan"), prospective="2026-01-01", told="2026-01-05")
    lens = lens_of(rina, period=period)
    everything(lens)

    ACTS[act](sari, trip)

    assert summed(lens) == directly(lens_of(rina, period=period))


def test_every_changing_act_is_counted_for_its_village_alone(village, stranger_next_door, sari, budi):
    before = summaries._states(lens_of(sari)), summaries._states(lens_of(budi))

    family_of_sari = Household.objects.filter(village=sari.region).first()
    verify_household(by=sari, household_id=family_of_sari.pk, version=1, visited_on=on("2026-11-20"))

    after = summaries._states(lens_of(sari)), summaries._states(lens_of(budi))
    assert (after[0] != before[0], after[1]) == (True, before[1])


def test_writing_while_counting_counts_the_village_again(village, sari, rina, monkeypatch):
    """Somebody saves between two of the queries: the sum is refused nowhere, and holds the new row everywhere."""
    count, wrote = summaries._count, []

    def interrupted(*args):
        found = count(*args)
        if not wrote:
            wrote.append(went(member(family(sari, "2026-11-05"), "Joko"), departed="2026-11-06", told="2026-11-06"))
        return found

    monkeypatch.setattr(summaries, "_count", interrupted)

    assert summed(lens_of(rina)) == directly(lens_of(rina))


def test_numbers_of_another_catalogue_do_not_hold(village, rina, monkeypatch):
    lens = lens_of(rina)
    everything(lens)
    VillageSummary.objects.update(numbers={code: [99, {}] for code in BY_CODE})
    monkeypatch.setattr(summaries, "_catalogue", lambda: "later")

    assert few(lens, ("G1.1",)) == {"G1.1": 6}


def test_whoever_may_not_count_gets_nothing_and_leaves_nothing(village, sari):
    lens = lens_of(sari)
    sari.is_active = False

    assert (summaries.by_village(lens, BY_CODE), VillageSummary.objects.count()) == ({}, 0)


def test_few_numbers_leave_the_others_for_later(village, rina):
    lens = lens_of(rina)

    assert few(lens, ("G1.1", "G2.2")) == {"G1.1": 6, "G2.2": 3}
    assert summed(lens) == directly(lens)


@time_machine.travel(NOW, tick=False)
def test_refresh_counts_this_month_and_the_last_and_takes_changes_together(village, stranger_next_door, dewi):
    printed = StringIO()
    lines = VillageChange.objects.count()
    states = summaries._states(lens_of(dewi))

    call_command("refresh_summaries", check=True, stdout=printed)

    assert "2 desa" in printed.getvalue()
    assert "sama dengan hitungan langsung" in printed.getvalue()
    assert (VillageChange.objects.count(), lines > 2, summaries._states(lens_of(dewi))) == (2, True, states)
    whole = {(row.period, row.last) for row in VillageSummary.objects.all() if len(row.numbers) > 1}
    assert whole == {("2026-11", on("2026-11-23")), ("2026-10", on("2026-10-31"))}
    assert len(set(VillageSummary.objects.values_list("period"))) == 12


@time_machine.travel(NOW, tick=False)
def test_refresh_finds_a_number_that_nobody_counted(village):
    refreshing.refresh(NOW)
    Household.objects.filter(needs_check=True).update(needs_check=False)

    with pytest.raises(CommandError, match=r"52 2026-11 G4.1: 1, 0"):
        call_command("refresh_summaries", check=True, stdout=StringIO())


@time_machine.travel(NOW, tick=False)
def test_refresh_forgets_the_numbers_of_days_long_past(village, rina):
    everything(lens_of(rina))
    VillageSummary.objects.update(made_at=NOW - dt.timedelta(days=70), last=on("2026-09-13"))

    refreshing.refresh(NOW)

    assert not VillageSummary.objects.filter(last=on("2026-09-13")).exists()


@pytest.mark.slow  # a few small worlds, each summed after every act
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=some_acts)
def test_kept_numbers_are_the_counted_ones_whatever_happens(acts, sari, budi, dewi):
    with transaction.atomic():
        world = World((sari, budi))
        for one in acts:
            # What is kept now is old after the act, in the other village too when somebody goes there.
            everything(lens_of(dewi))
            everything(lens_of(sari, period="2026-10"))
            world.act(*one)
            assert summed(lens_of(dewi)) == directly(lens_of(dewi))
        for user in (sari, budi):
            assert summed(lens_of(user)) == directly(lens_of(user))
        transaction.set_rollback(True)
