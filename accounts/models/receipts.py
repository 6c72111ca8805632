"""Receipts: what a form's operation has already brought about."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Receipt(models.Model):
    """The proof that one operation of one form was carried out, once.

    Its key is the operation id in the form's address. `digest` is a keyed hash of the fields as they were posted: the
    same post again is answered with `result_url`, another content under the same id opens the compare page.
    """

    op = models.UUIDField("operasi", primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    form = models.CharField("formulir", max_length=60)
    digest = models.CharField(max_length=64)
    result_url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "tanda terima"
        verbose_name_plural = "tanda terima"

    def __str__(self):
        return f"{self.form} {self.op}"
