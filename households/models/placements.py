"""How somebody was placed abroad: the contract and the money, the documents, and what the officer decided."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Evidence, Precision
from households.placement_choices import (
    ContactRhythm,
    Currency,
    DayOff,
    Debt,
    DocumentKind,
    DocumentState,
    DownPayment,
    EmployerType,
    LoanSource,
    PlacementReason,
    PlacementStatus,
    Recruiter,
    Scheme,
    Visa,
)
from toolkit.ids import new_id


class Section(models.TextChoices):
    """The groups of questions about a placement: each is asked and noted by itself."""

    WAY = "way", "Cara berangkat"
    WORK = "work", "Pekerjaan dan kontrak"
    MONEY = "money", "Biaya dan utang"
    CONTACT = "contact", "Kabar dan kontak"


def _text(name, length):
    return models.CharField(name, max_length=length, blank=True)


def _answer(name, choices):
    return models.CharField(name, max_length=11, choices=choices, blank=True)


def _precision(name):
    return models.CharField(name, max_length=7, choices=Precision, blank=True)


def _known_at():
    return models.DateTimeField("penempatan dicatat pada", null=True, blank=True)


class Placement(models.Model):
    """How somebody was placed, one for each journey, in four sections; a section that was not asked has no time.

    What stays empty was not asked; refusing to say and not knowing are answers. Money is in whole rupiah, but for the
    wage, which is in the currency of the contract. A plan is what the family said before leaving or coming home; the
    day itself stands on the journey.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.OneToOneField("households.Trip", models.PROTECT, related_name="placement")

    scheme = _answer("skema penempatan", Scheme)
    recruiter = _answer("diberangkatkan oleh", Recruiter)
    visa = _answer("jenis visa", Visa)
    agency = _text("nama P3MI", 120)
    agency_licence = _text("nomor izin P3MI", 60)
    agency_abroad = _text("agen di luar negeri", 120)
    leaving_planned_on = models.DateField("rencana berangkat", null=True, blank=True)
    leaving_planned_precision = _precision("ketelitian rencana berangkat")
    port = _text("tempat berangkat (bandara, pelabuhan)", 80)
    way_evidence = _answer("cara berangkat diketahui dari", Evidence)
    way_known_at = _known_at()

    employer = _text("pemberi kerja", 120)
    employer_type = _answer("jenis pemberi kerja", EmployerType)
    employer_address = _text("alamat pemberi kerja", 200)
    employer_city = _text("kota tempat kerja", 60)
    contract_number = _text("nomor perjanjian kerja", 60)
    contract_from_on = models.DateField("kontrak mulai", null=True, blank=True)
    contract_from_precision = _precision("ketelitian mulai kontrak")
    contract_until_on = models.DateField("kontrak selesai", null=True, blank=True)
    contract_until_precision = _precision("ketelitian selesai kontrak")
    wage = models.PositiveIntegerField("upah sebulan", null=True, blank=True)
    wage_currency = models.CharField("mata uang upah", max_length=3, choices=Currency, blank=True)
    hours_a_day = models.PositiveSmallIntegerField("jam kerja sehari", null=True, blank=True)
    day_off = _answer("hari libur", DayOff)
    work_evidence = _answer("pekerjaan diketahui dari", Evidence)
    work_known_at = _known_at()

    cost_total = models.PositiveBigIntegerField("biaya seluruhnya", null=True, blank=True)
    cost_for = _text("biaya untuk apa", 200)
    loan_source = _answer("asal pinjaman", LoanSource)
    debt = _answer("sisa utang", Debt)
    deduction_months = models.PositiveSmallIntegerField("potongan gaji, bulan", null=True, blank=True)
    down_payment = _answer("uang panjar", DownPayment)
    money_evidence = _answer("biaya diketahui dari", Evidence)
    money_known_at = _known_at()

    return_planned_on = models.DateField("rencana pulang", null=True, blank=True)
    return_planned_precision = _precision("ketelitian rencana pulang")
    rhythm = _answer("seberapa sering memberi kabar", ContactRhythm)
    emergency_contact = _text("kontak darurat di luar negeri", 120)
    contact_evidence = _answer("kontak diketahui dari", Evidence)
    contact_known_at = _known_at()

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "penempatan"
        verbose_name_plural = "penempatan"
        constraints = [
            models.CheckConstraint(
                condition=Q(contract_until_on__isnull=True)
                | Q(contract_from_on__isnull=True)
                | ~Q(contract_until_precision=Precision.DAY)
                | Q(contract_until_on__gte=F("contract_from_on")),
                name="households_placement_contract_ends_after_it_begins",
                violation_error_message="Kontrak selesai lebih awal dari mulainya. Periksa keduanya.",
            ),
            models.CheckConstraint(
                condition=Q(wage__isnull=True) | ~Q(wage_currency=""),
                name="households_placement_wage_has_a_currency",
                violation_error_message="Pilih mata uang upahnya.",
            ),
        ]

    def __str__(self):
        return f"penempatan {self.pk}"


class TripDocument(models.Model):
    """A document that a journey needs: where it is, its number, and how that is known. One row for each kind."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="documents")
    kind = models.CharField("jenis dokumen", max_length=11, choices=DocumentKind)
    state = models.CharField("keadaan dokumen", max_length=9, choices=DocumentState)
    # As written, capital letters without spaces: what is odd is said, and nothing is refused.
    number = models.CharField("nomor dokumen", max_length=32, blank=True)
    place = models.CharField("tempat terbit", max_length=60, blank=True)
    expires_on = models.DateField("berlaku sampai", null=True, blank=True)
    expires_precision = models.CharField(
        "ketelitian masa berlaku", max_length=7, choices=Precision, default=Precision.UNKNOWN
    )
    evidence = models.CharField("dokumen diketahui dari", max_length=8, choices=Evidence)
    known_at = models.DateTimeField("dokumen dicatat pada", default=timezone.now)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen perjalanan"
        verbose_name_plural = "dokumen perjalanan"
        constraints = [
            models.UniqueConstraint(
                fields=["trip", "kind"],
                name="households_tripdocument_once_a_kind",
                violation_error_message="Dokumen ini sudah terdata untuk perjalanan ini.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True, expires_precision=Precision.UNKNOWN)
                | (Q(expires_on__isnull=False) & ~Q(expires_precision=Precision.UNKNOWN)),
                name="households_tripdocument_expiry_precision",
                violation_error_message="Isi masa berlakunya, atau kosongkan bila belum diketahui.",
            ),
        ]

    def __str__(self):
        return f"dokumen {self.pk}"


class PlacementReview(models.Model):
    """The officer confirmed what the rule suggested about a journey, or decided otherwise with a note.

    The last that was not taken back holds; `Trip.placed` repeats it for the counts.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="placement_reviews")
    decided_on = models.DateField("diputuskan pada")
    known_at = models.DateTimeField("keputusan dicatat pada", default=timezone.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    status = models.CharField("kelengkapan dokumen", max_length=10, choices=PlacementStatus)
    evidence = models.CharField("keputusan diketahui dari", max_length=8, choices=Evidence)
    suggestion = models.CharField("saran saat itu", max_length=10, choices=PlacementStatus)
    reasons = models.JSONField("alasan saran", default=list, blank=True)
    note = models.CharField("catatan petugas", max_length=500, blank=True)
    withdrawn_at = models.DateTimeField("keputusan ditarik pada", null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan kelengkapan dokumen"
        verbose_name_plural = "keputusan kelengkapan dokumen"
        ordering = ["-known_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="households_placementreview_withdrawn_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status=F("suggestion")) | ~Q(note=""),
                name="households_placementreview_note_of_another_mind",
                violation_error_message="Tulis alasannya, karena keputusan ini berbeda dari saran.",
            ),
        ]

    def __str__(self):
        return f"keputusan {self.pk}"

    @property
    def sentences(self) -> list[str]:
        """The reasons of the suggestion at that time, in words."""
        return [PlacementReason(code).label for code in self.reasons if code in PlacementReason.values]
