"""Counts indicators along a dimension or by the regions below: grouped in the database, never village by village."""

from collections import Counter

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Substr

from monitoring.indicators.dimensions import ANSWERED, COMPLETENESS, UNKNOWN, Completeness, Dimension, Sums


def by_part(rows: QuerySet, dimension: Dimension) -> Counter:
    """How many rows each part has, 'belum terdata' by a query of its own; a part without rows counts as zero."""
    path = dimension.path(rows)
    known = dimension.known_rows(rows).order_by().values_list(path).annotate(Count("pk"))
    return Counter(dict(known)) + Counter({UNKNOWN: dimension.only(rows, UNKNOWN).count()})


def by_parts(rows: QuerySet, dimensions: tuple[Dimension, ...], *, across: str) -> dict[str, Counter]:
    """For several dimensions at once, by code, how many rows each pair of part and value of `across` has.

    Two queries for all of them, because the rows may be costly to find: one for what is known, and one that counts
    'belum terdata' of each dimension.
    """
    paths = [dimension.path(rows) for dimension in dimensions]
    found = {dimension.code: Counter() for dimension in dimensions}
    for value, *parts, count in rows.order_by().values_list(across, *paths).annotate(Count("pk")):
        for dimension, part in zip(dimensions, parts, strict=True):
            if part in dimension.known:
                found[dimension.code][part, value] += count
    unknown = {
        f"unknown_{dimension.code}": Count("pk", filter=Q(**{path: dimension.unknown}))
        for dimension, path in zip(dimensions, paths, strict=True)
    }
    for line in rows.order_by().values(across).annotate(**unknown):
        for dimension in dimensions:
            found[dimension.code][UNKNOWN, line[across]] = line[f"unknown_{dimension.code}"]
    return found


def in_parts(rows: QuerySet, parts: tuple, *, along: tuple[str, ...] = ()) -> dict[tuple, tuple[int, dict]]:
    """The count and, by code, the counts of each part, for each value of the columns `along` (one line without any).

    'Belum terdata' is counted by itself, so that parts which do not sum to the whole are found out.
    """
    wanted = {"all": Count("pk")}
    for place, part in enumerate(parts):
        wanted |= {f"part_{place}_{name}": counted for name, counted in _wanted(part, rows).items()}
    rows = rows.order_by()
    lines = rows.values(*along).annotate(**wanted) if along else [rows.aggregate(**wanted)]
    found = {}
    for line in lines:
        counts = {
            part.code: {name: line[f"part_{place}_{name}"] for name in _wanted(part, rows)}
            for place, part in enumerate(parts)
        }
        found[tuple(line[column] for column in along)] = (line["all"], counts)
    for part in (part for part in parts if isinstance(part, Dimension)):
        known = part.known_rows(rows).values_list(*along, part.path(rows)).annotate(Count("pk"))
        for *key, value, count in known:
            found[tuple(key)][1][part.code][value] = count
    return found


def _wanted(part, rows) -> dict:
    """What is counted of a part beside its known values."""
    match part:
        case Dimension():
            return {UNKNOWN: Count("pk", filter=Q(**{part.path(rows): part.unknown}))}
        case Completeness():
            return {ANSWERED: Count("pk", filter=part.answered), UNKNOWN: Count("pk", filter=part.missing)}
        case Sums():
            return {name: Sum(column, default=0) for name, column in part.columns.items()}


def by_column(rows: QuerySet, column: str) -> Counter:
    """How many rows each value of the column has."""
    return Counter(dict(rows.order_by().values_list(column).annotate(Count("pk"))))


def by_region(rows: QuerySet, digits: int, *, across: str = "", villages_then: dict | None = None, key="pk") -> Counter:
    """How many rows lie in each region whose code has so many digits; keys are codes, or pairs of code and value.

    `villages_then` are those few rows, by their column `key`, that lay in another village on the day that is counted.
    """
    village = F(rows.model.scope_path)
    if villages_then:
        then = [When(**{f"{key}__in": keys}, then=Value(code)) for code, keys in villages_then.items()]
        village = Case(*then, default=village, output_field=CharField())
    placed = rows.order_by().annotate(below=Substr(village, 1, digits))
    columns = ["below", across] if across else ["below"]
    return Counter({_key(values): count for *values, count in placed.values_list(*columns).annotate(Count("pk"))})


def totals(several: list[QuerySet]) -> list[tuple[int, int]]:
    """For each of several sets of rows its place in the list and how many there are: one query for all of them."""
    parts = [
        rows.order_by().annotate(place=Value(place)).values("place").annotate(total=Count("pk"))
        for place, rows in enumerate(several)
    ]
    first, *others = [part.values_list("place", "total") for part in parts]
    return list(first.union(*others, all=True))


def answers(several: list[QuerySet]) -> list[tuple[int, int]]:
    """For several kinds of rows how many answers their questions have, and how many they could have: one query."""
    parts = []
    for rows in several:
        asked = COMPLETENESS[rows.model]
        filled = sum((Count("pk", filter=question.answered) for question in asked), Value(0))
        wanted = rows.order_by().annotate(place=Value(0)).values("place")
        parts.append(wanted.annotate(filled=filled, asked=Count("pk") * len(asked)).values_list("filled", "asked"))
    first, *others = parts
    return list(first.union(*others, all=True))


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
