"""Pages about the portal itself."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render


@login_not_required
def about(request):
    """Whose portal this is, what becomes of the data, and the sources that must be named (ODbL)."""
    return render(request, "desmigratif/about.html")
