"""The process that draws one PDF: reads a line of JSON, HTML and perhaps a file that goes into the PDF from standard
input, writes a line of JSON and then the PDF.

Started by `toolkit.pdf` with the static folder, the memory limit in MB and the seconds; knows nothing of Django.
"""

import base64
import datetime as dt
import gc
import io
import json
import mimetypes
import resource
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = "https://static.invalid/"
PICTURES = {f"data:{kind};base64,": kind for kind in ("image/png", "image/jpeg")}
# WeasyPrint asks the machine for the type of a file; not every machine knows this one.
ATTACHED = {".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
TYPES = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}


def limit(memory_mb: int, seconds: int) -> None:
    """Take away what this process may not use, before anything of the page is read."""
    size = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def own_file(url: str, folder: Path) -> Path | None:
    """The static file behind an address of ours; None for every other address, file or network."""
    if not url.startswith(HOST):
        return None
    found = (folder / unquote(urlsplit(url).path).lstrip("/")).resolve()
    inside = found.is_relative_to(folder.resolve()) and found.suffix in TYPES
    return found if inside and found.is_file() else None


def carried_picture(url: str) -> tuple[str, bytes] | None:
    """The PNG or JPEG that an address carries in itself, after its type; None for every other address."""
    for head, kind in PICTURES.items():
        if url.startswith(head):
            return kind, base64.b64decode(url.removeprefix(head), validate=True)
    return None


def associate(document, pdf) -> None:
    """Say that the embedded files belong to the document and tell the same as its pages: WeasyPrint writes this for
    PDF/A-3 alone (ISO 32000-2, 14.13; PDF/UA-1 allows it)."""
    import pydyf

    files = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Filespec"]
    for item in files:
        item["AFRelationship"] = "/Alternative"
    if files:
        pdf.catalog["AF"] = pydyf.Array(item.reference for item in files)


def main() -> None:
    """Draw the page."""
    folder, memory_mb, seconds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    limit(memory_mb, seconds)
    # One page and done: looking for garbage costs a fifth of the time and finds nothing that the end does not free.
    gc.disable()
    for ending, kind in ATTACHED.items():
        mimetypes.add_type(kind, ending)

    # Loaded under the limits, and before the page comes: its owner is still counting.
    from weasyprint import HTML, Attachment
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        """Opens our static files and pictures in the page itself; all else is refused, and the page goes on without."""

        def fetch(self, url, headers=None):
            picture = carried_picture(url)
            if picture is not None:
                kind, content = picture
                return URLFetcherResponse(url, content, {"Content-Type": kind})
            path = own_file(url, folder)
            if path is None:
                raise ValueError("refused")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})

    head = json.loads(sys.stdin.buffer.readline())
    html, content = sys.stdin.buffer.read(head["page"]).decode(), sys.stdin.buffer.read()
    attachments = []
    if content:
        made_at = dt.datetime.fromisoformat(head["made_at"])
        told = {"name": head["name"], "description": head["description"], "created": made_at, "modified": made_at}
        attachments.append(Attachment(file_obj=io.BytesIO(content), url_fetcher=OwnFiles(), **told))
    document = HTML(string=html, base_url=HOST, url_fetcher=OwnFiles()).render(pdf_variant=head["variant"])
    content = document.write_pdf(pdf_variant=head["variant"], attachments=attachments, finisher=associate)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.buffer.write(json.dumps({"pages": len(document.pages), "peak_mb": peak}).encode() + b"\n" + content)


if __name__ == "__main__":
    main()
