"""A number, a law, a price or a country's status: true on a day, by a source, until somebody says otherwise."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from households.countries import COUNTRIES
from infopost.choices import FactKind, Placement, Trust
from infopost.models.aged import Aged
from infopost.querysets import FactQuerySet
from toolkit.ids import new_id

# How a fact begins that nobody has found out yet.
UNKNOWN = "belum diketahui"


class Fact(Aged):
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
    # The closing that holds now, unbroken: of an earlier one that ended nothing is known here.
    closed_since = models.DateField("ditutup sejak", null=True, blank=True)
    # Branches of work (`Sector`) that a status or an age is about; none means each.
    sectors = models.JSONField("bidang kerja", default=list, blank=True)
    note = models.TextField(
        "penjelasan", max_length=600, blank=True, help_text="Satu atau dua kalimat pendek. Boleh kosong."
    )
    position = models.PositiveIntegerField("urutan", default=0)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = "fakta"
        verbose_name_plural = "fakta"
        ordering = ["position", "code"]
        constraints = [
            *Aged.Meta.constraints,
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
                name="fact_closed_since_when_closed",
                condition=Q(closed_since__isnull=True) | Q(placement=Placement.CLOSED),
                violation_error_message="Isi 'Ditutup sejak' hanya untuk status 'Ditutup', atau kosongkan.",
            ),
            models.CheckConstraint(
                name="fact_has_source",
                condition=~Q(source="") & ~Q(title=""),
                violation_error_message="Isi judul dan sumbernya.",
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
    def dial(self) -> str:
        """The number as a telephone wants it, of a hotline; empty where the value is no single number."""
        digits = "".join(sign for sign in self.value if sign.isdigit() or sign == "+")
        is_number = self.kind == FactKind.HOTLINE and not any(sign.isalpha() for sign in self.value)
        return digits if is_number and len(digits) >= 3 else ""
