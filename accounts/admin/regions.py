"""Places in the admin, for whoever keeps the regions. The tree is written by its loader; programmes are edited here."""

from django.contrib import admin
from django.urls import reverse

from accounts.admin.operations import MembershipAdd, MembershipEdit
from accounts.admin.paging import MOST
from accounts.admin.scoped import ScopedAdmin
from accounts.histories import lines_about_place
from accounts.roles import Verb
from regions.models import Level, ProgrammeMembership, Region, Succession


class PlaceAdmin(ScopedAdmin):
    """Reference rows: public, but tended by few. Reading them is no act."""

    notes_reading = has_history = False

    def has_view_permission(self, request, obj=None):
        """Whoever keeps the regions."""
        return request.user.may(Verb.MANAGE_REGIONS)

    has_module_permission = has_view_permission

    def get_queryset(self, request):
        """Every row."""
        return self.model.objects.order_by(*self.ordering)


@admin.register(Region)
class RegionAdmin(PlaceAdmin):
    """The official tree. Names of places are public, so they may be looked for in the address."""

    list_display = ("title", "lies_in", "dotted", "level", "valid_from", "valid_to")
    list_select_related = ("parent__parent",)
    list_filter = ("level",)
    ordering = ("code",)
    search_fields = ("search_name",)
    joined = ("parent__parent__parent",)

    @admin.display(description="nama")
    def title(self, region):
        """With its kind."""
        return region.title

    @admin.display(description="letak")
    def lies_in(self, region):
        """Among its namesakes."""
        return region.short_place

    @admin.display(description="kode")
    def dotted(self, region):
        """As officials write it."""
        return region.dotted

    def get_view_on_site_url(self, obj=None):
        """The place's page among the administrators' own."""
        return reverse("accounts:region_detail", args=[obj.pk]) if obj else None

    def tools(self, request, record):
        """A village may join a programme."""
        if record.level != Level.VILLAGE:
            return []
        return [(reverse("admin:regions_programmemembership_add", args=[record.pk]), "Catat keikutsertaan program")]

    def get_search_results(self, request, queryset, search_term):
        """As everywhere in the portal: any part of the name, or the beginning of a code. As many as the pages hold."""
        if not search_term:
            return queryset, False
        return queryset.filter(pk__in=Region.objects.codes_of(search_term, limit=MOST + 1)), False


@admin.register(Succession)
class SuccessionAdmin(PlaceAdmin):
    """Which region followed which."""

    list_display = ("before", "after", "kind", "on", "decree")
    list_filter = ("kind",)
    ordering = ("old_id", "new_id")
    joined = list_select_related = ("old__parent__parent", "new__parent__parent")

    @admin.display(description="wilayah lama")
    def before(self, succession):
        """Among its namesakes."""
        return succession.old.label

    @admin.display(description="wilayah baru")
    def after(self, succession):
        """The same."""
        return succession.new.label


@admin.register(ProgrammeMembership)
class MembershipAdmin(PlaceAdmin):
    """Villages of the programmes. A new one begins at its village."""

    list_display = ("place", "programme", "began", "decree_number", "status")
    list_filter = ("programme", "status")
    ordering = ("village_id", "programme")
    joined = list_select_related = ("village__parent__parent",)
    has_history = True

    @admin.display(description="desa/kelurahan")
    def place(self, membership):
        """Among its namesakes."""
        return membership.village.label

    @admin.display(description="sejak tahun")
    def began(self, membership):
        """A year, which has no thousands to part."""
        return str(membership.since_year)

    def doors(self):
        """The list and the history are Django's; both forms are the portal's."""
        add, edit = (self.admin_site.admin_view(kind.as_view()) for kind in (MembershipAdd, MembershipEdit))
        return [
            ("add/<str:code>/", add, self.named("add")),
            ("add/<str:code>/<uuid:op>/", add, self.named("add")),
            ("<uuid:pk>/change/", edit, self.named("change")),
            ("<uuid:pk>/change/<uuid:op>/", edit, self.named("change")),
            *(door for door in super().doors() if door[2] != self.named("change")),
        ]

    def has_change_permission(self, request, obj=None):
        """Whoever keeps the regions."""
        return request.user.may(Verb.MANAGE_REGIONS)

    def lines(self, request, record):
        """Who changed it."""
        return lines_about_place(request.user, record)
