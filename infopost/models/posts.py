"""The village's information post: where it is, when somebody sits there, and how to reach him."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from toolkit.ids import new_id


class ServicePost(models.Model):
    """One village's post as families read it on the kiosk. The village's officer keeps it; everybody may read it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.OneToOneField(
        "regions.Region", models.PROTECT, related_name="service_post", verbose_name="desa/kelurahan"
    )
    place = models.CharField("tempat", max_length=120)
    hours = models.CharField("hari dan jam buka", max_length=120)
    officer_name = models.CharField("nama petugas", max_length=120)
    phone = models.CharField("telepon pos", max_length=30, blank=True)
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb = edit_verb = Verb.KEEP_POST
    count_verb = None

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pos desa"
        verbose_name_plural = "pos desa"
        ordering = ["village"]
        constraints = [
            models.CheckConstraint(
                name="service_post_is_reachable",
                condition=~Q(place="") & ~Q(hours="") & ~Q(officer_name=""),
                violation_error_message="Isi tempat, jam buka, dan nama petugasnya.",
            ),
        ]

    def __str__(self):
        return f"pos {self.village_id}"

    def get_absolute_url(self):
        """The page on which it is kept."""
        return reverse("infopost:post_keep")
