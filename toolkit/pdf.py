"""Makes PDFs: in a child process with limits, so that a hostile or huge page costs a sentence and not the worker."""

import datetime as dt
import json
import logging
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

CHILD = Path(__file__).with_name("pdf_child.py")
FONTS = Path(__file__).with_name("fonts.conf")
# Reports are read by machines too; a letter is kept for decades (PDF/A-2, tagged).
TO_READ, TO_KEEP = "pdf/ua-1", "pdf/a-2a"
# What a page of ours needs is a fifth of this; the limit is for what nobody foresaw.
MEMORY_MB = 512
# Seconds of computing. On a busy machine a page waits for its turn as well, so the clock may run twice as long.
SECONDS = 10
PATIENCE = 2


class PdfFailed(Exception):
    """No PDF was made; the message says in Indonesian what the reader can do."""


@dataclass(frozen=True)
class Pdf:
    """A finished document: its bytes, its pages, and the memory in MB that making it took at most."""

    content: bytes
    pages: int
    peak_mb: int
    seconds: float


@dataclass(frozen=True)
class Attachment:
    """A file that rides inside a PDF: another shape of what the pages say. Its type follows from its name."""

    name: str
    description: str
    content: bytes
    made_at: dt.datetime


class Press:
    """A child that makes one PDF. It gets ready while its owner is still counting, and never outlives the `with`."""

    def __init__(self, seconds: float = SECONDS):
        self._seconds, self._began = seconds, time.monotonic()
        limits = [str(MEMORY_MB), str(int(seconds))]
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
            [sys.executable, "-I", str(CHILD), str(settings.BASE_DIR / "static"), *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._child.kill()
        self._child.communicate()
        # Still open when the child was stopped before it had read everything.
        self._child.stdin.close()

    def draw(self, html: str, attachment: Attachment | None = None, variant: str = TO_READ) -> Pdf:
        """The PDF of a whole HTML document whose language and title are set, with a file inside if wanted.

        The document reaches our own static files under the address `https://static.invalid/`, pictures that it
        carries in itself, and nothing else. The same document and file give the same bytes. Raises PdfFailed when it
        takes too much computing or memory.
        """
        patience = self._seconds * PATIENCE
        try:
            written, _ = self._child.communicate(_parcel(html.encode(), attachment, variant), timeout=patience)
        except subprocess.TimeoutExpired:
            logger.error("PDF: stopped after %s seconds", patience)
            raise PdfFailed("Berkas PDF terlalu lama dibuat. Pilih wilayah yang lebih kecil, lalu coba lagi.") from None
        head, _, content = written.partition(b"\n")
        if self._child.returncode != 0 or not content.startswith(b"%PDF-"):
            logger.error("PDF: the child ended with %s", self._child.returncode)
            raise PdfFailed("Berkas PDF tidak dapat dibuat. Coba lagi; bila tetap gagal, beri tahu administrator.")
        told = json.loads(head)
        return Pdf(content, told["pages"], told["peak_mb"], round(time.monotonic() - self._began, 2))


def _parcel(page: bytes, attachment: Attachment | None, variant: str) -> bytes:
    """What the child reads: a line of JSON, the page, and the file that goes into the PDF."""
    head, content = {"page": len(page), "variant": variant}, b""
    if attachment:
        content, made_at = attachment.content, attachment.made_at.astimezone(dt.UTC)
        head |= {"name": attachment.name, "description": attachment.description, "made_at": made_at.isoformat()}
    return json.dumps(head).encode() + b"\n" + page + content


def _environment() -> dict[str, str]:
    """Only what the child needs: no key of ours, and no font of the machine, so that every machine prints alike."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    # The font tools write the time into what they make unless they are told one.
    return kept | {"FONTCONFIG_FILE": str(FONTS), "SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8"}
