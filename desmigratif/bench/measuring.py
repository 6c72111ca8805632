"""How long pages take inside the server: Django's test client, the whole middleware, a warm process."""

import json
import math
import resource
import statistics
import time
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

REPEATS, WARM = 20, 1


def client_of(user) -> Client:
    """A browser in which the user is signed in."""
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user)
    return client


def measured(act, *, repeats: int = REPEATS, warm: int = WARM) -> dict:
    """Median and p95 in milliseconds of `act`, the median of processor time, how many queries it asked, and its size.

    `act` prepares itself and gives back what is timed. Processor time, of this process and of the database's, is what
    a busy machine does not lengthen; how quick the processor itself was meanwhile, which changes by half within minutes
    on a shared one, tells `pace_ms`. Queries are counted in the first turn, which is timed only where it is the only
    one: an act that can be done but once.
    """
    timed = act()
    with CaptureQueriesContext(connection) as asked:
        first = _timed(timed)
        # The next request empties the log.
        queries = [query["sql"].split()[0] for query in asked.captured_queries]
    once = warm + repeats == 1
    turns = [(pace(), first)] if once else [(pace(), _timed(act())) for _ in range(warm + repeats)][warm:]
    paces, timings = zip(*turns, strict=True)
    took, worked, _ = zip(*timings, strict=True)
    answer = first[2]
    return {
        "median_ms": round(statistics.median(took), 1),
        "p95_ms": round(sorted(took)[math.ceil(len(took) * 0.95) - 1], 1),
        "cpu_ms": round(statistics.median(worked), 1),
        "pace_ms": round(statistics.median(paces), 3),
        "repeats": repeats,
        "queries": len([verb for verb in queries if verb not in NO_QUERY]),
        "status": answer.status_code,
        "bytes": len(answer.content),
    }


def _timed(timed) -> tuple:
    """Milliseconds by the clock and of the processor, and the answer."""
    began, work_before = time.perf_counter(), _processor_ms()
    answer = timed()
    return (time.perf_counter() - began) * 1000, _processor_ms() - work_before, answer


def pace() -> float:
    """Processor milliseconds of a small piece of work that is always the same: words made, sorted and read again."""
    began = time.process_time()
    json.loads(json.dumps(sorted(f"Desa {number * 7919 % 4001}" for number in range(2500))))
    return (time.process_time() - began) * 1000


def _processor_ms() -> float:
    """How long this process and the one that serves it in PostgreSQL have had a processor."""
    own = time.process_time() * 1000
    if connection.vendor != "postgresql":
        return own
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return own + (int(told.read_text().split()[0]) / 1e6 if told.exists() else 0)


# The frame of a transaction asks nothing.
NO_QUERY = {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}


def peak_mb() -> int:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def world() -> dict:
    """What is measured: how many rows, in which database."""
    from accounts.models import AuditEvent
    from households.models import Household, Person, Trip

    with connection.cursor() as cursor:
        cursor.execute("SELECT version()" if connection.vendor == "postgresql" else "SELECT sqlite_version()")
        version = cursor.fetchone()[0].split(" on ")[0]
    return {
        "database": version if connection.vendor == "postgresql" else f"SQLite {version}",
        "households": Household.objects.count(),
        "people": Person.objects.count(),
        "journeys": Trip.objects.count(),
        "acts": AuditEvent.objects.count(),
    }
