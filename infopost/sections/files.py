"""The file of somebody on his page at the post: how many papers are there, and what is waited for."""

import datetime as dt

from households.choices import Stage
from households.models import Person, TripDocument
from households.placement_choices import DocumentState
from households.rules.journeys import standing_of
from infopost.models import Referral
from infopost.rules.files import EIGHT
from infopost.sections.declaring import Section


def candidate_file(person: Person, reader, day: dt.date) -> Section | None:
    """The journey that is prepared or under way; None for somebody who has none."""
    standing = standing_of(person, day)
    if standing is None or not standing.is_under_way:
        return None
    trip = standing.trip
    papers = TripDocument.objects.visible_to(reader).filter(trip=trip, kind__in=EIGHT, state=DocumentState.HELD)
    waiting = Referral.objects.visible_to(reader).waiting().filter(trip=trip)
    facts = {
        "trip": trip,
        "held": papers.count(),
        "of": len(EIGHT),
        "waiting": waiting.count(),
        "prepares": standing.stage == Stage.PROSPECTIVE,
    }
    return Section("berkas", "Berkas calon PMI", "infopost/desk/_file.html", facts)
