"""One-time codes on paper, by which an account is opened or opened again."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class OneTimeCode(models.Model):
    """The printed code that the office above hands to an account's owner: good for seven days and one new password.

    Only a slow hash is kept. A newer code replaces the older one.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="one_time_code")
    code_hash = models.CharField(max_length=128)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = "kode sekali pakai"
        verbose_name_plural = "kode sekali pakai"

    def __str__(self):
        return f"kode untuk akun {self.user_id}"
