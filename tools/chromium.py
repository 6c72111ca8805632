"""Finds the browser that the browser tests and the screenshots drive."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Nothing that phones home, so that a test of ours is the only traffic.
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def find() -> str | None:
    """The browser's path: the one that CHROMIUM names, else one of the usual names; None when there is none."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    return next((path for name in names if (path := shutil.which(name)) and starts(path)), None)


def starts(path: str) -> bool:
    """Ubuntu has a `chromium-browser` that only says where to get one."""
    return subprocess.run([path, "--version"], capture_output=True).returncode == 0


def arguments() -> list[str]:
    """What to start it with; root has no sandbox to offer."""
    return [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
