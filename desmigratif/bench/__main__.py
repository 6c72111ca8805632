"""Measures the world in the database of the environment, as JSON: `python -m desmigratif.bench`."""

import argparse
import json
import logging
import os
import sys

PARTS = ("pages", "desk", "reports", "import", "admin", "rps", "officers", "families")


def main() -> None:
    """Measure the parts that are asked for; what is done meanwhile is told on stderr."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    only = parser.parse_args().only
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desmigratif.settings")
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from desmigratif.bench import desk, families, load, measuring, officers, pages
    from desmigratif.gunicorn import post_worker_init

    # As a process of the server begins.
    post_worker_init(None)
    found = {"world": measuring.world()}
    if "pages" in only:
        found["pages"] = {who: pages.measure(who, user, say) for who, user in pages.people().items()}
    if "desk" in only:
        found["desk"] = desk.measure_desk(say)
    if "reports" in only:
        found["reports"] = pages.measure_reports(say)
    if "admin" in only:
        found["admin"] = pages.measure_admin(say)
    if "import" in only:
        found["import"] = pages.measure_import(pages.people()["officer"], say)
    found["peak_mb"] = measuring.peak_mb()
    if "rps" in only:
        found["rps"] = load.requests_per_second(say)
    if "officers" in only:
        found["officers"] = officers.a_minute(say)
    if "families" in only:
        found["families on 2G"] = families.first_loads(say)
    json.dump(found, sys.stdout)


def say(what: str, found: dict) -> None:
    """Tell how far it is."""
    words = ", ".join(f"{name} {value}" for name, value in found.items())
    print(f"  {what}: {words}", file=sys.stderr, flush=True)  # noqa: T201 - a person waits at the terminal


main()
