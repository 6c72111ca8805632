"""What grows old: told by a source on a day, compared with it by somebody, and certain only for a while after that."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from infopost.choices import Trust
from infopost.rules.ageing import Age, Standing, standing
from toolkit.dates import PartialDate


class Aged(models.Model):
    """The columns that say where something comes from, who compared the two and when, and until when it holds."""

    trust = models.CharField("asal", max_length=10, choices=Trust)
    source = models.CharField("sumber", max_length=300, help_text="Situs, surat, atau peraturan, dan tanggalnya.")
    source_date = models.DateField("tanggal sumber", null=True, blank=True)
    source_precision = models.CharField(max_length=7, default="unknown", editable=False)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    verified_on = models.DateField("terakhir diverifikasi", null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diverifikasi oleh",
    )
    is_withdrawn = models.BooleanField("tidak ditampilkan", default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_verified_by_somebody",
                condition=Q(verified_on__isnull=True, verified_by__isnull=True)
                | Q(verified_on__isnull=False, verified_by__isnull=False),
                violation_error_message="Yang diverifikasi mempunyai tanggal dan orangnya.",
            ),
            models.CheckConstraint(
                name="%(class)s_source_date_has_precision",
                condition=Q(source_date__isnull=True, source_precision="unknown")
                | Q(source_date__isnull=False, source_precision__in=["day", "month", "year"]),
                violation_error_message="Tanggal sumber belum jelas. Isi lagi.",
            ),
        ]

    @property
    def sourced(self) -> PartialDate:
        """The day, month or year of the source."""
        return PartialDate(self.source_date, self.source_precision)

    @property
    def standing(self) -> Standing:
        """How certain it is today."""
        return self.standing_on(timezone.localdate())

    def standing_on(self, day: dt.date) -> Standing:
        """How certain it is on that day."""
        age = Age(self.trust == Trust.SOURCED, self.verified_on, self.valid_until)
        return standing(age, today=day)
