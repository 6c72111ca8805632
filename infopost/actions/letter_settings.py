"""How letters look and are numbered: the officer keeps his village's register, an administrator a kabupaten's paper."""

import datetime as dt
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, User
from accounts.roles import Verb
from accounts.versions import change
from infopost.models import Letter, LetterBook, LetterCounter, Letterhead, LetterWording


@transaction.atomic
def keep_book(
    *, by: User, book_id: UUID, version: int, values: dict, last_on_paper: int | None, today: dt.date
) -> LetterBook:
    """Say how the village numbers its letters and where its office is; `last_on_paper` is the last number of this
    year that the paper register has used, from which the portal goes on.

    Raises StaleVersion, and ValidationError once this year has a letter of the portal.
    """
    if not by.may(Verb.GIVE_LETTERS):
        raise PermissionDenied
    values = values | {"changed_at": timezone.now(), "changed_by": by}
    rows = LetterBook.objects.editable_by(by)
    before = rows.first()
    if before is None:
        book = LetterBook.objects.create(id=book_id, village_id=by.region_id, **values)
    else:
        book = change(rows, pk=before.pk, version=version, **values)
    if last_on_paper is not None:
        _go_on_from(book.village_id, last_on_paper, today.year)
    act = Act.CREATED if before is None else Act.CHANGED
    audit.record(act, by=by, on=book, region=book.village_id, fields=values)
    return book


@transaction.atomic
def keep_letterhead(*, by: User, region, version: int, values: dict) -> Letterhead:
    """Set the letterhead and the paper of a kabupaten's letters; those that were prepared stay as they are."""
    return _keep(by, Letterhead, {"region": region}, version, values)


@transaction.atomic
def keep_wording(*, by: User, region, kind: str, version: int, values: dict) -> LetterWording:
    """Set the words of one kind of letter in a kabupaten; those that were prepared stay as they are."""
    return _keep(by, LetterWording, {"region": region, "kind": kind}, version, values)


def _keep(by, model, key, version, values):
    if not by.may(Verb.KEEP_LAYOUTS):
        raise PermissionDenied
    values = values | {"changed_at": timezone.now(), "changed_by": by}
    before = model.objects.filter(**key).first()
    if before is None:
        record = model.objects.create(**key, **values)
    else:
        record = change(model.objects.all(), pk=before.pk, version=version, **values)
    act = Act.CREATED if before is None else Act.CHANGED
    audit.record(act, by=by, on=record, region=key["region"].pk, fields=values)
    return record


def _go_on_from(village_id, last, year) -> None:
    if Letter.objects.filter(village=village_id, year=year).exists():
        raise ValidationError("Tahun ini sudah ada surat bernomor dari portal, jadi nomornya berlanjut dari situ.")
    LetterCounter.objects.update_or_create(village_id=village_id, year=year, defaults={"last": last})
