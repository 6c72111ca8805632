"""The files in `regions/data/`: the official list of regions, its history, and villages known to be in a programme.

`README.md` beside them says where each comes from and under which licence. Pure reading: no database.
"""

import csv
import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regions.choices import Level
from regions.ranges import is_code

DATA = Path(__file__).resolve().parent / "data"
LEVELS = sorted(Level)
# The four files of the npm package `idn-area-data`, largest regions first; its list of islands is not used.
PACKAGE_FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv")


@dataclass(frozen=True, slots=True)
class Place:
    """One region as the files tell it; dates are None and the decree is '' where they are not known."""

    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None
    decree: str = ""

    @property
    def parent_code(self) -> str | None:
        """The code of the region it lies in; None for a province."""
        above = [level for level in LEVELS if level < len(self.code)]
        return self.code[: above[-1]] if above else None


def read_places(folder: Path = DATA) -> Iterator[Place]:
    """Every region: the official list with what is known of its history, then codes that are no longer in use."""
    history = {row["code"]: _place(row) for row in _rows(folder / "history.csv")}
    with gzip.open(folder / "regions.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for code, name in csv.reader(file):
            yield history.pop(code, None) or Place(code, name)
    yield from history.values()


def read_successions(folder: Path = DATA) -> list[dict]:
    """Which code followed which: old, new, kind, on (a date or None), decree."""
    return [{**row, "on": _date(row["on"])} for row in _rows(folder / "successions.csv")]


def read_memberships(folder: Path = DATA) -> list[dict]:
    """Villages known to be in a programme: village, programme, since_year, source. Decrees are not known."""
    return [{**row, "since_year": int(row["since_year"])} for row in _rows(folder / "programme.csv")]


def read_package(folder: Path) -> list[tuple[str, str]]:
    """Code without dots and name of every region in an unpacked `idn-area-data`, by code.

    Raises ValueError when a code is not official in form, stands twice, or hangs below a code that is not there.
    """
    found = {}
    for level, name in zip(LEVELS, PACKAGE_FILES, strict=True):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                place = Place(row["code"].replace(".", ""), row["name"].strip())
                if not is_code(place.code) or len(place.code) != level or not place.name:
                    raise ValueError(f"{name}: {row['code']!r} is no code of this level with a name.")
                if place.code in found:
                    raise ValueError(f"{name}: {row['code']} stands twice.")
                if place.parent_code and place.parent_code not in found:
                    raise ValueError(f"{name}: {row['code']} lies in no known region.")
                found[place.code] = place.name
    return sorted(found.items())


def write_regions(rows: Iterable[tuple[str, str]], path: Path) -> None:
    """Write the compact list; no time goes into the file, so the same rows give the same bytes."""
    text = "".join(f"{code},{_quoted(name)}\n" for code, name in rows)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def checksum(path: Path = DATA / "regions.csv.gz") -> str:
    """SHA-256 of the unpacked list: the packed bytes differ between versions of zlib."""
    return hashlib.sha256(gzip.decompress(path.read_bytes())).hexdigest()


def _quoted(name):
    return '"' + name.replace('"', '""') + '"' if set(name) & set('",') else name


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _place(row):
    return Place(row["code"], row["name"], _date(row["valid_from"]), _date(row["valid_to"]), row["decree"])


def _date(text):
    return date.fromisoformat(text) if text else None
