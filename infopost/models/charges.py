"""Who may not be charged what: one rule a country and a job, from a day on, by a source."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from households.countries import COUNTRIES
from infopost.choices import Charge, Job, Trust
from infopost.models.aged import Aged
from infopost.querysets import AgedQuerySet
from infopost.rules.charges import Reach
from toolkit.dates import PartialDate
from toolkit.ids import new_id


class ChargeRule(Aged):
    """What somebody who goes to a country for a job may be charged. Without a country or a job it holds for each.

    It is public and belongs to no village. Only who keeps the facts (`Verb.KEEP_FACTS`) changes it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField("kode", max_length=60, unique=True)
    country = models.CharField("negara", max_length=2, blank=True)
    job = models.CharField("pekerjaan", max_length=12, choices=Job, blank=True)
    charge = models.CharField("jawaban", max_length=8, choices=Charge)
    free = models.TextField("yang tidak boleh diminta", max_length=600, blank=True)
    payer = models.CharField("yang membayar", max_length=120, blank=True)
    note = models.TextField("penjelasan", max_length=600, blank=True)
    since = models.DateField("berlaku sejak", null=True, blank=True)
    since_precision = models.CharField(max_length=7, default="unknown", editable=False)

    objects = AgedQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan biaya"
        verbose_name_plural = "aturan biaya"
        ordering = ["country", "job", "code"]
        constraints = [
            *Aged.Meta.constraints,
            models.CheckConstraint(
                name="chargerule_known_choices",
                condition=Q(charge__in=Charge.values, trust__in=Trust.values, job__in=["", *Job.values]),
                violation_error_message="Pilih pekerjaan, jawaban, dan asal dari daftar.",
            ),
            models.CheckConstraint(
                name="chargerule_has_source",
                condition=~Q(source=""),
                violation_error_message="Sebut dari mana aturannya.",
            ),
            models.CheckConstraint(
                name="chargerule_free_says_what",
                condition=~Q(charge__in=[Charge.FREE, Charge.PARTLY]) | ~Q(free="") & ~Q(payer=""),
                violation_error_message="Sebut apa yang tidak boleh diminta, dan siapa yang membayarnya.",
            ),
            models.CheckConstraint(
                name="chargerule_since_has_precision",
                condition=Q(since__isnull=True, since_precision="unknown")
                | Q(since__isnull=False, since_precision__in=["day", "month", "year"]),
                violation_error_message="Tanggal mulai berlaku belum jelas. Isi lagi.",
            ),
        ]

    def __str__(self):
        return f"{self.job_name}, {self.country_name}"

    def get_absolute_url(self):
        """The list of rules, where it stands."""
        return reverse("infopost:charge_list") + f"#{self.code}"

    @property
    def country_name(self) -> str:
        """Its country in words."""
        return COUNTRIES.get(self.country, "semua negara")

    @property
    def job_name(self) -> str:
        """Its job in words."""
        return self.get_job_display() if self.job else "Semua pekerjaan"

    @property
    def began(self) -> PartialDate:
        """Since when it holds, as far as known."""
        return PartialDate(self.since, self.since_precision)

    @property
    def reach(self) -> Reach:
        """For whom and when it holds, as the rule weighs it."""
        return Reach(str(self.pk), self.country, self.job, self.since, self.valid_until)
