"""The people who sign in."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.roles import OFFICES, Role, Verb, office_of
from accounts.scoping.querysets import ScopedQuerySet
from regions.models import Level, Region

SESSION_SALT = "accounts.User.session"
OF_A_VILLAGE = [role for role, office in OFFICES.items() if office.level == Level.VILLAGE]


class UserQuerySet(ScopedQuerySet):
    """Accounts, reached only by whoever keeps them."""

    def visible_to(self, user):
        """The accounts that `user` keeps: roles below his, in his region. His own is not among them."""
        office = office_of(user.role) if user.is_authenticated else None
        kept = office.manages if office else frozenset()
        return super().visible_to(user).filter(role__in=kept).exclude(pk=user.pk)

    editable_by = visible_to


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes accounts without a usable password: the first sign-in is by a one-time code."""

    def get_by_natural_key(self, username):
        """Usernames are found whatever their case, because phones begin them with a capital letter."""
        return self.get(username=username.lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A village officer or head, coordinator, monitor or administrator.

    Role and region are tied by the database: officers and heads have one village, a coordinator one regency, a province
    monitor one province; ministry monitors and administrators have none.
    """

    username = models.CharField(
        "nama pengguna",
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9._-]{3,60}$", "Pakai 3 sampai 60 huruf kecil, angka, titik, atau garis.")],
        error_messages={"unique": "Nama pengguna ini sudah dipakai. Pilih yang lain."},
    )
    full_name = models.CharField("nama lengkap", max_length=120)
    role = models.CharField("peran", max_length=30, choices=Role)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="wilayah kerja"
    )
    is_active = models.BooleanField("aktif", default=True)
    must_change_password = models.BooleanField("harus mengganti sandi", default=True)
    password_changed_at = models.DateTimeField("sandi dipilih pada", null=True, blank=True)
    created_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField("dibuat pada", default=timezone.now)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name", "role"]

    scope_path = "region_id"
    read_verb = edit_verb = count_verb = Verb.MANAGE_ACCOUNTS

    objects = UserManager()

    class Meta:
        verbose_name = "akun"
        verbose_name_plural = "akun"
        ordering = ["username"]
        constraints = [
            # Each branch names the empty region too: a comparison with nothing is unknown, and CHECK lets that pass.
            models.CheckConstraint(
                name="accounts_user_role_fits_region",
                condition=(
                    Q(role__in=[r for r, o in OFFICES.items() if o.level is None], region__isnull=True)
                    | (Q(role__in=OF_A_VILLAGE, region__isnull=False) & Exact(Length("region"), Level.VILLAGE))
                    | (Q(role=Role.REGENCY_COORDINATOR, region__isnull=False) & Exact(Length("region"), Level.REGENCY))
                    | (Q(role=Role.PROVINCE_MONITOR, region__isnull=False) & Exact(Length("region"), Level.PROVINCE))
                ),
                violation_error_message="Wilayah tidak cocok dengan peran. Pilih wilayah pada tingkat peran ini.",
            ),
        ]

    def __str__(self):
        return self.full_name

    def get_absolute_url(self):
        """The account's page, for whoever keeps it."""
        return reverse("accounts:account_detail", args=[self.pk])

    def get_full_name(self):
        """The name as other offices read it."""
        return self.full_name

    @property
    def office(self):
        """The line of the role table for this account, or None."""
        return office_of(self.role)

    def may(self, verb: str) -> bool:
        """Whether this account may do `verb` at all; which rows it reaches is another question."""
        office = self.office
        if not self.is_active or office is None or (office.level is not None and not self.region_id):
            return False
        return verb in office.verbs

    def get_session_auth_hash(self):
        """Changes with password, role, region and state, so that a changed account is signed out everywhere."""
        return self._session_hash()

    def get_session_auth_fallback_hash(self):
        """The same under retired secret keys, so that rotating the key signs nobody out."""
        from django.conf import settings

        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret=secret)

    def _session_hash(self, secret=None):
        state = "\n".join([self.password, self.role, self.region_id or "", str(self.is_active)])
        return salted_hmac(SESSION_SALT, state, secret=secret, algorithm="sha256").hexdigest()
