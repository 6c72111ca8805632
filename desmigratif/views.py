"""Pages about the portal itself."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import get_template
from django.views.decorators.http import require_safe

from accounts.roles import OFFICES, Role, Verb


@login_not_required
@require_safe
def about(request):
    """Whose portal this is, what becomes of the data, and the sources that must be named (ODbL)."""
    offices = [
        {
            "label": role.label,
            "sentence": OFFICES[role].sentence,
            "verbs": [verb.label for verb in Verb if verb in OFFICES[role].verbs],
        }
        for role in Role
    ]
    return render(request, "desmigratif/about.html", {"offices": offices})


@login_not_required
def server_error(request):
    """Something broke. A database that is locked, full or away is 'server sibuk' (503): trying again helps.

    Called while the exception is being handled, whether a page or something around it raised it. Neither page asks
    the database for anything.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        busy = HttpResponse(get_template("503.html").render(), status=503)
        busy["Retry-After"] = "60"
        return busy
    return HttpResponseServerError(get_template("500.html").render())
