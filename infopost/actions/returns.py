"""The officer talks with somebody who came home, offers what the village has, and says what became of it."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.versions import change
from households.actions import change_homecoming
from households.entries import HomecomingEntry
from households.models import Trip
from infopost.actions.desk_rows import taken_back, write_new, write_over
from infopost.models import ReturnTalk, ReturnTask
from infopost.return_choices import Offer, TaskState
from toolkit.ids import new_id

STILL_AWAY = "Perjalanan ini belum tercatat pulang. Catat dulu kepulangannya."


@transaction.atomic
def hold_talk(
    *, by: User, trip_id: UUID, version: int, talked_on: dt.date, left: dict[str, str], entry: HomecomingEntry
) -> Trip:
    """Keep what was left behind, and in the registry wish, state and debts, so that nobody is asked twice.

    Raises StaleVersion for a journey that somebody has changed since, DoesNotExist for another village's.
    """
    trip = change_homecoming(by=by, trip_id=trip_id, version=version, entry=entry)
    talk = ReturnTalk.objects.editable_by(by).filter(trip=trip).first()
    act = Act.CHANGED if talk else Act.CREATED
    talk = talk or ReturnTalk(trip=trip, village_id=trip.village_id)
    values = left | {"talked_on": talked_on, "withdrawn_at": None}
    changed = [name for name, value in values.items() if getattr(talk, name) != value]
    for name, value in (values | {"changed_at": timezone.now(), "changed_by": by}).items():
        setattr(talk, name, value)
    talk.save()
    audit.record(act, by=by, on=talk, region=talk.village_id, fields=changed)
    return trip


@transaction.atomic
def withdraw_talk(*, by: User, trip_id: UUID, version: int) -> Trip:
    """Take back that the talk was held; what the registry knows by other ways stays. Raises StaleVersion."""
    trip = change(Trip.objects.editable_by(by), pk=trip_id, version=version, changed_at=timezone.now(), changed_by=by)
    talk = ReturnTalk.objects.editable_by(by).get(trip=trip)
    talk.withdrawn_at, talk.changed_at, talk.changed_by = timezone.now(), timezone.now(), by
    talk.save()
    audit.record(Act.CHANGED, by=by, on=talk, region=talk.village_id, fields=["withdrawn_at"])
    return trip


@transaction.atomic
def make_offers(*, by: User, trip_id: UUID, offers: list[Offer], due_on: dt.date) -> Trip:
    """Offer these, to be done by that day; one that waits already is left as it is."""
    trip = Trip.objects.editable_by(by).get(pk=trip_id)
    if trip.returned_on is None:
        raise ValidationError(STILL_AWAY)
    waiting = ReturnTask.objects.editable_by(by).filter(trip=trip, state=TaskState.OPEN, withdrawn_at__isnull=True)
    known = set(waiting.values_list("offer", flat=True))
    for offer in offers:
        if offer not in known:
            row = ReturnTask(id=new_id(), trip=trip, village_id=trip.village_id)
            write_new(by=by, row=row, values={"offer": offer, "due_on": due_on})
    return trip


@transaction.atomic
def close_task(*, by: User, task_id: UUID, version: int, state: TaskState, on: dt.date | None = None) -> ReturnTask:
    """Say what became of an offer, or that it waits again. Raises StaleVersion or DoesNotExist."""
    before = ReturnTask.objects.editable_by(by).get(pk=task_id)
    values = {"state": state, "closed_on": None if state == TaskState.OPEN else on, "withdrawn_at": None}
    return write_over(by=by, before=before, version=version, values=values)


@transaction.atomic
def withdraw_task(*, by: User, task_id: UUID, version: int) -> ReturnTask:
    """Take back an offer that was noted by mistake. Raises StaleVersion or DoesNotExist."""
    before = ReturnTask.objects.editable_by(by).get(pk=task_id)
    return write_over(by=by, before=before, version=version, values=taken_back(before))
