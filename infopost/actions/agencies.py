"""The ministry brings a list of licensed companies, looks it through, uses it, and can take it back."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.imports.companies import judge_rows
from infopost.models import Agency, AgencyList

OTHER_LIST = "Daftar yang dipakai baru saja berganti. Periksa lagi apa yang berubah di bawah, lalu tekan sekali lagi."
NOBODY = "Tidak ada satu baris pun yang dapat dipakai dari berkas ini."


@transaction.atomic
def bring_list(*, by: User, list_id: UUID, listed_on: dt.date, values: dict, rows: list) -> AgencyList:
    """Keep a list as it was read. Families see nothing of it before it is used."""
    _refuse_others(by)
    brought = AgencyList.objects.create(id=list_id, listed_on=listed_on, rows=rows, brought_by=by, **values)
    audit.record(Act.IMPORT_PLANNED, by=by, on=brought)
    return brought


@transaction.atomic
def use_list(*, by: User, list_id: UUID, version: int, against: UUID | None) -> AgencyList:
    """Answer families from this list, if `against` is still the one that it was compared with.

    A list that was taken back is used again as it was. Raises StaleVersion, or ValidationError when what was shown is
    no longer so.
    """
    _refuse_others(by)
    newest = AgencyList.objects.newest()
    if (newest.pk if newest else None) != against:
        raise ValidationError(OTHER_LIST)
    used = change(AgencyList.objects.all(), pk=list_id, version=version, used_at=timezone.now(), withdrawn_at=None)
    if not used.agencies.exists():
        licences, _ = judge_rows(used.rows)
        if not licences:
            raise ValidationError(NOBODY)
        Agency.objects.bulk_create([Agency.told(licence, in_list=used) for licence in licences])
    audit.record(Act.IMPORTED, by=by, on=used, fields=["used_at"])
    return used


@transaction.atomic
def withdraw_list(*, by: User, list_id: UUID, version: int) -> AgencyList:
    """Take a list back that should not have been used: the one before it answers again."""
    _refuse_others(by)
    taken = change(
        AgencyList.objects.filter(used_at__isnull=False), pk=list_id, version=version, withdrawn_at=timezone.now()
    )
    audit.record(Act.CHANGED, by=by, on=taken, fields=["withdrawn_at"])
    return taken


def _refuse_others(user):
    if not user.may(Verb.KEEP_FACTS):
        raise PermissionDenied
