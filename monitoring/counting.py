"""Counts indicators along a dimension or by the regions below: grouped in the database, never village by village."""

from collections import Counter
from dataclasses import dataclass
from operator import add

from django.db.models import CharField, Count, F, Q, QuerySet, Sum, Value
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

    One query, because the rows may be costly to find. A value that is neither known nor 'belum terdata' is in no part,
    so that it is found out: the parts do not sum to the whole.
    """
    dimensions = [part for part in parts if isinstance(part, Dimension)]
    told = {part.code: part.of.code for part in parts if isinstance(part, Completeness) and part.of in dimensions}
    others = {p.code: _wanted(p) for p in parts if not isinstance(p, Dimension) and p.code not in told}
    wanted = {f"sum_{code}_{name}": one for code, several in others.items() for name, one in several.items()}
    columns = (*along, *(part.path(rows) for part in dimensions))
    rows, wanted = rows.order_by(), {"all": Count("pk"), **wanted}
    if columns:
        lines = rows.values_list(*columns).annotate(**wanted)
    else:
        lines = [tuple(rows.aggregate(**wanted).values())]
    # A country has tens of thousands of lines: each is only added up here, what its values mean is asked once.
    found = {} if along else {(): _Sums.of_nobody(dimensions, wanted)}
    for line in lines:
        key = line[: len(along)]
        if key not in found:
            found[key] = _Sums.of_nobody(dimensions, wanted)
        found[key].add(line[len(along) :])
    return {key: sums.told(dimensions, others, told) for key, sums in found.items()}


@dataclass
class _Sums:
    """What is added up over the lines of one place: for each dimension how many have each value, and the columns."""

    values: list[dict]
    columns: list[int]

    @classmethod
    def of_nobody(cls, dimensions, wanted) -> "_Sums":
        return cls([{} for _ in dimensions], [0] * len(wanted))

    def add(self, line: tuple) -> None:
        of_columns = line[len(self.values) :]
        for counts, value in zip(self.values, line, strict=False):
            counts[value] = counts.get(value, 0) + of_columns[0]
        self.columns = list(map(add, self.columns, of_columns))

    def told(self, dimensions, others, by_dimension) -> tuple[int, dict]:
        """The count, and the counts of each part by its code; `by_dimension` are told by the values of another part."""
        total, *columns = self.columns
        parts = {}
        for dimension, counts in zip(dimensions, self.values, strict=True):
            known = {value: count for value, count in counts.items() if value in dimension.known}
            parts[dimension.code] = {UNKNOWN: counts.get(dimension.unknown, 0)} | known
        for code, dimension in by_dimension.items():
            unknown = parts[dimension][UNKNOWN]
            parts[code] = {ANSWERED: sum(parts[dimension].values()) - unknown, UNKNOWN: unknown}
        rest = iter(columns)
        return total, parts | {code: {name: next(rest) for name in several} for code, several in others.items()}


def _wanted(part) -> dict:
    """What is counted, or added up, of a part that is no dimension."""
    match part:
        case Completeness():
            return {ANSWERED: Count("pk", filter=part.answered), UNKNOWN: Count("pk", filter=part.missing)}
        case Sums():
            return {name: Sum(column, default=0) for name, column in part.columns.items()}


def by_column(rows: QuerySet, column: str) -> Counter:
    """How many rows each value of the column has."""
    return Counter(dict(rows.order_by().values_list(column).annotate(Count("pk"))))


def by_region(rows: QuerySet, digits: int, *, across: str = "") -> Counter:
    """How many rows lie in each region whose code has so many digits; keys are codes, or pairs of code and value."""
    placed = rows.order_by().annotate(below=Substr(F(rows.model.scope_path), 1, digits))
    columns = ["below", across] if across else ["below"]
    return Counter({_key(values): count for *values, count in placed.values_list(*columns).annotate(Count("pk"))})


def totals(several: list[QuerySet]) -> QuerySet:
    """For each of several sets of rows its place in the list and how many there are: one query for all of them."""
    first, *others = [
        rows.order_by().values(place=Value(place)).annotate(total=Count("pk")).values_list("place", "total")
        for place, rows in enumerate(several)
    ]
    return first.union(*others, all=True)


def in_one(several: list[tuple], *, beside: tuple[QuerySet, ...] = ()) -> QuerySet:
    """For several sets of rows, each with their village, a column to part and one to add up, one query for them all.

    What is empty is not asked. A line is the place in the list, the village, a value of the column, how many rows have
    it, and the sum; of an empty column to add up, how many answers there are to the questions that are asked of such
    rows, and of None nothing. `beside` are such lines of something else, told of the very same moment.
    """
    parts = []
    for place, (rows, village, column, added) in enumerate(several):
        questions = COMPLETENESS.get(rows.model, ()) if added is not None else ()
        answers = sum((Count("pk", filter=question.answered) for question in questions), Value(0))
        filled = Sum(added, default=0) if added else answers
        nothing = Value("", output_field=CharField())
        label, where = F(column) if column else nothing, village or nothing
        placed = rows.order_by().annotate(place=Value(place), where=where, label=label)
        placed = placed.values("place", "where", "label").annotate(total=Count("pk"), filled=filled)
        parts.append(placed.values_list("place", "where", "label", "total", "filled"))
    first, *others = *parts, *beside
    return first.union(*others, all=True)


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
