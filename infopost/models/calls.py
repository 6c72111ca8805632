"""What the families of those who are away told the post."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from infopost.call_choices import CallWay, Said
from infopost.call_querysets import CallQuerySet
from infopost.models.desk_rows import DeskRow


class FamilyCall(DeskRow):
    """The post spoke, or tried to speak, with the family of somebody who is away.

    Kept with the village that called: whatever else happens to the family, another village does not read it. What was
    noted by mistake is taken back and stays readable.
    """

    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="calls", verbose_name="perjalanan")
    called_on = models.DateField("tanggal kontak")
    way = models.CharField("cara", max_length=10, choices=CallWay)
    said = models.CharField("kata keluarga", max_length=12, choices=Said)
    note = models.CharField("catatan", max_length=160, blank=True)
    next_on = models.DateField("kontak berikutnya", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "kontak keluarga"
        verbose_name_plural = "kontak keluarga"
        ordering = ["-called_on", "-pk"]
        indexes = [
            models.Index(fields=["village", "called_on", "id"], name="call_list"),
            # With the key, so that the last call is read off its end; without, SQLite goes through the village's.
            models.Index(fields=["trip", "called_on", "id"], name="call_last", condition=Q(withdrawn_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                name="call_known_choices",
                condition=Q(way__in=CallWay.values) & Q(said__in=Said.values),
                violation_error_message="Pilih apa kata keluarga, dan lewat apa.",
            ),
        ]

    def __str__(self):
        return f"kontak {self.pk}"

    def get_absolute_url(self):
        """The page on which it is corrected."""
        return reverse("infopost:call_change", args=[self.pk])
