"""The officer notes a warning for everybody, corrects it, takes it back, and shows it again."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.models import VillageWarning


@transaction.atomic
def note_warning(*, by: User, warning_id: UUID, values: dict) -> VillageWarning:
    """Warn at the post of the officer's own village, and in the whole kabupaten where he says so."""
    if not by.may(Verb.KEEP_POST):
        raise PermissionDenied
    noted = VillageWarning.objects.create(id=warning_id, village_id=by.region_id, noted_by=by, **values)
    audit.record(Act.CREATED, by=by, on=noted, region=noted.village_id, fields=values)
    return noted


@transaction.atomic
def change_warning(*, by: User, warning_id: UUID, version: int, values: dict) -> VillageWarning:
    """Say it in other words, or for longer. Raises StaleVersion, or DoesNotExist outside the own village."""
    before = VillageWarning.objects.editable_by(by).get(pk=warning_id)
    warning = change(VillageWarning.objects.editable_by(by), pk=warning_id, version=version, **values)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    audit.record(Act.CHANGED, by=by, on=warning, region=warning.village_id, fields=changed)
    return warning


@transaction.atomic
def withdraw_warning(*, by: User, warning_id: UUID, version: int) -> VillageWarning:
    """Take a warning off the board: it is over, or it was wrong. The text stays for the officer."""
    return _set_withdrawn(by, warning_id, version, timezone.now())


@transaction.atomic
def restore_warning(*, by: User, warning_id: UUID, version: int) -> VillageWarning:
    """Put a warning back that was taken off by mistake."""
    return _set_withdrawn(by, warning_id, version, None)


def _set_withdrawn(by, warning_id, version, at):
    rows = VillageWarning.objects.editable_by(by)
    warning = change(rows, pk=warning_id, version=version, withdrawn_at=at)
    audit.record(Act.CHANGED, by=by, on=warning, region=warning.village_id, fields=["withdrawn_at"])
    return warning
