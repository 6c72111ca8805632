"""A private PostgreSQL for the tests: started from the binaries on the machine, gone when the tests end.

It listens on a socket in its own temporary folder only, so it meets no other server and no port is taken.
`python -m tools.postgres COMMAND ...` runs one command with such a server in DATABASE_URL.
"""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

OLDEST = 15
# The data are thrown away and the queries are small: no reason to wait for the disk or the compiler.
# Autovacuum would meet tables that are empty between two tests and note so: whoever then plans a foreign key's check
# reads the whole table for each row, which takes minutes when all regions are loaded.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "jit=off", "autovacuum=off", "listen_addresses=")
DATABASE = "desmigratif"


class Unavailable(Exception):
    """No PostgreSQL can be started here; the text says why."""


def find() -> Path | None:
    """The folder with the newest server binaries that the portal supports; None when there is none."""
    folders = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr").glob("pgsql-*/bin")]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    versions = [(_version(folder), folder) for folder in folders if (folder / "initdb").exists()]
    return max((found for found in versions if found[0] >= OLDEST), default=(0, None))[1]


def _version(folder: Path) -> int:
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"(\d+)", answer)
    return int(found[1]) if found else 0


def _owner() -> tuple[str, list[str]]:
    """The user who runs the server, and the words that make a command his: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name, []
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            pwd.getpwnam(name)
            return name, ["runuser", "-u", name, "--"]
    raise Unavailable("no user 'postgres' or 'nobody' to run it as")


def _run(command: list, folder: Path) -> None:
    # Output goes to a file: the server inherits it, and a pipe would stay open as long as the server runs.
    # The caller's own folder may be closed to the server's user, so it starts in its own.
    with (folder / "output").open("w+") as output:
        code = subprocess.run([str(word) for word in command], stdout=output, stderr=output, cwd=folder).returncode
        output.seek(0)
        if code:
            raise Unavailable(output.read().strip())


@contextlib.contextmanager
def server(options: tuple[str, ...] = FAST, *, kept: Path | None = None):
    """Runs a server and yields its DATABASE_URL. Raises Unavailable.

    Its data go with it, unless `kept` names a folder in which the next run finds them again.
    """
    binaries = find()
    if binaries is None:
        raise Unavailable(f"no PostgreSQL {OLDEST} or newer on this machine")
    owner, become = _owner()
    # A server must not outlive the command that somebody stops, also not by a plain kill.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = kept or Path(tempfile.mkdtemp(prefix="desmigratif-pg-", dir="/tmp"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    data = folder / "data"
    is_new = not (data / "PG_VERSION").exists()
    try:
        if become:
            shutil.chown(folder, owner)
        if is_new:
            # An Indonesian collation, because real servers have one: sorting must not lean on byte order.
            collation = ["--locale-provider=icu", "--icu-locale=id-ID", "--locale=C.UTF-8"]
            initdb = [binaries / "initdb", "-U", owner, "-A", "trust", "-E", "UTF8", *collation, "-D", data]
            _run([*become, *initdb], folder)
        words = " ".join(f"-c {option}" for option in (*options, f"unix_socket_directories={folder}"))
        start = [binaries / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", words, "start"]
        _run([*become, *start], folder)
        try:
            if is_new:
                _run([*become, binaries / "createdb", "-h", folder, DATABASE], folder)
            yield f"postgres://{owner}@{quote(str(folder), safe='')}/{DATABASE}"
        finally:
            # Kept data are closed properly: a crash would have to be mended at the next start.
            mode = "fast" if kept else "immediate"
            _run([*become, binaries / "pg_ctl", "-D", data, "-m", mode, "-w", "stop"], folder)
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    try:
        with server() as url:
            return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": url}).returncode
    except Unavailable as reason:
        print(f"PostgreSQL: {reason}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
