"""The files in `infopost/data/`: facts in our own words, with where each was read. Pure reading: no database."""

import datetime as dt
import tomllib
from functools import lru_cache
from pathlib import Path

from infopost.choices import FactKind
from toolkit.dates import PartialDate

DATA = Path(__file__).resolve().parent / "data"
# Each file and the kind that its facts have unless they say another.
FILES = {
    "hotlines": FactKind.HOTLINE,
    "laws": FactKind.LAW,
    "costs": FactKind.COST,
    "papers": FactKind.COST,
    "countries": FactKind.RULE,
}
PRECISIONS = {4: "year", 7: "month", 10: "day"}


@lru_cache(maxsize=1)
def read_facts(folder: Path = DATA) -> tuple[dict, ...]:
    """Every fact of the files as columns, in the order in which pages show them."""
    rows = []
    for name, kind in FILES.items():
        for fact in tomllib.loads((folder / f"{name}.toml").read_text())["fact"]:
            rows.append(_columns({"kind": kind} | fact, position=len(rows)))
    return tuple(rows)


@lru_cache(maxsize=1)
def read_signs(folder: Path = DATA) -> tuple[dict, ...]:
    """Every danger sign of the files as columns."""
    return tuple({"is_urgent": False} | sign for sign in tomllib.loads((folder / "signs.toml").read_text())["sign"])


@lru_cache(maxsize=1)
def read_charges(folder: Path = DATA) -> tuple[dict, ...]:
    """Every rule about charges of the files as columns; one that names several jobs is a row for each."""
    rows = []
    for rule in tomllib.loads((folder / "charges.toml").read_text())["rule"]:
        for job in rule.get("jobs", [""]):
            code = f"{rule['code']}-{job}".strip("-")
            rows.append(
                _charge({key: value for key, value in rule.items() if key != "jobs"} | {"code": code, "job": job})
            )
    return tuple(rows)


def _charge(rule):
    sourced, began = _dated(rule.pop("source_date", "")), _dated(rule.pop("since", ""))
    blank = {"country": "", "free": "", "payer": "", "note": ""}
    known = {"source_date": sourced.value, "source_precision": sourced.precision}
    return blank | rule | known | {"since": began.value, "since_precision": began.precision}


def _columns(fact, *, position):
    sourced = _dated(fact.pop("source_date", ""))
    blank = {"country": "", "value": "", "placement": "", "closed_since": None, "note": "", "sectors": []}
    known = {"source_date": sourced.value, "source_precision": sourced.precision, "position": position}
    return blank | fact | known


def _dated(text) -> PartialDate:
    """'2025', '2025-04' or '2025-04-01' as the date that it is; empty is not known."""
    if not text:
        return PartialDate()
    return PartialDate(dt.date.fromisoformat(f"{text}-01-01"[:10]), PRECISIONS[len(text)])
