"""The shared registry: families, their members and their journeys."""

from households.models.consents import Consent
from households.models.households import Household
from households.models.imports import ImportBatch
from households.models.people import Person
from households.models.trips import Trip

__all__ = ["Consent", "Household", "ImportBatch", "Person", "Trip"]
