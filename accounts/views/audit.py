"""The book of acts, for coordinators."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.forms import AuditFilterForm
from accounts.models import AuditEvent
from accounts.roles import Verb
from accounts.views.doors import needs
from accounts.wording import in_words
from toolkit.ids import as_number
from toolkit.keyset import page_of


@needs(Verb.READ_AUDIT)
@require_safe
def audit_list(request):
    """Who did what in the reader's region, the newest first, 25 a page."""
    form = AuditFilterForm(request.GET, reader=request.user)
    events = AuditEvent.objects.visible_to(request.user)
    narrowed = form.narrow(events) if form.is_valid() else events.none()
    page = page_of(
        narrowed,
        order=("pk",),
        after=events.filter(pk=as_number(request.GET.get("sesudah"))).first(),
        before=events.filter(pk=as_number(request.GET.get("sebelum"))).first(),
        descending=True,
    )
    context = {
        "form": form,
        "lines": in_words(page.rows),
        "previous_url": _page_url(request, "sebelum", page.before),
        "next_url": _page_url(request, "sesudah", page.after),
    }
    return render(request, "accounts/audit_list.html", context)


def _page_url(request, name, event) -> str:
    if event is None:
        return ""
    kept = {key: value for key, value in request.GET.items() if key not in ("sesudah", "sebelum") and value}
    return f"{reverse('accounts:audit_list')}?{urlencode({**kept, name: event.pk})}"
