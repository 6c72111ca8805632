"""Requests per second of a real page beside a trivial one, over connections that live on."""

import itertools
import statistics
import threading
import time
from http.client import HTTPConnection

from desmigratif.bench.pages import people
from desmigratif.bench.serving import cookie_of, server
from households.models import Household

SECONDS, CONNECTIONS, TIMES = 5, 8, 5


def requests_per_second(say) -> dict:
    """The household page and the trivial page in turns, five times each; medians, and their ratios.

    A family's page is remembered by each process once it is drawn (decision 41): it is measured as an officer comes
    back to it, and as he opens each family for the first time, so that nothing is remembered of any.
    """
    user = people()["officer"]
    families = [family.get_absolute_url() for family in Household.objects.visible_to(user).order_by("pk")]
    pages = {
        "household page": itertools.repeat(families[100]),
        "household page, first opening": itertools.cycle(families),
        "trivial page": itertools.repeat("/bench/"),
    }
    found = {name: [] for name in pages}
    with server() as port:
        cookie = cookie_of(user)
        for addresses in pages.values():
            _load(port, addresses, cookie, seconds=2)
        for _ in range(TIMES):
            for name, addresses in pages.items():
                found[name].append(_load(port, addresses, cookie, seconds=SECONDS))
    told = {name: round(statistics.median(rates), 1) for name, rates in found.items()}
    told["ratio"] = round(told["household page"] / told["trivial page"], 2)
    told["ratio, first opening"] = round(told["household page, first opening"] / told["trivial page"], 2)
    say("requests per second", told)
    return told


def _load(port, addresses, cookie, *, seconds) -> float:
    done, until = [0] * CONNECTIONS, time.monotonic() + seconds

    def ask(place):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < until:
            address = next(addresses)
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
