"""What somebody's family told the post while he is away."""

from households.choices import Stage
from households.rules.journeys import standing_of
from infopost.models import FamilyCall
from infopost.sections.declaring import Section

SHOWN = 5


def calls(person, reader, day) -> Section | None:
    """The last calls, and the way to note the next; nothing about somebody who was never away."""
    rows = FamilyCall.objects.visible_to(reader).filter(trip__person=person, village=person.village_id)
    told = list(rows[:SHOWN])
    standing = standing_of(person, day)
    away = standing.trip if standing and standing.stage == Stage.ACTIVE else None
    if not told and away is None:
        return None
    return Section("kabar", "Kabar keluarga", "infopost/desk/_calls.html", {"calls": told, "away": away})
