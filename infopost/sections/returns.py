"""What the village offers somebody who came home."""

from django.urls import reverse

from households.choices import Stage
from households.rules.journeys import standing_of
from infopost.models import ReturnTalk, ReturnTask
from infopost.sections.declaring import Section


def homecoming(person, reader, day) -> Section | None:
    """The talk after the last journey and its offers; nothing about somebody who did not come home."""
    standing = standing_of(person, day)
    ended = [trip for trip in person.trips.all() if trip.returned_on and not trip.cancelled_on]
    if standing is None or standing.stage == Stage.ACTIVE or not ended:
        return None
    trip = max(ended, key=lambda trip: trip.returned_on)
    talk = (
        ReturnTalk.objects.visible_to(reader)
        .filter(trip=trip, village=person.village_id, withdrawn_at__isnull=True)
        .first()
    )
    tasks = list(ReturnTask.objects.visible_to(reader).filter(trip=trip, village=person.village_id))
    facts = {"talk": talk, "tasks": tasks, "url": reverse("infopost:return_detail", args=[trip.pk])}
    return Section("pulang", "Setelah pulang", "infopost/desk/_returns.html", facts)
