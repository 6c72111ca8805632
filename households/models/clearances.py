"""What looked wrong on a record, was looked at, and is right as it is."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Check
from toolkit.ids import new_id


class Clearance(models.Model):
    """'Sudah dicek, memang begitu': a reason to check that the officer has cleared up, and how he knows.

    It holds as long as the answers that it is about stay as they were (`basis`, see `rules.clearing`); once they
    change, the reason stands on the record again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # A code of `choices.Check`.
    code = models.CharField("yang dicek", max_length=40)
    note = models.CharField("dasarnya", max_length=160)
    basis = models.CharField(max_length=64)
    cleared_at = models.DateTimeField("dicatat pada", default=timezone.now)
    cleared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")

    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    class Meta:
        abstract = True
        ordering = ["-cleared_at", "-pk"]

    @property
    def label(self) -> str:
        """The reason in words."""
        return Check(self.code).label

    @property
    def in_sentence(self) -> str:
        """The reason within a sentence; 'NIK' stays as it is written."""
        return f"{self.label[:1].lower()}{self.label[1:]}"


class HouseholdClearance(Clearance):
    """A reason on the family itself, such as a family card that two houses share."""

    household = models.ForeignKey("households.Household", models.PROTECT, related_name="clearances")

    scope_path = "household__village_id"

    objects = ScopedQuerySet.as_manager()

    class Meta(Clearance.Meta):
        verbose_name = verbose_name_plural = "hasil pengecekan rumah tangga"
        constraints = [
            models.UniqueConstraint(fields=["household", "code"], name="households_clearance_once_a_household"),
        ]

    def __str__(self):
        return f"hasil pengecekan {self.pk}"


class PersonClearance(Clearance):
    """A reason on a member, such as a NIK that tells another birth date: it was given for life, and that is legal."""

    person = models.ForeignKey("households.Person", models.PROTECT, related_name="clearances")

    scope_path = "person__village_id"

    objects = ScopedQuerySet.as_manager()

    class Meta(Clearance.Meta):
        verbose_name = verbose_name_plural = "hasil pengecekan orang"
        constraints = [
            models.UniqueConstraint(fields=["person", "code"], name="households_clearance_once_a_person"),
        ]

    def __str__(self):
        return f"hasil pengecekan {self.pk}"
