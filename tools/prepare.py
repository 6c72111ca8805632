"""Makes the machine ready: system parts, `.venv`, the locked dependencies. `python -m tools.prepare run|test`.

Runs under the system's Python, so it uses the standard library only. A second run finds its stamp and does nothing.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tools import system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".installed"
LOCKS = {"run": ("requirements.lock",), "test": ("requirements.lock", "requirements-dev.lock")}


def marks(kind: str) -> set[str]:
    """What must stand in the stamp: the locks' content, for this Python, in this folder (a venv cannot move)."""
    place = f"{sys.version_info.major}.{sys.version_info.minor} {VENV}"
    return {f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()} {place}" for name in LOCKS[kind]}


def installed() -> set[str]:
    return set(STAMP.read_text().splitlines()) if STAMP.exists() else set()


def works() -> bool:
    """Whether `.venv` is whole and made by this Python."""
    python = VENV / "bin" / "python"
    if not python.exists():
        return False
    question = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True).stdout.strip()
    return answer == f"{sys.version_info.major} {sys.version_info.minor} {VENV}"


def install(kind: str) -> bool:
    """Makes the environment if there is none that works, and installs exactly what the lock says."""
    STAMP.unlink(missing_ok=True)
    if not works():
        print("Membuat .venv ...", flush=True)
        if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)]).returncode:
            return False
    print("Memasang pustaka yang terkunci (pertama kali beberapa menit) ...", flush=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    # Errors only: what else pip says is about places of this machine.
    quiet = ["-q", "-q", "--root-user-action=ignore"]
    lock = ROOT / LOCKS[kind][-1]
    if subprocess.run([*pip, "install", *quiet, "--require-hashes", "-r", str(lock)]).returncode:
        return False
    STAMP.write_text("\n".join(sorted(marks(kind))) + "\n")
    return True


def main(kind: str) -> int:
    os.chdir(ROOT)
    if not system.provide(for_tests=kind == "test"):
        return 1
    # Two commands started at once must not build the same environment together.
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if marks(kind) <= installed() and works():
            return 0
        return 0 if install(kind) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
