"""django-import-export in the admin: its buttons and its resource, with our page, our file and our importer."""

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from import_export.admin import ExportMixin

from accounts.admin.scoped import ScopedAdmin
from accounts.roles import Verb
from households.exports import MOST, ExportChanged, export_people, extent
from households.forms.exporting import ExportForm
from households.resources import PersonResource
from households.views.exporting import CHANGED, as_file


class ExportingAdmin(ExportMixin, ScopedAdmin):
    """A list that becomes a file of people, with the list's own filters. The way in leads to the portal's importer."""

    resource_classes = [PersonResource]
    import_export_change_list_template = "admin/import_export/change_list_export.html"

    def doors(self):
        """Also the one to the file."""
        export = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(self.export_action))
        return [("export/", export, self.named("export")), *super().doors()]

    def people(self, request, rows, today):
        """The people whom the rows of the list stand for."""
        raise NotImplementedError

    def changelist_view(self, request, extra_context=None):
        """The list with both buttons."""
        request.may_import = request.user.may(Verb.IMPORT)
        return super().changelist_view(request, extra_context)

    def export_action(self, request):
        """Ask what for, and give the file."""
        if not self.has_view_permission(request):
            raise Http404
        try:
            today, rows, filters = timezone.localdate(), *self._narrowed(request)
        except IncorrectLookupParameters:
            return redirect(f"admin:{self.named('changelist')}")
        people = self.people(request, rows, today)
        count = extent(people)
        form = ExportForm(request.POST if request.method == "POST" else None)
        if count <= MOST and form.is_valid():
            purpose, shape = form.in_words(), form.cleaned_data["shape"]
            try:
                asked = {"by": request.user, "people": people, "filters": filters, "today": today}
                return as_file(export_people(**asked, purpose=purpose, shape=shape))
            except ExportChanged:
                messages.warning(request, CHANGED)
                return redirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "title": "Unduh data orang",
            "opts": self.opts,
            "form": form,
            "count": count,
            "most": MOST,
            "filters": filters,
            "query": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/import_export/export.html", context)

    def _narrowed(self, request) -> tuple:
        """The rows that the list at this address shows, and each filter that narrows them with its choice."""
        shown = self.get_changelist_instance(request)
        chosen = {}
        for spec in shown.filter_specs:
            # The first choice is 'all'.
            for choice in list(spec.choices(shown))[1:]:
                if choice["selected"]:
                    chosen[str(spec.title)] = str(choice["display"])
        return shown.queryset, chosen
