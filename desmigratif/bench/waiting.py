"""How long writers wait for each other in SQLite, where only one writes at a time: seen from inside the server."""

import os
import time
from pathlib import Path

from django.conf import settings
from django.db.backends.signals import connection_created

WAITED = "waited-*.txt"


def watch() -> None:
    """Note in this process, for each connection that is opened, the longest time that it took to get the turn."""
    connection_created.connect(_watch_connection, dispatch_uid="bench")


def longest_ms() -> float:
    """The longest time that any process of the server has noted."""
    return max((float(path.read_text()) for path in _folder().glob(WAITED)), default=0)


def forget() -> None:
    """Throw away what was noted before."""
    for path in _folder().glob(WAITED):
        path.unlink()


def _folder() -> Path:
    return Path(settings.DATA_DIR)


def _watch_connection(connection, **kwargs):
    if connection.vendor != "sqlite":
        return
    begin, longest = connection._start_transaction_under_autocommit, 0.0

    def timed():
        nonlocal longest
        began = time.perf_counter()
        begin()
        waited = (time.perf_counter() - began) * 1000
        if waited > longest:
            longest = waited
            name = WAITED.replace("*", f"{os.getpid()}-{id(connection)}")
            (_folder() / name).write_text(f"{longest:.1f}")

    connection._start_transaction_under_autocommit = timed
