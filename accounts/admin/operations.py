"""Forms of the portal inside the admin: the same rules, receipts, versions and actions, in the admin's frame."""

from django.contrib import admin
from django.urls import reverse

from accounts.views.accounts import AccountCreate
from accounts.views.regions import MembershipChange, MembershipCreate

TEMPLATE = "admin/operation.html"
MEMBERSHIPS = "admin:regions_programmemembership_changelist"


class AccountAdd(AccountCreate):
    """A new account; saving leads to the portal's page about it, where its code is printed."""

    template_name = TEMPLATE

    def address(self, op):
        """Without a record only the operation."""
        return reverse("admin:accounts_user_add", args=[op])

    def extra_context(self, form):
        """The admin's frame."""
        return {**framed(self.request, "Buat akun"), "back_url": reverse("admin:accounts_user_changelist")}


class MembershipAdd(MembershipCreate):
    """A village joins a programme."""

    template_name = TEMPLATE

    def address(self, op):
        """The village and the operation."""
        return reverse("admin:regions_programmemembership_add", args=[self.village.code, op])

    def leads_to(self, result):
        """To the list."""
        return reverse(MEMBERSHIPS)

    def extra_context(self, form):
        """The admin's frame, and which village."""
        return _about_village(self.request, "Catat keikutsertaan program", self.village)


class MembershipEdit(MembershipChange):
    """A correction, a decree that was found, or the end."""

    template_name = TEMPLATE

    def address(self, op):
        """The membership and the operation."""
        return reverse("admin:regions_programmemembership_change", args=[self.record.pk, op])

    def leads_to(self, result):
        """To the list."""
        return reverse(MEMBERSHIPS)

    def extra_context(self, form):
        """The admin's frame, and which village."""
        return _about_village(self.request, "Ubah keikutsertaan program", self.record.village)


def framed(request, title: str) -> dict:
    """What the admin's pages show around their content."""
    return {**admin.site.each_context(request), "title": title}


def _about_village(request, title, village):
    return {**framed(request, title), "subtitle": village.full_name, "back_url": reverse(MEMBERSHIPS)}
