"""Writes rows of a large world past the ORM: COPY into PostgreSQL, `executemany` into SQLite. Empty tables only.

This is the one place with SQL that only one of the databases understands: a million families through the ORM would
take hours.
"""

import contextlib
import io

from django.db import connection

from desmigratif.demo.bulk.columns import COLUMNS, NO_BYTES, NOTHING

ROWS_AT_ONCE = 20_000
AS_SQLITE = {NOTHING: None, NO_BYTES: b""}


class Table:
    """A table with the columns that are filled and those that stand at their default, so that none is forgotten."""

    def __init__(self, model, named: tuple[str, ...]):
        fields = {field.attname: field for field in model._meta.concrete_fields}
        # A key that the database gives itself is left to it.
        resting = [f for name, f in fields.items() if name not in named and not (f.primary_key and f.db_returning)]
        self.name = model._meta.db_table
        self.columns = [fields[name].column for name in named] + [field.column for field in resting]
        self.defaults = tuple(_as_text(field) for field in resting)


def loader():
    """The loader for the database of this portal."""
    return _Postgres() if connection.vendor == "postgresql" else _Sqlite()


def _as_text(field) -> str:
    value = field.get_db_prep_save(field.get_default(), connection)
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(int(value))
    # PostgreSQL's driver wraps JSON; its text is what stands inside.
    return str(field.get_default()).replace("'", '"') if field.get_internal_type() == "JSONField" else str(value)


class _Loader:
    """Writes the rows of all tables; around it the tables are made ready for many rows."""

    def __init__(self):
        self.tables = {model: Table(model, named) for model, named in COLUMNS.items()}
        self.names = [table.name for table in self.tables.values()]

    def write(self, rows: dict[type, list[tuple]]) -> int:
        """Write a village's rows, parents before children; how many there were."""
        for model, table in self.tables.items():
            found = rows.get(model, [])
            for start in range(0, len(found), ROWS_AT_ONCE):
                self._insert(table, found[start : start + ROWS_AT_ONCE])
        return sum(len(found) for found in rows.values())


class _Postgres(_Loader):
    """COPY, without the indexes and foreign keys, which are made again over whole tables afterwards."""

    @contextlib.contextmanager
    def made_ready(self, say):
        """Take indexes and foreign keys away, and put the very same back. One transaction must stand around it."""
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL synchronous_commit = off")
            # What the accounts' own foreign keys still wait for is looked at now: nothing may wait at ALTER TABLE.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            keys = self._foreign_keys(cursor)
            for table, name, _ in keys:
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            indexes = self._indexes(cursor)
            for name, _ in indexes:
                cursor.execute(f"DROP INDEX {name}")
            yield
            for place, (_, definition) in enumerate(indexes, start=1):
                say(f"Indeks {place} dari {len(indexes)}")
                cursor.execute(definition)
            for place, (table, name, definition) in enumerate(keys, start=1):
                say(f"Hubungan {place} dari {len(keys)}")
                cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")

    def finish(self):
        """Count the rows anew for the planner, and mark the pages that everybody may read, as autovacuum would."""
        # VACUUM refuses to run where a transaction stands around the whole.
        command = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
        with connection.cursor() as cursor:
            cursor.execute(f"{command} {', '.join(self.names)}")

    def _insert(self, table, rows):
        lines = io.StringIO()
        for row in rows:
            # Letters have lines; COPY takes one row a line.
            lines.write("\t".join(row + table.defaults).replace("\n", "\\n"))
            lines.write("\n")
        lines.seek(0)
        columns = ", ".join(f'"{column}"' for column in table.columns)
        with connection.cursor() as cursor:
            cursor.copy_expert(f"COPY {table.name} ({columns}) FROM STDIN", lines)

    def _foreign_keys(self, cursor):
        cursor.execute(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE contype = 'f' AND (conrelid::regclass::text = ANY(%s) OR confrelid::regclass::text = ANY(%s)) "
            "ORDER BY conrelid, conname",
            [self.names, self.names],
        )
        return cursor.fetchall()

    def _indexes(self, cursor):
        cursor.execute(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE NOT indisprimary AND indrelid::regclass::text = ANY(%s) "
            "AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid) ORDER BY indexrelid",
            [self.names],
        )
        return cursor.fetchall()


class _Sqlite(_Loader):
    """Prepared statements in one transaction; indexes go and come back too."""

    @contextlib.contextmanager
    def made_ready(self, say):
        """Take the indexes away, and put the very same back."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            indexes = [(name, definition) for name, definition, table in cursor.fetchall() if table in self.names]
            for name, _ in indexes:
                cursor.execute(f'DROP INDEX "{name}"')
            yield
            for place, (_, definition) in enumerate(indexes, start=1):
                say(f"Indeks {place} dari {len(indexes)}")
                cursor.execute(definition)

    def finish(self):
        """Count the rows anew for the planner."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _insert(self, table, rows):
        columns = ", ".join(f'"{column}"' for column in table.columns)
        marks = ", ".join(["%s"] * len(table.columns))
        values = ([AS_SQLITE.get(value, value) for value in row + table.defaults] for row in rows)
        with connection.cursor() as cursor:
            # Names of our own tables and columns; the values are marks.
            cursor.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", values)  # noqa: S608
