"""What the information post tells."""

from infopost.models.agencies import Agency, AgencyList
from infopost.models.board import CalendarEntry, JobOrder
from infopost.models.calls import FamilyCall
from infopost.models.charges import ChargeRule
from infopost.models.counts import PageCount
from infopost.models.facts import Fact
from infopost.models.posts import ServicePost
from infopost.models.services import Service
from infopost.models.signs import Sign
from infopost.models.warnings import VillageWarning

__all__ = [
    "Agency",
    "AgencyList",
    "CalendarEntry",
    "ChargeRule",
    "Fact",
    "FamilyCall",
    "JobOrder",
    "PageCount",
    "Service",
    "ServicePost",
    "Sign",
    "VillageWarning",
]
