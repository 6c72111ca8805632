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
from infopost.models import Fact

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
    """Bring the table to what the files say; a second run finds nothing to do.

    A row that somebody has changed or verified belongs to the ministry and is left as it stands.
    """
    known = Fact.objects.in_bulk(field_name="code")
    new = changed = kept = same = 0
    for columns in vendored.read_facts():
        fact = known.get(columns["code"])
        if fact is None:
            Fact.objects.create(**columns)
            new += 1
        elif fact.version > 1:
            kept += 1
        elif any(getattr(fact, name) != value for name, value in columns.items()):
            Fact.objects.filter(pk=fact.pk, version=1).update(**columns)
            changed += 1
        else:
            same += 1
    return Loaded(new, changed, kept, same)


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
