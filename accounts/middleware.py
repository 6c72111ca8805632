"""What happens to each request before a page is looked for: session limits, sign-in, first password, village time."""

import time
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth import middleware as auth_middleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts import held_posts
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
        if not request.user.is_authenticated or not request.user.must_change_password:
            return None
        if not getattr(view_func, "login_required", True) or request.resolver_match.view_name in self.OPEN_VIEWS:
            return None
        messages.info(request, "Buat dulu sandi Anda sendiri.")
        return redirect("accounts:password_change")


class VillageTimeMiddleware:
    """Clocks and 'today' are the village's own: WIB, WITA or WIT."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and request.user.region_id:
            with timezone.override(request.user.region.timezone):
                return self.get_response(request)
        return self.get_response(request)
