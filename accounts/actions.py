"""Writes to accounts, each with its line in the book of acts."""

from django.contrib.auth.models import update_last_login
from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts import audit
from accounts.models import Act, OneTimeCode, User


@transaction.atomic
def note_sign_in(*, user: User) -> None:
    """Note that somebody signed in."""
    update_last_login(None, user)
    audit.record(Act.SIGNED_IN, by=user)


def note_failed_sign_in(*, username: str) -> None:
    """Note a wrong try; of the name that was typed only a keyed hash, because people type passwords there."""
    mark = salted_hmac("accounts.failed_sign_in", username.strip().lower(), algorithm="sha256").hexdigest()[:16]
    audit.record(Act.SIGN_IN_FAILED, reason=mark)


@transaction.atomic
def choose_password(*, user: User, password: str) -> None:
    """Set the account's own password; a printed code is used up by it."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    OneTimeCode.objects.filter(user=user).delete()
    audit.record(Act.PASSWORD_CHANGED, by=user, on=user, region=user.region_id or "")
