"""Writes to the registry: each in one transaction, with its line in the book of acts."""

from households.actions.derived import refresh_household, refresh_households
from households.actions.households import change_household, record_consent, register_household
from households.actions.people import add_person, change_person
from households.actions.trips import add_trip, change_trip

__all__ = [
    "add_person",
    "add_trip",
    "change_household",
    "change_person",
    "change_trip",
    "record_consent",
    "refresh_household",
    "refresh_households",
    "register_household",
]
