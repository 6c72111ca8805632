"""The household report on screen, as PDF and as workbook, from the same numbers."""

import logging

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from monitoring.choosing import period_choices, place_choices
from monitoring.indicators.lens import place_today
from monitoring.links import Links, report_url
from monitoring.periods import Period, UnclearPeriod
from monitoring.places import OutOfScope, Place, place_for
from monitoring.reports import documents
from monitoring.reports.households import build
from monitoring.reports.tables import ReportDoesNotAdd
from monitoring.reports.workbooks import household_workbook
from toolkit import spreadsheets
from toolkit.pdf import PdfFailed

logger = logging.getLogger(__name__)


@require_safe
@needs(Verb.COUNT)
def report_households(request):
    """The report of a place and period, with the choosers of both; a number leads to its list."""
    place = find_place(request)
    context, status = {}, 200
    try:
        period = asked_period(request, place)
        report = build(user=request.user, place=place, period=period, now=timezone.now())
        note_reading(request, place, period, "layar")
        context = {"report": report, "links": Links.of(request.user, place, period)}
        context |= {f"{ending}_url": report_url(place.code, period.code, ending=ending) for ending in ("pdf", "xlsx")}
    except UnclearPeriod as unclear:
        period, status, context["problem"] = None, 400, str(unclear)
    except ReportDoesNotAdd as fault:
        status, context["problem"] = 500, refusal(fault)
    return render(
        request, "monitoring/report_households.html", context | _choosers(request, place, period), status=status
    )


@require_safe
@needs(Verb.COUNT)
def report_households_pdf(request):
    """The same report as a PDF, with the workbook inside."""
    place = find_place(request)
    try:
        period = asked_period(request, place)
        with documents.press_for(place) as press:
            report = build(user=request.user, place=place, period=period, now=timezone.now())
            note_reading(request, place, period, "PDF")
            document = documents.household_pdf(report, press)
    except UnclearPeriod as unclear:
        return _no_file(request, str(unclear), 400)
    except ReportDoesNotAdd as fault:
        return _no_file(request, refusal(fault), 500)
    except PdfFailed as failed:
        return _no_file(request, str(failed), 500)
    return _file(documents.file_name(report, "pdf"), document.content, "application/pdf")


@require_safe
@needs(Verb.COUNT)
def report_households_xlsx(request):
    """The same report as a workbook."""
    place = find_place(request)
    try:
        period = asked_period(request, place)
        report = build(user=request.user, place=place, period=period, now=timezone.now())
    except UnclearPeriod as unclear:
        return _no_file(request, str(unclear), 400)
    except ReportDoesNotAdd as fault:
        return _no_file(request, refusal(fault), 500)
    note_reading(request, place, period, "lembar kerja")
    return _file(documents.file_name(report, "xlsx"), household_workbook(report), spreadsheets.TYPE)


def find_place(request) -> Place:
    """The place in the address; what is not this user's does not exist."""
    try:
        return place_for(request.user, request.GET.get("wilayah", ""))
    except OutOfScope:
        raise Http404 from None


def asked_period(request, place: Place) -> Period:
    """The period in the address, or the month that runs at the place. Raises UnclearPeriod."""
    asked = request.GET.get("periode", "").strip()
    return Period.parse(asked) if asked else Period.month_of(place_today(place, timezone.now()))


def note_reading(request, place: Place, period: Period, how: str) -> None:
    """Write the reading of a report into the book of acts."""
    region = place.region.code if place.region else ""
    audit.read(Act.REPORTED, by=request.user, region=region, reason=f"data rumah tangga {period.code}, {how}")


def refusal(fault: ReportDoesNotAdd) -> str:
    """What is said instead of a report whose parts do not sum; the fault goes to the log for who can mend it."""
    logger.error("Report refused: %s", fault)
    return (
        "Laporan tidak dibuat, karena bagian-bagiannya tidak berjumlah sama dengan totalnya. Beri tahu administrator: "
        f"{fault}."
    )


def _file(name, content, kind):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _no_file(request, problem, status):
    return HttpResponse(
        render_to_string("monitoring/report_refused.html", {"problem": problem}, request), status=status
    )


def _choosers(request, place, period):
    today = place_today(place, timezone.now())
    return {
        "place": place,
        "period": period,
        "places": place_choices(request.user, place, today),
        "period_groups": period_choices(period, today),
    }
