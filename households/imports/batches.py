"""Uploaded workbooks: taken in, planned, committed once, and forgotten after 90 days."""

import datetime as dt
import hashlib
from contextlib import contextmanager
from datetime import timedelta
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from households.actions import lock_villages
from households.imports.committing import PlanChanged, write_plan
from households.imports.outcomes import Plan
from households.imports.planning import plan_sheet
from households.imports.reading import Sheet, UnreadableFile, WholeSheet, read, read_whole
from households.models import ImportBatch
from households.models.imports import upload_path
from households.rules import names
from regions.models import Level, Region
from regions.ranges import contains
from toolkit.deadlocks import is_deadlock

FOLDER = "imports"
GONE = "Berkas ini sudah dihapus. Unggah sekali lagi bila masih diperlukan."
# A file without its batch belongs to an upload that failed half-way, unless that upload is still going on.
ORPHAN_AFTER = timedelta(days=1)


class NotAllowed(Exception):
    """This account may not bring workbooks into this village."""


class AlreadyCommitted(Exception):
    """The workbook was written before."""


class OtherVillage(Exception):
    """The workbook names another village and nobody has said that this is right; the message is its name."""


def check_may_import(*, by, village: Region) -> None:
    """Raises NotAllowed unless `by` may bring workbooks into `village`."""
    reaches = by.may(Verb.IMPORT) and (by.office.level is None or contains(by.region_id, village.code))
    if not reaches or village.level != Level.VILLAGE:
        raise NotAllowed


def plan_content(sheet: Sheet, *, by, village: Region, today: dt.date) -> Plan:
    """What a workbook would do, without writing anything but the line in the book of acts."""
    check_may_import(by=by, village=village)
    plan = plan_sheet(sheet, by=by, village=village, today=today)
    audit.read(Act.IMPORT_PLANNED, by=by, region=village.code)
    return plan


@transaction.atomic
def keep_upload(*, by, village: Region, content: bytes, name: str, plan: Plan) -> ImportBatch:
    """Keep an uploaded workbook with its plan. The same file that still waits is the same batch."""
    check_may_import(by=by, village=village)
    sha256 = hashlib.sha256(content).hexdigest()
    # Two presses of the same button wait for each other here.
    lock_villages(village.pk)
    waiting = ImportBatch.objects.editable_by(by).filter(
        village=village, file_sha256=sha256, committed_at=None, file_name=kept_name(name)
    )
    batch = waiting.exclude(file="").first() or ImportBatch(
        village=village, file_sha256=sha256, file_name=kept_name(name), uploaded_by=by
    )
    batch.layout, batch.summary, batch.plan_digest = plan.layout, plan.figures, plan.digest
    if not batch.file:
        batch.file = _laid_down(upload_path(batch, ""), content)
    batch.save()
    audit.record(Act.IMPORT_PLANNED, by=by, on=batch, region=village.code)
    return ImportBatch.objects.editable_by(by).get(pk=batch.pk)


def _laid_down(name: str, content: bytes) -> str:
    """The name under which the file lies; of one for which the disk has no room, nothing stays."""
    try:
        return default_storage.save(name, ContentFile(content))
    except OSError:
        default_storage.delete(name)
        raise


def read_batch(batch: ImportBatch) -> Sheet:
    """The rows of a kept workbook. Raises UnreadableFile, also when the file has gone."""
    return read(_content(batch), name=batch.file_name)


def read_whole_batch(batch: ImportBatch) -> WholeSheet:
    """The sheet of a kept workbook as the officer wrote it. Raises UnreadableFile, also when the file has gone."""
    return read_whole(_content(batch), name=batch.file_name)


def _content(batch: ImportBatch) -> bytes:
    if not batch.file or not default_storage.exists(batch.file.name):
        raise UnreadableFile(GONE)
    with batch.file.open("rb") as file:
        return file.read()


def plan_batch(batch: ImportBatch, *, by, today: dt.date) -> Plan:
    """What committing a kept workbook would do now; of a committed one, without the changes that were not wanted."""
    plan = plan_sheet(read_batch(batch), by=by, village=batch.village, today=today)
    return plan.leaving(set(batch.kept_rows)) if batch.committed_at else plan


def commit_batch(
    *,
    by,
    batch_id,
    sheet: Sheet,
    digest: str,
    other_village: bool,
    today: dt.date,
    kept: frozenset[int] = frozenset(),
    back: frozenset[int] = frozenset(),
) -> ImportBatch:
    """Write a workbook, if it still does what was shown; `kept` are changed rows that the officer leaves as they are.

    `back` are the questions, by their rows, whether somebody is back that he answered with yes.

    Raises ImportBatch.DoesNotExist out of scope, AlreadyCommitted, OtherVillage, and PlanChanged when the plan that
    carries `digest` is no longer what would happen; then nothing is written.
    """
    with as_plan_changed(), transaction.atomic():
        batch = ImportBatch.objects.editable_by(by).select_related("village__parent").get(pk=batch_id)
        # One import a village at a time, and no family or person of it registered in between.
        lock_villages(batch.village_id)
        batch.refresh_from_db(fields=["committed_at"])
        if batch.committed_at is not None:
            raise AlreadyCommitted
        plan = plan_sheet(sheet, by=by, village=batch.village, today=today)
        if plan.digest != digest:
            raise PlanChanged
        if plan.other_place and not other_village:
            raise OtherVillage(plan.other_place)
        plan = plan.bringing_back(back).leaving(kept)
        write_plan(plan, by=by, batch=batch, today=today)
        batch.summary, batch.plan_digest, batch.committed_at = plan.figures, plan.digest, timezone.now()
        batch.kept_rows = sorted(kept)
        batch.save(update_fields=["summary", "plan_digest", "committed_at", "kept_rows"])
        audit.record(Act.IMPORTED, by=by, on=batch, region=batch.village_id)
    return batch


@contextmanager
def as_plan_changed():
    """A number that somebody else took at the same moment is a changed registry like any other.

    So is one that the database let somebody else change, because the two waited for each other.
    """
    try:
        yield
    except IntegrityError as error:
        raise PlanChanged from error
    except OperationalError as error:
        if not is_deadlock(error):
            raise
        raise PlanChanged from error


def forget_uploads() -> int:
    """Remove the files of workbooks that are older than 90 days, and files without a batch; how many went."""
    limit = timezone.now() - timedelta(days=settings.UPLOAD_KEEP_DAYS)
    old = ImportBatch.objects.filter(uploaded_at__lt=limit).exclude(file="")
    forgotten = 0
    for batch in old:
        _forget(batch)
        forgotten += 1
    return forgotten + _forget_orphans()


@transaction.atomic
def _forget(batch: ImportBatch) -> None:
    name = batch.file.name
    batch.file = ""
    batch.save(update_fields=["file"])
    audit.record(Act.CHANGED, on=batch, region=batch.village_id, fields=["file"])
    transaction.on_commit(lambda: default_storage.delete(name))


def _forget_orphans() -> int:
    if not default_storage.exists(FOLDER):
        return 0
    lying = {f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]}
    known = set(ImportBatch.objects.exclude(file="").values_list("file", flat=True))
    limit = timezone.now() - ORPHAN_AFTER
    orphans = [name for name in lying - known if default_storage.get_modified_time(name) < limit]
    for name in orphans:
        default_storage.delete(name)
    return len(orphans)


def kept_name(name: str) -> str:
    """The file's own name as the list of imports shows it, without folders, short enough to keep."""
    path = PurePath(names.tidy(name.replace("\\", "/")))
    return f"{path.stem[:100]}{path.suffix[:10]}"
