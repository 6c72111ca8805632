"""Showing a whole NIK or KK: one at a time, with a reason, so many a day and no more."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, AuditEvent, User

MOST_A_DAY = 30


class TooManyToday(Exception):
    """This account has seen as many whole numbers today as one person needs for work."""


@transaction.atomic
def reveal_number(*, by, record, column: str, reason: str) -> str:
    """The whole number in `column` of a person or household, noted in the book with its reason.

    At most 30 a day and account, counted in the village's own day; raises TooManyToday beyond that. The account's row
    is locked meanwhile, so that two presses at once are counted one after the other.
    """
    User.objects.select_for_update(of=("self",)).get(pk=by.pk)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    seen = AuditEvent.objects.filter(
        actor=by, act=Act.REVEALED, at__gte=midnight, at__lt=midnight + dt.timedelta(days=1)
    )
    if seen.count() >= MOST_A_DAY:
        raise TooManyToday
    audit.record(Act.REVEALED, by=by, on=record, region=record.village_id, fields=[column], reason=reason)
    return getattr(record, column)
