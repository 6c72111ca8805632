"""Companies that may place people abroad (P3MI), as dated lists of the ministry tell of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from infopost.choices import LicenceState
from infopost.querysets import AgencyListQuerySet
from infopost.rules.companies import OLD_AFTER, Licence
from toolkit.ids import new_id


class AgencyList(models.Model):
    """One list of licensed companies, of one day. It is looked through before it is used, and can be taken back.

    `rows` is the whole sheet as it was read, also what was left out. A list is public and belongs to no village; only
    who keeps the facts (`Verb.KEEP_FACTS`) brings one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    listed_on = models.DateField("tanggal daftar")
    source = models.CharField("sumber", max_length=300)
    is_invented = models.BooleanField("daftar karangan untuk latihan", default=False)
    file_name = models.CharField("nama berkas", max_length=120)
    rows = models.JSONField("baris", default=list)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dibawa oleh"
    )
    brought_at = models.DateTimeField("dibawa pada", auto_now_add=True)
    used_at = models.DateTimeField("dipakai sejak", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AgencyListQuerySet.as_manager()

    class Meta:
        verbose_name = "daftar perusahaan"
        verbose_name_plural = "daftar perusahaan"
        ordering = ["-listed_on", "-brought_at"]
        constraints = [
            models.CheckConstraint(
                name="agency_list_has_source",
                condition=~Q(source=""),
                violation_error_message="Isi sumber daftarnya.",
            ),
            models.CheckConstraint(
                name="agency_list_withdrawn_after_use",
                condition=Q(withdrawn_at__isnull=True) | Q(used_at__isnull=False),
                violation_error_message="Hanya daftar yang pernah dipakai yang dapat ditarik.",
            ),
        ]

    def __str__(self):
        return f"daftar perusahaan {self.listed_on}"

    def get_absolute_url(self):
        """The page on which it is looked through."""
        return reverse("infopost:agency_list_detail", args=[self.pk])

    @property
    def is_old(self) -> bool:
        """Whether it is too old to be believed today."""
        return timezone.localdate() - self.listed_on >= OLD_AFTER

    @property
    def state_words(self) -> str:
        """What became of it, in a word."""
        if self.used_at is None:
            return "belum dipakai"
        return "ditarik" if self.withdrawn_at else "dipakai"


class Agency(models.Model):
    """A company as one list tells of it. The next list brings its own rows, so that the past stays as it was."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    in_list = models.ForeignKey(AgencyList, models.CASCADE, related_name="agencies", verbose_name="daftar perusahaan")
    name = models.CharField("nama", max_length=200)
    name_key = models.CharField("nama untuk dicari", max_length=200, editable=False)
    licence = models.CharField("nomor izin", max_length=80)
    licence_key = models.CharField("nomor izin untuk dicari", max_length=80, editable=False)
    state = models.CharField("status izin", max_length=10, choices=LicenceState)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    address = models.CharField("alamat", max_length=200, blank=True)
    city = models.CharField("kabupaten/kota", max_length=80, blank=True)

    class Meta:
        verbose_name = "perusahaan"
        verbose_name_plural = "perusahaan"
        ordering = ["name_key", "licence_key"]
        indexes = [models.Index(fields=["in_list", "name_key"], name="agency_list_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["in_list", "licence_key"],
                name="agency_once_in_a_list",
                violation_error_message="Nomor izin ini sudah ada di daftar yang sama.",
            ),
            models.CheckConstraint(
                name="agency_known_state",
                condition=Q(state__in=LicenceState.values) & ~Q(name_key="") & ~Q(licence_key=""),
                violation_error_message="Isi nama, nomor izin, dan statusnya.",
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def told(cls, licence: Licence, *, in_list: AgencyList) -> "Agency":
        """The row of a licence in a list."""
        return cls(
            in_list=in_list,
            name=licence.name,
            name_key=licence.name_key,
            licence=licence.number,
            licence_key=licence.key,
            state=licence.state,
            valid_until=licence.valid_until,
            address=licence.address,
            city=licence.city,
        )

    @property
    def as_licence(self) -> Licence:
        """What the list says about it."""
        return Licence(self.name, self.licence, self.state, self.valid_until, self.address, self.city)
