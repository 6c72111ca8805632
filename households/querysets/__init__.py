"""Named reads of the registry."""

from households.querysets.households import HouseholdQuerySet
from households.querysets.people import PersonQuerySet
from households.querysets.stays import PastStayQuerySet
from households.querysets.trips import TripQuerySet

__all__ = ["HouseholdQuerySet", "PastStayQuerySet", "PersonQuerySet", "TripQuerySet"]
