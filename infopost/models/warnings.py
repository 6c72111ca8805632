"""The village's own warning board: who poses as what here, and how it goes. Deeds are told, never names."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.roles import Verb
from infopost.querysets import WarningQuerySet
from toolkit.dates import PartialDate
from toolkit.ids import new_id


class VillageWarning(models.Model):
    """One warning of a village's officer, shown at the village's post until a day, or in the whole kabupaten."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey(
        "regions.Region", models.PROTECT, related_name="warnings", verbose_name="desa/kelurahan"
    )
    poses_as = models.CharField("mengaku sebagai", max_length=120)
    how = models.TextField("caranya", max_length=600)
    since = models.DateField("sejak", null=True, blank=True)
    since_precision = models.CharField(max_length=7, default="unknown", editable=False)
    until = models.DateField("ditampilkan sampai")
    for_regency = models.BooleanField("untuk seluruh kabupaten/kota", default=False)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    known_at = models.DateTimeField("diketahui pada", auto_now_add=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb = edit_verb = Verb.KEEP_POST
    count_verb = None

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = "peringatan desa"
        verbose_name_plural = "peringatan desa"
        ordering = ["-known_at"]
        indexes = [models.Index(fields=["village", "until"], name="warning_village_until")]
        constraints = [
            models.CheckConstraint(
                name="warning_says_something",
                condition=~Q(poses_as="") & ~Q(how=""),
                violation_error_message="Isi mengaku sebagai apa, dan bagaimana caranya.",
            ),
            models.CheckConstraint(
                name="warning_since_has_precision",
                condition=Q(since__isnull=True, since_precision="unknown")
                | Q(since__isnull=False, since_precision__in=["day", "month", "year"]),
                violation_error_message="Tanggal mulainya belum jelas. Isi lagi.",
            ),
            models.CheckConstraint(
                name="warning_ends_after_it_began",
                condition=Q(since__isnull=True) | Q(until__gte=models.F("since")),
                violation_error_message="Tanggal akhirnya lebih dulu daripada mulainya.",
            ),
        ]

    def __str__(self):
        return f"peringatan {self.village_id}"

    def get_absolute_url(self):
        """The list of the village's warnings."""
        return reverse("infopost:warning_list")

    @property
    def began(self) -> PartialDate:
        """The day, month or year since when it has been seen."""
        return PartialDate(self.since, self.since_precision)
