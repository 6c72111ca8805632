"""All checks, one after the other, and one summary: `make test`. No failing check stops the others or is hidden."""

import contextlib
import os
import secrets
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tools import chromium, postgres

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
WORKERS = "2"


@dataclass
class Summary:
    """What each check came to, in the order in which they ran."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    failed: bool = False

    def add(self, name: str, outcome: str, *, failed: bool) -> None:
        self.lines.append((outcome, name))
        self.failed = self.failed or failed

    def run(self, name: str, *command: str | Path, **environment: str) -> None:
        """Runs one check with its output on the terminal. Any exit code but 0 fails: pytest's 5 means no tests."""
        print(f"\n=== {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run([str(word) for word in command], cwd=ROOT, env={**os.environ, **environment}).returncode
        took = f"{time.monotonic() - start:.0f} s"
        self.add(name, f"ok, {took}" if code == 0 else f"FAILED (exit {code}), {took}", failed=code != 0)

    def skip(self, name: str, reason: str) -> None:
        """What this machine cannot check is said loudly, and in CI it is a failure: nobody reads there."""
        failed = bool(os.environ.get("CI"))
        print(f"\n!!! {name} WAS NOT RUN: {reason}", flush=True)
        self.add(name, f"{'FAILED: ' if failed else ''}NOT RUN, {reason}", failed=failed)

    def show(self) -> None:
        print("\n=== summary")
        for outcome, name in self.lines:
            print(f"{name:<32} {outcome}")
        print("make test: FAILED" if self.failed else "make test: ok", flush=True)


def check_code(summary: Summary) -> None:
    """Checks that need no database."""
    templates = sorted((ROOT / "templates").rglob("*.html"))
    summary.run("format", BIN / "ruff", "format", "--check", ".")
    summary.run("lint", BIN / "ruff", "check", ".")
    summary.run("templates", BIN / "djade", "--check", "--target-version", "5.2", *templates)
    summary.run("import contracts", BIN / "lint-imports", "--no-cache")


def check_project(summary: Summary) -> None:
    """Django's own checks: on the embedded database, and on the settings of a real office."""
    manage = [BIN / "python", ROOT / "manage.py"]
    key = secrets.token_urlsafe(64)
    with tempfile.TemporaryDirectory() as folder:
        common = {"SECRET_KEY": key, "DATA_DIR": folder, "DEBUG": "0"}
        summary.run("missing migrations", *manage, "makemigrations", "--check", "--dry-run", **common, TLS="0")
        real = {"TLS": "1", "ALLOWED_HOSTS": "desmigratif.example", "DATABASE_URL": "postgres:///desmigratif"}
        summary.run("deploy check", *manage, "check", "--deploy", "--fail-level", "WARNING", **common, **real)


def check_behaviour(summary: Summary) -> None:
    """The tests, on both databases. The browser drives the embedded one: what differs between the two lies below the
    pages, and the other tests look at that on both."""
    pytest = [BIN / "pytest", "-n", WORKERS]
    summary.run("tests on SQLite", *pytest, "-m", "not browser")
    with contextlib.ExitStack() as stack:
        try:
            url = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(postgres.server())
        except postgres.Unavailable as reason:
            summary.skip("tests on PostgreSQL", str(reason))
        else:
            summary.run("tests on PostgreSQL", *pytest, "-m", "not browser", DATABASE_URL=url)
    if chromium.find():
        summary.run("tests in a browser", *pytest, "-m", "browser", "tests/browser")
    else:
        summary.skip("tests in a browser", "no Chromium; CHROMIUM=/path/to/one names one")


def main() -> int:
    # The checks choose their own database and settings; the caller's must not leak in.
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "SECRET_KEY_FALLBACKS", "TLS", "DATA_DIR"):
        os.environ.pop(name, None)
    summary = Summary()
    for check in (check_code, check_project, check_behaviour):
        check(summary)
    summary.show()
    return int(summary.failed)


if __name__ == "__main__":
    sys.exit(main())
