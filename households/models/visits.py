"""Visits at which a family's answers were gone through."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from toolkit.ids import new_id


class Visit(models.Model):
    """The officer sat with the family and found its data right on that day: 'diverifikasi saat kunjungan'.

    The last one tells how fresh a family's data are; one that was noted by mistake is taken out again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="visits")
    visited_on = models.DateField("tanggal kunjungan")
    known_at = models.DateTimeField("dicatat pada", default=timezone.now)
    visited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "kunjungan"
        verbose_name_plural = "kunjungan"
        ordering = ["-visited_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "visited_on"],
                name="households_visit_once_a_day",
                violation_error_message="Kunjungan pada tanggal ini sudah dicatat.",
            ),
        ]

    def __str__(self):
        return f"kunjungan {self.pk}"
