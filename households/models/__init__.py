"""The shared registry: families, their members and their journeys."""

from households.models.abroad import ContactLoss, Extension
from households.models.children import Caregiver, ChildProfile
from households.models.circumstances import Circumstances
from households.models.clearances import HouseholdClearance, PersonClearance
from households.models.closings import Closing
from households.models.consents import Consent
from households.models.heads import HeadChange
from households.models.homecomings import Homecoming
from households.models.households import Household
from households.models.imports import ImportBatch
from households.models.member_moves import MemberMove
from households.models.moves import IncomingMove, MoveOffer
from households.models.needs import Need
from households.models.people import Person
from households.models.placements import Placement, PlacementReview, TripDocument
from households.models.remittances import Remittance
from households.models.splits import Split
from households.models.stays import Absence, PastMembership, PastResidence
from households.models.trips import Trip
from households.models.visits import Visit

__all__ = [
    "Absence",
    "Caregiver",
    "ChildProfile",
    "Circumstances",
    "Closing",
    "Consent",
    "ContactLoss",
    "Extension",
    "HeadChange",
    "Homecoming",
    "Household",
    "HouseholdClearance",
    "ImportBatch",
    "IncomingMove",
    "MemberMove",
    "MoveOffer",
    "Need",
    "PastMembership",
    "PastResidence",
    "Person",
    "PersonClearance",
    "Placement",
    "PlacementReview",
    "Remittance",
    "Split",
    "Trip",
    "TripDocument",
    "Visit",
]
