"""A family's card and a person's summary as PDF; printing is noted before the file is made."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import audit
from accounts.models import Act
from accounts.roles import Verb
from accounts.views.doors import needs
from monitoring.stories import documents, families, people
from toolkit.pdf import PdfFailed


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def household_print(request, pk):
    """The card of a family."""
    return _print(request, families.find(request.user, pk), documents.family_story)


@require_safe
@needs(Verb.READ_HOUSEHOLDS)
def person_print(request, pk):
    """The summary of a person."""
    return _print(request, people.find(request.user, pk), documents.person_story)


def _print(request, record, tell):
    if record is None:
        raise Http404
    audit.read(Act.PRINTED, by=request.user, on=record, region=record.village_id)
    story = tell(record, by=request.user, now=timezone.now())
    try:
        document = documents.draw(story)
    except PdfFailed as failed:
        return render(request, "monitoring/report_refused.html", {"problem": str(failed)}, status=500)
    headers = {"Content-Disposition": f'attachment; filename="{documents.file_name(story)}"'}
    return HttpResponse(document.content, content_type="application/pdf", headers=headers)
