"""Which village's kiosk an address means. What is told about a post is public."""

import datetime as dt
from dataclasses import dataclass

from infopost.models import ServicePost, VillageWarning
from regions.models import ProgrammeMembership, Region
from toolkit.ids import as_code

# More of them nobody reads.
MOST_WARNINGS = 5


@dataclass(frozen=True)
class Kiosk:
    """The village in whose post the screen stands, and its post where the officer has described it."""

    village: Region
    post: ServicePost | None


def kiosk_of(code: str) -> Kiosk | None:
    """The kiosk of a village that takes part in a programme; None for every other code."""
    memberships = ProgrammeMembership.objects.active().select_related("village__service_post")
    membership = memberships.filter(village=as_code(code)).first()
    if membership is None:
        return None
    return Kiosk(membership.village, getattr(membership.village, "service_post", None))


def warnings_of(kiosk: Kiosk | None, *, day: dt.date) -> list[VillageWarning]:
    """What the kiosk warns of on that day; nothing where no village's post is meant."""
    return list(VillageWarning.objects.shown_at(kiosk.village.pk, day)[:MOST_WARNINGS]) if kiosk else []
