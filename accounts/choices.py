"""The states that an account can be in."""

from django.db import models


class AccountState(models.TextChoices):
    """How far an account is from being used."""

    ACTIVE = "active", "aktif"
    WAITING = "waiting", "menunggu kode dipakai"
    NEEDS_CODE = "needs_code", "perlu kode"
    DISABLED = "disabled", "nonaktif"
