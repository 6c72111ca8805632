"""Accounts in the admin, for whoever keeps them: made, closed and opened by the portal's own actions."""

from django.contrib import admin
from django.http import Http404

from accounts import actions
from accounts.admin.facts import facts_of
from accounts.admin.operations import AccountAdd
from accounts.admin.scoped import ScopedAdmin
from accounts.models import User
from accounts.roles import Role, Verb


class KeptRoleFilter(admin.SimpleListFilter):
    """The roles that the reader keeps."""

    title = "peran"
    parameter_name = "peran"

    def lookups(self, request, model_admin):
        """Nothing to choose where there is one role only."""
        return [(role.value, role.label) for role in Role if role in request.user.office.manages]

    def queryset(self, request, queryset):
        """Accounts of the role."""
        return queryset.filter(role=self.value()) if self.value() else queryset


@admin.register(User)
class AccountAdmin(ScopedAdmin):
    """The accounts that the reader keeps; his own is not among them. A name, role or region once given stays."""

    list_display = ("full_name", "username", "role", "keeps", "usable")
    list_filter = (KeptRoleFilter, "is_active")
    ordering = ("username", "pk")
    list_select_related = ("region__parent__parent",)
    joined = ("region__parent__parent", "created_by")
    hidden = frozenset({"is_active"})
    notes_reading = False

    def doors(self):
        """Also the one to a new account."""
        add = self.admin_site.admin_view(AccountAdd.as_view())
        return [("add/", add, self.named("add")), ("add/<uuid:op>/", add, self.named("add")), *super().doors()]

    @admin.display(description="wilayah kerja")
    def keeps(self, account):
        """Among its namesakes; nothing for an office of the whole country."""
        return account.region.label if account.region else ""

    @admin.display(description="keadaan")
    def usable(self, account):
        """In a word, because a colour alone says nothing to many."""
        return "Aktif" if account.is_active else "Nonaktif"

    def has_add_permission(self, request):
        """Whoever keeps accounts; which ones, the form and the action say."""
        return request.user.may(Verb.MANAGE_ACCOUNTS)

    def has_change_permission(self, request, obj=None):
        """The same."""
        return request.user.may(Verb.MANAGE_ACCOUNTS)

    def get_fields(self, request, obj=None):
        """Whether it may be used is the one thing to change."""
        return (*facts_of(self.model, self.hidden), "is_active")

    def get_readonly_fields(self, request, obj=None):
        """All the rest."""
        return facts_of(self.model, self.hidden)

    def save_model(self, request, obj, form, change):
        """Close or open the account as on the portal's page: for who keeps it as the database has both now."""
        try:
            actions.set_active(by=request.user, pk=obj.pk, active=form.cleaned_data["is_active"])
        except User.DoesNotExist:
            raise Http404 from None
