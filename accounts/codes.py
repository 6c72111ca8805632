"""One-time codes: made by the office above, printed, handed over, used once."""

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from accounts import audit
from accounts.models import Act, OneTimeCode

# Without letters that are mistaken for digits on paper.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
LIFETIME = timedelta(days=7)


def normalise(code: str) -> str:
    """The code as it was made, however it was typed."""
    return "".join(letter for letter in code.upper() if letter in ALPHABET)


@transaction.atomic
def issue(*, by, user) -> str:
    """Make a code for `user` and return it: this is the only time it can be read.

    The old password stops working and every session of the account ends, because whoever asks for a code has lost
    the password or fears that somebody knows it.
    """
    code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
    OneTimeCode.objects.update_or_create(
        user=user,
        defaults={
            "code_hash": make_password(normalise(code)),
            "issued_by": by,
            "issued_at": timezone.now(),
            "expires_at": timezone.now() + LIFETIME,
        },
    )
    user.set_unusable_password()
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    audit.record(Act.CODE_ISSUED, by=by, on=user, region=user.region_id or "")
    return code


def matches(user, typed: str) -> bool:
    """Whether `typed` is the account's code and still good. Takes as long without a code as with one."""
    code = OneTimeCode.objects.filter(user=user, expires_at__gt=timezone.now()).first() if user else None
    if code is None:
        make_password(typed)
        return False
    return check_password(normalise(typed), code.code_hash)
