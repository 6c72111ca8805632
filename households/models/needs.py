"""What a family says it needs."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Precision
from households.living import NeedKind
from toolkit.ids import new_id


class NeedQuerySet(ScopedQuerySet):
    """What families need."""

    def open_on(self, day):
        """Needs that were noted by `day` and not met by then."""
        return self.filter(Q(met_on__isnull=True) | Q(met_on__gt=day), noted_on__lte=day)


class Need(models.Model):
    """One thing that a family needs, from the day it said so until the day it got it.

    Both ends have their day and the time at which they became known. A family needs a thing once at a time; one that
    was noted by mistake is taken out again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="needs")
    kind = models.CharField("kebutuhan", max_length=10, choices=NeedKind)
    noted_on = models.DateField("disebut pada")
    noted_known_at = models.DateTimeField("disebut, dicatat pada", default=timezone.now)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    met_on = models.DateField("terpenuhi", null=True, blank=True)
    met_precision = models.CharField("ketelitian tanggal terpenuhi", max_length=7, choices=Precision, blank=True)
    met_known_at = models.DateTimeField("terpenuhi, dicatat pada", null=True, blank=True)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                               verbose_name="terpenuhi, dicatat oleh")  # fmt: skip
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = "kebutuhan"
        verbose_name_plural = "kebutuhan"
        ordering = ["noted_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "kind"],
                condition=Q(met_on__isnull=True),
                name="households_need_once_at_a_time",
                violation_error_message="Kebutuhan ini sudah tercatat dan belum terpenuhi.",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True, met_precision="", met_known_at__isnull=True, met_by__isnull=True)
                | (Q(met_on__isnull=False, met_known_at__isnull=False, met_by__isnull=False) & ~Q(met_precision="")),
                name="households_need_met_two_dates",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | Q(met_on__gte=F("noted_on")),
                name="households_need_met_after_noted",
                violation_error_message="Terpenuhi lebih awal dari disebut. Periksa tanggalnya.",
            ),
        ]

    def __str__(self):
        return f"kebutuhan {self.pk}"

    def get_absolute_url(self):
        """What a family needs is read on its page."""
        return self.household.get_absolute_url()
