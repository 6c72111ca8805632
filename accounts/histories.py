"""Reading the book of acts about records that somebody may read: who opened or changed them.

The whole book of a region is the coordinator's (`Verb.READ_AUDIT`). Whoever may read a family by name may also know who
else did; so this way opens the lines about such rows, and no other.
"""

from django.db.models import Q

from accounts.models import AuditEvent
from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet


def lines_about(reader, *records: ScopedQuerySet):
    """Lines about the rows of `records` that `reader` may read by name; whatever else is in `records` stays shut."""
    about = Q(pk__in=())
    for rows in records:
        keys = [str(key) for key in rows.visible_to(reader).values_list("pk", flat=True)]
        if keys:
            about |= Q(record_kind=rows.model._meta.label_lower, record_id__in=keys)
    return AuditEvent.objects.filter(about)


def lines_about_place(reader, record):
    """Lines about a record of the places, such as a village's part in a programme, for whoever keeps the regions."""
    lines = AuditEvent.objects.filter(record_kind=record._meta.label_lower, record_id=str(record.pk))
    return lines if reader.may(Verb.MANAGE_REGIONS) else lines.none()
