"""Facts are brought in from the files, and from then on kept by whoever the role table names."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from accounts.models import User
from infopost import vendored
from infopost.actions.aged import add_aged, change_aged
from infopost.models import ChargeRule, Fact, Sign

# The columns that a verification is about.
TOLD = {"title", "value", "placement", "closed_since", "sectors", "note", "source"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed, in rows; `kept` were touched by people and stay as they are."""

    new: int
    changed: int
    kept: int
    same: int


@transaction.atomic
def load_facts() -> Loaded:
    """Bring the tables of facts, signs and rules about charges to what the files say; a second run finds nothing to do.

    A row that somebody has changed or verified belongs to the ministry and is left as it stands.
    """
    files = ((Fact, vendored.read_facts()), (Sign, vendored.read_signs()), (ChargeRule, vendored.read_charges()))
    brought = [became for model, rows in files for became in _bring(model, rows)]
    return Loaded(**{name: brought.count(name) for name in Loaded.__slots__})


def _bring(model, rows):
    """What became of each row: new, changed, kept or same."""
    known = model.objects.in_bulk(field_name="code")
    for columns in rows:
        row = known.get(columns["code"])
        if row is None:
            model.objects.create(**columns)
            yield "new"
        elif row.version > 1:
            yield "kept"
        elif any(getattr(row, name) != value for name, value in columns.items()):
            model.objects.filter(pk=row.pk, version=1).update(**columns)
            yield "changed"
        else:
            yield "same"


def add_fact(*, by: User, record_id: UUID, values: dict) -> Fact:
    """Tell something new."""
    return add_aged(model=Fact, by=by, record_id=record_id, values=values)


def change_fact(*, by: User, record_id: UUID, version: int, values: dict) -> Fact:
    """Correct a fact, or withdraw it or show it again. Raises StaleVersion for the second editor."""
    return change_aged(model=Fact, told=TOLD, by=by, record_id=record_id, version=version, values=values)
