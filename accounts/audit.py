"""Writes the book of acts."""

from django.db import transaction

from accounts.models import Act, AuditEvent, VillageChange
from regions.models import Level
from toolkit.requests import request_id

# Acts after which numbers of a village may be others.
CHANGING = frozenset({Act.CREATED, Act.CHANGED, Act.IMPORTED})


def record(act, *, by=None, on=None, record_id: str = "", region: str = "", fields=(), reason: str = "") -> AuditEvent:
    """Note one act in the transaction that carries it out, so that neither can stand without the other.

    `on` is the record (or `record_id` its key alone, where nobody may say whether it exists), `region` its region
    code, `fields` the names of the columns that changed: never their values.
    """
    event = _event(act, by=by, on=on, record_id=record_id, region=region, fields=fields, reason=reason)
    event.save(force_insert=True)
    _count_change(event, kind=event.record_kind)
    return event


def record_all(act, *, by, changed: list[tuple], region: str) -> None:
    """Note the same act on many records, each a pair of the record and the columns that changed."""
    events = [_event(act, by=by, on=on, region=region, fields=fields) for on, fields in changed]
    AuditEvent.objects.bulk_create(events)
    if events:
        # One line for all of them, which may be about several kinds of records.
        _count_change(events[0], kind="")


def concern(village: str) -> None:
    """Note that an act of one village left something waiting in another, whose book does not tell of it."""
    VillageChange.objects.create(village_id=village)


def _count_change(event: AuditEvent, *, kind: str) -> None:
    """Note that a village is no longer as it was: here, so that no act can forget it."""
    if event.act in CHANGING and len(event.region_code) == Level.VILLAGE:
        VillageChange.objects.create(village_id=event.region_code, kind=kind)


def _event(act, *, by, on, region: str, fields, record_id: str = "", reason: str = "") -> AuditEvent:
    actor = by if by is not None and by.is_authenticated else None
    return AuditEvent(
        act=act,
        actor=actor,
        actor_name=actor.full_name if actor else "",
        record_kind=on._meta.label_lower if on is not None else "",
        record_id=str(on.pk) if on is not None else record_id,
        region_code=region or (actor.region_id if actor else "") or "",
        fields=sorted(fields),
        reason=reason[:200],
        request_id=request_id(),
    )


def read(act, *, by, on=None, region: str = "", fields=(), reason: str = "") -> AuditEvent:
    """Note a reading in its own short transaction before the page is made: without the note there is no page."""
    with transaction.atomic():
        return record(act, by=by, on=on, region=region, fields=fields, reason=reason)
