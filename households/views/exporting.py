"""The families of a list as a file, and the empty template."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.roles import Verb
from accounts.views.doors import needs
from households.exports import MOST, Export, ExportChanged, empty_template, export_people, extent
from households.forms.exporting import ExportForm
from households.models import Person
from households.views.searching import SearchForgotten, narrowed_list

CHANGED = "Data berubah selagi berkas dibuat. Coba sekali lagi."


@needs(Verb.READ_HOUSEHOLDS)
@require_http_methods(["GET", "HEAD", "POST"])
def household_export(request):
    """Ask what for, and give the people of the families that the list shows."""
    try:
        households, filters = narrowed_list(request)
    except SearchForgotten:
        return redirect(_list_url(request))
    today = timezone.localdate()
    living = Person.objects.visible_to(request.user).members_on(today)
    people = living.filter(household__in=households.order_by().values("pk"))
    count = extent(people)
    form = ExportForm(request.POST if request.method == "POST" else None)
    if count <= MOST and form.is_valid():
        try:
            export = export_people(
                by=request.user,
                people=people,
                filters=filters,
                purpose=form.in_words(),
                shape=form.cleaned_data["shape"],
                today=today,
            )
        except ExportChanged:
            messages.warning(request, CHANGED)
            return redirect(request.get_full_path())
        return as_file(export)
    context = {"form": form, "count": count, "most": MOST, "filters": filters, "back_url": _list_url(request)}
    return render(request, "households/household_export.html", context)


def _list_url(request) -> str:
    """The list that becomes a file; it says itself when nobody knows any more what was searched."""
    return reverse("households:household_list") + (f"?{request.GET.urlencode()}" if request.GET else "")


@require_safe
def import_template(request):
    """The portal's own columns, empty, for whoever may bring a workbook in."""
    if not request.user.may(Verb.IMPORT):
        raise Http404
    return as_file(empty_template())


def as_file(export: Export) -> FileResponse:
    """The finished file as an answer."""
    response = FileResponse(export.file, as_attachment=True, filename=export.name, content_type=export.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response
