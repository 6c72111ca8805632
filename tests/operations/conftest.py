"""The portal's rows and files, for telling two states apart."""

import shutil
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection


@pytest.fixture
def uploads():
    """The folder of uploads, empty."""
    folder = Path(default_storage.location)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def world(transactional_db, neighbours, uploads):
    """Three villages with a family each, and an uploaded workbook, in a database that other connections see."""
    (uploads / "imports").mkdir()
    (uploads / "imports" / "a1b2").write_bytes(b"workbook")
    return uploads


def rows() -> dict[str, list]:
    """Every row of every table of ours."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: sorted(model._base_manager.values_list(), key=repr) for model in models}


def wipe() -> None:
    """Leaves a database that has never seen the portal."""
    if connection.vendor == "sqlite":
        connection.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
