"""Django's admin as a room of the portal: the same sign-in and limits, and 404 for whoever has no business there."""

from functools import wraps

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_safe

from accounts.roles import Verb


class PortalAdminSite(AdminSite):
    """The admin's pages, opened by verb.

    It has no sign-in of its own: throttle, printed codes and session limits would stand at one door and not at the
    other. Three of Django's doors are not there at all: signing out (the portal's button stands in the head), the one
    that leads from any kind of record to its page (it would tell which records exist), and the one for suggestions
    while somebody types (places are found as in the portal).
    """

    site_title = "Desmigratif"
    site_header = "Administrasi"
    index_title = "Administrasi"
    enable_nav_sidebar = False
    empty_value_display = "–"

    def has_permission(self, request):
        """Whether this account may open the admin at all."""
        return request.user.is_authenticated and request.user.may(Verb.OPEN_ADMIN)

    def admin_view(self, view, cacheable=False):
        """A page of the admin. What this account may not open does not exist; nothing is kept by the browser."""

        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not self.has_permission(request):
                raise Http404
            try:
                return view(request, *args, **kwargs)
            except PermissionDenied:
                raise Http404 from None

        return guarded

    def get_urls(self):
        """The site's own pages and those of each kind of record."""
        urls = [
            path("", self._read_only(self.index), name="index"),
            path("login/", self._read_only(self.login), name="login"),
            path("password_change/", self._read_only(self.password_change), name="password_change"),
        ]
        for model, model_admin in self._registry.items():
            urls += [
                path(f"{model._meta.app_label}/{model._meta.model_name}/{route}", view, name=name)
                for route, view, name in model_admin.doors()
            ]
        return [*urls, path("<slug:app_label>/", self._read_only(self.app_index), name="app_list")]

    def _read_only(self, view):
        return self.admin_view(require_safe(view))

    def login(self, request, extra_context=None):
        """Signing in is the portal's; whoever comes here is signed in already."""
        return redirect("admin:index")

    def password_change(self, request, extra_context=None):
        """A password is changed on the portal's page."""
        return redirect("accounts:password_change")

    def get_log_entries(self, request):
        """None: acts stand in the portal's own book, not in a second one."""
        from django.contrib.admin.models import LogEntry

        return LogEntry.objects.none()
