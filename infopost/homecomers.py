"""The journeys from which somebody came home within the year that the rules speak of."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q

from households.choices import Precision
from households.duties.journeys import of_kept_families
from households.models import Homecoming, Trip
from infopost.models import ReturnTalk, ReturnTask
from infopost.return_choices import TaskState
from infopost.rules.returns import ACCOMPANIED, NOTICE, first_return_open_on, last_return_over_by


def home_on(user, day: dt.date):
    """Those who are home on `day` and came within the year, in families that are kept; each with `is_heard`.

    Whoever has left again is not home; whoever prepares to is. Of a return known by its month or year alone the year
    may go on until the last day of it.
    """
    first = first_return_open_on(day)
    earliest = first.replace(month=1, day=1)
    within = (
        Q(returned_on__gte=first)
        | Q(returned_precision=Precision.MONTH, returned_on__gte=first.replace(day=1))
        | Q(returned_precision=Precision.YEAR, returned_on__gte=earliest)
    )
    since_then = Q(returned_on__isnull=True) | Q(returned_on__gt=OuterRef("returned_on"))
    later = Trip.objects.visible_to(user).filter(since_then, person=OuterRef("person"), departed_on__lte=day)
    trips = of_kept_families(user, day).filter(within, returned_on__gte=earliest, returned_on__lte=day)
    return _marked(trips.filter(~Exists(later.filter(cancelled_on__isnull=True))), user)


def to_talk_with(user, day: dt.date):
    """Those with whom nobody has talked yet, each with `since`: the return."""
    return home_on(user, day).filter(is_heard=False).annotate(since=F("returned_on"))


def year_ending(user, day: dt.date):
    """Those of whom the year ends within thirty days and whom nobody has accompanied, each with `since`: the return."""
    settled = Homecoming.objects.visible_to(user).filter(trip=OuterRef("pk"), reintegration__in=ACCOMPANIED)
    ending = home_on(user, day).filter(returned_on__lte=last_return_over_by(day + NOTICE))
    return ending.filter(~Exists(settled), ~Q(returned_precision=Precision.UNKNOWN)).annotate(since=F("returned_on"))


def open_tasks(user):
    """Offers that wait, of people who still live in the village that made them."""
    waiting = ReturnTask.objects.visible_to(user).filter(state=TaskState.OPEN, withdrawn_at__isnull=True)
    return waiting.filter(trip__village=F("village"))


def _marked(trips, user):
    talks = ReturnTalk.objects.visible_to(user).filter(trip=OuterRef("pk"), village=OuterRef("village"))
    return trips.annotate(is_heard=Exists(talks.filter(withdrawn_at__isnull=True)))
