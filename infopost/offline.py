"""What of the families' pages is kept on the phone, so that it can be read without a line."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from infopost.models import Fact
from infopost.topics import read_topics
from infopost.vendored import DATA

WORKER = Path(__file__).with_name("worker.js")
FILES = ("css/info.css", "js/info.js", "img/village.svg", "img/mark.svg")
# The topic that has to open at any moment, whether or not it was read before.
ALWAYS = "minta-tolong"
# By this header the phone knows a families' page from whatever a hotel's network puts in its place.
MARK = "X-Families-Page"
# By this one the portal knows that a page is fetched to be kept, and that nobody reads it now.
AHEAD = "X-Kept-Ahead"


def script(code: str) -> str:
    """The service worker's script for `/info/`, or for the screen of the post with this code."""
    start = [code] if code else []
    pages = [reverse("infopost:info_home", args=start), *_always(start)]
    told = {
        "scope": pages[0],
        "pages": pages,
        "files": [static(name) for name in FILES],
        "unread": reverse("infopost:page_unread", args=start),
        "mark": MARK,
        "ahead": AHEAD,
    }
    told["version"] = _version(told)
    return f"const KEPT = {json.dumps(told)};\n{WORKER.read_text()}"


def _always(start) -> list[str]:
    topic = read_topics()[ALWAYS]
    screens = [reverse("infopost:screen_detail", args=[*start, ALWAYS, screen.slug]) for screen in topic.screens]
    others = ("offer_check", "page_unread")
    return [
        reverse("infopost:topic_detail", args=[*start, ALWAYS]),
        *screens,
        *(reverse(f"infopost:{name}", args=start) for name in others),
    ]


def _version(told) -> str:
    """Another one whenever one of those pages may read differently: files, texts, or a fact."""
    facts = list(Fact.objects.order_by("pk").values_list("pk", "version"))
    return hashlib.sha256(f"{json.dumps(told)} {_written()} {facts}".encode()).hexdigest()[:16]


@cache
def _written() -> str:
    """What lies in files and is another one only after a new start of the portal."""
    templates = settings.BASE_DIR / "templates"
    places = (DATA.glob("*.toml"), templates.glob("infopost/*.html"), templates.glob("layout/info.html"), [WORKER])
    files = sorted(path for found in places for path in found)
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
