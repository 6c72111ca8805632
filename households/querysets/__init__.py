"""Named reads of the registry."""

from households.querysets.households import HouseholdQuerySet
from households.querysets.people import PersonQuerySet
from households.querysets.stays import AbsenceQuerySet, PastStayQuerySet
from households.querysets.trips import TripQuerySet

__all__ = ["AbsenceQuerySet", "HouseholdQuerySet", "PastStayQuerySet", "PersonQuerySet", "TripQuerySet"]
