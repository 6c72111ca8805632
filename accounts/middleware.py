"""What happens to each request before a page is looked for: session limits, sign-in, first password, village time."""

import time
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth import middleware as auth_middleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts import audit, held_posts
from accounts.models import Act
from toolkit.requests import set_user

STARTED, SEEN = "session_started", "session_seen"
# The last sign of life is written at most this often, so that reading pages costs no write each.
SEEN_STEP_SECONDS = 60


class SessionLimitsMiddleware:
    """Ends a session after a quarter of an hour without a sign of life, and after half a day whatever happens."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            now = time.time()
            started = request.session.setdefault(STARTED, now)
            seen = request.session.setdefault(SEEN, now)
            if now - seen > settings.SESSION_IDLE_SECONDS or now - started > settings.SESSION_ABSOLUTE_SECONDS:
                auth.logout(request)
                request.session_ended = True
            else:
                if now - seen > SEEN_STEP_SECONDS:
                    request.session[SEEN] = now
                set_user(request.user.pk)
        return self.get_response(request)


class LoginRequiredMiddleware(auth_middleware.LoginRequiredMiddleware):
    """Every page wants a signed-in user unless it opts out. A form that meets an ended session is kept."""

    def handle_no_permission(self, request, view_func):
        """Go to the sign-in page, which leads back to the form with what was typed."""
        query = {"next": request.get_full_path() if request.method == "GET" else request.path}
        if held_posts.hold(request):
            query["tertahan"] = "1"
        elif getattr(request, "session_ended", False):
            query["berakhir"] = "1"
        return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode(query)}")


class PasswordChangeMiddleware:
    """Whoever signed in with a code makes his own password before anything else."""

    OPEN_VIEWS = frozenset({"accounts:password_change", "accounts:logout", "accounts:session_alive"})

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Lead to the password page, unless the page is public or that page itself."""
        if not request.user.is_authenticated or not self._wants_new_password(request.user):
            return None
        if not getattr(view_func, "login_required", True) or request.resolver_match.view_name in self.OPEN_VIEWS:
            return None
        messages.info(request, "Buat dulu sandi baru Anda sendiri.")
        return redirect("accounts:password_change")

    @staticmethod
    def _wants_new_password(user) -> bool:
        """After a code; and when the operator has set a highest age for passwords and this one has passed it."""
        days = settings.PASSWORD_MAX_AGE_DAYS
        if user.must_change_password or not days:
            return user.must_change_password
        return user.password_changed_at is None or timezone.now() - user.password_changed_at > timedelta(days=days)


class DenialMiddleware:
    """Notes in the book of acts when a signed-in user meets a page that is not his (security row AUD-2).

    A page that is not there and one that is not his look alike, here as on the screen: the note names the address by
    its pattern and the key that was asked for, and says nothing about whether such a record exists.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        # A stale form is answered with 403 too, before any page looks at it: that is not a denial.
        looked_at = match is not None and getattr(request, "csrf_processing_done", False)
        if response.status_code in (403, 404) and looked_at and request.user.is_authenticated:
            names = ("pk", "code", "object_id")
            key = str(next((match.kwargs[name] for name in names if match.kwargs.get(name)), ""))
            # A code is typed: what no page can show, PostgreSQL does not keep either.
            key = "".join(sign for sign in key if sign.isprintable())[:40]
            audit.record(Act.DENIED, by=request.user, reason=match.view_name, record_id=key)
        return response


class VillageTimeMiddleware:
    """Clocks and 'today' are the village's own: WIB, WITA or WIT."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and request.user.region_id:
            with timezone.override(request.user.region.timezone):
                return self.get_response(request)
        return self.get_response(request)
