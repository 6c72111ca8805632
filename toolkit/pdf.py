"""Makes PDFs: in a child process with limits, so that a hostile or huge page costs a sentence and not the worker."""

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


def render(html: str, *, seconds: float = SECONDS) -> Pdf:
    """The PDF (PDF/UA-1) of a whole HTML document whose language and title are set.

    The document reaches our own static files under the address `https://static.invalid/` and nothing else. The same
    document gives the same bytes. Raises PdfFailed when it takes more than `seconds` of computing or too much memory.
    """
    began = time.monotonic()
    command = [sys.executable, "-I", str(CHILD), str(settings.BASE_DIR / "static"), str(MEMORY_MB), str(int(seconds))]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own file
            command,
            input=html.encode(),
            capture_output=True,
            timeout=seconds * PATIENCE,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        logger.error("PDF: stopped after %s seconds", seconds * PATIENCE)
        raise PdfFailed("Berkas PDF terlalu lama dibuat. Pilih wilayah yang lebih kecil, lalu coba lagi.") from None
    head, _, content = done.stdout.partition(b"\n")
    if done.returncode != 0 or not content.startswith(b"%PDF-"):
        logger.error("PDF: the child ended with %s", done.returncode)
        raise PdfFailed("Berkas PDF tidak dapat dibuat. Coba lagi; bila tetap gagal, beri tahu administrator.")
    told = json.loads(head)
    return Pdf(content, told["pages"], told["peak_mb"], round(time.monotonic() - began, 2))


def _environment() -> dict[str, str]:
    """Only what the child needs: no key of ours, and no font of the machine, so that every machine prints alike."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    # The font tools write the time into what they make unless they are told one.
    return kept | {"FONTCONFIG_FILE": str(FONTS), "SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8"}
