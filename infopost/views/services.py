"""The register of the village's post: the page on which it is kept, and its pages of a month."""

import calendar
import datetime as dt
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit, form_tokens
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from infopost.forms import RegisterFilterForm, ServiceForm
from infopost.models import Service
from infopost.views.service_lines import line_of
from regions.models import Level
from toolkit.dates import MONTHS
from toolkit.ids import as_id, new_id
from toolkit.keyset import page_of
from toolkit.photos import photo_response

ORDER = ("happened_on", "pk")
SHOWN_TODAY, MONTHS_BACK = 3, 12
# Counting goes no further: whoever finds more looks for less.
MOST_COUNTED = 2000


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def desk_home(request):
    """The post's first page: today's services, and for the officer the form for the next one."""
    user, today = request.user, timezone.localdate()
    audit.read(Act.LISTED, by=user, reason="layanan pos hari ini")
    standing = Service.objects.visible_to(user).standing().filter(happened_on=today)
    last = _service_at(user, request.GET.get("terakhir"))
    rows = list(standing.with_lines().order_by("-pk")[: SHOWN_TODAY + 1])
    context = {
        "rows": [line_of(row, user) for row in rows[:SHOWN_TODAY]],
        "is_more": len(rows) > SHOWN_TODAY,
        "last": line_of(last, user) if last else None,
        "can_edit": user.may(Verb.EDIT_HOUSEHOLDS),
        **(_blank_form(user, is_next=last is not None) if user.may(Verb.EDIT_HOUSEHOLDS) else {}),
    }
    return render(request, "infopost/desk_home.html", context)


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def service_list(request):
    """The register, the newest first, of a month, a topic or a way."""
    user, today = request.user, timezone.localdate()
    audit.read(Act.LISTED, by=user, reason="buku layanan pos")
    form = RegisterFilterForm(request.GET or {"bulan": today.strftime("%Y-%m")}, months=_months(today))
    form.is_valid()
    services = _narrowed(Service.objects.visible_to(user), form.cleaned_data)
    after, before = _edge(request, "sesudah"), _edge(request, "sebelum")
    page = page_of(services.with_lines(), order=ORDER, after=after, before=before, descending=True)
    total = services.standing().order_by()[: MOST_COUNTED + 1].count()
    context = {
        "form": form,
        "rows": [line_of(row, user) for row in page.rows],
        "total": min(total, MOST_COUNTED),
        "is_more": total > MOST_COUNTED,
        "shows_village": user.office.level != Level.VILLAGE,
        "previous_url": _page_url(form, "sebelum", page.before),
        "next_url": _page_url(form, "sesudah", page.after),
    }
    return render(request, "infopost/service_list.html", context)


@needs(Verb.READ_HOUSEHOLDS)
@require_safe
def gathering_sheet(request, pk):
    """The photograph of an attendance sheet. Looking at it is noted like a page; it stays in no cache."""
    talk = get_object_or_404(Service.objects.visible_to(request.user).exclude(sheet=""), pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=talk, region=talk.village_id, fields=["sheet"])
    return photo_response(talk.sheet)


def _blank_form(user, *, is_next: bool) -> dict:
    """The form for the next visit, under an operation of its own, as its page would show it."""
    address = reverse("infopost:service_note", args=[new_id()])
    token = form_tokens.make(user=user, path=address)
    return {"form": ServiceForm(is_next=is_next), "form_action": address, "form_token": token, "version": 0}


def _service_at(user, key):
    """The service that was saved a moment ago."""
    known = as_id(key)
    return Service.objects.visible_to(user).with_lines().filter(pk=known).first() if known else None


def _narrowed(services, wanted: dict):
    if wanted.get("bulan"):
        year, month = (int(part) for part in wanted["bulan"].split("-"))
        last = calendar.monthrange(year, month)[1]
        services = services.between(dt.date(year, month, 1), dt.date(year, month, last))
    if wanted.get("keperluan"):
        services = services.filter(topic=wanted["keperluan"])
    return services.filter(way=wanted["cara"]) if wanted.get("cara") else services


def _months(today: dt.date) -> list[tuple[str, str]]:
    """This month and those before it, as the address and as people say them."""
    places = [today.year * 12 + today.month - 1 - back for back in range(MONTHS_BACK + 1)]
    return [(f"{p // 12}-{p % 12 + 1:02}", f"{MONTHS[p % 12]} {p // 12}") for p in places]


def _edge(request, name: str):
    """The service at which the page begins or ends; None for the first page and for a key that is not ours."""
    key = as_id(request.GET.get(name))
    return Service.objects.visible_to(request.user).filter(pk=key).first() if key else None


def _page_url(form, name: str, row) -> str:
    if row is None:
        return ""
    # An empty month is an answer too: without it the list would go back to this month.
    kept = {field: form.cleaned_data.get(field, "") for field in form.fields}
    return f"{reverse('infopost:service_list')}?{urlencode(kept | {name: row.pk})}"
