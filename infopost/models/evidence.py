"""A photograph of a candidate's paper: what the officer saw, sealed on the disk."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.placement_choices import DocumentKind
from toolkit.ids import new_id
from toolkit.photos import photo_path
from toolkit.sealed import sealed_storage


def evidence_path(photo, name: str) -> str:
    """Where the file lies: beside all others of its kind, under a name that says nothing."""
    return photo_path("evidence", name)


class DocumentPhoto(models.Model):
    """A photograph of one document of a journey; of each kind one stands.

    Replaced or removed, the picture goes and the line stays: who kept it, who removed it, and when.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="document_photos")
    kind = models.CharField("foto dari surat", max_length=11, choices=DocumentKind)
    photo = models.FileField("foto surat", storage=sealed_storage, upload_to=evidence_path, max_length=120, blank=True)
    kept_at = models.DateTimeField("foto surat dicatat pada", default=timezone.now)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField("foto surat dihapus pada", null=True, blank=True)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, None

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "foto surat"
        verbose_name_plural = "foto surat"
        constraints = [
            models.UniqueConstraint(
                fields=["trip", "kind"],
                condition=Q(removed_at__isnull=True),
                name="infopost_documentphoto_one_stands",
                violation_error_message="Surat ini sudah mempunyai foto.",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True) & ~Q(photo="")
                | Q(removed_at__isnull=False, removed_by__isnull=False, photo=""),
                name="infopost_documentphoto_removed_by_somebody",
                violation_error_message="Foto yang dihapus mempunyai waktu dan orangnya.",
            ),
        ]

    def __str__(self):
        return f"foto surat {self.pk}"
