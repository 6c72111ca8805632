"""The list behind a number: the very rows that were counted."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from monitoring.indicators.catalogue import BY_CODE, part_label, rows_of
from monitoring.indicators.dimensions import NoSuchPart
from monitoring.indicators.lens import Lens
from monitoring.links import list_url, report_url
from monitoring.listing import edge_of, lines, ordered_page
from monitoring.periods import UnclearPeriod
from monitoring.places import may_read_names
from monitoring.views.reports import asked_period, find_place


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def indicator_list(request):
    """Families, people or journeys that an indicator counted, 25 a page."""
    place, indicator, part = find_place(request), _indicator(request), request.GET.get("nilai", "")
    if not may_read_names(request.user, place):
        raise Http404
    try:
        period = asked_period(request, place)
        counted = Lens.on(request.user, place, period, timezone.now())
        lens = counted.with_names()
        rows, label = rows_of(indicator, lens, part), part_label(indicator, part)
    except (UnclearPeriod, NoSuchPart):
        raise Http404 from None
    page = ordered_page(rows, after=edge_of(rows, request, "sesudah"), before=edge_of(rows, request, "sebelum"))
    total = rows.count()
    moved = rows_of(indicator, counted, part).count() - total if counted.remembers_moves else 0
    audit.read(Act.LISTED, by=request.user, region=place.region.code, reason=f"{indicator.code} {part} {period.code}")
    context = {
        "indicator": indicator, "label": label, "total": total + moved, "moved": moved,
        "lines": lines(page.rows, lens.last), "place": place, "period_label": period.label_on(lens.last),
        "report_url": report_url(place.code, period.code),
        "previous_url": _edge_url(indicator, place, period, part, sebelum=page.before),
        "next_url": _edge_url(indicator, place, period, part, sesudah=page.after),
    }  # fmt: skip
    return render(request, "monitoring/indicator_list.html", context)


def _indicator(request):
    indicator = BY_CODE.get(request.GET.get("indikator", ""))
    if indicator is None:
        raise Http404
    return indicator


def _edge_url(indicator, place, period, part, **edge):
    ((name, row),) = edge.items()
    return "" if row is None else list_url(indicator.code, place.code, period.code, part, **{name: str(row.pk)})
