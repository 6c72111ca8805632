"""Families and people in the admin."""

from django.contrib import admin
from django.db.models import Prefetch

from households.admin.exporting import ExportingAdmin
from households.admin.filters import FamilyHamletFilter, HamletFilter, VillageFilter
from households.choices import Relation
from households.models import Household, Person
from toolkit.dates import PartialDate
from toolkit.templatetags.indonesian import mask_number, partial_date

# As far up as its label says.
VILLAGE = "village__parent__parent"
NO_HEAD = "Belum ada kepala keluarga"


def heads_for(user, *way: str) -> Prefetch:
    """Brings along the heads of the families at the end of `way`, for `known_by`."""
    heads = Person.objects.visible_to(user).filter(relation=Relation.HEAD)
    return Prefetch("__".join([*way, "members"]), heads, to_attr="heads")


def known_by(household) -> str:
    """By whom a family is known."""
    return next((person.name for person in household.heads), NO_HEAD)


class OfVillage(ExportingAdmin):
    """What says itself in which village it is."""

    @admin.display(description="desa")
    def place(self, record):
        """The village among its namesakes."""
        return record.village.label


@admin.register(Household)
class HouseholdAdmin(OfVillage):
    """Families by village and head's name."""

    list_display = ("head", "place", "hamlet", "block", "card", "to_check")
    list_filter = (VillageFilter, HamletFilter, "needs_check", "origin")
    ordering = ("village_id", "sort_name", "pk")
    list_select_related = (VILLAGE,)
    joined = (VILLAGE, "import_batch", "created_by", "changed_by")

    def get_queryset(self, request):
        """With each family's head."""
        return super().get_queryset(request).prefetch_related(heads_for(request.user))

    def people(self, request, rows, today):
        """Their members today."""
        families = rows.order_by().values("pk")
        return Person.objects.visible_to(request.user).members_on(today).filter(household__in=families)

    @admin.display(description="kepala keluarga")
    def head(self, household):
        """By whom a family is known."""
        return known_by(household)

    @admin.display(description="RT/RW")
    def block(self, household):
        """'001/002'."""
        return "/".join(part for part in (household.rt, household.rw) if part)

    @admin.display(description="perlu dicek")
    def to_check(self, household):
        """In a word, because a sign would say that something is wrong."""
        return "Perlu dicek" if household.needs_check else ""

    @admin.display(description="nomor KK")
    def card(self, household):
        """Its last two digits."""
        return mask_number(household.family_card_number)


@admin.register(Person)
class PersonAdmin(OfVillage):
    """People by village and name."""

    list_display = ("name", "place", "relation", "sex", "birth", "number")
    list_filter = (VillageFilter, FamilyHamletFilter, "sex", "relation")
    ordering = ("village_id", "search_name", "pk")
    first = ("name", "household", "relation", "sex", "birth_on", "nik", "nik_missing", "village")
    list_select_related = (VILLAGE,)
    joined = (VILLAGE, "household", "import_batch", "created_by", "changed_by")

    def people(self, request, rows, today):
        """Those of the list who belong to their family today."""
        return rows.members_on(today)

    @admin.display(description="lahir")
    def birth(self, person):
        """As much as is known."""
        known = PartialDate.within(person.birth_on, person.birth_precision) if person.birth_on else PartialDate()
        return partial_date(known)

    @admin.display(description="NIK")
    def number(self, person):
        """Its last two digits, or why there is none."""
        return mask_number(person.nik) or person.get_nik_missing_display()
