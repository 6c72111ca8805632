"""What is known of somebody after he came home from a journey."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.homecoming_choices import Debts, Membership, Reintegration, Savings, Wellbeing, Wish
from toolkit.ids import new_id


class Homecoming(models.Model):
    """Savings, debts, state, skills and wish after one journey.

    How somebody is, is 'data pribadi spesifik' (UU 27/2022 article 4): one choice in gentle words, no free text, and
    only what he wants to tell. Belongs to the journey's version: who changes it changes the journey.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.OneToOneField("households.Trip", models.PROTECT, related_name="homecoming")
    savings = models.CharField("sisa tabungan", max_length=8, choices=Savings, blank=True)
    debts = models.CharField("utang yang tersisa", max_length=8, choices=Debts, blank=True)
    wellbeing = models.CharField("keadaan setelah pulang", max_length=8, choices=Wellbeing, blank=True)
    skills = models.CharField("keterampilan dari luar negeri", max_length=120, blank=True)
    languages = models.CharField("bahasa yang dipelajari", max_length=80, blank=True)
    wish = models.CharField("keinginan setelah pulang", max_length=9, choices=Wish, blank=True)
    reintegration = models.CharField("pendampingan setelah pulang", max_length=10, choices=Reintegration, blank=True)
    in_group = models.CharField("anggota kelompok", max_length=7, choices=Membership, blank=True)
    group = models.CharField("nama kelompok", max_length=80, blank=True)
    changed_at = models.DateTimeField("diketahui pada", default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "keterangan purna"
        verbose_name_plural = "keterangan purna"

    def __str__(self):
        return f"keterangan purna {self.pk}"
