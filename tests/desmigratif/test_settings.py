"""What stops the start, and what the settings make of their environment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "kunci-panjang-untuk-pengujian-saja-0123456789-abcdefghijkl"


@pytest.fixture
def start(tmp_path):
    """Reads the settings in a process of their own and prints one of them."""

    def read(name="DEBUG", **environment):
        kept = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "var"), "SECRET_KEY": KEY}
        command = [sys.executable, "-c", f"from desmigratif import settings; print(settings.{name})"]
        return subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, text=True)

    return read


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        ({"DEBUG": "1"}, "DEBUG"),
        ({"SECRET_KEY": "pendek"}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY"),
        ({"SECRET_KEY_FALLBACKS": "a" * 60}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"TLS": "ya"}, "TLS"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL"),
    ],
)
def test_start_is_refused(start, fault, word):
    refused = start(**fault)

    last = refused.stderr.strip().splitlines()[-1]
    assert (refused.returncode, last.startswith("django.core.exceptions.ImproperlyConfigured"), word in last) == (
        1,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("environment", "proxies"),
    [
        ({}, "1"),
        ({"TLS": "0"}, "0"),
        ({"BEHIND_PROXY": "0"}, "0"),
        ({"TLS": "0", "TRUSTED_PROXIES": "2"}, "2"),
    ],
)
def test_proxies_are_believed_only_where_one_stands(start, environment, proxies):
    assert start("TRUSTED_PROXIES", **environment).stdout.strip() == proxies


@pytest.mark.parametrize("before", [None, 0o644])
def test_database_file_is_its_owners_alone(start, tmp_path, before):
    folder = tmp_path / "var"
    folder.mkdir(mode=0o755)
    file = folder / "desmigratif.sqlite3"
    if before:
        file.touch(before)

    start()

    assert file.stat().st_mode & 0o777 == 0o600
