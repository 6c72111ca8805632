"""Doors that open for some offices only."""

from functools import wraps

from django.http import Http404


def needs(verb):
    """A view for accounts that may do `verb`; for all others the page does not exist."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.may(verb):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guard
