"""Reading without a line: the worker that keeps pages on the phone, and what stands where none is kept."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from infopost.offline import script
from infopost.views.public import at_a_post, public, show


@login_not_required
@require_safe
@cache_control(no_cache=True)
@at_a_post
def worker(request):
    """The service worker for the families' pages, or for the screen of one village's post."""
    return HttpResponse(script(request.kiosk.village.pk if request.kiosk else ""), content_type="text/javascript")


@public
def page_unread(request):
    """What stands in place of a page that was never opened on this phone, when there is no line."""
    return show(request, "infopost/page_unread.html", {})
