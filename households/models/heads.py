"""Who became the head of a family, and since when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Precision
from toolkit.ids import new_id


class HeadChange(models.Model):
    """A member became the head, with what everybody was to the head before and after; a mistake is taken out again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="head_changes")
    person = models.ForeignKey(
        "households.Person", models.PROTECT, related_name="+", verbose_name="kepala keluarga yang baru"
    )
    since_on = models.DateField("menjadi kepala keluarga")
    since_precision = models.CharField("ketelitian menjadi kepala keluarga", max_length=7, choices=Precision)
    known_at = models.DateTimeField("menjadi kepala keluarga, diketahui pada", default=timezone.now)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    # Keys of people with their relations, of those for whom the change made a difference.
    relations_before = models.JSONField("hubungan sebelumnya", default=dict)
    relations_after = models.JSONField("hubungan sesudahnya", default=dict)

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pergantian kepala keluarga"
        verbose_name_plural = "pergantian kepala keluarga"
        ordering = ["-known_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(since_precision=""),
                name="households_headchange_precision",
                violation_error_message="Isi sejak kapan menjadi kepala keluarga, atau tandai belum diketahui.",
            ),
        ]

    def __str__(self):
        return f"pergantian kepala keluarga {self.pk}"
