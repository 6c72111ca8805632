"""How often something of a village was written: by this, whoever keeps sums of it knows when they are old."""

from django.db import models

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from regions.models import Region


class VillageChangeQuerySet(ScopedQuerySet):
    """Changes of villages."""

    def by_village(self) -> dict[str, int]:
        """How many acts each village has seen."""
        return dict(self.order_by().values_list("village_id").annotate(models.Sum("acts")))

    def by_village_and_kind(self) -> dict[str, dict[str, int]]:
        """How many acts each village has seen, by what they were about."""
        found: dict[str, dict[str, int]] = {}
        for village, kind, acts in self.order_by().values_list("village_id", "kind").annotate(models.Sum("acts")):
            found.setdefault(village, {})[kind] = acts
        return found

    def by_kind(self) -> dict[str, int]:
        """How many acts there were, by what they were about."""
        return dict(self.order_by().values_list("kind").annotate(models.Sum("acts")))


class VillageChange(models.Model):
    """One act that changed something of a village, or many of them taken together in `acts`.

    A line is added in the transaction of each act, so nobody waits for anybody. The sum of a village's lines only
    grows: when it is what it was, nothing was written in between.
    """

    village = models.ForeignKey(Region, models.PROTECT, related_name="+")
    acts = models.PositiveBigIntegerField(default=1)
    # What the act was about, as the book of acts names it; empty where it concerned more than one thing.
    kind = models.CharField(max_length=40, blank=True, default="")

    scope_path = "village_id"
    read_verb = edit_verb = None
    count_verb = Verb.COUNT

    objects = VillageChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan desa"
        verbose_name_plural = "perubahan desa"

    def __str__(self):
        return f"{self.acts} perubahan"
