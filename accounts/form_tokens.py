"""Proof that a form was made for one user and one address, so that its post may be kept when the session has ended."""

from django.core import signing

SALT = "accounts.form_tokens"
GOOD_FOR_SECONDS = 7 * 24 * 60 * 60


def make(*, user, path: str) -> str:
    """The token that goes into the form."""
    return signing.dumps([user.pk, path], salt=SALT)


def read(token: str, *, path: str) -> int | None:
    """The key of the user for whom the form at `path` was made; None when the token is not ours or too old."""
    try:
        user_id, form_path = signing.loads(token, salt=SALT, max_age=GOOD_FOR_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return user_id if form_path == path else None
