"""Writes to which villages are in a programme, each with its line in the book of acts."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import audit, versions
from accounts.models import Act, User
from accounts.roles import Verb
from regions.models import ProgrammeMembership, Region


@transaction.atomic
def add_membership(*, by: User, village: Region, membership_id: UUID, values: dict) -> ProgrammeMembership:
    """Note that a village is in a programme. Raises PermissionDenied for who does not keep the regions."""
    _refuse_others(by)
    membership = ProgrammeMembership.objects.create(id=membership_id, village=village, **values)
    audit.record(Act.REGION_CHANGED, by=by, on=membership, region=village.code, fields=values)
    return membership


@transaction.atomic
def change_membership(*, by: User, membership_id: UUID, version: int, values: dict) -> ProgrammeMembership:
    """Correct a village's part in a programme. Raises PermissionDenied, or StaleVersion for the second editor."""
    _refuse_others(by)
    before = ProgrammeMembership.objects.get(pk=membership_id)
    membership = versions.change(ProgrammeMembership.objects.all(), pk=membership_id, version=version, **values)
    changed = [name for name, value in values.items() if getattr(before, name) != value]
    audit.record(Act.REGION_CHANGED, by=by, on=membership, region=membership.village_id, fields=changed)
    return membership


def _refuse_others(user):
    if not user.may(Verb.MANAGE_REGIONS):
        raise PermissionDenied
