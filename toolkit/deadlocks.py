"""Two transactions that wait for each other: PostgreSQL ends one of them. SQLite's writers take turns."""

from django.db import OperationalError

DEADLOCK = "40P01"  # SQLSTATE


def is_deadlock(error: OperationalError) -> bool:
    """Whether the database ended this transaction so that another one can go on: nothing was written."""
    return getattr(error.__cause__, "pgcode", None) == DEADLOCK
