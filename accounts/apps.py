from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Akun"


class PortalAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the portal's own doors, in place of `django.contrib.admin` itself."""

    default = False
    default_site = "accounts.admin_site.PortalAdminSite"

    def ready(self):
        """Find what each app shows. Django's groups are not used: who may do what is the table of roles."""
        super().ready()
        from django.contrib import admin
        from django.contrib.auth.models import Group

        admin.site.unregister(Group)
