"""The portal with its demo world: `make demo`. Everything it writes lies in `var/` and `staticfiles/`."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As gunicorn does: a port that an ended server leaves behind is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def fingerprint(folder: str) -> str:
    """Changes when a file of the folder does, or the libraries."""
    files = sorted(path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    known = [*files, ROOT / "requirements.lock"]
    return "\n".join(f"{path.relative_to(ROOT)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in known)


def collect_static() -> None:
    """Fingerprints and compresses the pages' files; a second start finds them done."""
    from django.core.management import call_command

    mark = ROOT / "staticfiles" / ".collected"
    known = fingerprint("static")
    if not mark.exists() or mark.read_text() != known:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        mark.write_text(known)


def load_regions() -> None:
    """Fills the tree of regions; comparing all 91,625 again took a quarter of the time of a second start."""
    from django.conf import settings
    from django.core.management import call_command

    from regions.models import Region

    mark, known = settings.DATA_DIR / ".regions", fingerprint("regions")
    if not (mark.exists() and mark.read_text() == known and Region.objects.exists()):
        call_command("load_regions")
        mark.write_text(known)


def build_world() -> None:
    """Database, regions, files and invented families; what is there already stays."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    load_regions()
    call_command("load_facts")
    collect_static()
    call_command("demo")


def serve() -> NoReturn:
    """Goes on as gunicorn, so that Ctrl+C and a supervisor's signal reach it directly.

    In this process, because it knows the portal's code already: reading all of it again took a second.
    """
    from django.db import connections
    from gunicorn.app.wsgiapp import run

    # Its workers are forked, and two processes must not write to one connection.
    connections.close_all()
    sys.argv = ["gunicorn", "-c", "python:desmigratif.gunicorn", "desmigratif.wsgi"]
    sys.exit(run())


def main() -> NoReturn:
    port = os.environ.setdefault("PORT", "8000")
    if not port.isdigit() or not is_free(int(port)):
        sys.exit(f"Port {port} tidak dapat dipakai. Ketik: make demo PORT=8001")
    # As in production, less what needs TLS.
    os.environ.update({"DEBUG": "0", "TLS": "0", "BIND": "127.0.0.1", "DJANGO_SETTINGS_MODULE": "desmigratif.settings"})
    os.chdir(ROOT)
    os.umask(0o077)
    build_world()
    print(f"\nPortal: http://127.0.0.1:{port}/  (berhenti: Ctrl+C)\n", flush=True)
    serve()


if __name__ == "__main__":
    main()
