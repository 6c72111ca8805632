"""Counts indicators along a dimension or by the regions below: grouped in the database, never village by village."""

from collections import Counter

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr

from monitoring.indicators.dimensions import ANSWERED, COMPLETENESS, UNKNOWN, Dimension


def by_part(rows: QuerySet, dimension: Dimension, *, across: str = "") -> Counter:
    """How many rows each part has, 'belum terdata' by a query of its own.

    Keys are parts, or pairs of part and the value of the column `across`. Parts without rows are missing, which a
    Counter reads as zero.
    """
    path = dimension.path(rows)
    columns = [path, across] if across else [path]
    known = dimension.known_rows(rows).order_by().values_list(*columns).annotate(Count("pk"))
    counts = Counter({_key(values): count for *values, count in known})
    unknown = dimension.only(rows, UNKNOWN).order_by()
    if not across:
        counts[UNKNOWN] = unknown.count()
        return counts
    for value, count in unknown.values_list(across).annotate(Count("pk")):
        counts[UNKNOWN, value] = count
    return counts


def by_column(rows: QuerySet, column: str) -> Counter:
    """How many rows each value of the column has."""
    return Counter(dict(rows.order_by().values_list(column).annotate(Count("pk"))))


def by_region(rows: QuerySet, digits: int, *, across: str = "") -> Counter:
    """How many rows lie in each region whose code has so many digits; keys are codes, or pairs of code and value."""
    placed = rows.order_by().annotate(below=Substr(rows.model.scope_path, 1, digits))
    columns = ["below", across] if across else ["below"]
    return Counter({_key(values): count for *values, count in placed.values_list(*columns).annotate(Count("pk"))})


def completeness(rows: QuerySet) -> dict[str, dict[str, int]]:
    """For each question about such rows how many answers there are, how many are missing, and how many rows in all."""
    asked = COMPLETENESS[rows.model]
    wanted = {"all": Count("pk")}
    for place, question in enumerate(asked):
        wanted[f"answered_{place}"] = Count("pk", filter=question.answered)
        wanted[f"missing_{place}"] = Count("pk", filter=question.missing)
    found = rows.order_by().aggregate(**wanted)
    return {
        question.code: {
            ANSWERED: found[f"answered_{place}"],
            UNKNOWN: found[f"missing_{place}"],
            "all": found["all"],
        }
        for place, question in enumerate(asked)
    }


def _key(values):
    return values[0] if len(values) == 1 else tuple(values)
