"""The public page on which anybody who holds a letter sees whether the village gave it."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import throttle
from infopost.letters.checking import given_behind

# Every look counts, right or wrong: an office with a pile of letters is not slowed, somebody who guesses is.
LETTER_CHECK = throttle.Limit("letter check", burst=40, seconds_each=3)


@login_not_required
@never_cache
@require_safe
def letter_verify(request, token):
    """Kind, number, day and village of the letter behind the picture, whether it was withdrawn, and nobody's name."""
    address = throttle.client_address(request, trusted_proxies=settings.TRUSTED_PROXIES)
    wait = throttle.wait_for(LETTER_CHECK, address)
    if wait:
        return render(request, "infopost/letter_check.html", {"wait": wait}, status=429)
    given = given_behind(token)
    return render(request, "infopost/letter_check.html", {"given": given}, status=200 if given else 404)
