"""Counters that slow down guessing."""

from django.db import models


class TokenBucket(models.Model):
    """Tokens left for one kind of act by one subject (an account, an address), which fill up again with time.

    The subject is kept only as a keyed hash.
    """

    key = models.CharField(max_length=64, primary_key=True)
    tokens = models.FloatField()
    updated_at = models.DateTimeField()

    class Meta:
        verbose_name = "pembatas laju"
        verbose_name_plural = "pembatas laju"

    def __str__(self):
        return self.key[:8]
