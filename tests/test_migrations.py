"""Migrations: none missing, each with a name that says what happened, one line in each app."""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.walk.tree import packages

# Machine names, and numbers alone, tell a reader nothing.
NAMED = re.compile(r"\d{4}_(?!auto_|alter_|remove_.*_and_more)[a-z][a-z0-9_]+")


def ours():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {key: migration for key, migration in loader.disk_migrations.items() if key[0] in packages()}


def beginnings(migrations) -> dict[str, int]:
    """How many migrations of each app stand on no other of the same app."""
    inner = {key: [parent for parent in migration.dependencies if parent[0] == key[0]] for key, migration in migrations}
    return Counter(app for (app, _), parents in inner.items() if not parents)


@pytest.mark.django_db
def test_migrations_none_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_migrations_missing_one_is_seen(monkeypatch):
    field = apps.get_model("households.Household")._meta.get_field("hamlet")
    monkeypatch.setattr(field, "max_length", field.max_length + 1)

    with pytest.raises(SystemExit):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named():
    assert [name for _, name in ours() if not NAMED.fullmatch(name)] == []


@pytest.mark.parametrize("name", ["0002_auto_20261122_1010", "0003_alter_household_hamlet", "0004"])
def test_migrations_with_a_machine_name_are_seen(name):
    assert NAMED.fullmatch(name) is None


@pytest.mark.django_db
def test_migrations_form_one_line_in_each_app():
    migrations = ours()
    parents = Counter(
        parent for key, migration in migrations.items() for parent in migration.dependencies if parent[0] == key[0]
    )
    numbers = Counter((app, name[:4]) for app, name in migrations)

    assert {key: count for key, count in beginnings(migrations.items()).items() if count > 1} == {}
    assert [parent for parent, children in parents.items() if children > 1] == []
    assert [key for key, count in numbers.items() if count > 1] == []
