"""Loaded by pytest before Django: the environment of the tests, and the few settings that make them quick.

Every run has its own folder for database files, key and uploads, so two runs at once do not meet.
"""

import atexit
import os
import secrets
import shutil
import tempfile
from pathlib import Path

FOLDER = "DESMIGRATIF_TEST_FOLDER"

# The workers of pytest-xdist inherit the folder of the process that started them; that one clears it away.
if FOLDER not in os.environ:
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="desmigratif-test-")
    atexit.register(shutil.rmtree, os.environ[FOLDER], ignore_errors=True)

# Each worker has its own part of it.
DATA_DIR = Path(os.environ[FOLDER]) / os.environ.get("PYTEST_XDIST_WORKER", "one")

os.environ.update(
    {
        "DATA_DIR": str(DATA_DIR),
        "DEBUG": "0",
        "TLS": "0",
        "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
    }
)
os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(64))


def pytest_configure(config):
    from django.conf import settings
    from django.test.signals import setting_changed

    # A slow hasher guards real passwords; the tests' people sign in hundreds of times.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Without collected files there is no manifest to look names up in.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    # Models that name a storage have asked for it while they were read: it is looked up anew.
    setting_changed.send(sender=settings.__class__, setting="STORAGES", value=settings.STORAGES, enter=True)
    settings.STATIC_ROOT = DATA_DIR / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "toolkit.sqlite":
        # A file, as in the offices: a database in memory has no second connection to race with.
        database.setdefault("TEST", {})["NAME"] = str(DATA_DIR / "test.sqlite3")
        options = database["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
