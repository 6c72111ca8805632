"""What grows old is kept by whoever the role table names, and new words are verified anew."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.models.aged import Aged


@transaction.atomic
def add_aged(*, model: type[Aged], by: User, record_id: UUID, values: dict) -> Aged:
    """A new row. Its code is its key: no page names it, lists show it."""
    _refuse_others(by)
    row = model.objects.create(id=record_id, code=str(record_id), **values)
    audit.record(Act.CREATED, by=by, on=row, fields=values)
    return row


@transaction.atomic
def change_aged(*, model: type[Aged], told: set[str], by: User, record_id: UUID, version: int, values: dict) -> Aged:
    """Correct a row, or withdraw it or show it again. Raises StaleVersion for the second editor.

    What was verified was what stood in the columns `told`: new words there are to be checked anew, unless the same act
    says they were.
    """
    _refuse_others(by)
    before = model.objects.get(pk=record_id)
    if "verified_on" not in values and told & set(_different(before, values)):
        values = values | {"verified_on": None, "verified_by": None}
    row = change(model.objects.all(), pk=record_id, version=version, **values)
    audit.record(Act.CHANGED, by=by, on=row, fields=_different(before, values))
    return row


def _different(before, values) -> list[str]:
    return [name for name, value in values.items() if getattr(before, name) != value]


def _refuse_others(user):
    if not user.may(Verb.KEEP_FACTS):
        raise PermissionDenied
