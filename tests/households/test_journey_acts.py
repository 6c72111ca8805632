"""The acts of a journey: leaving, coming home, leaving again, giving up, each with its inverse."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Evidence, ReturnReason, Stage
from households.entries import TripEntry
from households.models import Person, Trip
from households.rules.journeys import standing_of
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 22)
UNKNOWN = PartialDate()


def day(text: str) -> PartialDate:
    """'2026', '2026-03' or '2026-03-14' as it is told."""
    parts = [int(part) for part in text.split("-")]
    return PartialDate(dt.date(*[*parts, 1, 1][:3]), ("year", "month", "day")[len(parts) - 1])


@pytest.fixture
def person(sari):
    return PersonFactory(household=HouseholdFactory(village=sari.region, created_by=sari))


@pytest.fixture
def candidate(person):
    return TripFactory(person=person, prospective_on=dt.date(2025, 1, 5))


@pytest.fixture
def away(person):
    return TripFactory(person=person, departed_on=dt.date(2025, 3, 4))


@pytest.fixture
def back(person):
    return TripFactory(person=person, departed_on=dt.date(2025, 3, 4), returned_on=dt.date(2026, 6, 10))


def about(by, trip, **others):
    return {"by": by, "trip_id": trip.pk, "version": Trip.objects.get(pk=trip.pk).version, **others}


def depart(by, trip, departed="2025-03-04"):
    return actions.record_departure(**about(by, trip), departed=day(departed) if departed else UNKNOWN, today=TODAY)


def come_home(by, trip, returned="2026-06-10", reason=ReturnReason.FINISHED):
    returned = day(returned) if returned else UNKNOWN
    return actions.record_arrival(**about(by, trip), returned=returned, reason=reason, today=TODAY)


def give_up(by, trip, cancelled="2025-02-01"):
    return actions.cancel_trip(**about(by, trip), cancelled=day(cancelled) if cancelled else UNKNOWN, today=TODAY)


def leave_again(by, person, departed="2026-08-01"):
    entry = TripEntry(Stage.ACTIVE, "TW", "", day(departed), Evidence.TOLD)
    return actions.leave_again(by=by, person_id=person.pk, entry=entry, today=TODAY)


def stage(person, on=TODAY):
    standing = standing_of(Person.objects.get(pk=person.pk), on)
    return standing and standing.stage


def test_candidate_leaves_and_it_is_taken_back(sari, person, candidate):
    depart(sari, candidate)
    away = stage(person)

    actions.withdraw_departure(**about(sari, candidate), today=TODAY)

    assert (away, stage(person)) == (Stage.ACTIVE, Stage.PROSPECTIVE)
    assert [e.fields for e in AuditEvent.objects.filter(act=Act.CHANGED)] == [["departed_on"]] * 2


def test_departure_taken_back_of_whom_nothing_else_is_known_leaves_a_candidate_of_today(sari, person, away):
    trip = actions.withdraw_departure(**about(sari, away), today=TODAY)

    assert (trip.prospective_on, trip.prospective_precision, trip.departed_on) == (TODAY, "unknown", None)


def test_departure_is_corrected_while_the_return_stands(sari, person, back):
    trip = depart(sari, back, "2025-03-14")

    assert (trip.departed_on, trip.returned_on, stage(person)) == (
        dt.date(2025, 3, 14),
        dt.date(2026, 6, 10),
        Stage.RETURNED,
    )


def test_departure_corrected_within_the_month_is_no_news(sari, back):
    known_at = back.departed_known_at

    assert depart(sari, back, "2025-03-14").departed_known_at == known_at
    assert depart(sari, back, "2025-04").departed_known_at != known_at


@pytest.mark.parametrize(
    ("returned", "precision", "departed", "stands"),
    [
        ("2025-03-01", "month", "2025-03-20", "2025-03-20"),
        ("2025-01-01", "year", "2025-03-20", "2025-03-20"),
        ("2026-06-10", "day", "", "2026-06-10"),
    ],
)
def test_departure_and_return_stay_in_order(sari, person, returned, precision, departed, stands):
    trip = TripFactory(person=person, returned_on=dt.date.fromisoformat(returned), returned_precision=precision)

    trip = depart(sari, trip, departed)

    assert (trip.departed_on, trip.returned_on) == (dt.date.fromisoformat(stands),) * 2


def test_departure_after_the_return_is_refused_in_words(sari, back):
    with pytest.raises(ValidationError, match="Tanggal pulang lebih awal dari tanggal berangkat"):
        depart(sari, back, "2026-07")

    assert Trip.objects.get().departed_on == dt.date(2025, 3, 4)


def test_departure_is_not_taken_back_under_a_return(sari, back):
    with pytest.raises(ValidationError, match="Sudah tercatat pulang"):
        actions.withdraw_departure(**about(sari, back), today=TODAY)


def test_return_with_its_reason_and_back(sari, person, away):
    trip = come_home(sari, away, reason=ReturnReason.DISPUTE)
    home = (stage(person), trip.return_reason)

    trip = actions.withdraw_arrival(**about(sari, away), today=TODAY)

    assert home == (Stage.RETURNED, "dispute")
    assert (stage(person), trip.return_reason, trip.returned_on) == (Stage.ACTIVE, "", None)
    assert AuditEvent.objects.order_by("pk").first().fields == ["return_reason", "returned_on"]


def test_return_alone_taken_back_leaves_somebody_abroad_since_nobody_knows_when(sari, person):
    trip = TripFactory(person=person, returned_on=dt.date(2026, 6, 10))

    trip = actions.withdraw_arrival(**about(sari, trip), today=TODAY)

    assert (trip.departed_on, trip.departed_precision, stage(person)) == (TODAY, "unknown", Stage.ACTIVE)


def test_return_that_goes_with_a_correction_takes_its_reason_along(sari, away):
    come_home(sari, away)
    entry = TripEntry(Stage.ACTIVE, "MY", "", UNKNOWN, Evidence.TOLD)

    trip = actions.change_trip(**about(sari, away), entry=entry, today=TODAY)

    assert (trip.returned_on, trip.return_reason) == (None, "")


def test_leaving_again_is_a_new_journey_of_one_person(sari, person, back):
    trip = leave_again(sari, person)

    assert (person.trips.count(), stage(person), trip.country) == (2, Stage.ACTIVE, "TW")
    assert stage(person, dt.date(2026, 7, 1)) == Stage.RETURNED


def test_leaving_again_is_taken_back_whole_and_restored(sari, person, back):
    trip = leave_again(sari, person)
    days = [dt.date(2026, month, 15) for month in range(1, 12)]

    actions.withdraw_trip(**about(sari, trip))
    without = [stage(person, on) for on in days]
    actions.restore_trip(**about(sari, trip))

    assert without == [Stage.ACTIVE] * 5 + [Stage.RETURNED] * 6
    assert stage(person) == Stage.ACTIVE


def test_leaving_again_waits_for_the_return(sari, person, away):
    with pytest.raises(ValidationError, match="Masih tercatat di luar negeri"):
        leave_again(sari, person)

    assert person.trips.count() == 1


@pytest.mark.parametrize(
    ("cancelled", "on", "precision"),
    [("2025-02-01", "2025-02-01", "day"), ("2025-01", "2025-01-05", "month"), ("", "2026-11-22", "unknown")],
)
def test_candidate_gives_up_and_it_is_taken_back(sari, person, candidate, cancelled, on, precision):
    trip = give_up(sari, candidate, cancelled)
    without = stage(person)

    actions.restore_trip(**about(sari, candidate))

    assert (trip.cancelled_on, trip.cancelled_precision) == (dt.date.fromisoformat(on), precision)
    assert (without, stage(person)) == (None, Stage.PROSPECTIVE)


def test_giving_up_before_the_plan_or_after_leaving_is_refused_in_words(sari, candidate, away):
    with pytest.raises(ValidationError, match="lebih awal dari menjadi calon"):
        give_up(sari, candidate, "2024-12-31")
    with pytest.raises(ValidationError, match="Sudah tercatat berangkat"):
        give_up(sari, away)


def test_journey_that_was_given_up_has_no_further_step(sari, candidate):
    give_up(sari, candidate)

    for act in (depart, come_home):
        with pytest.raises(ValidationError, match="tercatat batal"):
            act(sari, candidate)


@pytest.mark.parametrize("act", [depart, come_home, give_up], ids=lambda act: act.__name__)
def test_acts_know_strangers_and_the_second_editor(act, sari, budi, rina, candidate):
    for other in (budi, rina):
        with pytest.raises(Trip.DoesNotExist):
            act(other, candidate)
    with pytest.raises(StaleVersion):
        actions.record_departure(by=sari, trip_id=candidate.pk, version=9, departed=UNKNOWN, today=TODAY)
    assert AuditEvent.objects.count() == 0
