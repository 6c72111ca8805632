"""Two editors of one record: the second is shown both, and nothing is overwritten silently."""

from django.db.models import F


class StaleVersion(Exception):
    """The record was changed by somebody else since the form was opened; `current` is how it stands now."""

    def __init__(self, current):
        super().__init__("stale version")
        self.current = current


def change(queryset, *, pk, version: int, **values):
    """Update one record if it still has `version`, and give it the next; the record as it then stands.

    The version stands in the UPDATE's WHERE, so of two editors at the same moment one succeeds. Raises StaleVersion
    for the other, and the model's DoesNotExist when the record is not in `queryset` (out of scope).
    """
    # The version is asked of the row itself and not within the question whether it is in scope: where that leads to
    # another table, PostgreSQL answers it from before it waited for the other editor, and both would succeed.
    rows = queryset.model._base_manager.filter(pk__in=queryset.filter(pk=pk).values("pk"))
    updated = rows.filter(version=version).update(version=F("version") + 1, **values)
    current = queryset.get(pk=pk)
    if not updated:
        raise StaleVersion(current)
    return current
