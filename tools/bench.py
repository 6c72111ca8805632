"""Builds large demo worlds and measures them: `make bench`. `--only pages --scale 40072 --database sqlite` for a part.

Databases are kept in `.bench/` between runs, because building the million takes minutes. They are built anew when what
makes the worlds was changed since, and with `--fresh`.
Nobody else's server, database or port is touched, and every family is invented.
"""

import argparse
import datetime as dt
import hashlib
import json
import os
import platform
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools import postgres
from tools.cold_start import cold_start

ROOT = Path(__file__).resolve().parent.parent
KEPT, RESULTS, TABLE = ROOT / ".bench", ROOT / "bench" / "results.json", ROOT / "docs" / "performance.md"
SMALL, LARGE = 40_072, 1_000_000
TODAY = "2026-11-22"
# As a server of 4 GB would be set: autovacuum, fsync and all other guards stand at their defaults.
LIKE_PRODUCTION = (
    "shared_buffers=1GB", "effective_cache_size=2GB", "work_mem=16MB", "max_wal_size=4GB", "random_page_cost=1.1",
    "listen_addresses=",
)  # fmt: skip
COLD = "cold"
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


def environment(name: str, url: str | None) -> dict:
    """The environment of a world's portal: its own folder, loopback only, quiet."""
    folder = KEPT / name / "portal"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    common = {"DATA_DIR": str(folder), "TLS": "0", "DEBUG": "0", "DJANGO_SETTINGS_MODULE": "desmigratif.settings"}
    return {**os.environ, **common} | ({"DATABASE_URL": url} if url else {})


def run(words: list[str], env: dict, **options) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=env, check=True, **options)


def build(name: str, households: int, env: dict) -> dict:
    """Makes the world where there is none yet; how long that took and the memory it held, as kept from that time."""
    mark = KEPT / name / "built.json"
    run(["manage.py", "migrate", "-v", "0"], env)
    if mark.exists():
        return json.loads(mark.read_text())["built"]
    run(["manage.py", "load_regions"], env)
    run(["manage.py", "load_facts"], env)
    began = time.monotonic()
    code = (
        "import resource,sys; from django.core.management import execute_from_command_line as run; run(sys.argv); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    )
    made = run(
        ["-c", code, "demo", "--households", str(households), "--today", TODAY], env, stderr=subprocess.PIPE, text=True
    )
    built = {"seconds": round(time.monotonic() - began), "peak_mb": int(made.stderr.split()[-1])}
    mark.write_text(json.dumps({"built": built, "made_of": made_of()}))
    return built


def made_of() -> str:
    """What the worlds are made of, as a short text that is another one when it was changed."""
    sources = b"".join(path.read_bytes() for path in sorted((ROOT / "desmigratif" / "demo").rglob("*.py")))
    return hashlib.sha256(sources + TODAY.encode()).hexdigest()[:16]


def forget(name: str) -> None:
    """Throws a kept world away."""
    for folder in (KEPT / name, _reachable(name)):
        shutil.rmtree(folder, ignore_errors=True)


def is_stale(name: str) -> bool:
    """Whether a world is kept that was made otherwise, or whose making was broken off."""
    mark = KEPT / name / "built.json"
    if not mark.exists():
        return (KEPT / name).exists()
    return json.loads(mark.read_text()).get("made_of") != made_of()


def measure(name: str, households: int, url: str | None, only: list[str]) -> dict:
    """Builds and measures one world."""
    print(f"=== {name}", flush=True)
    env = environment(name, url)
    built = build(name, households, env)
    run(["manage.py", "collectstatic", "--noinput", "-v", "0"], env)
    told = run(
        ["-m", "desmigratif.bench", *(["--only", *only] if only else [])], env, stdout=subprocess.PIPE, text=True
    )
    return {"built": built, **json.loads(told.stdout)}


def worlds(scales: list[int], kinds: list[str]):
    """Name, households and database of each world that is wanted, with the server running meanwhile."""
    for households in scales:
        name = f"postgresql-{households}"
        if "postgresql" in kinds:
            if is_stale(name):
                forget(name)
            with postgres.server(LIKE_PRODUCTION, kept=_reachable(name)) as url:
                yield name, households, url
    if SMALL in scales and "sqlite" in kinds:
        if is_stale(f"sqlite-{SMALL}"):
            forget(f"sqlite-{SMALL}")
        yield f"sqlite-{SMALL}", SMALL, None


def _reachable(name: str) -> Path:
    """Where a server keeps its data: in /tmp, because its user may not be able to enter our folder."""
    return Path(tempfile.gettempdir()) / f"desmigratif-bench-{name}"


def machine() -> dict:
    """The machine in words that name nobody."""
    cpu = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    return {
        "cores": os.cpu_count(),
        "cpu": cpu[1] if cpu else platform.machine(),
        "memory_gb": round(int(memory[1]) / 1024**2) if memory else 0,
        "python": platform.python_version(),
    }


def main() -> int:
    parser = argparse.ArgumentParser()
    parts = "cold pages desk reports import admin rps officers families"
    parser.add_argument("--only", nargs="*", default=[], help=parts)
    parser.add_argument("--scale", nargs="*", type=int, default=[SMALL, LARGE])
    parser.add_argument("--database", nargs="*", default=["postgresql", "sqlite"])
    parser.add_argument("--fresh", action="store_true", help="build the worlds anew")
    wanted = parser.parse_args()
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(64))
    if wanted.fresh:
        for name in [f"postgresql-{scale}" for scale in wanted.scale] + [f"sqlite-{SMALL}"]:
            forget(name)
    if not wanted.only or COLD in wanted.only:
        keep({"cold start": cold_start(KEPT / "demo") | {"revision": _revision()}})
    parts = [part for part in wanted.only if part != COLD]
    if wanted.only and not parts:
        return 0
    for name, households, url in worlds(wanted.scale, wanted.database):
        keep({}, world=name, found=measure(name, households, url, parts))
    return 0


def keep(beside: dict, *, world: str = "", found: dict | None = None) -> None:
    """Writes what was measured, in a world or beside them, into the results and the table."""
    # Read again: another part may have been measured meanwhile.
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {"worlds": {}}
    results |= {"measured_on": dt.datetime.now(dt.UTC).date().isoformat(), "machine": machine(), **beside}
    if found:
        of_world = results["worlds"].setdefault(world, {})
        # A part that was not measured again keeps the revision that it is of.
        of_world["revisions"] = of_world.get("revisions", {}) | dict.fromkeys(found, _revision())
        of_world.update(found)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    write_table(results)


def _revision() -> str:
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return told.stdout.strip()


def write_table(results: dict) -> None:
    """Puts the numbers between the marks of docs/performance.md."""
    page = TABLE.read_text()
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    TABLE.write_text(f"{before}{BEGIN}\n{as_markdown(results)}\n{END}{after}")


def as_markdown(results: dict) -> str:
    """The results for people: milliseconds as median / p95 (queries), and what grew between the scales."""
    machine, worlds = results["machine"], results["worlds"]
    names = [f"postgresql-{SMALL}", f"postgresql-{LARGE}", f"sqlite-{SMALL}"]
    lines = [
        f"Measured on {results['measured_on']} with {machine['cores']} cores ({machine['cpu']}),",
        f"{machine['memory_gb']} GB,",
        f"Python {machine['python']}. Milliseconds: median / p95, of the median processor time, (queries); one number",
        "where it was done but once.",
        "",
        *_revisions(worlds, names),
        *([f"- cold start: of {results['cold start']['revision']}"] if "cold start" in results else []),
        "",
        "| | PostgreSQL, 40,072 | PostgreSQL, 1,000,000 | growth | SQLite, 40,072 |",
        "|---|---|---|---|---|",
    ]
    for group in ("officer", "largest", "coordinator"):
        found = [worlds.get(name, {}).get("pages", {}).get(group, {}) for name in names]
        _rows(lines, f"{group}: ", found, grows=_is_of_one(worlds, names[:2], "pages"))
    for group in ("desk", "reports", "import", "admin"):
        found = [worlds.get(name, {}).get(group, {}) for name in names]
        _rows(lines, "desk: " if group == "desk" else "", found, grows=_is_of_one(worlds, names[:2], group))
    for group in ("built", "rps", "officers", "families on 2G"):
        found = [worlds.get(name, {}).get(group, {}) for name in names]
        for key in dict.fromkeys(key for each in found for key in each if key != "first_error"):
            cells = [str(each.get(key, "")) for each in found]
            lines.append(f"| {group}: {key.replace('_', ' ')} | {cells[0]} | {cells[1]} | | {cells[2]} |")
    if start := results.get("cold start"):
        took = f"{start['median_s']:g} / {start['p95_s']:g}"
        lines.append(f"| cold start: second run of `make demo` to its first page, seconds | | | | {took} |")
    peaks = [str(worlds.get(name, {}).get("peak_mb", "")) for name in names]
    lines.append(f"| peak memory of the measuring process, MB | {peaks[0]} | {peaks[1]} | | {peaks[2]} |")
    return "\n".join(lines)


def _revisions(worlds: dict, names: list[str]) -> list[str]:
    """Which revision each part is of: a part can be measured alone, and the others stay as they were."""
    lines = []
    for name in names:
        parts = {}
        for part, revision in worlds.get(name, {}).get("revisions", {}).items():
            parts.setdefault(revision, []).append(part)
        told = "; ".join(f"{', '.join(found)} of {revision}" for revision, found in parts.items())
        lines.append(f"- {name}: {told or 'not measured'}")
    return lines


def _is_of_one(worlds: dict, names: list[str], part: str) -> bool:
    """Whether the part was measured in these worlds at one revision, so that it can be compared."""
    return len({worlds.get(name, {}).get("revisions", {}).get(part) for name in names}) == 1


def _rows(lines, prefix, found, *, grows: bool):
    for name in dict.fromkeys(name for each in found for name in each):
        cells = [_cell(each.get(name)) for each in found]
        small, large = found[0].get(name), found[1].get(name)
        growth = f"{_work(large) / _work(small):.2f}" if grows and small and large else ""
        lines.append(f"| {prefix}{name} | {cells[0]} | {cells[1]} | {growth} | {cells[2]} |")


def _work(found) -> float:
    """Processor time as a multiple of the fixed piece of work that was timed beside it."""
    return found["cpu_ms"] / found["pace_ms"]


def _cell(found):
    """Median and p95; of what was done but once, the one number that there is."""
    if not found:
        return ""
    took = f"{found['median_ms']:g}" + (f" / {found['p95_ms']:g}" if found["repeats"] > 1 else "")
    return f"{took}, {found['cpu_ms']:g} ({found['queries']})"


if __name__ == "__main__":
    sys.exit(main())
