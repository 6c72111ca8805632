"""Rules about who may not be charged what are kept by whoever keeps the facts."""

from uuid import UUID

from accounts.models import User
from infopost.actions.aged import add_aged, change_aged
from infopost.models import ChargeRule

# The columns that a verification is about.
TOLD = {"country", "job", "charge", "free", "payer", "note", "since", "since_precision", "source"}


def add_charge(*, by: User, record_id: UUID, values: dict) -> ChargeRule:
    """Tell a new rule."""
    return add_aged(model=ChargeRule, by=by, record_id=record_id, values=values)


def change_charge(*, by: User, record_id: UUID, version: int, values: dict) -> ChargeRule:
    """Correct a rule, or withdraw it or show it again. Raises StaleVersion for the second editor."""
    return change_aged(model=ChargeRule, told=TOLD, by=by, record_id=record_id, version=version, values=values)
