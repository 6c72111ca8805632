"""Records of several kinds read together: one query for all of them, and one for each relation that is read beside."""

import datetime as dt
import json
from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter

from django.db import router
from django.db.models import BinaryField, F, ForeignKey, JSONField, Model, QuerySet, Value, prefetch_related_objects
from django.db.models.constants import LOOKUP_SEP
from django.db.models.functions import JSONArray
from django.utils import timezone


@dataclass(frozen=True)
class Asked:
    """Rows of one kind, the ways to the records that are joined to them, and to those that are read beside.

    `few` are the only columns that are read of joined records of some kinds; any other is asked for when it is read.
    """

    rows: QuerySet
    joined: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    few: dict[type[Model], tuple[str, ...]] = field(default_factory=dict)


def read_together(several: list[Asked]) -> list[list[Model]]:
    """The records of each of these, in the order of their kind.

    Each row comes as JSON, which both databases make of its columns, and becomes a record again by them: rows of
    several tables have no columns in common that one query could give back.
    """
    shapes = [_shape(asked) for asked in several]
    parts = [
        asked.rows.order_by().values_list(Value(place), JSONArray(*(_columns(way, fields) for way, _, fields in shape)))
        for place, (asked, shape) in enumerate(zip(several, shapes, strict=True))
    ]
    found: list[list[Model]] = [[] for _ in several]
    for place, told in parts[0].union(*parts[1:], all=True) if parts else ():
        found[place].append(_record(shapes[place], told))
    _read_beside((one, way) for asked, of in zip(several, found, strict=True) for one in of for way in asked.beside)
    return [_in_order(records) for records in found]


def keep_at_hand(record: Model, relation: str, rows: list[Model]) -> None:
    """Answer `record.relation` with these rows from now on, as if they had been prefetched."""
    way = record._meta.get_field(relation)
    for row in rows:
        way.remote_field.set_cached_value(row, record)
    if way.one_to_one:
        way.set_cached_value(record, rows[0] if rows else None)
        return
    answered = way.related_model.objects.none()
    # The way in which Django keeps what was prefetched.
    answered._result_cache = rows
    record.__dict__.setdefault("_prefetched_objects_cache", {})[relation] = answered


def _shape(asked: Asked) -> list[tuple[str, type[Model], list]]:
    """The ways to all records of a row, its own first, what each is, and the columns that are read of it."""
    ways = {"": asked.rows.model}
    for joined in sorted(asked.joined):
        steps = joined.split(LOOKUP_SEP)
        for length, step in enumerate(steps):
            above = ways[LOOKUP_SEP.join(steps[:length])]
            ways[LOOKUP_SEP.join(steps[: length + 1])] = above._meta.get_field(step).related_model
    return [(way, model, _fields(model, asked.few.get(model) if way else None)) for way, model in ways.items()]


def _fields(model, few) -> list:
    """The columns of a record, or a few of them; what no text can hold is left in the database."""
    fields = [one for one in model._meta.concrete_fields if not isinstance(one, BinaryField)]
    return [one for one in fields if one.attname in few] if few else fields


def _columns(way: str, fields) -> JSONArray:
    return JSONArray(*(F(f"{way}{LOOKUP_SEP}{one.attname}" if way else one.attname) for one in fields))


def _record(shape, told) -> Model:
    """The record of a row, with what is joined to it."""
    made = {}
    for (way, model, fields), values in zip(shape, told, strict=True):
        above, _, step = way.rpartition(LOOKUP_SEP)
        is_there = not way or (made[above] and values[fields.index(model._meta.pk)] is not None)
        values = [_as_python(one, value) for one, value in zip(fields, values, strict=True)]
        columns = [one.attname for one in fields]
        made[way] = model.from_db(router.db_for_read(model), columns, values) if is_there else None
        if way and made[above]:
            made[above]._meta.get_field(step).set_cached_value(made[above], made[way])
    return made[""]


def _in_order(records: list) -> list:
    """As the kind says that its records are ordered; by columns that are never empty."""
    for name in reversed(records[0]._meta.ordering if records else ()):
        records.sort(key=attrgetter(name.removeprefix("-")), reverse=name.startswith("-"))
    return records


def _as_python(column, value):
    """A value as the record has it; SQLite keeps JSON as text, and moments as texts of UTC."""
    if value is None:
        return None
    while isinstance(column, ForeignKey):
        column = column.target_field
    if isinstance(column, JSONField):
        return json.loads(value) if isinstance(value, str) else value
    value = column.to_python(value)
    if isinstance(value, dt.datetime) and timezone.is_naive(value):
        return value.replace(tzinfo=dt.UTC)
    return value


def _read_beside(wanted) -> None:
    """Read relations of records, or of those that are joined to them: one query for each, whatever the way to it."""
    whose = defaultdict(list)
    for record, way in wanted:
        *steps, relation = way.split(LOOKUP_SEP)
        for step in steps:
            record = getattr(record, step)
        whose[record._meta.concrete_model, relation].append(record)
    for (_, relation), records in whose.items():
        prefetch_related_objects(records, relation)
