"""A family of the village."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from households.choices import Check, Origin, Source
from households.querysets import HouseholdQuerySet
from households.rules.dates import six_months_before
from households.rules.names import LONGEST
from regions.models import Region
from toolkit.ids import new_id


class Household(models.Model):
    """The people who live together in one house of the village, with whoever of them works abroad.

    A family is a 'rumah tangga PMI' only when a member is, was or will be a migrant worker; every other family of
    the village may stand in the registry too. Several households may share one family card.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey(Region, models.PROTECT, related_name="households", verbose_name="desa")
    family_card_number = models.CharField("nomor KK", max_length=16, blank=True)
    hamlet = models.CharField("dusun", max_length=60, blank=True)
    rt = models.CharField("RT", max_length=3, blank=True)
    rw = models.CharField("RW", max_length=3, blank=True)
    address = models.CharField("alamat", max_length=160, blank=True)
    # Upkept by actions: the name by which lists are sorted (the head's, else the first member's), the names by which
    # they are searched (rules.names.together), and what to check.
    sort_name = models.CharField(max_length=LONGEST, blank=True)
    member_names = models.TextField(blank=True, default="")
    has_more_names = models.BooleanField(default=False)
    checks = models.JSONField("perlu dicek", default=list, blank=True)
    needs_check = models.BooleanField("perlu dicek", default=False)
    origin = models.CharField("asal data", max_length=10, choices=Origin, default=Origin.FORM)
    source = models.CharField("diketahui dari", max_length=9, choices=Source, blank=True)
    import_batch = models.ForeignKey(
        "households.ImportBatch", models.PROTECT, null=True, blank=True, related_name="households"
    )
    registered_on = models.DateField("didata pada")
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = "rumah tangga"
        verbose_name_plural = "rumah tangga"
        indexes = [
            # The last column is never sought in it: who searches a name reads on in the index, not in the table.
            models.Index(fields=["village", "sort_name", "id", "member_names"], name="household_list"),
            models.Index(fields=["id"], name="household_more_names", condition=models.Q(has_more_names=True)),
            models.Index(fields=["village", "family_card_number"], name="household_card"),
            models.Index(
                fields=["family_card_number"], name="household_card_alone", condition=~models.Q(family_card_number="")
            ),
            models.Index(
                fields=["village", "sort_name"], name="household_to_check", condition=models.Q(needs_check=True)
            ),
        ]

    def __str__(self):
        return f"rumah tangga {self.pk}"

    def get_absolute_url(self):
        """The family's page."""
        return reverse("households:household_detail", args=[self.pk])

    @property
    def closing(self):
        """The closing that holds until somebody reopens the family; None for a family that is kept."""
        return next((closing for closing in self.closings.all() if closing.reopened_on is None), None)

    def all_splits(self):
        """The splits in which this family gave another one away, or began."""
        splits = self._meta.get_field("splits").related_model.objects
        about = models.Q(household=self) | models.Q(new_household=self)
        return splits.filter(about)

    def all_member_moves(self):
        """Who came here from another family of the village, or went to one."""
        moves = self._meta.get_field("member_moves").related_model.objects
        about = models.Q(to_household=self) | models.Q(stay__household=self)
        return moves.filter(about)

    @property
    def last_visit(self):
        """The visit at which the data were last found right, if there was one."""
        return next(iter(self.visits.all()), None)

    def needs_visit(self, day: dt.date) -> bool:
        """Whether the family is 'perlu pemutakhiran' on `day`, as HouseholdQuerySet.needing_update asks of many."""
        seen = max([self.registered_on, *(v.visited_on for v in self.visits.all() if v.visited_on <= day)])
        return seen < six_months_before(day)

    @property
    def check_labels(self):
        """What is to be checked about the household itself, in words."""
        return [Check(code).label for code in self.checks]
