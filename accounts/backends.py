"""Signing in with a password, or the first time with the printed code."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password

from accounts import codes
from accounts.models import User


class PasswordOrCodeBackend(ModelBackend):
    """Tries the password, then the one-time code; takes the same time for accounts that do not exist."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        """The account, or None."""
        if not username or password is None:
            return None
        user = User.objects.filter(username=username.strip().lower()).select_related("region").first()
        right = user.check_password(password) if user and user.has_usable_password() else self._waste_time(password)
        right = codes.matches(user, password) or right
        return user if right and user and user.is_active else None

    def get_user(self, user_id):
        """The account of a session, with its region, in one query."""
        user = User.objects.filter(pk=user_id).select_related("region__parent__parent__parent").first()
        return user if user and self.user_can_authenticate(user) else None

    @staticmethod
    def _waste_time(password) -> bool:
        make_password(password)
        return False
