"""The official region tree, its history, and which villages are in a programme."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Length
from django.urls import reverse

from regions import places, ranges
from regions.choices import Level, MembershipStatus, Programme, SuccessionKind
from regions.querysets import MembershipQuerySet, RegionQuerySet
from toolkit.dates import PartialDate
from toolkit.ids import new_id


class Region(models.Model):
    """A province, kabupaten/kota, kecamatan or desa/kelurahan under its official Kemendagri code.

    Regions are never deleted: a code that is gone keeps its row with `valid_to`, because NIK, family cards and old
    reports still carry it. The texts about a place walk up the parents: read regions with `with_places()` for lists.
    """

    code = models.CharField(
        "kode wilayah",
        max_length=10,
        primary_key=True,
        validators=[RegexValidator(r"\A[0-9]+\Z", "Kode wilayah hanya terdiri dari angka, tanpa titik.")],
    )
    name = models.CharField("nama", max_length=100)
    level = models.PositiveSmallIntegerField("tingkat", choices=Level)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="wilayah di atasnya",
    )
    search_name = models.CharField(max_length=100, editable=False)
    search_text = models.CharField(max_length=400, editable=False)
    valid_from = models.DateField("berlaku sejak", null=True, blank=True)
    valid_to = models.DateField("tidak berlaku lagi sejak", null=True, blank=True)
    decree = models.CharField("dasar hukum", max_length=200, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level=Length("code")),
                name="region_level_is_code_length",
                violation_error_message="Jumlah angka kode tidak sesuai dengan tingkat wilayah.",
            ),
            models.CheckConstraint(
                condition=models.Q(level=Level.PROVINCE, parent__isnull=True)
                | (~models.Q(level=Level.PROVINCE) & models.Q(parent__isnull=False)),
                name="region_only_provinces_are_roots",
                violation_error_message="Hanya provinsi yang tidak mempunyai wilayah di atasnya.",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="region_ends_after_start",
                violation_error_message="Akhir masa berlaku harus sesudah awalnya.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def dotted(self) -> str:
        """The code as officials write it: '52.03.17.2006'."""
        return places.dotted(self.code)

    @property
    def range(self) -> tuple[str, str]:
        """The half-open range of codes of this region and all below it."""
        return ranges.subtree(self.code)

    @property
    def title(self) -> str:
        """Its own name with its kind: 'Desa Korleko', 'Kabupaten Lombok Timur', 'Provinsi Nusa Tenggara Barat'."""
        return places.title(self.code, self.name)

    def _above(self) -> Iterator["Region"]:
        region = self.parent
        while region is not None:
            yield region
            region = region.parent

    @property
    def ancestors(self) -> list["Region"]:
        """The regions above, nearest first."""
        return list(self._above())

    @property
    def full_name(self) -> str:
        """The place as it is told apart from its namesakes.

        'Desa Korleko, Kec. Labuhan Haji, Kab. Lombok Timur, Nusa Tenggara Barat'.
        """
        return ", ".join(
            [
                self.title,
                *(places.short_title(above.code, above.name) for above in self.ancestors),
            ]
        )

    @property
    def short_place(self) -> str:
        """Where it lies, in two words for a narrow header: 'Labuhan Haji · Lombok Timur'; '' for a province.

        It looks no further up than it says, so a list need not bring the provinces along.
        """
        return " · ".join(above.name.removeprefix("Kabupaten ") for above in islice(self._above(), 2))

    @property
    def label(self) -> str:
        """Its name among namesakes, short: 'Korleko, Labuhan Haji, Lombok Timur'."""
        return ", ".join(filter(None, (self.name, *self.short_place.split(" · "))))

    @property
    def timezone(self) -> str:
        """The zoneinfo name of its time zone."""
        return places.zone_of(self.code)

    @property
    def timezone_abbreviation(self) -> str:
        """'WIB', 'WITA' or 'WIT'."""
        return places.zone_abbreviation(self.code)


class Succession(models.Model):
    """One region followed by another: a split, a merger, a new code. A split region may stay valid itself."""

    old = models.ForeignKey(Region, models.PROTECT, related_name="successions", verbose_name="wilayah lama")
    new = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="predecessions",
        verbose_name="wilayah baru",
    )
    kind = models.CharField("jenis perubahan", max_length=20, choices=SuccessionKind)
    on = models.DateField("tanggal", null=True, blank=True, help_text="Kosong bila belum diketahui.")
    decree = models.CharField("dasar hukum", max_length=200, blank=True)

    class Meta:
        verbose_name = "perubahan wilayah"
        verbose_name_plural = "perubahan wilayah"
        ordering = ["old", "new"]
        constraints = [
            models.UniqueConstraint(
                fields=["old", "new"],
                name="succession_unique",
                violation_error_message="Perubahan wilayah ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=~models.Q(old=models.F("new")),
                name="succession_old_is_not_new",
                violation_error_message="Wilayah lama dan wilayah baru harus berbeda.",
            ),
        ]

    def __str__(self):
        return f"{self.old} → {self.new}"


class ProgrammeMembership(models.Model):
    """A village's part in Desmigratif or Desa Migran EMAS: since when, by which decree, and who says so.

    What is not known stays empty and is shown as 'belum diketahui'; decrees are never guessed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="memberships",
        limit_choices_to={"level": Level.VILLAGE},
        verbose_name="desa/kelurahan",
    )
    programme = models.CharField("program", max_length=20, choices=Programme)
    since_year = models.PositiveSmallIntegerField("sejak tahun")
    since = models.DateField("tanggal mulai", null=True, blank=True, help_text="Kosong bila belum diketahui.")
    decree_number = models.CharField(
        "nomor keputusan",
        max_length=100,
        blank=True,
        help_text="Kosong bila belum diketahui.",
    )
    decree_date = models.DateField("tanggal keputusan", null=True, blank=True)
    source = models.CharField("sumber", max_length=300, help_text="Dari mana keterangan ini diperoleh.")
    status = models.CharField(
        "status",
        max_length=10,
        choices=MembershipStatus,
        default=MembershipStatus.ACTIVE,
    )
    version = models.PositiveIntegerField(default=1)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "keikutsertaan program"
        verbose_name_plural = "keikutsertaan program"
        ordering = ["village", "programme"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "programme"],
                name="membership_unique",
                violation_error_message="Desa ini sudah tercatat dalam program tersebut. Ubah catatan yang ada.",
            ),
            models.CheckConstraint(
                condition=models.Q(programme__in=Programme.values, status__in=MembershipStatus.values),
                name="membership_known_choices",
                violation_error_message="Pilih program dan status dari daftar.",
            ),
            models.CheckConstraint(
                condition=models.Q(since_year__gte=2016),
                name="membership_not_before_programme",
                violation_error_message="Program dimulai tahun 2016. Isi tahun 2016 atau sesudahnya.",
            ),
            models.CheckConstraint(
                condition=models.Q(decree_date__isnull=True) | ~models.Q(decree_number=""),
                name="membership_decree_date_has_number",
                violation_error_message="Isi nomor keputusan, atau kosongkan tanggalnya.",
            ),
            models.CheckConstraint(
                condition=~models.Q(source=""),
                name="membership_has_source",
                violation_error_message="Isi sumber keterangan ini.",
            ),
        ]

    def __str__(self):
        return f"{self.village}: {self.get_programme_display()}"

    def get_absolute_url(self):
        """The village's page among the administrators' pages."""
        return reverse("accounts:region_detail", args=[self.village_id])

    @property
    def words(self) -> str:
        """Programme and year in a few words: 'Desmigratif 2017', 'EMAS 2025, berakhir'."""
        short = {Programme.DESMIGRATIF: "Desmigratif"}.get(self.programme, self.programme)
        return f"{short} {self.since_year}" + (", berakhir" if self.status == MembershipStatus.ENDED else "")

    @property
    def since_known(self) -> PartialDate:
        """The day it began, or the year when that is all we know."""
        return PartialDate(self.since, "day") if self.since else PartialDate(date(self.since_year, 1, 1), "year")

    def clean(self):
        """Refuse what single columns cannot tell: a region that is no village, a date outside the year."""
        errors = {}
        if self.village_id and len(self.village_id) != Level.VILLAGE:
            errors["village"] = "Pilih desa atau kelurahan, bukan wilayah di atasnya."
        if self.since and self.since_year and self.since.year != self.since_year:
            errors["since"] = "Tanggal mulai harus berada dalam tahun yang diisi."
        if errors:
            raise ValidationError(errors)
