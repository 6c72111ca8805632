"""How letters look and are numbered: a kabupaten's letterhead and words, a village's register, its counter."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from infopost.letter_choices import LetterKind
from infopost.rules.numbering import USUAL
from toolkit.ids import new_id

# Offices refuse tiny letters and odd margins.
SMALLEST_PT, LARGEST_PT = 11, 14
NARROWEST_MM, WIDEST_MM = 25, 40


class Letterhead(models.Model):
    """What stands on top of the letters of a kabupaten's villages, and how the paper is set."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    region = models.OneToOneField(
        "regions.Region", models.PROTECT, related_name="letterhead", verbose_name="kabupaten/kota"
    )
    lines = models.TextField("kop surat", max_length=400)
    # A small JPEG of our own drawing; empty where the head has none.
    logo = models.BinaryField("lambang", blank=True, default=bytes)
    font_pt = models.PositiveSmallIntegerField(
        "ukuran huruf", default=12, validators=[MinValueValidator(SMALLEST_PT), MaxValueValidator(LARGEST_PT)]
    )
    margin_mm = models.PositiveSmallIntegerField(
        "tepi kertas", default=25, validators=[MinValueValidator(NARROWEST_MM), MaxValueValidator(WIDEST_MM)]
    )
    changed_at = models.DateTimeField("diubah pada", default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kop surat"
        verbose_name_plural = "kop surat"
        constraints = [
            models.CheckConstraint(
                name="letterhead_is_readable",
                condition=Q(
                    font_pt__gte=SMALLEST_PT,
                    font_pt__lte=LARGEST_PT,
                    margin_mm__gte=NARROWEST_MM,
                    margin_mm__lte=WIDEST_MM,
                ),
                violation_error_message="Ukuran huruf 11 sampai 14, dan tepi kertas 25 sampai 40 milimeter.",
            ),
        ]

    def __str__(self):
        return f"kop surat {self.region_id}"

    def get_absolute_url(self):
        """What a kabupaten's letters look like."""
        return reverse("infopost:layout_detail", args=[self.region_id])


class LetterWording(models.Model):
    """The words of one kind of letter in a kabupaten, where they differ from those for everywhere."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    region = models.ForeignKey(
        "regions.Region", models.PROTECT, related_name="letter_wordings", verbose_name="kabupaten/kota"
    )
    kind = models.CharField("jenis surat", max_length=8, choices=LetterKind)
    title = models.CharField("judul", max_length=80)
    body = models.TextField("isi", max_length=4000)
    changed_at = models.DateTimeField("diubah pada", default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kata-kata surat"
        verbose_name_plural = "kata-kata surat"
        constraints = [
            models.UniqueConstraint(
                fields=["region", "kind"],
                name="letter_wording_once_a_kind",
                violation_error_message="Kata-kata surat ini sudah ada untuk kabupaten/kota ini.",
            ),
        ]

    def __str__(self):
        return f"kata-kata {self.kind} {self.region_id}"

    def get_absolute_url(self):
        """What a kabupaten's letters look like."""
        return reverse("infopost:layout_detail", args=[self.region_id])


class LetterBook(models.Model):
    """The village's register of letters: how it numbers them, and where the office is."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.OneToOneField(
        "regions.Region", models.PROTECT, related_name="letter_book", verbose_name="desa/kelurahan"
    )
    number_pattern = models.CharField("bentuk nomor", max_length=60, default=USUAL)
    office_address = models.CharField("alamat kantor desa", max_length=160, blank=True)
    changed_at = models.DateTimeField("diubah pada", default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_LETTERS, Verb.GIVE_LETTERS, None

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "buku register surat"
        verbose_name_plural = "buku register surat"

    def __str__(self):
        return f"buku register {self.village_id}"

    def get_absolute_url(self):
        """The page on which it is kept."""
        return reverse("infopost:letter_book_keep")


class LetterCounter(models.Model):
    """The last number of a village's register in a year. Its row is locked while a letter takes the next one."""

    village = models.ForeignKey(
        "regions.Region", models.PROTECT, related_name="letter_counters", verbose_name="desa/kelurahan"
    )
    year = models.PositiveSmallIntegerField("tahun")
    last = models.PositiveIntegerField("nomor terakhir", default=0)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_LETTERS, Verb.GIVE_LETTERS, None

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "penghitung nomor surat"
        verbose_name_plural = "penghitung nomor surat"
        constraints = [
            models.UniqueConstraint(
                fields=["village", "year"],
                name="letter_counter_once_a_year",
                violation_error_message="Penghitung tahun ini sudah ada.",
            ),
        ]

    def __str__(self):
        return f"penghitung {self.village_id} {self.year}"
