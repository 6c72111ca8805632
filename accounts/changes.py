"""What the portal knows of villages that were written to: counts of acts, and nothing about anybody."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery, Sum

from accounts.models import VillageChange


def changes_of(villages: Iterable[str]) -> dict[str, int]:
    """How many acts each of these villages has seen."""
    villages = list(villages)
    return VillageChange.objects.filter(village__in=villages).by_village() if villages else {}


def changes_within(village: str) -> dict[str, int]:
    """How many acts a village has seen, by what they were about."""
    return VillageChange.objects.filter(village=village).by_kind()


def acts_in(region: str) -> int:
    """How many acts the villages of a region have seen together."""
    return VillageChange.objects.in_region(region).aggregate(sum=Sum("acts"))["sum"] or 0


def acts_of(column: str) -> Subquery:
    """How many acts the village in `column` has seen, null for none, told by the very query that finds a row there."""
    lines = VillageChange.objects.filter(village=OuterRef(column)).order_by()
    return Subquery(lines.values("village").annotate(sum=Sum("acts")).values("sum"))


@transaction.atomic
def take_together() -> None:
    """Keep one line of changes a village and kind; the sums, by which a village's state is known, stay."""
    many = VillageChange.objects.values("village", "kind").annotate(lines=Count("pk")).filter(lines__gt=1)
    villages = set(many.order_by().values_list("village", flat=True))
    lines = VillageChange.objects.select_for_update(of=("self",)).filter(village__in=villages).order_by("pk")
    taken = VillageChange.objects.filter(pk__in=list(lines.values_list("pk", flat=True)))
    sums = list(taken.order_by().values_list("village_id", "kind").annotate(Sum("acts")))
    taken.delete()
    VillageChange.objects.bulk_create(
        [VillageChange(village_id=village, kind=kind, acts=acts) for village, kind, acts in sums]
    )
