"""Everything else of the registry in the admin: journeys, visits, closings, consents, workbooks, what comes later."""

from functools import reduce

from django.apps import apps
from django.contrib import admin
from django.db.models import DateField, ForeignKey

from accounts.admin.facts import fact, name_of
from accounts.admin.scoped import ScopedAdmin
from households.admin.filters import VillageFilter
from households.admin.registry import VILLAGE, heads_for, known_by
from households.models import Household, ImportBatch, Person, Trip

# What stands with the village in an index of the table that says where a record is. To sort by anything else, or by
# a name of a further table, the database would have to look up a whole kabupaten for each page.
INDEXED = {Person: "search_name", Household: "sort_name", Trip: "pk"}


def _to_its_place(model) -> tuple[list[str], type]:
    """The relations that lead to the record that has the village on itself, and its kind."""
    way = model.scope_path.split("__")[:-1]
    return way, reduce(lambda kind, step: kind._meta.get_field(step).related_model, way, model)


class RestAdmin(ScopedAdmin):
    """A kind of record without a list of its own design: whose, about what, and where, in the order of an index."""

    list_filter = (VillageFilter,)
    list_display = ("whose", "about", "place")

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.placed_by, holder = _to_its_place(model)
        # Whose it is: the person's or the family's.
        self.way = [*self.placed_by, "person"] if holder is Trip else self.placed_by
        self.is_of_family = holder is Household
        columns = model._meta.concrete_fields
        self.days = [(field.attname, name_of(field), fact(field)) for field in columns if type(field) is DateField]
        self.list_select_related = tuple("__".join(way) for way in ([*self.placed_by, VILLAGE], self.way) if way)
        others = [field.name for field in columns if isinstance(field, ForeignKey)]
        self.joined = (*self.list_select_related, *(name for name in others if name not in self.way))
        if not self.ordering:
            indexed = [INDEXED[holder]] if self.placed_by else []
            self.ordering = (*("__".join([*self.placed_by, name]) for name in ("village_id", *indexed)), "pk")

    def get_queryset(self, request):
        """With the heads of the families, where families have such records."""
        rows = super().get_queryset(request)
        return rows.prefetch_related(heads_for(request.user, *self.way)) if self.is_of_family else rows

    @admin.display(description="catatan tentang")
    def whose(self, record):
        """The person's name, or that of the family's head; what belongs to neither goes by its kind."""
        owner = reduce(getattr, self.way, record)
        if self.is_of_family:
            return known_by(owner)
        return owner.name if isinstance(owner, Person) else str(self.opts.verbose_name).capitalize()

    @admin.display(description="keterangan")
    def about(self, record):
        """Of which kind it is, and the first day that it tells of."""
        kind = [record.get_kind_display()] if hasattr(record, "get_kind_display") else []
        days = [f"{name} {words(record)}" for column, name, words in self.days if getattr(record, column)]
        said = ", ".join([*kind, *days[:1]])
        return said[:1].upper() + said[1:]

    @admin.display(description="desa")
    def place(self, record):
        """Where."""
        return reduce(getattr, [*self.placed_by, "village"], record).label


@admin.register(ImportBatch)
class ImportBatchAdmin(RestAdmin):
    """Workbooks of the officer's own village. The file itself, its digest and its figures stay with the importer."""

    list_display = (
        "file_name",
        "layout",
        *(fact(ImportBatch._meta.get_field(moment)) for moment in ("uploaded_at", "committed_at")),
    )
    ordering = ("-uploaded_at", "pk")
    hidden = frozenset({"file", "file_sha256", "summary", "plan_digest", "kept_rows"})


def is_here(model) -> bool:
    """Whether the admin shows this kind of record: one that is read by name and belongs to one village.

    What lies between two villages, as an offer to move does, has pages of its own: they say which side may know what.
    """
    return bool(getattr(model, "read_verb", None)) and model.scope_path.split("__")[-1] == "village_id"


for kind in apps.get_app_config("households").get_models():
    if is_here(kind) and not admin.site.is_registered(kind):
        admin.site.register(kind, RestAdmin)
