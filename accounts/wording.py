"""The lines of the book of acts in words: what a coordinator reads instead of tables, columns and codes."""

from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from accounts.models import Act, AuditEvent
from regions.models import Region


@dataclass(frozen=True)
class EventLine:
    """One act, ready to be shown; `sign` is the kind of its chip. Names an officer, never a family."""

    event: AuditEvent
    who: str
    act: str
    what: str
    columns: str
    place: str
    sign: str


SIGNS = {Act.DENIED: "wrong", Act.SIGN_IN_FAILED: "wrong", Act.CODE_ISSUED: "wait", Act.ACCOUNT_CHANGED: "wait"}


def in_words(events: list[AuditEvent]) -> list[EventLine]:
    """The events as lines, with two queries for all their places."""
    places = Region.objects.with_places().in_bulk({event.region_code for event in events if event.region_code})
    return [_line(event, places.get(event.region_code)) for event in events]


def columns_in_words(event: AuditEvent) -> str:
    """The columns that changed, by the names people know; empty for a kind of record that is no longer there."""
    kind = _model(event.record_kind)
    return ", ".join(_column(kind, name) for name in event.fields) if kind else ""


def kind_in_words(event: AuditEvent) -> str:
    """What kind of record the line is about; empty for a kind that is no longer there."""
    kind = _model(event.record_kind)
    return str(kind._meta.verbose_name) if kind else ""


def _line(event, region) -> EventLine:
    return EventLine(
        event=event,
        who=event.actor_name or "Sistem",
        act=event.get_act_display(),
        what=kind_in_words(event),
        columns=columns_in_words(event),
        place=_place(region),
        sign=SIGNS.get(event.act, "plain"),
    )


def _place(region) -> str:
    if region is None:
        return ""
    return ", ".join(part for part in (region.title, region.short_place.replace(" · ", ", ")) if part)


def _model(label: str):
    try:
        return apps.get_model(label) if label else None
    except LookupError:
        # A kind of record that a later version no longer has; the line stays readable without it.
        return None


def _column(model, name: str) -> str:
    """The column's name; an act may also name one of rows that hang on the record, such as a family's closing."""
    hanging = [relation.related_model for relation in model._meta.related_objects]
    for kind in (model, *hanging):
        try:
            return str(kind._meta.get_field(name).verbose_name)
        except FieldDoesNotExist:
            continue
    return name.replace("_", " ")
