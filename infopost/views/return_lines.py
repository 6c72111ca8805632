"""Somebody who came home, as a line, and what waits for him."""

import datetime as dt
from dataclasses import dataclass

from households.duties.families import home_of
from households.views.homecomings import window_in_words
from infopost.models import ReturnTask
from infopost.return_choices import TaskState
from toolkit.dates import PartialDate


@dataclass(frozen=True)
class ReturnLine:
    """Who came home when, how long the year still lasts, whether somebody talked with him, and what waits."""

    trip: object
    home: str
    returned: PartialDate
    window: str
    waiting: int


def return_line(trip, day: dt.date) -> ReturnLine:
    """The line of a journey of `home_on`; its offers must be prefetched."""
    waiting = sum(is_open(task) for task in trip.return_tasks.all())
    returned = PartialDate.within(trip.returned_on, trip.returned_precision)
    return ReturnLine(trip, home_of(trip.person.household), returned, window_in_words(trip, day), waiting)


def is_open(task: ReturnTask) -> bool:
    """Whether the offer waits."""
    return task.state == TaskState.OPEN and task.withdrawn_at is None
