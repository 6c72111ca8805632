"""How often families open pages, by day, post and topic: numbers only, and nothing of who opened them."""

from django.db import models
from django.db.models import Q

from accounts.roles import Verb
from infopost.choices import Counted
from infopost.querysets import PageCountQuerySet
from toolkit.ids import new_id


class PageCount(models.Model):
    """So many openings of a topic's pages, or checked offers of a colour, on a day at a post.

    Without a village it is the pages under `/info/`, which belong to the whole country.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    day = models.DateField("hari")
    village = models.ForeignKey(
        "regions.Region", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="desa/kelurahan"
    )
    kind = models.CharField("yang dihitung", max_length=5, choices=Counted)
    subject = models.CharField("topik atau warna", max_length=40)
    times = models.PositiveIntegerField("berapa kali", default=1)

    scope_path = "village_id"
    read_verb = edit_verb = None
    count_verb = Verb.COUNT

    objects = PageCountQuerySet.as_manager()

    class Meta:
        verbose_name = "hitungan halaman"
        verbose_name_plural = "hitungan halaman"
        ordering = ["-day", "village", "kind", "subject"]
        constraints = [
            models.CheckConstraint(
                name="pagecount_known_kind",
                condition=Q(kind__in=Counted.values),
                violation_error_message="Yang dihitung tidak dikenal.",
            ),
            models.UniqueConstraint(
                name="pagecount_once_a_post",
                fields=["village", "day", "kind", "subject"],
                violation_error_message="Hitungan hari ini sudah ada.",
            ),
            # Without a village two rows would count as different.
            models.UniqueConstraint(
                name="pagecount_once_for_the_country",
                fields=["day", "kind", "subject"],
                condition=Q(village__isnull=True),
                violation_error_message="Hitungan hari ini sudah ada.",
            ),
        ]

    def __str__(self):
        return f"{self.subject} {self.day}"
