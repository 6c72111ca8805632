"""Danger signs of an offer, with their weights: rows, so that the ministry can add what recruiters think of next."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from infopost.rules.verdicts import SUSPECT, Mark
from toolkit.ids import new_id


class Sign(models.Model):
    """One thing that makes an offer suspect: how much, why in a family's words, and the law behind it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField("kode", max_length=10, unique=True)
    weight = models.PositiveSmallIntegerField(
        "bobot", validators=[MinValueValidator(1), MaxValueValidator(SUSPECT)], help_text="1 sampai 5."
    )
    is_urgent = models.BooleanField("mendesak", default=False)
    reason = models.CharField("sebab", max_length=200, help_text="Mengapa ini berbahaya, dengan kata-kata keluarga.")
    law = models.CharField("kode dasar hukum", max_length=60, blank=True)
    source = models.CharField("sumber", max_length=300)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "tanda bahaya"
        verbose_name_plural = "tanda bahaya"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="sign_weight_in_range",
                condition=Q(weight__gte=1, weight__lte=SUSPECT),
                violation_error_message="Bobot paling kecil 1 dan paling besar 5.",
            ),
            models.CheckConstraint(
                name="sign_urgent_has_full_weight",
                condition=Q(is_urgent=False) | Q(weight=SUSPECT),
                violation_error_message="Tanda yang mendesak mempunyai bobot penuh.",
            ),
        ]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        """The list of signs, where it stands."""
        return reverse("infopost:sign_list") + f"#{self.code}"

    @property
    def mark(self) -> Mark:
        """The sign as the rule weighs it."""
        return Mark(self.code, self.weight, self.is_urgent)
