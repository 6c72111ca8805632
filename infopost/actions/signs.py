"""The weights and reasons of danger signs are kept by whoever keeps the facts."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.models import Sign


@transaction.atomic
def change_sign(*, by: User, sign_id: UUID, version: int, values: dict) -> Sign:
    """Weigh a sign anew, or say it in other words. Raises StaleVersion for the second editor."""
    if not by.may(Verb.KEEP_FACTS):
        raise PermissionDenied
    before = Sign.objects.get(pk=sign_id)
    sign = change(Sign.objects.all(), pk=sign_id, version=version, **values)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    audit.record(Act.CHANGED, by=by, on=sign, fields=changed)
    return sign
