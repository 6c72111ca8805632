"""The embedded database: copied and put back with SQLite's online backup, which others may work beside."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desmigratif.backups import BackupError

KIND = "sqlite"


def dump(connection, target: Path) -> dict:
    """Copy the database as it stands at one moment; returns the rows of each table."""
    with closing(_open(connection)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        # The copy is one file, without a journal beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        return _count(copy)


def restore(connection, source: Path, rows: dict) -> None:
    """Check the copy, then put it in the database's place in one transaction. Writers at work wait for its end."""
    with closing(sqlite3.connect(source)) as copy:
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok" or _count(copy) != rows:
            raise BackupError("Basis data di dalam cadangan rusak; tidak ada yang diubah. Pakai cadangan yang lain.")
        connection.close()
        with closing(_open(connection)) as live:
            copy.backup(live)


def _open(connection) -> sqlite3.Connection:
    return sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=60)


def _count(copy: sqlite3.Connection) -> dict:
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
    tables = [name for (name,) in copy.execute(names).fetchall()]
    # The names come from the database's own list of tables.
    return {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608
