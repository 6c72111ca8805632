"""Named reads of what the families of those away told the post."""

import datetime as dt

from django.db.models import Count

from accounts.scoping.querysets import ScopedQuerySet
from infopost.call_choices import Said


class CallQuerySet(ScopedQuerySet):
    """Reads of what families of those away have told. What was taken back counts nowhere."""

    def standing(self):
        """What was not taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def reached(self):
        """Those in which somebody of the family spoke."""
        return self.standing().exclude(said=Said.NOT_REACHED)

    def between(self, first: dt.date, last: dt.date):
        """Calls of these days, both included."""
        return self.filter(called_on__gte=first, called_on__lte=last)

    def by_said(self) -> dict[str, int]:
        """How often each answer was given."""
        return dict(self.order_by().values_list("said").annotate(Count("pk")))

    def families(self) -> int:
        """How many families were spoken with, each once."""
        return self.order_by().aggregate(found=Count("trip__person__household", distinct=True))["found"]
