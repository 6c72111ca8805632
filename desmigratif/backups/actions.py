"""Taking and putting back a backup of the whole portal."""

import sqlite3
import zipfile
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from accounts.audit import record
from accounts.models.audit import Act
from desmigratif.backups import BackupError, archive, postgresql, sqlite

ENGINES = {engine.KIND: engine for engine in (sqlite, postgresql)}
NAMES = {sqlite.KIND: "SQLite", postgresql.KIND: "PostgreSQL"}


def back_up(*, target: Path) -> dict:
    """Write the portal's backup to the target and return its manifest. Raises BackupError; an old file then stays.

    The database is taken first: an upload that comes in meanwhile is in the file without its row, which harms nobody.
    """
    if not target.parent.is_dir():
        raise BackupError(f"Folder {target.parent} tidak ada. Buat dahulu, lalu ulangi.")
    manifest = {
        "kind": connection.vendor,
        "taken_at": timezone.now().isoformat(),
        "migrations": sorted(".".join(key) for key in MigrationRecorder(connection).applied_migrations()),
    }
    try:
        with archive.workplace(target.parent) as folder:
            database = folder / "database"
            manifest["rows"] = ENGINES[connection.vendor].dump(connection, database)
            archive.write(target, manifest, database, Path(default_storage.location), folder / "archive")
    except (OSError, sqlite3.Error, Error) as error:
        raise BackupError(
            f"Cadangan tidak jadi dibuat ({type(error).__name__}) dan berkas lama tidak diubah. "
            "Periksa ruang disk dan hak tulis folder itu, lalu ulangi."
        ) from error
    with transaction.atomic():
        record(Act.BACKED_UP)
    return manifest


def restore(*, source: Path, confirmed: bool) -> dict:
    """Put a backup in the place of database and uploads; returns its manifest. Raises BackupError.

    Everything is checked before anything is touched. Afterwards all people sign in again, because a session of that
    day may belong to somebody who has lost his access since, and an older database is brought up to this version.
    """
    uploads = Path(default_storage.location)
    uploads.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.workplace(uploads) as folder:
        manifest = _checked(source, folder)
        if not confirmed:
            raise BackupError(
                f"Cadangan utuh, dibuat {manifest['taken_at']}, {sum(manifest['rows'].values())} baris. Memulihkannya "
                "mengganti seluruh isi portal sekarang. Bila sudah yakin, ulangi dengan --yes"
            )
        try:
            ENGINES[connection.vendor].restore(connection, folder / archive.DATABASE, manifest["rows"])
        except (sqlite3.Error, Error) as error:
            raise BackupError(f"Pemulihan gagal ({type(error).__name__}); basis data tidak diubah.") from error
        _exchange(uploads, folder)
    call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        Session.objects.all().delete()
        record(Act.RESTORED, reason=f"Cadangan {manifest['taken_at']}")
    return manifest


def _checked(source: Path, folder: Path) -> dict:
    try:
        manifest = archive.read(source, folder)
    except FileNotFoundError:
        raise BackupError(f"{source} tidak ada.") from None
    except (OSError, zipfile.BadZipFile, ValueError, KeyError) as error:
        raise BackupError(f"{source} tidak terbaca ({type(error).__name__}); tidak ada yang diubah.") from error
    if manifest["kind"] != connection.vendor:
        raise BackupError(
            f"Cadangan ini dari {NAMES.get(manifest['kind'], 'basis data lain')}, sedangkan portal ini memakai "
            f"{NAMES[connection.vendor]}. Pulihkan pada portal yang memakai basis data yang sama."
        )
    known = {".".join(key) for key in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    if not set(manifest["migrations"]) <= known:
        raise BackupError("Cadangan ini dari versi portal yang lebih baru. Perbarui portal dahulu, lalu ulangi.")
    return manifest


def _exchange(uploads: Path, folder: Path) -> None:
    """Moves the uploads one by one inside their own folder, which may be a disk of its own."""
    fresh, replaced = folder / archive.UPLOADS, folder / "replaced"
    fresh.mkdir(exist_ok=True)
    replaced.mkdir()
    for path in uploads.iterdir():
        if path != folder:
            path.rename(replaced / path.name)
    for path in fresh.iterdir():
        path.rename(uploads / path.name)
