"""What monitoring keeps of its own: the numbers of each village, so that a country is a sum of rows."""

from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from regions.models import Region


class VillageSummary(models.Model):
    """The numbers of a village for a period up to a day, and the state of the village in which they were counted.

    `numbers` has for each indicator its count and the counts of its parts, and nothing about anybody. A village that
    was written to since is in another `state`, and its numbers are counted again.
    """

    village = models.ForeignKey(Region, models.PROTECT, related_name="+")
    period = models.CharField(max_length=7)
    last = models.DateField()
    state = models.CharField(max_length=64)
    numbers = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)

    scope_path = "village_id"
    read_verb = edit_verb = None
    count_verb = Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "ringkasan desa"
        verbose_name_plural = "ringkasan desa"
        constraints = [
            models.UniqueConstraint(fields=["period", "last", "village"], name="monitoring_summary_once"),
        ]

    def __str__(self):
        return f"ringkasan {self.period}"
