"""PostgreSQL: dumped from one snapshot with its own programs, and put back in one transaction."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from django.db import transaction
from django.db.backends.postgresql.client import DatabaseClient

from desmigratif.backups import BackupError
from toolkit.logs import scrub

KIND = "postgresql"
# Whoever works with a table holds it for moments; whoever holds it longer hangs, and the operator must know.
WAIT = "-c lock_timeout=30s"


def dump(connection, target: Path) -> dict:
    """Dump the database as it stands at one moment; returns the rows of each table at that moment."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        words = ["--format=custom", "--no-owner", "--no-privileges"]
        _run(connection, "pg_dump", *words, f"--snapshot={snapshot}", f"--file={target}")
        return {table: _count(cursor, table) for table in _tables(connection, cursor)}


def restore(connection, source: Path, rows: dict) -> None:
    """Replace all tables in one transaction, which also counts their rows: any fault leaves everything as it was."""
    with connection.cursor() as cursor:
        tables = _tables(connection, cursor)
    connection.close()
    script = source.with_suffix(".sql")
    clean = ["--clean", "--if-exists", "--no-owner", "--no-privileges"]
    _run(connection, "pg_restore", *clean, f"--file={script}", str(source))
    before = source.with_name("before.sql")
    # Also the tables that a newer version made, which the dump does not know.
    before.write_text("".join(f"DROP TABLE IF EXISTS public.{_quoted(table)} CASCADE;\n" for table in tables))
    after = source.with_name("after.sql")
    after.write_text("".join(_check(table, count) for table, count in rows.items()))
    files = [f"--file={path}" for path in (before, script, after)]
    _run(connection, "psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", *files)


def _check(table: str, count: int) -> str:
    name = _quoted(table)
    question = f"(SELECT count(*) FROM public.{name}) <> {int(count)}"  # noqa: S608 - a quoted name and an integer
    return f"DO $check$ BEGIN IF {question} THEN RAISE EXCEPTION 'row count'; END IF; END $check$;\n"


def _tables(connection, cursor) -> list[str]:
    return sorted(table.name for table in connection.introspection.get_table_list(cursor) if table.type != "v")


def _count(cursor, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM public.{_quoted(table)}")  # noqa: S608 - a quoted name
    return cursor.fetchone()[0]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _run(connection, program: str, *words: str) -> None:
    """Run one of PostgreSQL's programs on this database; the password goes by the environment, never by the words."""
    login, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    place = [] if program == "pg_restore" else [f"--dbname={login.pop()}", *login[1:]]
    environment = {**os.environ, **(environment or {}), "PGOPTIONS": WAIT, "LC_MESSAGES": "C"}
    result = subprocess.run(  # noqa: S603 - a program found below, no shell
        [find(program, connection), *place, *words], env=environment, capture_output=True, text=True
    )
    if result.returncode:
        # Only the kind of fault: the rest of what the program says may quote rows.
        fault = re.search(r"(?:ERROR|FATAL|error): *(.*)", result.stderr)
        reason = scrub(fault[1]) if fault else result.returncode
        raise BackupError(f"{program} gagal dan tidak ada yang diubah: {reason}")


def find(program: str, connection) -> str:
    """The program in the server's own version: another one's dump may not fit."""
    version = connection.pg_version // 10000
    for path in (f"/usr/lib/postgresql/{version}/bin/{program}", shutil.which(program)):
        if path and Path(path).exists():
            answer = subprocess.run([path, "--version"], capture_output=True, text=True).stdout  # noqa: S603
            if re.search(rf"\) {version}\b", answer):
                return path
    raise BackupError(f"{program} versi {version} belum ada. Ketik: sudo apt-get install postgresql-client-{version}")
