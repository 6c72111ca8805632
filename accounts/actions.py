"""Writes to accounts, each with its line in the book of acts."""

from django.contrib.auth.models import update_last_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import audit, codes
from accounts.models import Act, OneTimeCode, User
from accounts.roles import Role
from accounts.rules import may_grant

DISABLED = "Akun ini nonaktif. Aktifkan dulu, lalu buat kodenya."


@transaction.atomic
def note_sign_in(*, user: User) -> None:
    """Note that somebody signed in."""
    update_last_login(None, user)
    audit.record(Act.SIGNED_IN, by=user)


def note_failed_sign_in(*, username: str) -> None:
    """Note a wrong try where the coordinator of the account's region reads it.

    Of the name that was typed only a keyed hash is kept, because people type passwords there.
    """
    account = username.strip().lower()
    region = User.objects.filter(username=account).values_list("region_id", flat=True).first()
    mark = salted_hmac("accounts.failed_sign_in", account, algorithm="sha256").hexdigest()[:16]
    audit.record(Act.SIGN_IN_FAILED, region=region or "", reason=mark)


@transaction.atomic
def choose_password(*, user: User, password: str) -> None:
    """Set the account's own password; a printed code is used up by it."""
    user.set_password(password)
    user.must_change_password = False
    user.password_changed_at = timezone.now()
    user.save(update_fields=["password", "must_change_password", "password_changed_at"])
    OneTimeCode.objects.filter(user=user).delete()
    audit.record(Act.PASSWORD_CHANGED, by=user, on=user, region=user.region_id or "")


@transaction.atomic
def create_account(*, by: User, username: str, full_name: str, role: str, region=None) -> User:
    """Make an account that nobody can use until its code is issued. `region` is None for roles of the whole country.

    Raises PermissionDenied when `by`, as he stands now, may not grant this role there.
    """
    by = _as_he_stands(by)
    if not may_grant(by=by, role=role, region_code=region.pk if region else ""):
        raise PermissionDenied
    return _make(by=by, username=username, full_name=full_name, role=role, region=region)


@transaction.atomic
def create_administrator(*, username: str, full_name: str) -> tuple[User, str]:
    """Make the first administrator of a new portal, from the server's own terminal; the account and its code."""
    user = _make(by=None, username=username, full_name=full_name, role=Role.ADMINISTRATOR, region=None)
    return user, codes.issue(by=None, user=user)


@transaction.atomic
def issue_code(*, by: User, pk: int) -> tuple[User, str]:
    """Make a new one-time code for an account that `by` keeps; the account and the code, which is never shown again.

    Raises User.DoesNotExist when `by` does not keep it, ValidationError when it is disabled.
    """
    user = _kept(by, pk)
    if not user.is_active:
        raise ValidationError(DISABLED)
    return user, codes.issue(by=by, user=user)


@transaction.atomic
def set_active(*, by: User, pk: int, active: bool) -> User:
    """Disable an account, or open it again. A paper code dies with it; every session ends at its next request.

    Raises User.DoesNotExist when `by` does not keep the account. Nobody keeps his own, so the last active
    administrator is never disabled: whoever could do it is one himself.
    """
    # Locked in one order: of two administrators who disable each other at the same moment the second waits here, and
    # is then no longer one.
    list(User.objects.filter(role=Role.ADMINISTRATOR).order_by("pk").select_for_update())
    user = _kept(by, pk)
    if user.is_active == active:
        return user
    user.is_active = active
    user.save(update_fields=["is_active"])
    OneTimeCode.objects.filter(user=user).delete()
    audit.record(Act.ACCOUNT_CHANGED, by=by, on=user, region=user.region_id or "", fields=["is_active"])
    return user


def _make(*, by, username, full_name, role, region) -> User:
    user = User(username=username, full_name=full_name, role=role, region=region, created_by=by)
    user.set_unusable_password()
    user.save()
    audit.record(Act.ACCOUNT_CREATED, by=by, on=user, region=user.region_id or "")
    return user


def _as_he_stands(by: User) -> User:
    """The acting account as the database has it now: a role or region that was taken away counts at once."""
    return User.objects.select_related("region").get(pk=by.pk)


def _kept(by: User, pk: int) -> User:
    return User.objects.editable_by(_as_he_stands(by)).select_for_update().get(pk=pk)
