"""The parts of the system that pip cannot bring: which are missing, and how they come.

Runs before the virtual environment exists, so it uses the standard library only.
"""

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from tools import chromium, postgres

PANGO = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0")


@dataclass(frozen=True)
class Part:
    """Something that a Debian or Ubuntu package brings. Without a `needed` part nothing starts."""

    name: str
    packages: tuple[str, ...]
    is_there: Callable[[], bool]
    needed: bool


def has_venv() -> bool:
    return bool(importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"))


def has_libraries(names: tuple[str, ...]) -> bool:
    try:
        for name in names:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def parts(*, for_tests: bool) -> list[Part]:
    """The parts that the demo, or the tests, need on this machine."""
    minor = sys.version_info.minor
    found = [
        Part("venv Python", (f"python3.{minor}-venv",), has_venv, needed=True),
        Part(
            "Pango (pembuat PDF)",
            ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz0b", "libharfbuzz-subset0"),
            lambda: has_libraries(PANGO),
            needed=True,
        ),
    ]
    if for_tests:
        # Ubuntu's package of this name is an empty shell around a snap, which cannot read our folders.
        browser = () if platform.freedesktop_os_release().get("ID") == "ubuntu" else ("chromium",)
        found.append(Part("Chromium", browser, lambda: chromium.find() is not None, needed=False))
        # Playwright brings a program of its own, which wants a library that a bare system lacks.
        atomic = Part("pustaka Playwright", ("libatomic1",), lambda: has_libraries(("libatomic.so.1",)), needed=False)
        found.append(atomic)
        if not os.environ.get("TEST_DATABASE_URL"):
            found.append(Part("PostgreSQL", ("postgresql",), lambda: postgres.find() is not None, needed=False))
    return found


def may_install() -> list[str] | None:
    """The words to put before apt-get; None where it is not ours to install."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(packages: tuple[str, ...], prefix: list[str]) -> bool:
    """Installs packages with apt, refreshing its lists only if they are too old to know them."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    command = [*apt, "install", "--no-install-recommends", *packages]
    if subprocess.run(command, capture_output=True).returncode == 0:
        return True
    subprocess.run([*apt, "update"], capture_output=True)
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        print(result.stdout[-2000:] + result.stderr[-2000:], file=sys.stderr)
    return result.returncode == 0


def provide(*, for_tests: bool) -> bool:
    """Brings what is missing; says in one line what to type where it may not. False if a needed part is still away."""
    missing = [part for part in parts(for_tests=for_tests) if not part.is_there()]
    prefix = may_install() if missing else None
    for part in missing:
        if prefix is not None and part.packages:
            print(f"Memasang {part.name} ({' '.join(part.packages)}) ...", flush=True)
            install(part.packages, prefix)
    missing = [part for part in missing if not part.is_there()]
    packages = " ".join(package for part in missing for package in part.packages)
    if packages:
        names = ", ".join(part.name for part in missing if part.packages)
        print(f"Belum ada: {names}. Ketik: sudo apt-get install {packages}", file=sys.stderr, flush=True)
    return not any(part.needed for part in missing)
