"""What was looked up for a candidate: his company with its job order, and the seven things of his contract."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from infopost.file_choices import SEVEN, Beside, OrderAnswer, Written
from infopost.rules.companies import Answer
from toolkit.ids import new_id


class AgencyCheck(models.Model):
    """What the list of licensed companies said about a candidate's company on a day, and whether a job order fits.

    The last that was not taken back holds. Name and licence of the company stand in the registry (`Placement`); `name`
    keeps what was asked about that day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="agency_checks")
    checked_on = models.DateField("perusahaan diperiksa pada")
    known_at = models.DateTimeField("pemeriksaan perusahaan dicatat pada", default=timezone.now)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.CharField("perusahaan yang ditanyakan", max_length=120)
    in_list = models.ForeignKey(
        "infopost.AgencyList", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="menurut daftar"
    )
    agency = models.ForeignKey(
        "infopost.Agency", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="perusahaan di daftar"
    )
    answer = models.CharField("jawaban daftar", max_length=10)
    order = models.ForeignKey(
        "infopost.JobOrder", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lowongan"
    )
    order_answer = models.CharField("kecocokan lowongan", max_length=9, choices=OrderAnswer)
    withdrawn_at = models.DateTimeField("pemeriksaan perusahaan ditarik pada", null=True, blank=True)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pemeriksaan perusahaan"
        verbose_name_plural = "pemeriksaan perusahaan"
        ordering = ["-known_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=[answer.value for answer in Answer], order_answer__in=OrderAnswer.values)
                & ~Q(name=""),
                name="infopost_agencycheck_known_answers",
                violation_error_message="Isi perusahaan yang ditanyakan.",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.NO_LIST.value) | Q(in_list__isnull=False),
                name="infopost_agencycheck_names_its_list",
                violation_error_message="Sebut daftar yang menjawab.",
            ),
            models.CheckConstraint(
                condition=Q(order__isnull=False) | Q(order_answer=OrderAnswer.NONE),
                name="infopost_agencycheck_answers_about_an_order",
                violation_error_message="Pilih lowongannya.",
            ),
        ]

    def __str__(self):
        return f"pemeriksaan perusahaan {self.pk}"


def _written(name):
    return models.CharField(name, max_length=6, choices=Written)


class ContractCheck(models.Model):
    """A contract was read with the family, and which of the seven things of article 15 stand in it.

    The last that was not taken back holds.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="contract_checks")
    checked_on = models.DateField("kontrak dibaca pada")
    known_at = models.DateTimeField("pembacaan kontrak dicatat pada", default=timezone.now)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    beside = models.CharField("yang ikut membaca kontrak", max_length=8, choices=Beside)
    employer = _written("majikan di kontrak")
    worker = _written("nama pekerja di kontrak")
    job = _written("pekerjaan di kontrak")
    rights = _written("hak dan kewajiban di kontrak")
    terms = _written("jam kerja, upah, dan libur di kontrak")
    length = _written("lama kontrak")
    safety = _written("jaminan keselamatan di kontrak")
    withdrawn_at = models.DateTimeField("pembacaan kontrak ditarik pada", null=True, blank=True)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pembacaan kontrak"
        verbose_name_plural = "pembacaan kontrak"
        ordering = ["-known_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beside__in=Beside.values, **{f"{name}__in": Written.values for name in SEVEN}),
                name="infopost_contractcheck_known_answers",
                violation_error_message="Jawab ketujuh hal, dan sebut siapa yang ikut membaca.",
            ),
        ]

    def __str__(self):
        return f"pembacaan kontrak {self.pk}"

    @property
    def answers(self) -> dict[str, str]:
        """The answer to each of the seven."""
        return {name: getattr(self, name) for name in SEVEN}

    @property
    def open_items(self) -> list[str]:
        """Which of the seven are missing or not sure."""
        return [name for name, answer in self.answers.items() if answer != Written.YES]
