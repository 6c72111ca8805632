"""The candidates of a village, and the file of one: where he stands, what is missing, what comes next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from households.models import Trip
from infopost.file_choices import FileStep
from infopost.files import paper
from infopost.files.gathering import (
    file_of,
    files_of,
    photo_of,
    with_contracts,
    with_files,
    with_gaps,
    with_photos,
    with_referrals,
)
from infopost.files.lines import (
    agency_sentence,
    candidate_line,
    lacked,
    paper_lines,
    referral_lines,
    ruling_lines,
    step_lines,
    what_next,
)
from infopost.files.texts import seven
from infopost.files.waiting import ORDER, candidates
from infopost.rules.files import needless
from regions.models import Level
from toolkit.ids import as_id
from toolkit.keyset import page_of
from toolkit.pdf import PdfFailed


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def file_list(request):
    """Who prepares to go: how far, what is missing, and who waits longest first."""
    today = timezone.localdate()
    rows = candidates(request.user, today)
    after, before = (_edge(rows, request.GET.get(edge)) for edge in ("sesudah", "sebelum"))
    shown = with_files(rows.select_related("person__village"))
    page = page_of(rows, order=ORDER, after=after, before=before, lines=shown)
    audit.read(Act.LISTED, by=request.user, reason="berkas calon PMI")
    files = files_of(page.rows, today=today)
    context = {
        "lines": [candidate_line(file) for file in files],
        "total": rows.count(),
        "shows_village": request.user.office.level != Level.VILLAGE,
        "previous_url": _page_url("sebelum", page.before),
        "next_url": _page_url("sesudah", page.after),
    }
    return render(request, "infopost/file_list.html", context)


@require_safe
def file_detail(request, pk):
    """One journey's file. Reading it is noted before the page is made."""
    trips = with_referrals(with_contracts(with_files(Trip.objects.visible_to(request.user))))
    trip = get_object_or_404(with_gaps(with_photos(trips)), pk=pk)
    audit.read(Act.VIEWED, by=request.user, on=trip, region=trip.village_id)
    file = file_of(trip, today=timezone.localdate())
    check, asks_agency = file.contract_check, FileStep.AGENCY not in needless(file.scheme)
    context = {
        "file": file,
        "trip": trip,
        "person": trip.person,
        "next": what_next(file),
        "steps": step_lines(file),
        "papers": [line | {"photo": photo_of(trip, line["kind"])} for line in paper_lines(file)],
        "rulings": ruling_lines(file),
        "agency": agency_sentence(file) if asks_agency else "",
        "asks_agency": asks_agency,
        "open_items": [item for item in seven() if check and item.code in check.open_items],
        "referrals": referral_lines(trip.referrals.all()),
        "lacked": lacked(trip),
        "can_edit": request.user.may(Verb.EDIT_HOUSEHOLDS),
    }
    return render(request, "infopost/file_detail.html", context)


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def file_print(request, pk):
    """What is missing, as one page to take along. Printing is noted before the page is made."""
    trips = with_referrals(with_files(Trip.objects.visible_to(request.user)))
    trip = get_object_or_404(trips.select_related("village__parent__parent__parent"), pk=pk)
    audit.read(Act.PRINTED, by=request.user, on=trip, region=trip.village_id, reason="yang masih kurang")
    file = file_of(trip, today=timezone.localdate())
    try:
        document = paper.draw(file, by=request.user)
    except PdfFailed as failed:
        messages.error(request, str(failed))
        return redirect("infopost:file_detail", trip.pk)
    headers = {"Content-Disposition": f'attachment; filename="{paper.file_name(file)}"'}
    return HttpResponse(document.content, content_type="application/pdf", headers=headers)


def _edge(rows, key):
    """The journey at which a page begins or ends; None for a key that is not of this list."""
    known = as_id(key)
    return rows.filter(pk=known).first() if known else None


def _page_url(edge: str, row) -> str:
    return f"{reverse('infopost:file_list')}?{edge}={row.pk}" if row else ""
