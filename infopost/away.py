"""The journeys of those who are away, each with the day since which the post has not spoken with the family."""

import datetime as dt

from django.db.models import Case, DateField, Exists, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest

from households.duties.journeys import under_way
from households.models import ContactLoss, Trip
from infopost.models import FamilyCall
from infopost.rules.silence import Quiet, latest_of


def away_on(user, day: dt.date):
    """Those abroad on `day` whom the user may read, each with `since`, `next_on`, `last_said` and `is_lost`.

    A family that was never called waits since the departure, or since it was registered when that was later.
    """
    calls = FamilyCall.objects.visible_to(user).reached().filter(trip=OuterRef("pk"), village=OuterRef("village"))
    last = calls.filter(called_on__lte=day).order_by("-called_on", "-pk")
    lost = ContactLoss.objects.visible_to(user).filter(trip=OuterRef("pk"), heard_on__isnull=True)
    trips = under_way(user, day).filter(departed_on__lte=day).select_related("person__household", "village")
    return trips.annotate(
        last_called=Subquery(last.values("called_on")[:1]),
        last_said=Subquery(last.values("said")[:1]),
        next_on=Subquery(last.values("next_on")[:1]),
        is_lost=Exists(lost),
        since=Coalesce("last_called", Greatest(F("departed_on"), F("person__household__registered_on"))),
    )


def to_call(user, day: dt.date):
    """Those whose families should be called by `day`: on the day that was agreed, else thirty days after the last."""
    # In one expression, because each of the two looks the family's last call up.
    is_quiet = Case(When(since__lte=latest_of(Quiet.FIRST, day), then=Value(day)), output_field=DateField())
    return away_on(user, day).alias(due=Coalesce("next_on", is_quiet)).filter(due__lte=day)


def quiet_for(trips, step: Quiet, day: dt.date):
    """Those of whom nothing was heard for as long as the step says."""
    return trips.filter(since__lte=latest_of(step, day))


def trip_of(user, pk):
    """A journey of the officer's own village that may be called about: somebody left and has not come home."""
    return Trip.objects.editable_by(user).filter(pk=pk, departed_on__isnull=False, returned_on__isnull=True)
