"""Reads the portal's settings from the environment, strictly: a value that is not understood stops the start."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

MINIMUM_KEY_LENGTH = 50
# Fewer different characters than this were not drawn by chance.
MINIMUM_KEY_CHARACTERS = 10


def flag(name: str, *, default: bool) -> bool:
    """A switch: `1` or `0`, nothing else."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def words(name: str, *, default: str = "") -> list[str]:
    """A list of words divided by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret_key(path: Path, name: str = "SECRET_KEY") -> str:
    """The key `name` from the environment, else from a file that only its owner may read, made at the first start.

    Two processes may start at once: the file is written aside and linked into place, so that the first one wins
    and both read the same key.
    """
    key = os.environ.get(name, "")
    if not key:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(64))
            try:
                os.link(draft, path)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        if path.stat().st_mode & 0o077:
            raise ImproperlyConfigured(f"{path} may be read by others; type: chmod 600 {path}")
        key = path.read_text().strip()
    return strong(key, name)


def strong(key: str, name: str = "SECRET_KEY") -> str:
    """The key, when it is long and mixed enough to sign sessions or to seal files with."""
    if len(key) < MINIMUM_KEY_LENGTH or len(set(key)) < MINIMUM_KEY_CHARACTERS:
        raise ImproperlyConfigured(
            f"{name} has fewer than {MINIMUM_KEY_LENGTH} characters, or fewer than {MINIMUM_KEY_CHARACTERS} "
            "different ones."
        )
    return key


def private_file(path: Path) -> Path:
    """A file that only its owner may read, whatever the folder allows; what lies beside it (SQLite's journal) too."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    for part in (path, *path.parent.glob(f"{path.name}-*")):
        # A journal goes when its last reader does.
        with suppress(FileNotFoundError):
            if part.stat().st_mode & 0o077:
                part.chmod(0o600)
    return path
