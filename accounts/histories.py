"""Reading the book of acts about records that somebody may read: who opened or changed them.

The whole book of a region is the coordinator's (`Verb.READ_AUDIT`). Whoever may read a family by name may also know who
else did; so this way opens the lines about such rows, and no other.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast

from accounts.models import AuditEvent
from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet


@dataclass(frozen=True)
class Subject:
    """A record that somebody may read by name: its kind and key as the book names them, and whose it is."""

    kind: str
    key: str
    name: str = ""


def subjects(reader, *records: ScopedQuerySet, names: dict | None = None) -> list[Subject]:
    """The rows of `records` that `reader` may read by name, in one query; `names` says where a model's name stands."""
    parts = []
    for place, rows in enumerate(records):
        path = (names or {}).get(rows.model)
        name = Cast(F(path), CharField()) if path else Value("", output_field=CharField())
        told = rows.visible_to(reader).order_by().annotate(told_place=Value(place), told_name=name)
        parts.append(told.values_list("told_place", "pk", "told_name"))
    if not parts:
        return []
    first, *others = parts
    found = first.union(*others, all=True)
    return [Subject(records[place].model._meta.label_lower, str(key), name) for place, key, name in found]


def lines_of(reader, found: list[Subject]):
    """Lines about records that were found readable, written in the reader's own region.

    What another village's officers did before a family moved here stays in that village's book.
    """
    about, keys = Q(pk__in=()), defaultdict(list)
    for subject in found:
        keys[subject.kind].append(subject.key)
    for kind, known in keys.items():
        about |= Q(record_kind=kind, record_id__in=known)
    lines = AuditEvent.objects.filter(about)
    return lines if reader.office.level is None else lines.in_region(reader.region_id)


def lines_about(reader, *records: ScopedQuerySet):
    """Lines about the rows of `records` that `reader` may read by name; whatever else is in `records` stays shut."""
    return lines_of(reader, subjects(reader, *records))


def lines_about_place(reader, record):
    """Lines about a record of the places, such as a village's part in a programme, for whoever keeps the regions."""
    lines = AuditEvent.objects.filter(record_kind=record._meta.label_lower, record_id=str(record.pk))
    return lines if reader.may(Verb.MANAGE_REGIONS) else lines.none()
