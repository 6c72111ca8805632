"""The real server for a while: gunicorn as it is in production, with two processes, on a port of the loopback."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.test import Client

WORKERS = "2"


@contextlib.contextmanager
def server():
    """Runs it and yields its port; it ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    gunicorn = [str(Path(sys.executable).parent / "gunicorn"), "-c", "python:desmigratif.gunicorn", "desmigratif.wsgi"]
    environment = {
        **os.environ,
        "PORT": str(port),
        "WEB_CONCURRENCY": WORKERS,
        "DJANGO_SETTINGS_MODULE": "desmigratif.bench.settings",
    }
    process = subprocess.Popen(gunicorn, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=60)


def cookie_of(user) -> str:
    """The cookie of a fresh session of the user, as a browser sends it."""
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _wait_for(port):
    for _ in range(300):
        with contextlib.suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/sehat")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError("gunicorn does not answer")
