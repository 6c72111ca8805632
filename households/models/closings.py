"""Times during which a family is no longer kept in the village's registry."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import ClosingReason, Precision
from toolkit.ids import new_id


class Closing(models.Model):
    """A family is closed from one day until it is reopened, and counts in no stock on the days between.

    Both ends have the day on which they hold and the time at which they became known. A closing that was a mistake is
    reopened on the very day it began: then there was none on any day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="closings")
    reason = models.CharField("alasan", max_length=10, choices=ClosingReason)
    closed_on = models.DateField("ditutup")
    closed_precision = models.CharField("ketelitian tanggal ditutup", max_length=7, choices=Precision)
    closed_known_at = models.DateTimeField("ditutup, diketahui pada", default=timezone.now)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reopened_on = models.DateField("dibuka kembali", null=True, blank=True)
    reopened_precision = models.CharField(
        "ketelitian tanggal dibuka kembali", max_length=7, choices=Precision, blank=True
    )
    reopened_known_at = models.DateTimeField("dibuka kembali, diketahui pada", null=True, blank=True)
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "penutupan"
        verbose_name_plural = "penutupan"
        ordering = ["-closed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(reopened_on__isnull=True),
                name="households_closing_one_at_a_time",
                violation_error_message="Rumah tangga ini sudah ditutup.",
            ),
            models.CheckConstraint(
                condition=Q(
                    reopened_on__isnull=True,
                    reopened_precision="",
                    reopened_known_at__isnull=True,
                    reopened_by__isnull=True,
                )
                | (
                    Q(reopened_on__isnull=False, reopened_known_at__isnull=False, reopened_by__isnull=False)
                    & ~Q(reopened_precision="")
                ),
                name="households_closing_reopened_two_dates",
                violation_error_message="Isi sejak kapan rumah tangga ini dibuka kembali.",
            ),
            models.CheckConstraint(
                condition=Q(reopened_on__isnull=True) | Q(reopened_on__gte=F("closed_on")),
                name="households_closing_reopened_after_closed",
                violation_error_message="Dibuka kembali lebih awal dari ditutup. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"penutupan {self.pk}"

    def holds_on(self, day) -> bool:
        """Whether the family is closed on `day`."""
        return self.closed_on <= day and (self.reopened_on is None or self.reopened_on > day)
