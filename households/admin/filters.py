"""What narrows the admin's lists. The choices are the reader's own, and no name of a hamlet stands in an address."""

from django.contrib import admin
from django.utils.crypto import salted_hmac

from households.models import Household
from regions.models import Level, Region


class HamletFilter(admin.SimpleListFilter):
    """The hamlets of an officer's own village, each under a short mark."""

    title = "dusun"
    parameter_name = "dusun"
    column = "hamlet"

    def lookups(self, request, model_admin):
        """None for whoever reads many villages: there, hamlets of one name are many."""
        if request.user.office.level != Level.VILLAGE:
            return []
        return [(mark(name), name) for name in Household.objects.visible_to(request.user).hamlets()]

    def queryset(self, request, queryset):
        """Rows of the hamlet."""
        name = dict(self.lookup_choices).get(self.value())
        return queryset.filter(**{self.column: name}) if name else queryset


class FamilyHamletFilter(HamletFilter):
    """The same for people."""

    column = "household__hamlet"


class VillageFilter(admin.SimpleListFilter):
    """The villages of a coordinator's kabupaten that are in a programme."""

    title = "desa"
    parameter_name = "desa"

    def lookups(self, request, model_admin):
        """None for an officer, who has one."""
        user = request.user
        if user.office.level in (None, Level.VILLAGE):
            return []
        villages = Region.objects.villages().in_subtree(user.region_id).filter(memberships__isnull=False)
        return [(village.pk, village.title) for village in villages.distinct()]

    def queryset(self, request, queryset):
        """Rows of the village, which the scope has narrowed already."""
        village = self.value()
        return queryset.in_region(village) if village in dict(self.lookup_choices) else queryset


def mark(name: str) -> str:
    """A short word that stands for a hamlet."""
    return salted_hmac("households.admin.hamlet", name, algorithm="sha256").hexdigest()[:10]
