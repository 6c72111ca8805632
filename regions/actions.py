"""Writes of the region tree. It has no owner and no personal data: only the loader writes it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from regions import vendored
from regions.models import ProgrammeMembership, Region, Succession
from regions.places import search_key, search_path

FIELDS = ("name", "parent_id", "search_name", "search_text", "valid_from", "valid_to", "decree")
SEARCH_TEXT, VALID_TO = FIELDS.index("search_text"), FIELDS.index("valid_to")
BATCH = 5000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed, in rows."""

    new: int
    changed: int
    closed: int
    same: int


@transaction.atomic
def load_regions(*, on: date, folder: Path = vendored.DATA) -> Loaded:
    """Bring the tables to what the files in `folder` say; a second run finds nothing to do.

    No code is ever deleted: one that has vanished from the files is closed on the day `on`. Memberships that stand
    already are left as they are, because administrators correct them.
    """
    wanted = _wanted_rows(folder)
    known = {row[0]: row[1:] for row in Region.objects.values_list("code", *FIELDS).iterator(chunk_size=10_000)}
    new = [code for code in wanted if code not in known]
    changed = [code for code, row in wanted.items() if code in known and known[code] != row]
    Region.objects.bulk_create(_regions(new, wanted), batch_size=BATCH)
    Region.objects.bulk_create(
        _regions(changed, wanted),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[field.removesuffix("_id") for field in FIELDS],
    )
    gone = [code for code, row in known.items() if code not in wanted and row[VALID_TO] is None]
    closed = _close(gone, on)
    _load_history(folder)
    return Loaded(len(new), len(changed), closed, len(wanted) - len(new) - len(changed))


def _wanted_rows(folder):
    """Code to the values of FIELDS. Parents come before their children, because their codes sort first."""
    rows = {}
    for place in vendored.read_places(folder):
        above = place.parent_code
        path = search_path(place.name, rows[above][SEARCH_TEXT] if above else "")
        rows[place.code] = (
            place.name,
            above,
            search_key(place.name),
            path,
            place.valid_from,
            place.valid_to,
            place.decree,
        )
    return rows


def _regions(codes, rows):
    return [Region(code=code, level=len(code), **dict(zip(FIELDS, rows[code], strict=True))) for code in codes]


def _close(codes, on):
    """Close in portions: SQLite takes a limited number of values in one statement."""
    portions = (codes[start : start + 500] for start in range(0, len(codes), 500))
    return sum(Region.objects.filter(code__in=portion).update(valid_to=on) for portion in portions)


def _load_history(folder):
    for row in vendored.read_successions(folder):
        Succession.objects.update_or_create(
            old_id=row["old"],
            new_id=row["new"],
            defaults={"kind": row["kind"], "on": row["on"], "decree": row["decree"]},
        )
    for row in vendored.read_memberships(folder):
        ProgrammeMembership.objects.get_or_create(
            village_id=row["village"],
            programme=row["programme"],
            defaults={"since_year": row["since_year"], "source": row["source"]},
        )
