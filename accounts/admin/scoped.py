"""The base of every kind of record in the admin: reached through the scope, noted in the book of acts, only read."""

from functools import reduce

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from accounts import audit
from accounts.admin.facts import facts_of
from accounts.admin.paging import BoundedPaginator, InItsOrder
from accounts.histories import lines_about
from accounts.models import Act
from accounts.wording import in_words
from regions.models import Level
from toolkit.ids import as_number
from toolkit.keyset import PAGE_SIZE, page_of


class ScopedAdmin(admin.ModelAdmin):
    """A list and a page for each row that the reader may read by name; nothing is added, changed or deleted here.

    There is no box to search in: Django's would write what was typed into the address. For the same reason a list is
    narrowed by the filters that it names and by nothing else, though Django would take any column from an address.
    """

    actions = None
    search_fields = ()
    sortable_by = ()
    list_per_page = PAGE_SIZE
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator
    # Columns that the page begins with, those that it leaves out, and the ways to other tables that it needs. Those of
    # a list are Django's own `list_select_related`: each join more makes PostgreSQL think longer than it reads, so a
    # list takes along few.
    first = ()
    hidden = frozenset()
    joined = ()
    # Whether reading is noted: everything about families is. And whether the book says who did what to such rows.
    notes_reading = has_history = True

    def doors(self) -> list[tuple]:
        """Route, view and name of each of its pages."""
        doors = [
            ("", require_safe(self.changelist_view), "changelist"),
            ("<path:object_id>/change/", require_http_methods(["GET", "HEAD", "POST"])(self.change_view), "change"),
            ("<path:object_id>/history/", require_safe(self.history_view), "history"),
        ]
        doors = doors if self.has_history else doors[:-1]
        return [(route, self.admin_site.admin_view(view), self.named(act)) for route, view, act in doors]

    def named(self, act: str) -> str:
        """The name of one of its pages, as Django's templates look for it."""
        return f"{self.opts.app_label}_{self.opts.model_name}_{act}"

    def has_view_permission(self, request, obj=None):
        """Whether the reader's role opens such rows; which ones is the queryset's business."""
        return request.user.may(self.model.read_verb)

    has_module_permission = has_view_permission

    def has_add_permission(self, request):
        """Never: people and families are written with receipts and versions."""
        return False

    def has_change_permission(self, request, obj=None):
        """Never."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Never: what ends is closed with a reason."""
        return False

    def get_list_display(self, request):
        """Without the village for whoever has one."""
        is_officer = request.user.office.level == Level.VILLAGE
        return [name for name in self.list_display if not (is_officer and name == "place")]

    def get_changelist(self, request, **kwargs):
        """In one order only."""
        return InItsOrder

    def get_queryset(self, request):
        """The reader's own rows, in the order of an index."""
        return self.model.objects.visible_to(request.user).order_by(*self.get_ordering(request))

    def lookup_allowed(self, lookup, value, request):
        """Only what the list's own filters ask: any other column in the address could guess a number digit by digit."""
        named = [name if isinstance(name, str) else name[0] for name in self.list_filter if not isinstance(name, type)]
        return lookup in {f"{name}__exact" for name in named} | {
            kind.parameter_name for kind in self.list_filter if isinstance(kind, type)
        }

    def get_object(self, request, object_id, from_field=None):
        """The row under its key, noted before its page is made; what is not the reader's is not there."""
        rows = self.get_queryset(request).select_related(*self.joined)
        try:
            record = rows.get(pk=self.opts.pk.to_python(object_id))
        except (self.model.DoesNotExist, ValidationError, ValueError):
            raise Http404 from None
        if not self.has_view_permission(request, record):
            raise Http404
        self.note(Act.VIEWED, request, record)
        return record

    def note(self, act, request, record=None) -> None:
        """A line in the book of acts, without which there is no page."""
        if self.notes_reading:
            region = reduce(getattr, self.model.scope_path.split("__"), record) if record else ""
            reason = "administrasi" if record else f"administrasi, daftar {self.opts.verbose_name_plural}"
            audit.read(act, by=request.user, on=record, region=region, reason=reason)

    def get_fields(self, request, obj=None):
        """Every column that says something to people."""
        return facts_of(self.model, self.hidden, self.first)

    get_readonly_fields = get_fields

    def get_view_on_site_url(self, obj=None):
        """The record's own page in the portal, straight."""
        return obj.get_absolute_url() if obj is not None and hasattr(obj, "get_absolute_url") else None

    def changelist_view(self, request, extra_context=None):
        """The list, noted before it is made."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        self.note(Act.LISTED, request)
        return super().changelist_view(request, {"title": str(self.opts.verbose_name_plural).capitalize()})

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The record's page; no name stands in its title."""
        title = str(self.opts.verbose_name).capitalize()
        about = {"title": title, "subtitle": None, "has_history": self.has_history}
        return super().change_view(request, object_id, form_url, about)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """The page with what else can be done about the record, and one main act."""
        context |= {"tools": self.tools(request, obj)}
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def tools(self, request, record) -> list[tuple[str, str]]:
        """Address and label of each further way from the record's page."""
        return []

    def history_view(self, request, object_id, extra_context=None):
        """Who opened or changed the record, by the portal's own book of acts."""
        record = self.get_object(request, object_id)
        events = self.lines(request, record)
        edges = {name: events.filter(pk=as_number(request.GET.get(name))).first() for name in ("sesudah", "sebelum")}
        page = page_of(events, order=("pk",), after=edges["sesudah"], before=edges["sebelum"], descending=True)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Riwayat {self.opts.verbose_name}",
            "object": record,
            "opts": self.opts,
            "lines": in_words(page.rows),
            "newer": page.before,
            "older": page.after,
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    def lines(self, request, record):
        """The lines of the book about the record."""
        return lines_about(request.user, self.model.objects.visible_to(request.user).filter(pk=record.pk))

    def log_change(self, request, obj, message):
        """Nothing: the action that changed it has written its line already."""

    log_addition = log_change
