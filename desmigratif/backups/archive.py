"""The file itself: a line with its seal, then a ZIP with a manifest, the database and the uploads.

The seal is the SHA-256 of everything behind it, so a cut or flipped file is refused before anything is touched.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from desmigratif.backups import BackupError

FORMAT = 1
HEADER = re.compile(rb"DESMIGRATIF-CADANGAN (\d+) ([0-9a-f]{64})\n")
HEADER_LENGTH = len(b"DESMIGRATIF-CADANGAN 1 ") + 64 + 1
MANIFEST, DATABASE, UPLOADS = "manifest.json", "database", "uploads"
DRAFT = ".cadangan-"
CHUNK = 1024 * 1024


def digest(file) -> str:
    """The SHA-256 of an open file, from where it stands to its end."""
    seal = hashlib.sha256()
    while chunk := file.read(CHUNK):
        seal.update(chunk)
    return seal.hexdigest()


@contextmanager
def workplace(folder: Path):
    """A folder for drafts that only we may read, beside the place where the result goes, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=DRAFT, dir=folder) as name:
        yield Path(name)


def write(target: Path, manifest: dict, database: Path, uploads: Path, draft: Path) -> None:
    """Write the archive as a draft (0600), then put it in the target's place: a failure leaves the old file alone."""
    files = sorted(path for path in uploads.rglob("*") if path.is_file() and DRAFT not in str(path))
    with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
        file.write(b"\0" * HEADER_LENGTH)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            archive.write(database, DATABASE)
            for path in files:
                # Uploads go when their time is over, also while a backup runs.
                with suppress(FileNotFoundError):
                    archive.write(path, f"{UPLOADS}/{path.relative_to(uploads).as_posix()}")
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        file.seek(HEADER_LENGTH)
        seal = digest(file)
        file.seek(0)
        file.write(f"DESMIGRATIF-CADANGAN {FORMAT} {seal}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)


def read(source: Path, folder: Path) -> dict:
    """Check the seal and unpack the database and the uploads into the folder; returns the manifest."""
    with source.open("rb") as file:
        header = HEADER.fullmatch(file.read(HEADER_LENGTH))
        if header is None:
            raise BackupError(f"{source} bukan berkas cadangan portal ini.")
        if int(header[1]) != FORMAT:
            raise BackupError("Cadangan ini dibuat oleh versi portal yang lain. Pasang versi itu, lalu ulangi.")
        if digest(file) != header[2].decode():
            raise BackupError(f"{source} rusak atau terpotong; tidak ada yang diubah. Pakai cadangan yang lain.")
        with zipfile.ZipFile(file) as archive:
            for member in archive.infolist():
                _unpack(archive, member, folder)
            return json.loads(archive.read(MANIFEST))


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    path = PurePosixPath(member.filename)
    if path.is_absolute() or ".." in path.parts or path.parts[0] not in (MANIFEST, DATABASE, UPLOADS):
        raise BackupError("Cadangan ini berisi berkas yang tidak dikenal; tidak ada yang diubah.")
    target = folder / path
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.open(member) as packed, os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        shutil.copyfileobj(packed, file, CHUNK)
