"""Which village's kiosk an address means. What is told about a post is public."""

from dataclasses import dataclass

from infopost.models import ServicePost
from regions.models import ProgrammeMembership, Region
from toolkit.ids import as_code


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
