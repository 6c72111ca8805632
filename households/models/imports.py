"""A workbook of the village office that was brought in."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from regions.models import Region
from toolkit.ids import new_id


def upload_path(batch, filename) -> str:
    """A name that says nothing about the village or the file, outside the web root."""
    return f"imports/{new_id().hex}"


class ImportBatch(models.Model):
    """One uploaded workbook: first only read and shown, then written once.

    The file itself goes after 90 days; what it brought about stays.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="desa")
    file = models.FileField("berkas", upload_to=upload_path, blank=True)
    file_name = models.CharField("nama berkas", max_length=120)
    file_sha256 = models.CharField(max_length=64)
    layout = models.CharField("susunan kolom", max_length=20)
    # Counts by outcome, and the digest of the differences that the officer was shown.
    summary = models.JSONField("ringkasan", default=dict)
    plan_digest = models.CharField(max_length=64, blank=True)
    # Numbers of the changed rows that the officer left as the village had them.
    kept_rows = models.JSONField("baris yang dibiarkan", default=list, blank=True)
    uploaded_at = models.DateTimeField(default=timezone.now)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    committed_at = models.DateTimeField(null=True, blank=True)

    scope_path = "village_id"
    read_verb = edit_verb = Verb.IMPORT
    count_verb = None

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ["-uploaded_at"]

    def __str__(self):
        return f"impor {self.pk}"
