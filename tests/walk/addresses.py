"""Every address of the portal, and what each kind of person meets there."""

from dataclasses import dataclass, field
from io import BytesIO
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse
from pypdf import PdfReader

from accounts.models import AuditEvent
from regions.ranges import contains
from tests.people import HTML
from tests.walk.html import Page
from toolkit.headers import CONTENT_SECURITY_POLICY

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
WRITING = {"post", "put", "patch", "delete"}
# Parameters that are words of public pages.
WORDS = {
    "slug": lambda: "minta-tolong",
    "screen": lambda: "paspor",
    "country": lambda: "TW",
    "step": lambda: "consult",
    "kind": lambda: "passport",
    "letter": lambda: "family",
    "token": lambda: "tidak-dikenal",
}
REFUSED = {403, 404, 405}


@dataclass(frozen=True)
class Rule:
    """Who may read and who may write at an address; `pk` finds the key of a place's record, `query` its filters.

    `reads` says that names are shown, so that every reading stands in the book of acts; `shows_mark` that the text of
    the reader's own family must be on the page, which proves that the search for strangers' texts can find something.
    `opened_by` is the verb that opens names at this address, and `shows_numbers` says that whole numbers of the own
    family are meant to be there. `query_is_place` says that the filters name the place itself, so that a stranger's
    place does not exist, and `methods` keeps a slow page to the methods that can differ.
    """

    get: frozenset[str] = frozenset()
    post: frozenset[str] = frozenset()
    pk: object = None
    query: object = None
    reads: bool = False
    shows_mark: bool = False
    writes_silently: bool = False
    query_is_place: bool = False
    opened_by: str = "read_households"
    shows_numbers: bool = False
    methods: tuple[str, ...] = METHODS


@dataclass(frozen=True)
class Address:
    """One URL pattern under its full name."""

    name: str
    parameters: tuple[str, ...]
    view: object = field(compare=False)

    @property
    def is_public(self) -> bool:
        """Whether its view opts out of signing in."""
        return not getattr(self.view, "login_required", True)

    def __str__(self):
        return "/".join([self.name, *self.parameters])


def addresses(patterns=None, namespace: str = "") -> list[Address]:
    """Every URL pattern that the resolver knows, also those inside includes."""
    found = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            name = f"{namespace}{pattern.name}"
            found.append(Address(name, tuple(pattern.pattern.converters), pattern.callback))
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found += addresses(pattern.url_patterns, inner)
    return found


def key_of(rule: Rule, place) -> dict:
    """How each parameter of an address is filled. One that is not here is an error, never a skipped page."""
    return {
        **dict.fromkeys(("pk", "object_id"), lambda: rule.pk(place)),
        "op": uuid4,
        "code": lambda: place.village.code,
        **WORDS,
        "app_label": lambda: "households",
    }


def divide(user, places) -> tuple[list, list]:
    """The places in the user's region, and the others."""
    if user is None:
        return [], list(places)
    region = user.region_id
    own = [place for place in places if region is None or contains(region, place.village.code)]
    return own, [place for place in places if place not in own]


@dataclass
class Walk:
    """Tries one address as one person, by every method, on his own records and on strangers'."""

    address: Address
    rule: Rule
    role: str
    user: object
    client: object
    places: list
    wrong: list[str] = field(default_factory=list)

    def go(self) -> list[str]:
        """What is wrong there, one line each."""
        own, foreign = divide(self.user, self.places)
        has_record = bool(set(self.address.parameters) - {"op", "app_label"})
        if not has_record and not self.rule.query_is_place:
            self._try_all(None, {}, is_own=True)
        if has_record or self.rule.query:
            for place in [*own[:1], *foreign]:
                query = self.rule.query(place) if self.rule.query else {}
                self._try_all(place, query, is_own=place in own)
        return self.wrong

    def _try_all(self, place, query, *, is_own):
        known = key_of(self.rule, place)
        url = reverse(self.address.name, kwargs={name: known[name]() for name in self.address.parameters})
        for method in self.rule.methods:
            with transaction.atomic():
                before = AuditEvent.objects.count()
                sent = {"query_params": query} if query else {}
                response = getattr(self.client, method)(url, **sent)
                acts = AuditEvent.objects.count() - before
                for fault in self._judge(method, response, acts, is_own=is_own):
                    self.wrong.append(f"{self.role} {method} {self.address} {'own' if is_own else 'foreign'}: {fault}")
                transaction.set_rollback(True)

    def _judge(self, method, response, acts, *, is_own):
        yield from self._judge_status(method, response, is_own=is_own)
        yield from self._judge_body(method, response, is_own=is_own)
        if self.rule.reads and method == "get" and response.status_code == 200 and not acts:
            yield "read names without a line in the book of acts"
        moved = response.status_code in (301, 302) and not self._is_same_page(response.url)
        written = method in WRITING and (moved or response.status_code in (201, 202, 204))
        if written and self.user and not acts and not self.rule.writes_silently:
            yield "wrote without a line in the book of acts"

    def _judge_status(self, method, response, *, is_own):
        status = response.status_code
        if status >= 500:
            yield f"status {status}"
        elif self.address.is_public:
            return
        elif self.user is None:
            if status != 302 or not response.url.startswith(reverse(settings.LOGIN_URL)):
                yield f"status {status} without signing in"
        elif not self._may(method):
            # A form's address without its operation leads to the address with one, whatever the method.
            forwarded = status == 302 and self._is_same_page(response.url) and self._may("get")
            if status not in REFUSED and not forwarded:
                yield f"status {status} where this role has no business"
        elif is_own:
            if status in REFUSED and method in ("get", "post"):
                yield f"status {status} where this role works"
        elif status not in REFUSED and (self.rule.query_is_place or not self.rule.query):
            yield f"status {status} on a stranger's record"

    def _judge_body(self, method, response, *, is_own):
        text, is_page = read(response), response.get("Content-Type", "").startswith("text/html")
        if response.get("Content-Security-Policy") != CONTENT_SECURITY_POLICY:
            yield "without the content policy"
        if self.user and "no-store" not in response.get("Cache-Control", ""):
            yield "may be kept by the browser"
        for secret in self._secrets():
            if secret in text.lower():
                yield f"shows {secret}"
        # On a PDF's page what people typed stands as they typed it; there is nothing that could run.
        if HTML in text and not response.get("Content-Type", "").startswith("application/pdf"):
            yield "shows typed HTML as it is"
        if is_page:
            page = Page(text)
            yield from page.faults
            private = {place.mark for place in self.places} | {n for place in self.places for n in place.numbers}
            yield from (f"title holds {secret}" for secret in private if secret in page.title.lower())
            yield from (f"address {url}" for url in page.addresses if any(secret in url.lower() for secret in private))
        if self.rule.shows_mark and method == "get" and is_own and response.status_code == 200:
            own, _ = divide(self.user, self.places)
            if not any(place.mark in text.lower() for place in own):
                yield "does not show the reader's own family, so that nothing was proved"

    def _secrets(self) -> set[str]:
        """What this person may read on no page: strangers' texts, and whole numbers of anybody."""
        own, foreign = divide(self.user, self.places)
        named = own if self.user and self.user.may(self.rule.opened_by) else []
        masked = foreign if self.rule.shows_numbers else self.places
        numbers = {number for place in masked for number in place.numbers}
        return numbers | {place.mark for place in [*own, *foreign] if place not in named}

    def _may(self, method) -> bool:
        if method in ("get", "head"):
            return self.role in self.rule.get
        if method == "post":
            return self.role in self.rule.post
        return method == "options" and self.role in self.rule.get | self.rule.post

    def _is_same_page(self, url) -> bool:
        path = url.split("?")[0]
        if path == reverse(settings.LOGIN_URL):
            return True
        try:
            return resolve(path).view_name == self.address.name
        except Resolver404:
            return False


def read(response) -> str:
    """The response as text; of a PDF what its pages say."""
    if response.get("Content-Type", "").startswith("application/pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content(response))).pages)
    return content(response).decode("utf-8", "replace")


def content(response) -> bytes:
    """The body, also of a file that is sent in pieces."""
    return b"".join(response.streaming_content) if response.streaming else response.content
