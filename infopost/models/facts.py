"""A number, a law, a price or a country's status: true on a day, by a source, until somebody says otherwise."""

import datetime as dt

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from households.countries import COUNTRIES
from infopost.choices import FactKind, Placement, Trust
from infopost.querysets import FactQuerySet
from infopost.rules.ageing import Age, Standing, standing
from toolkit.dates import PartialDate
from toolkit.ids import new_id

# How a fact begins that nobody has found out yet.
UNKNOWN = "belum diketahui"


class Fact(models.Model):
    """One thing that families are told and that grows old. Pages name it by `code` and never carry it themselves.

    It is public and belongs to no village. Only who keeps the facts (`Verb.KEEP_FACTS`) changes it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(
        "kode",
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"\A[a-z0-9-]+\Z", "Kode terdiri dari huruf kecil, angka, dan garis.")],
    )
    kind = models.CharField("jenis", max_length=10, choices=FactKind)
    country = models.CharField("negara", max_length=2, blank=True)
    title = models.CharField("judul", max_length=120, help_text="Tentang apa, dalam beberapa kata.")
    value = models.CharField(
        "isi", max_length=200, blank=True, help_text="Nomor, jumlah, atau nama aturannya, seperti yang dibaca keluarga."
    )
    placement = models.CharField("status penempatan", max_length=12, choices=Placement, blank=True)
    note = models.TextField(
        "penjelasan", max_length=600, blank=True, help_text="Satu atau dua kalimat pendek. Boleh kosong."
    )
    trust = models.CharField("asal", max_length=10, choices=Trust)
    source = models.CharField("sumber", max_length=300, help_text="Situs, surat, atau peraturan, dan tanggalnya.")
    source_date = models.DateField("tanggal sumber", null=True, blank=True)
    source_precision = models.CharField(max_length=7, default="unknown", editable=False)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    verified_on = models.DateField("terakhir diverifikasi", null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diverifikasi oleh",
    )
    is_withdrawn = models.BooleanField("tidak ditampilkan", default=False)
    position = models.PositiveIntegerField("urutan", default=0)
    version = models.PositiveIntegerField(default=1)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "fakta"
        verbose_name_plural = "fakta"
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                name="fact_known_choices",
                condition=Q(kind__in=FactKind.values, trust__in=Trust.values, placement__in=["", *Placement.values]),
                violation_error_message="Pilih jenis, status, dan asal dari daftar.",
            ),
            models.CheckConstraint(
                name="fact_status_has_placement",
                condition=(Q(kind=FactKind.STATUS) & ~Q(placement="") & ~Q(country=""))
                | (~Q(kind=FactKind.STATUS) & Q(placement="") & ~Q(value="")),
                violation_error_message="Isi bagian 'isi'; untuk status penempatan, isi negara dan statusnya.",
            ),
            models.CheckConstraint(
                name="fact_has_source",
                condition=~Q(source="") & ~Q(title=""),
                violation_error_message="Isi judul dan sumbernya.",
            ),
            models.CheckConstraint(
                name="fact_verified_by_somebody",
                condition=Q(verified_on__isnull=True, verified_by__isnull=True)
                | Q(verified_on__isnull=False, verified_by__isnull=False),
                violation_error_message="Yang diverifikasi mempunyai tanggal dan orangnya.",
            ),
            models.CheckConstraint(
                name="fact_source_date_has_precision",
                condition=Q(source_date__isnull=True, source_precision="unknown")
                | Q(source_date__isnull=False, source_precision__in=["day", "month", "year"]),
                violation_error_message="Tanggal sumber belum jelas. Isi lagi.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The list of facts, where it stands."""
        return reverse("infopost:fact_list") + f"#{self.code}"

    @property
    def words(self) -> str:
        """What it says: its text, or the status of its country's branch of work."""
        return self.get_placement_display() if self.kind == FactKind.STATUS else self.value

    @property
    def is_known(self) -> bool:
        """Whether it says anything: a row may also stand for what nobody has found out yet."""
        return not self.words.lower().startswith(UNKNOWN)

    @property
    def country_name(self) -> str:
        """The name of its country; empty for what holds everywhere."""
        return COUNTRIES.get(self.country, self.country)

    @property
    def sourced(self) -> PartialDate:
        """The day, month or year of the source."""
        return PartialDate(self.source_date, self.source_precision)

    @property
    def standing(self) -> Standing:
        """How certain it is today."""
        return self.standing_on(timezone.localdate())

    def standing_on(self, day: dt.date) -> Standing:
        """How certain it is on that day."""
        age = Age(self.trust == Trust.SOURCED, self.verified_on, self.valid_until)
        return standing(age, today=day)

    @property
    def dial(self) -> str:
        """The number as a telephone wants it, of a hotline; empty where the value is no single number."""
        digits = "".join(sign for sign in self.value if sign.isdigit() or sign == "+")
        is_number = self.kind == FactKind.HOTLINE and not any(sign.isalpha() for sign in self.value)
        return digits if is_number and len(digits) >= 3 else ""
