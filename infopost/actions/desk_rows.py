"""How every row of the desk is written: checked, with its version, and with its line in the book of acts."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from toolkit.constraints import refuse_broken


def write_new(*, by: User, row, values: dict):
    """Keep a new row of the officer's own village, in the transaction of the act."""
    if not by.may(Verb.EDIT_HOUSEHOLDS):
        raise PermissionDenied
    for name, value in (values | {"noted_by": by, "changed_by": by}).items():
        setattr(row, name, value)
    refuse_broken(row)
    row.save(force_insert=True)
    audit.record(Act.CREATED, by=by, on=row, region=row.village_id, fields=values)
    return row


def write_over(*, by: User, before, version: int, values: dict):
    """Write over the version that was shown, in the transaction of the act. Raises StaleVersion."""
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    for name in changed:
        setattr(before, name, values[name])
    refuse_broken(before)
    about = {"changed_at": timezone.now(), "changed_by": by}
    row = change(type(before).objects.editable_by(by), pk=before.pk, version=version, **values, **about)
    audit.record(Act.CHANGED, by=by, on=row, region=row.village_id, fields=changed)
    return row


def taken_back(row) -> dict:
    """What makes a row one that was noted by mistake; one that is so already stays so since then."""
    return {"withdrawn_at": row.withdrawn_at or timezone.now()}
