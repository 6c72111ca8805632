"""Files that are sealed on the disk: whoever takes the disk or a backup of it without the key sees nothing."""

import base64
import datetime as dt
import hashlib
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages
from django.db.models import FileField


class Unreadable(Exception):
    """The file is gone, was changed, or was sealed with a key that is no longer named."""


class SealedStorage(FileSystemStorage):
    """Keeps each file encrypted (Fernet: AES-128-CBC with HMAC-SHA-256), opened by any key of `FILE_KEYS`.

    Whole files pass through memory, so it is for photographs and not for films. No file has an address.
    """

    def _save(self, name, content):
        return super()._save(name, ContentFile(_seal().encrypt(content.read())))

    def _open(self, name, mode="rb"):
        """The file's own content; raises Unreadable."""
        try:
            with super()._open(name, "rb") as file:
                return ContentFile(_seal().decrypt(file.read()), name=name)
        except (FileNotFoundError, InvalidToken) as error:
            raise Unreadable(name) from error

    def url(self, name):
        """There is none: a view shows the file to whoever may see it."""
        raise ValueError("A sealed file has no address of its own.")


def sealed_storage():
    """The storage that fields of models name; asked for late, so that tests may keep their files elsewhere."""
    return storages["sealed"]


def forget_orphans(*, before: dt.datetime) -> int:
    """Remove the sealed files of before that moment which no record names; how many went.

    They are left by forms that were rolled back after their file was written, and by records that took another file.
    """
    storage, known = sealed_storage(), set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField) and isinstance(field.storage, SealedStorage):
                known |= set(model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True))
    orphans = [name for name in _lying(storage) if name not in known and storage.get_modified_time(name) < before]
    for name in orphans:
        storage.delete(name)
    return len(orphans)


def _lying(storage) -> list[str]:
    base = Path(storage.location)
    return [path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()]


def _seal() -> MultiFernet:
    keys = (base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest()) for key in settings.FILE_KEYS)
    return MultiFernet([Fernet(key) for key in keys])
