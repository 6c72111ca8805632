"""One family becomes two."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Precision
from toolkit.ids import new_id


class Split(models.Model):
    """Some members became a family of their own; the rest stayed.

    Kept so that a split by mistake can be taken back as long as nothing else happened to either: `state` is a digest of
    all versions right after it, `relations_before` what everybody was to the old head, `lived_before` where those who
    went were said to live.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="splits")
    new_household = models.OneToOneField("households.Household", models.PROTECT, related_name="split_from")
    split_on = models.DateField("dipisah")
    split_precision = models.CharField("ketelitian tanggal dipisah", max_length=7, choices=Precision)
    known_at = models.DateTimeField("dipisah, diketahui pada", default=timezone.now)
    split_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    relations_before = models.JSONField("hubungan sebelumnya", default=dict)
    lived_before = models.JSONField("tempat tinggal sebelumnya", default=dict)
    state = models.CharField(max_length=64, blank=True)

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pemisahan keluarga"
        verbose_name_plural = "pemisahan keluarga"
        ordering = ["-known_at", "-pk"]

    def __str__(self):
        return f"pemisahan keluarga {self.pk}"
