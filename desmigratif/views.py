"""Pages about the portal itself."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from accounts.roles import OFFICES, Role, Verb


@login_not_required
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
