"""Counts openings of families' pages. It keeps a day, a post and a topic: no address, no browser, nobody."""

import logging

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from infopost.choices import Counted
from infopost.models import PageCount

logger = logging.getLogger(__name__)


def count(kind: Counted, subject: str, *, village_id: str | None) -> None:
    """One more. A page is shown whether it could be counted or not."""
    about = {"day": timezone.localdate(), "village_id": village_id, "kind": kind, "subject": subject}
    today = PageCount.objects.filter(**about)
    try:
        if not today.update(times=F("times") + 1):
            try:
                with transaction.atomic():
                    PageCount.objects.create(**about)
            except IntegrityError:
                # Somebody else was the first of the day by a moment.
                today.update(times=F("times") + 1)
    except DatabaseError:
        logger.warning("page not counted", exc_info=True)


def count_page(request) -> None:
    """Count a page by the topic that its address names; the first page has none and is not counted.

    At a post the first page comes back by itself each minute, so that its number would say nothing.
    """
    # '/info/TOPIC/...', or '/pos/CODE/TOPIC/...' at a post.
    words = request.path_info.split("/")[3 if request.kiosk else 2 :]
    if words and words[0]:
        count(Counted.PAGE, words[0], village_id=request.kiosk.village.pk if request.kiosk else None)
