"""Named reads of the work at the village's desk."""

import datetime as dt

from django.db.models import Count, Sum

from accounts.scoping.querysets import ScopedQuerySet


class ServiceQuerySet(ScopedQuerySet):
    """Reads of the register. What was taken back stays in it and counts nowhere."""

    def standing(self):
        """What was not taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def between(self, first: dt.date, last: dt.date):
        """Services of these days, both included."""
        return self.filter(happened_on__gte=first, happened_on__lte=last)

    def single(self):
        """Visits of one, without the talks to many."""
        return self.filter(men__isnull=True)

    def gatherings(self):
        """Talks to many at once."""
        return self.filter(men__isnull=False)

    def with_lines(self):
        """With what a line of the register reads."""
        return self.select_related("person", "noted_by", "village")

    def people_reached(self) -> int:
        """How many were served: each visit of one, and the heads at each talk."""
        return self.aggregate(reached=Sum("people", default=0))["reached"]

    def by_topic(self) -> dict[str, tuple[int, int]]:
        """For each topic, how many services and how many people."""
        return self._by("topic")

    def by_way(self) -> dict[str, tuple[int, int]]:
        """For each way, how many services and how many people."""
        return self._by("way")

    def _by(self, column):
        rows = self.order_by().values_list(column).annotate(Count("pk"), Sum("people"))
        return {value: (times, people) for value, times, people in rows}
