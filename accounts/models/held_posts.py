"""Forms that met an ended session, kept until their owner signs in again."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class HeldPost(models.Model):
    """What an officer had typed when the session ended: shown again after signing in, never saved for him.

    One a form address and user; gone once shown or after a day.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    path = models.CharField(max_length=200)
    body = models.TextField()
    held_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "isian tertahan"
        verbose_name_plural = "isian tertahan"
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="accounts_held_post_one_a_form")]

    def __str__(self):
        return f"isian {self.path}"
