"""Requests per second of a real page beside a trivial one, over connections that live on."""

import statistics
import threading
import time
from http.client import HTTPConnection

from desmigratif.bench.pages import people
from desmigratif.bench.serving import cookie_of, server
from households.models import Household

SECONDS, CONNECTIONS, TIMES = 5, 8, 5


def requests_per_second(say) -> dict:
    """The household page and the trivial page in turns, five times each; medians, and their ratio."""
    user = people()["officer"]
    family = Household.objects.visible_to(user).order_by("pk")[100]
    pages = {"household page": family.get_absolute_url(), "trivial page": "/bench/"}
    found = {name: [] for name in pages}
    with server() as port:
        cookie = cookie_of(user)
        for address in pages.values():
            _load(port, address, cookie, seconds=2)
        for _ in range(TIMES):
            for name, address in pages.items():
                found[name].append(_load(port, address, cookie, seconds=SECONDS))
    told = {name: round(statistics.median(rates), 1) for name, rates in found.items()}
    told["ratio"] = round(told["household page"] / told["trivial page"], 2)
    say("requests per second", told)
    return told


def _load(port, address, cookie, *, seconds) -> float:
    done, until = [0] * CONNECTIONS, time.monotonic() + seconds

    def ask(place):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < until:
            connection.request("GET", address, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{address}: {answer.status}")
            done[place] += 1
        connection.close()

    began = time.monotonic()
    threads = [threading.Thread(target=ask, args=(place,)) for place in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / (time.monotonic() - began)
