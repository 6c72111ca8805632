"""What waits, kind by kind, and the page to take along on a walk through the village."""

import datetime as dt

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from monitoring import worklists
from monitoring.duties import BY_CODE, DUTIES, Waiting, coming, totals
from monitoring.links import duty_url
from monitoring.remembering import of_each_kind
from regions.models import Level, Region
from regions.ranges import contains
from toolkit.ids import as_code

# The week's list reaches to the same day of the next week.
DAYS_OF_WEEK = 7
# So many lines of a kind fit a week; the others are in the kind's own list.
MOST_OF_A_KIND = 10


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def duty_list(request):
    """What waits of one kind, 25 a page in the order of a walk; without a kind, how much waits of each."""
    if "daftar" not in request.GET:
        return _overview(request)
    duty, village, hamlet = _asked(request)
    today = timezone.localdate()
    rows = worklists.rows_of(duty, request.user, today, village=village, hamlet=hamlet)
    page = worklists.page(duty, rows, after=request.GET.get("sesudah"), before=request.GET.get("sebelum"))
    audit.read(Act.LISTED, by=request.user, region=village, reason=f"yang menunggu: {duty.title.lower()}")
    context = _about(request, duty, village, hamlet) | {
        "streets": worklists.streets(duty, page.rows, today, shows_village=not village and _is_wide(request.user)),
        "total": rows.count(),
        "hamlets": _hamlet_links(request, duty, today, village, hamlet),
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
        "walk_url": duty_url(duty.code, village, hamlet, page="duty_walk"),
        "previous_url": duty_url(duty.code, village, hamlet, sebelum=page.before),
        "next_url": duty_url(duty.code, village, hamlet, sesudah=page.after),
    }
    return render(request, "monitoring/duty_list.html", context)


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def duty_walk(request):
    """The same as a page to print and take along: boxes to tick and room to write, no NIK and no family card."""
    duty, village, hamlet = _asked(request)
    today = timezone.localdate()
    rows = worklists.rows_of(duty, request.user, today, village=village, hamlet=hamlet)
    found, total = worklists.on_paper(duty, rows), rows.count()
    audit.read(Act.PRINTED, by=request.user, region=village, reason=f"daftar jalan: {duty.title.lower()}")
    context = _about(request, duty, village, hamlet) | {
        "streets": worklists.streets(duty, found, today, shows_village=not village and _is_wide(request.user)),
        "total": total,
        "left_out": total - len(found),
        "now": timezone.localtime(),
        "list_url": duty_url(duty.code, village, hamlet),
    }
    return render(request, "monitoring/duty_walk.html", context)


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def duty_week(request):
    """All that should be done by the seventh day from today, the most pressing first: one list, also for paper."""
    village, today = _village(request), timezone.localdate()
    until = today + dt.timedelta(days=DAYS_OF_WEEK)

    def ask(kinds):
        found = coming(request.user, today, until=until, most=MOST_OF_A_KIND, village=village, of=kinds)
        return {each.duty.code: (each.total, each.oldest, each.lines) for each in found}

    found = of_each_kind(f"week{village}", request.user, today, ask)
    found = [Waiting(BY_CODE[code], *told) for code, told in found.items()]
    audit.read(Act.LISTED, by=request.user, region=village, reason="pekerjaan minggu ini")
    context = {
        "kinds": [(each, duty_url(each.duty.code, village)) for each in sorted(found, key=_most_pressing)],
        "place": _place(request, village),
        "until": until,
        "now": timezone.localtime(),
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
        "list_url": duty_url("", village),
    }
    return render(request, "monitoring/duty_week.html", context)


def _most_pressing(waiting) -> int:
    return min((urgency.order for urgency, _ in waiting.lines), default=DAYS_OF_WEEK)


def _overview(request):
    village, today = _village(request), timezone.localdate()
    counts = of_each_kind(
        f"totals{village}", request.user, today, lambda kinds: totals(request.user, today, village=village, of=kinds)
    )
    lines = [(duty, counts[duty.code], duty_url(duty.code, village)) for duty in DUTIES if duty.code in counts]
    audit.read(Act.LISTED, by=request.user, region=village, reason="yang menunggu")
    context = {
        "lines": lines,
        "place": _place(request, village),
        "week_url": duty_url("", village, page="duty_week"),
    }
    return render(request, "monitoring/duty_overview.html", context)


def _place(request, village: str):
    return Region.objects.with_places().get(pk=village) if village else request.user.region


def _asked(request) -> tuple:
    """The kind, the village and the hamlet in the address; what is not there, or not this reader's, does not exist."""
    duty = BY_CODE.get(request.GET.get("daftar", ""))
    if duty is None:
        raise Http404
    return duty, _village(request), request.GET.get("dusun", "").replace("\x00", "")[:60]


def _village(request) -> str:
    code = as_code(request.GET.get("wilayah"))
    if not code:
        return ""
    if len(code) != Level.VILLAGE or not contains(request.user.region_id, code):
        raise Http404
    if not Region.objects.filter(pk=code).exists():
        raise Http404
    return code


def _is_wide(user) -> bool:
    """Whether the reader has more than one village."""
    return user.office.level != Level.VILLAGE


def _about(request, duty, village, hamlet) -> dict:
    return {"duty": duty, "place": _place(request, village), "hamlet": hamlet}


def _hamlet_links(request, duty, today, village, chosen) -> list[tuple[str, str, bool]]:
    """The hamlets to choose from, of one village: name, address, and whether it is the one that is shown."""
    if not village and _is_wide(request.user):
        return []
    names = worklists.hamlets(duty, request.user, today, village=village)
    if len(names) < 2 and not chosen:
        return []
    links = [("Semua dusun", duty_url(duty.code, village), not chosen)]
    return links + [(name, duty_url(duty.code, village, name), name == chosen) for name in names]
