"""Journeys: a person's status on any date, and the life-line that a page draws."""

import datetime as dt
from dataclasses import dataclass

from households.choices import TRAINED, Stage
from toolkit.dates import PartialDate

RANK = {Stage.ACTIVE: 3, Stage.PROSPECTIVE: 2, Stage.RETURNED: 1}


def stage_on(trip, day: dt.date) -> tuple[Stage, dt.date] | None:
    """The stage of one journey on `day` and since when; None before it began or after it was given up."""
    if trip.cancelled_on and trip.cancelled_on <= day:
        return None
    for stage, since in (
        (Stage.RETURNED, trip.returned_on),
        (Stage.ACTIVE, trip.departed_on),
        (Stage.PROSPECTIVE, trip.prospective_on),
    ):
        if since and since <= day:
            return stage, since
    return None


@dataclass(frozen=True)
class Standing:
    """A person's status on a date, with the journey that gives it."""

    stage: Stage
    since: dt.date
    trip: object

    @property
    def label(self) -> str:
        """What somebody is by it: 'PMI aktif', or 'Peserta magang' where he goes to be trained."""
        return TRAINED[self.stage] if self.trip.is_training else self.stage.label

    @property
    def is_under_way(self) -> bool:
        """Whether the journey's next step is still to come: leaving, or coming home."""
        return self.stage != Stage.RETURNED


def standing_on(trips, day: dt.date) -> Standing | None:
    """The status that all journeys together give on `day`: TripQuerySet.standing_on for one person."""
    standings = [Standing(*found, trip) for trip in trips if (found := stage_on(trip, day))]
    return max(standings, key=lambda s: (RANK[s.stage], s.since, s.trip.pk), default=None)


def standing_of(person, day: dt.date) -> Standing | None:
    """The status of a person on `day` by all his journeys; who has died or left the family by then has none.

    A list brings the journeys as `trips_at_hand`: most people have none, and to ask each of them takes its time.
    """
    if not person.is_member_on(day):
        return None
    at_hand = getattr(person, "trips_at_hand", None)
    return standing_on(person.trips.all() if at_hand is None else at_hand, day)


def is_abroad(person, day: dt.date) -> bool:
    """Whether somebody works abroad on `day`."""
    standing = standing_of(person, day)
    return standing is not None and standing.stage == Stage.ACTIVE


def asks_where_he_lives(person, day: dt.date) -> bool:
    """Whether the answer where somebody lives now is asked and told: of a member, whom no journey says to be abroad."""
    return person.is_member_on(day) and not is_abroad(person, day)


@dataclass(frozen=True)
class Step:
    """A point on the life-line: what happened, when, as exactly as it is known, and when it became known."""

    happened: PartialDate
    on: dt.date
    what: Stage
    trip: object
    known_at: dt.datetime


def evidence_of(trip, step: str) -> str:
    """How a step of a journey is known: as was said with it, else as the journey is."""
    return getattr(trip, f"{step}_evidence", "") or trip.evidence


def return_to_keep(since: PartialDate, *, departed_on: dt.date | None) -> dt.date:
    """The day on which a return stands: the first of the known month or year, but not before a departure within it."""
    if departed_on and PartialDate.within(departed_on, since.precision) == since:
        return departed_on
    return since.value


STEPS = (("prospective", Stage.PROSPECTIVE), ("departed", Stage.ACTIVE), ("returned", Stage.RETURNED))
STEP_NAMES = {stage: name for name, stage in STEPS}


def life_line(trips) -> list[Step]:
    """Every step of every journey in the order it happened."""
    steps = []
    for trip in trips:
        for name, stage in STEPS:
            on, precision = getattr(trip, f"{name}_on"), getattr(trip, f"{name}_precision")
            if on is not None:
                happened, known_at = PartialDate.within(on, precision), getattr(trip, f"{name}_known_at")
                steps.append(Step(happened, on, stage, trip, known_at))
    return sorted(steps, key=lambda step: (step.on, RANK_IN_JOURNEY[step.what], step.trip.pk))


RANK_IN_JOURNEY = {Stage.PROSPECTIVE: 1, Stage.ACTIVE: 2, Stage.RETURNED: 3}
