"""What a family was told and agreed to."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import ConsentHow
from households.wording import CURRENT_VERSION
from toolkit.ids import new_id


class Consent(models.Model):
    """The proof that a family was told what is kept and why, and agreed (UU 27/2022 articles 20 to 25).

    `wording_version` names the text that was read out, see `households.wording`. For children the guardian who
    agreed is named too (article 25).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="consents")
    given_by = models.CharField("disetujui oleh", max_length=120)
    how = models.CharField("cara", max_length=10, choices=ConsentHow)
    guardian = models.CharField("wali anak", max_length=120, blank=True)
    wording_version = models.CharField("versi teks", max_length=12)
    given_on = models.DateField("tanggal")
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"
        ordering = ["-given_on", "-pk"]

    def __str__(self):
        return f"persetujuan {self.pk}"

    @property
    def is_to_todays_words(self) -> bool:
        """Whether the family heard everything that is asked today; else the text is read out again at a visit."""
        return self.wording_version == CURRENT_VERSION
