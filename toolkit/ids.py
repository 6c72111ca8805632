"""Keys of records: UUIDs that sort by the time they were made, so that new rows lie together on disk."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh UUIDv7."""
    return uuid7()


def as_id(text: str | None) -> UUID | None:
    """The key that `text` is; None for anything else, because addresses are typed and cut by people."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def as_code(text: str | None) -> str:
    """The text, when it is digits and nothing else, as the codes of regions are; empty for anything else.

    PostgreSQL refuses to look for some of what an address may hold (a NUL).
    """
    return text if text and text.isascii() and text.isdigit() else ""


def as_number(text: str | None) -> int | None:
    """The whole-number key that `text` is, at most eighteen digits; None for anything else."""
    return int(text) if text and len(text) <= 18 and text.isascii() and text.isdigit() else None
