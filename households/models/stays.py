"""Where people were before: small tables of what is over, beside the present that every row carries itself.

A row is written only when something ends, so that the many who never moved cost nothing. The counting layer asks these
tables about past days; nobody's scope follows from them.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.roles import Verb
from households.choices import LeftHow, Precision
from households.querysets import AbsenceQuerySet, PastStayQuerySet
from regions.models import Region
from toolkit.ids import new_id


class Absence(models.Model):
    """A time during which a person was no member, from leaving until coming back; who is still away has `left_on`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="absences")
    left_on = models.DateField("keluar dari keluarga")
    left_precision = models.CharField("ketelitian tanggal keluar", max_length=7, choices=Precision)
    left_known_at = models.DateTimeField("keluar dari keluarga, diketahui pada")
    left_how = models.CharField("alasan keluar", max_length=10, choices=LeftHow)
    back_on = models.DateField("kembali ke keluarga")
    back_precision = models.CharField("ketelitian tanggal kembali", max_length=7, choices=Precision)
    back_known_at = models.DateTimeField("kembali ke keluarga, diketahui pada")
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "person__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "masa di luar keluarga"
        verbose_name_plural = "masa di luar keluarga"
        ordering = ["-back_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(back_on__gte=F("left_on")),
                name="households_absence_back_after_left",
                violation_error_message="Kembali lebih awal dari keluar. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"masa di luar keluarga {self.pk}"


class PastStay(models.Model):
    """A stretch of days that is over: from `since` (empty: from the beginning) until the day before `until`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="desa")
    since = models.DateField("sejak", null=True, blank=True)
    until = models.DateField("sampai")

    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = PastStayQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["until", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__gte=F("since")),
                name="households_%(class)s_in_order",
                violation_error_message="Tanggal ini lebih awal dari kepindahan sebelumnya. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"


class PastResidence(PastStay):
    """A family lived in another village."""

    household = models.ForeignKey("households.Household", models.PROTECT, related_name="past_residences")

    scope_path = "household__village_id"

    class Meta(PastStay.Meta):
        verbose_name = "desa sebelumnya"
        verbose_name_plural = "desa sebelumnya"
        indexes = [models.Index(fields=["village", "until"], name="past_residence_village")]


class PastMembership(PastStay):
    """A person belonged to another family, or to the same one in another village."""

    person = models.ForeignKey("households.Person", models.PROTECT, related_name="past_memberships")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="past_members")

    scope_path = "person__village_id"

    class Meta(PastStay.Meta):
        verbose_name = "keluarga sebelumnya"
        verbose_name_plural = "keluarga sebelumnya"
        indexes = [models.Index(fields=["village", "until"], name="past_membership_village")]
