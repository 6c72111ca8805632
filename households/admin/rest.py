"""Everything else of the registry in the admin: journeys, visits, closings, consents, workbooks, what comes later."""

from functools import reduce

from django.apps import apps
from django.contrib import admin
from django.db.models import ForeignKey

from accounts.admin.scoped import ScopedAdmin
from households.admin.filters import VillageFilter
from households.admin.registry import VILLAGE
from households.models import Household, ImportBatch, Person, Trip

# The name that stands with the village in an index of the table that says where a record belongs.
INDEXED = {Person: "search_name", Household: "sort_name"}


def _to_the_owner(model) -> list[str]:
    """The relations that lead to the person or family whose record it is; a journey has its village on itself."""
    way = model.scope_path.split("__")[:-1]
    holder = reduce(lambda kind, step: kind._meta.get_field(step).related_model, way, model)
    return [*way, "person"] if holder is Trip else way


class RestAdmin(ScopedAdmin):
    """A kind of record without a list of its own design: whose it is, and where, in the order of an index."""

    list_filter = (VillageFilter,)
    list_display = ("whose", "place")

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.way = _to_the_owner(model)
        others = [field.name for field in model._meta.fields if isinstance(field, ForeignKey)]
        self.joined = ("__".join([*self.way, VILLAGE]), *(name for name in others if name not in self.way))
        owner = reduce(lambda kind, step: kind._meta.get_field(step).related_model, self.way, model)
        name = INDEXED.get(owner) if self.way else None
        if not self.ordering:
            by_name = ["__".join([*self.way, name])] if name else []
            self.ordering = ("__".join([*self.way, "village_id"]), *by_name, "pk")

    def get_list_select_related(self, request):
        """What the queryset brings along already."""
        return self.joined

    @admin.display(description="catatan")
    def whose(self, record):
        """The person's name; what belongs to a family goes by its kind."""
        for name in self.way:
            record = getattr(record, name)
            if isinstance(record, Person):
                return record.name
        return str(self.opts.verbose_name).capitalize()

    @admin.display(description="desa")
    def place(self, record):
        """Where."""
        return reduce(getattr, [*self.way, "village"], record).label


@admin.register(ImportBatch)
class ImportBatchAdmin(RestAdmin):
    """Workbooks of the officer's own village. The file itself, its digest and its figures stay with the importer."""

    list_display = ("file_name", "layout", "uploaded_at", "committed_at")
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
