import datetime as dt
import errno
import os
from pathlib import Path

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from households.imports import batches
from households.imports.batches import forget_uploads, kept_name
from households.models import ImportBatch, Person
from tests.households.imports.workbooks import family

pytestmark = pytest.mark.django_db
LATER = dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC)


def test_uploads_lie_outside_the_web_root():
    from desmigratif.settings import DATA_DIR, STATIC_ROOT, STATICFILES_DIRS, STORAGES

    folder = STORAGES["default"]["OPTIONS"]["location"]
    assert folder == DATA_DIR / "uploads"
    assert [folder.is_relative_to(root) for root in (STATIC_ROOT, *STATICFILES_DIRS)] == [False, False]


def test_upload_has_a_name_that_says_nothing_and_is_the_portals_alone(bring_in):
    batch = bring_in(*family(1), name="Penduduk Korleko.xlsx")
    path = Path(default_storage.path(batch.file.name))
    assert (batch.file_name, path.suffix, path.stat().st_mode & 0o777) == ("Penduduk Korleko.xlsx", "", 0o600)
    assert "orleko" not in batch.file.name


def test_upload_is_forgotten_after_90_days_and_its_people_stay(bring_in, django_capture_on_commit_callbacks):
    batch = bring_in(*family(2))
    with time_machine.travel(LATER + dt.timedelta(days=89)):
        assert (forget_uploads(), default_storage.exists(batch.file.name)) == (0, True)
    with time_machine.travel(LATER + dt.timedelta(days=91)), django_capture_on_commit_callbacks(execute=True):
        call_command("forget_uploads")
    kept = ImportBatch.objects.get()
    assert (kept.file.name, default_storage.exists(batch.file.name), Person.objects.count()) == ("", False, 2)


def test_upload_without_its_batch_is_forgotten_after_a_day(bring_in):
    batch = bring_in(*family(1))
    name = batch.file.name
    ImportBatch.objects.filter(pk=batch.pk).update(file="")
    os.utime(default_storage.path(name), (LATER.timestamp(), LATER.timestamp()))
    assert (forget_uploads(), default_storage.exists(name)) == (0, True)
    with time_machine.travel(LATER + dt.timedelta(days=2)):
        assert (forget_uploads(), default_storage.exists(name)) == (1, False)


def test_upload_that_finds_no_room_leaves_nothing(bring_in, monkeypatch):
    class OnAFullDisk(ContentFile):
        def chunks(self, chunk_size=None):
            yield self.read(100)
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(batches, "ContentFile", OnAFullDisk)

    with pytest.raises(OSError, match="No space left"):
        bring_in(*family(1))

    assert (default_storage.listdir("imports")[1], ImportBatch.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a.xlsx", "a.xlsx"),
        ("C:\\data\\a.xls", "a.xls"),
        ("../../etc/a.csv", "a.csv"),
        ("x" * 300 + ".xlsx", "x" * 100 + ".xlsx"),
    ],
)
def test_kept_name_is_short_and_without_folders(given, kept):
    assert kept_name(given) == kept
