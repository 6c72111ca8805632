"""Signing in and out, the first password, and what becomes of a form whose session has ended."""

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import audit, held_posts
from accounts.actions import choose_password, note_failed_sign_in, note_sign_in
from accounts.forms import NewPasswordForm, SignInForm
from accounts.models import Act
from accounts.views.onward import own_address


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request):
    """Ask for username and password, or the printed code, and lead on to where the user wanted to go."""
    onward = _onward(request)
    if request.user.is_authenticated:
        return redirect(onward)
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        auth.login(request, form.user)
        note_sign_in(user=form.user)
        return redirect(onward)
    if form.failed:
        note_failed_sign_in(username=form.data.get("username", ""))
    return _slowed_down(render(request, "accounts/sign_in.html", {"form": form, "next": onward}), form.wait)


@login_not_required
@require_POST
def sign_out(request):
    """End the session and empty the browser's cache, so that Back shows nothing; what is stored offline stays.

    Open to everybody, because whoever presses it after his session has ended wants the sign-in page, not a way back.
    """
    if request.user.is_authenticated:
        audit.record(Act.SIGNED_OUT, by=request.user)
        auth.logout(request)
    response = redirect("accounts:login")
    response["Clear-Site-Data"] = '"cache"'
    return response


@require_POST
def alive(request):
    """A sign of life while somebody is typing."""
    return HttpResponse(status=204)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def password_change(request):
    """Choose a password of one's own; every other session of the account ends."""
    form = NewPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_password(user=request.user, password=form.cleaned_data["new_password"])
        update_session_auth_hash(request, request.user)
        messages.success(request, "Sandi Anda sudah diganti. Pakai sandi ini mulai sekarang.")
        return redirect("/")
    return _slowed_down(render(request, "accounts/password_change.html", {"form": form}), form.wait)


@login_not_required
def csrf_failure(request, reason=""):
    """A stale form: keep what was typed and show it again, so that its owner can save it himself."""
    if request.path == reverse(settings.LOGIN_URL):
        return redirect(f"{request.path}?ulang=1")
    if held_posts.hold(request):
        return redirect(f"{request.path}?tertahan=1")
    return render(request, "403_csrf.html", {"path": request.path}, status=403)


def _slowed_down(response, wait: int):
    """The page as it is, or with the status that says in how many seconds another try is welcome."""
    if wait:
        response.status_code = 429
        response["Retry-After"] = str(wait)
    return response


def _onward(request) -> str:
    return own_address(request, request.POST.get("next") or request.GET.get("next")) or "/"
