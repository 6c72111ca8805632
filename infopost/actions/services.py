"""The officer notes whom the post has served, corrects it and takes it back."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from accounts.models import User
from households.models import Person
from infopost.actions.desk_rows import taken_back, write_new, write_over
from infopost.entries import GatheringEntry, ServiceEntry
from infopost.models import Service
from infopost.models.services import sheet_path
from infopost.service_choices import FollowUp, Way


@transaction.atomic
def note_service(*, by: User, service_id: UUID, entry: ServiceEntry) -> Service:
    """Write down one visit, call or house call. Raises DoesNotExist for a person of another village."""
    return write_new(by=by, row=_new(by, service_id), values=_single(by, entry))


@transaction.atomic
def note_gathering(*, by: User, service_id: UUID, entry: GatheringEntry, sheet=None) -> Service:
    """Write down a talk to many at once, with the photograph of its attendance sheet where there is one."""
    row = _new(by, service_id)
    return write_new(by=by, row=row, values=_many(entry) | _kept(row, sheet))


@transaction.atomic
def change_service(*, by: User, service_id: UUID, version: int, entry: ServiceEntry) -> Service:
    """Correct it; a visitor who is in the registry by now becomes its person. Raises StaleVersion or DoesNotExist."""
    before = Service.objects.editable_by(by).get(pk=service_id)
    return write_over(by=by, before=before, version=version, values=_single(by, entry, before))


@transaction.atomic
def change_gathering(
    *, by: User, service_id: UUID, version: int, entry: GatheringEntry, sheet=None, drops_sheet: bool = False
) -> Service:
    """Correct a talk; another photograph takes the place of the one before. Raises StaleVersion or DoesNotExist.

    The file that no record names any more goes by night (toolkit.sealed.forget_orphans).
    """
    before = Service.objects.editable_by(by).get(pk=service_id)
    photo = {"sheet": ""} if drops_sheet and not sheet else _kept(before, sheet)
    return write_over(by=by, before=before, version=version, values=_many(entry) | photo)


@transaction.atomic
def withdraw_service(*, by: User, service_id: UUID, version: int) -> Service:
    """Take back what was noted by mistake: it counts no longer. Raises StaleVersion or DoesNotExist."""
    before = Service.objects.editable_by(by).get(pk=service_id)
    return write_over(by=by, before=before, version=version, values=taken_back(before))


@transaction.atomic
def restore_service(*, by: User, service_id: UUID, version: int) -> Service:
    """It was no mistake after all. Raises StaleVersion or DoesNotExist."""
    before = Service.objects.editable_by(by).get(pk=service_id)
    return write_over(by=by, before=before, version=version, values={"withdrawn_at": None})


@transaction.atomic
def follow_service_up(*, by: User, service_id: UUID, version: int, outcome: FollowUp) -> Service:
    """Say what became of what was promised, or that it waits again. Raises StaleVersion or DoesNotExist."""
    before = Service.objects.editable_by(by).get(pk=service_id)
    return write_over(by=by, before=before, version=version, values={"follow_up": outcome})


def _new(by, pk) -> Service:
    return Service(id=pk, village_id=by.region_id)


def _single(by, entry: ServiceEntry, before: Service | None = None) -> dict:
    values = asdict(entry)
    if entry.person_id and not (before and before.person_id == entry.person_id):
        # The person's sex is copied, so that the register counts as it stood on that day.
        values["sex"] = Person.objects.editable_by(by).get(pk=entry.person_id).sex
    elif entry.person_id:
        # Who has moved away since stays the one who came.
        values["sex"] = before.sex
    kept = before.follow_up if before and before.follow_up_on == entry.follow_up_on else ""
    values["follow_up"] = (kept or FollowUp.WAITING) if entry.follow_up_on else FollowUp.NONE
    return values


def _many(entry: GatheringEntry) -> dict:
    return asdict(entry) | {"people": entry.men + entry.women, "way": Way.EVENT}


def _kept(row, sheet) -> dict:
    """The photograph as a file of its own, by its name: a row is written over by names alone."""
    if not sheet:
        return {}
    return {"sheet": row.sheet.storage.save(sheet_path(row, sheet.name), sheet)}
