"""Twenty officers at once for a minute: they read, change and register. No error, and nothing that was told is lost."""

import secrets
import statistics
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from string import ascii_lowercase
from urllib.parse import urlencode

from accounts.models import User
from accounts.roles import OFFICES, Verb
from desmigratif.bench import waiting
from desmigratif.bench.forms import posted
from desmigratif.bench.serving import cookie_of, server
from households.models import Household

OFFICERS, SECONDS = 20, 60
LIST, REGISTER = "/rumah-tangga/", "/rumah-tangga/daftar/"


@dataclass
class Officer:
    """One of them: what he changed last, whom he registered, how long he waited, and what went wrong."""

    user: User
    families: list
    cookie: str
    port: int
    changed: dict = field(default_factory=dict)
    registered: list = field(default_factory=list)
    waits: list = field(default_factory=list)
    reads: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    def work(self, until: float) -> None:
        """Read the list and a family, change it, register another, until the minute is over."""
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        turn = 0
        while time.monotonic() < until:
            family = self.families[turn % len(self.families)]
            try:
                self._read(LIST)
                self._read(family.get_absolute_url())
                self._change(family, f"Jalan {turn}")
                self._register(turn)
            except Exception as fault:
                self.errors.append(repr(fault))
                self.connection.close()
            turn += 1

    def _change(self, family, address):
        form, page = self._form(f"{family.get_absolute_url()}ubah/")
        self._send(form, posted(page, form) | {"address": address})
        self.changed[family.pk] = address

    def _register(self, turn):
        form, page = self._form(REGISTER)
        # Nobody like anybody: whoever resembles a neighbour is asked about first.
        name = " ".join("".join(secrets.choice(ascii_lowercase) for _ in range(7)).title() for _ in range(2))
        told = {
            "consent-told": "on", "consent-given_by": name, "consent-how": "spoken", "address-hamlet": "Krajan",
            "members-TOTAL_FORMS": "1", "members-0-name": name, "members-0-relation": "head", "members-0-sex": "L",
            "members-0-birth_year": str(1950 + turn % 50), "members-0-nik_missing": "not_at_hand",
            "members-0-abroad": "none",
        }  # fmt: skip
        self.registered.append(self._send(form, posted(page, form) | told))

    def _form(self, address):
        """A fresh form: its address with the operation id, and the page."""
        _, form, _ = self._ask("GET", address)
        status, _, page = self._ask("GET", form)
        if status != 200:
            raise RuntimeError(f"{form}: {status}")
        return form, page

    def _send(self, form, post) -> str:
        began = time.monotonic()
        status, leads_to, _ = self._ask("POST", form, urlencode(post))
        self.waits.append(time.monotonic() - began)
        if status != 302 or "/masuk" in leads_to:
            raise RuntimeError(f"{form}: {status}")
        return leads_to

    def _read(self, address):
        began = time.monotonic()
        status, *_ = self._ask("GET", address)
        self.reads.append(time.monotonic() - began)
        if status != 200:
            raise RuntimeError(f"{address}: {status}")

    def _ask(self, method, address, body=None):
        headers = {"Cookie": self.cookie, "Accept-Encoding": "identity"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        for name, value in answer.getheaders():
            if name == "Set-Cookie" and value.split("=", 1)[0] not in self.cookie:
                self.cookie += "; " + value.split(";", 1)[0]
        return answer.status, answer.getheader("Location") or "", page


def a_minute(say) -> dict:
    """Let them work; then compare what was acknowledged with what the database holds."""
    roles = [role for role, office in OFFICES.items() if Verb.EDIT_HOUSEHOLDS in office.verbs]
    users = list(User.objects.filter(role__in=roles, is_active=True).order_by("region_id")[:OFFICERS])
    User.objects.filter(pk__in=[user.pk for user in users]).update(must_change_password=False)
    users = list(User.objects.filter(pk__in=[user.pk for user in users]).select_related("region"))
    waiting.forget()
    with server() as port:
        officers = [
            Officer(user, list(Household.objects.editable_by(user).order_by("pk")[:10]), cookie_of(user), port)
            for user in users
        ]
        until = time.monotonic() + SECONDS
        threads = [threading.Thread(target=officer.work, args=(until,)) for officer in officers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    waits = [wait for officer in officers for wait in officer.waits]
    reads = [read for officer in officers for read in officer.reads]
    registered = [leads_to.rstrip("/").split("/")[-1] for officer in officers for leads_to in officer.registered]
    changed = {key: address for officer in officers for key, address in officer.changed.items()}
    kept = dict(Household.objects.filter(pk__in=changed).values_list("pk", "address"))
    told = {
        "officers": len(officers),
        "seconds": SECONDS,
        "pages_read": len(reads),
        "saves": len(waits),
        "errors": sum(len(officer.errors) for officer in officers),
        "first_error": next((error for officer in officers for error in officer.errors), ""),
        "registered": len(registered),
        "registered_and_kept": Household.objects.filter(pk__in=registered).count(),
        "changes_lost": sum(kept.get(key) != address for key, address in changed.items()),
        "median_read_ms": round(statistics.median(reads) * 1000),
        "median_save_ms": round(statistics.median(waits) * 1000),
        "longest_save_ms": round(max(waits) * 1000),
        "longest_wait_for_the_turn_to_write_ms": round(waiting.longest_ms()),
    }
    say("officers", told)
    return told
