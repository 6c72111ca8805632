"""Facts are brought in from the files, and from then on kept by whoever the role table names."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost import vendored
from infopost.models import Fact, Sign

# The columns that a verification is about.
TOLD = {"title", "value", "placement", "note", "source"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed, in rows; `kept` were touched by people and stay as they are."""

    new: int
    changed: int
    kept: int
    same: int


@transaction.atomic
def load_facts() -> Loaded:
    """Bring the tables of facts and of danger signs to what the files say; a second run finds nothing to do.

    A row that somebody has changed or verified belongs to the ministry and is left as it stands.
    """
    brought = [*_bring(Fact, vendored.read_facts()), *_bring(Sign, vendored.read_signs())]
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


@transaction.atomic
def add_fact(*, by: User, fact_id: UUID, values: dict) -> Fact:
    """Tell something new. Its code is its key: no page names it, lists by kind and country show it."""
    _refuse_others(by)
    fact = Fact.objects.create(id=fact_id, code=str(fact_id), **values)
    audit.record(Act.CREATED, by=by, on=fact, fields=values)
    return fact


@transaction.atomic
def change_fact(*, by: User, fact_id: UUID, version: int, values: dict) -> Fact:
    """Correct a fact, or withdraw it or show it again. Raises StaleVersion for the second editor.

    What was verified was the old text: new words are to be checked anew, unless the same act says they were.
    """
    _refuse_others(by)
    before = Fact.objects.get(pk=fact_id)
    if "verified_on" not in values and TOLD & set(_different(before, values)):
        values = values | {"verified_on": None, "verified_by": None}
    fact = change(Fact.objects.all(), pk=fact_id, version=version, **values)
    audit.record(Act.CHANGED, by=by, on=fact, fields=_different(before, values))
    return fact


def _different(before, values) -> list[str]:
    return [name for name, value in values.items() if getattr(before, name) != value]


def _refuse_others(user):
    if not user.may(Verb.KEEP_FACTS):
        raise PermissionDenied
