"""The letters that a village gives, and each time that one was printed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Precision
from infopost.letter_choices import CivilStatus, Kinship, LetterKind, LetterState, Refusal
from infopost.querysets import LetterQuerySet
from regions.models import Region
from toolkit.dates import PartialDate
from toolkit.ids import new_id

NUMBERED = (LetterState.SIGNED, LetterState.WITHDRAWN)
SIGNED = Q(
    signed_on__isnull=False,
    signed_at__isnull=False,
    signed_by__isnull=False,
    year__isnull=False,
    serial__isnull=False,
    token__isnull=False,
) & ~Q(number="")
UNSIGNED = Q(
    signed_on__isnull=True,
    signed_at__isnull=True,
    signed_by__isnull=True,
    year__isnull=True,
    serial__isnull=True,
    token__isnull=True,
    number="",
)


class Letter(models.Model):
    """One letter about somebody of the registry: prepared by the officer, signed by the head, or refused.

    Its words are kept as they were when it was prepared, so that a reprint years later says the same. Whole numbers
    stand in columns of their own and are put into the words on paper alone. A refusal is a row too: it is counted, and
    nobody can ask again next week as if nothing had been.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey(Region, models.PROTECT, related_name="letters", verbose_name="desa/kelurahan")
    person = models.ForeignKey(
        "households.Person", models.PROTECT, related_name="letters", verbose_name="tentang siapa"
    )
    trip = models.ForeignKey(
        "households.Trip", models.PROTECT, null=True, blank=True, related_name="letters", verbose_name="perjalanan"
    )
    kind = models.CharField("jenis surat", max_length=8, choices=LetterKind)
    state = models.CharField("keadaan surat", max_length=9, choices=LetterState)
    # Of a letter of permission: who gives leave, a member of the registry or somebody written down.
    signer = models.ForeignKey(
        "households.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pemberi izin"
    )
    signer_name = models.CharField("nama pemberi izin", max_length=120, blank=True)
    signer_nik = models.CharField("NIK pemberi izin", max_length=16, blank=True)
    signer_birth_on = models.DateField("tanggal lahir pemberi izin", null=True, blank=True)
    signer_birth_precision = models.CharField(
        "ketelitian lahir pemberi izin", max_length=7, choices=Precision, default=Precision.UNKNOWN
    )
    signer_address = models.CharField("alamat pemberi izin", max_length=160, blank=True)
    kinship = models.CharField("hubungan pemberi izin", max_length=8, choices=Kinship, blank=True)
    marital = models.CharField("status perkawinan", max_length=8, choices=CivilStatus, blank=True)
    addressee = models.CharField("pejabat yang dituju", max_length=160, blank=True)
    purpose = models.CharField("keperluan", max_length=200, blank=True)
    enclosed = models.CharField("berkas yang dibawa", max_length=300, blank=True)
    # How it was written down when it was prepared.
    head = models.TextField("kop surat", blank=True)
    # The coat of arms of that day: empty where the head had none, null for letters from before it was kept.
    crest = models.BinaryField("lambang", null=True, blank=True)
    title = models.CharField("judul", max_length=80, blank=True)
    body = models.TextField("isi surat", blank=True)
    nik = models.CharField("NIK", max_length=16, blank=True)
    font_pt = models.PositiveSmallIntegerField("ukuran huruf", default=12)
    margin_mm = models.PositiveSmallIntegerField("tepi kertas", default=25)
    prepared_on = models.DateField("disiapkan")
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="disiapkan oleh"
    )
    known_at = models.DateTimeField("diketahui pada", default=timezone.now)
    refusal = models.CharField("alasan ditolak", max_length=12, choices=Refusal, blank=True)
    refused_on = models.DateField("ditolak", null=True, blank=True)
    sent_back_at = models.DateTimeField("dikembalikan pada", null=True, blank=True)
    sent_back_reason = models.CharField("alasan dikembalikan", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("tahun register", null=True, blank=True)
    serial = models.PositiveIntegerField("nomor urut", null=True, blank=True)
    number = models.CharField("nomor surat", max_length=40, blank=True)
    # Random, behind the picture on the paper: 192 bits, kept as it is, because a reprint carries the same one.
    token = models.CharField("tanda periksa", max_length=32, null=True, blank=True, unique=True)
    signed_on = models.DateField("ditandatangani", null=True, blank=True)
    signed_at = models.DateTimeField("ditandatangani pada", null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ditandatangani oleh",
    )
    withdrawn_on = models.DateField("ditarik", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditarik oleh"
    )
    withdrawn_reason = models.CharField("alasan ditarik", max_length=200, blank=True)
    changed_at = models.DateTimeField("diubah pada", default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diubah oleh"
    )
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_LETTERS, Verb.GIVE_LETTERS, Verb.COUNT

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["village", "id"], name="letter_list"),
            models.Index(fields=["village", "signed_on"], name="letter_signed"),
            models.Index(fields=["person"], name="letter_person"),
            models.Index(fields=["village"], name="letter_waiting", condition=Q(state__in=["waiting", "sent_back"])),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "year", "serial"],
                name="letter_serial_once_a_year",
                violation_error_message="Nomor ini baru saja dipakai surat lain. Tekan sekali lagi.",
            ),
            models.CheckConstraint(
                name="letter_numbered_when_signed",
                condition=(Q(state__in=NUMBERED) & SIGNED) | (~Q(state__in=NUMBERED) & UNSIGNED),
                violation_error_message="Surat mendapat nomor saat ditandatangani, dan hanya saat itu.",
            ),
            models.CheckConstraint(
                name="letter_refused_for_a_reason",
                condition=(
                    Q(state__in=[LetterState.REFUSED, LetterState.CANCELLED], refused_on__isnull=False) & ~Q(refusal="")
                )
                | (Q(refused_on__isnull=True, refusal="") & ~Q(state=LetterState.REFUSED)),
                violation_error_message="Surat yang ditolak mempunyai alasan dan tanggal.",
            ),
            models.CheckConstraint(
                name="letter_withdrawn_for_a_reason",
                condition=(
                    Q(state=LetterState.WITHDRAWN, withdrawn_on__isnull=False, withdrawn_at__isnull=False)
                    & Q(withdrawn_by__isnull=False)
                    & ~Q(withdrawn_reason="")
                )
                | (
                    ~Q(state=LetterState.WITHDRAWN)
                    & Q(withdrawn_on__isnull=True, withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                    & Q(withdrawn_reason="")
                ),
                violation_error_message="Tulis mengapa surat ini ditarik.",
            ),
            models.CheckConstraint(
                name="letter_sent_back_for_a_reason",
                condition=~Q(state=LetterState.SENT_BACK) | (Q(sent_back_at__isnull=False) & ~Q(sent_back_reason="")),
                violation_error_message="Tulis mengapa surat ini dikembalikan.",
            ),
        ]

    def __str__(self):
        return f"surat {self.pk}"

    def get_absolute_url(self):
        """The letter's page."""
        return reverse("infopost:letter_detail", args=[self.pk])

    @property
    def is_numbered(self) -> bool:
        """Whether it was signed, and may be printed."""
        return self.state in NUMBERED

    @property
    def signer_birth(self) -> PartialDate:
        """When whoever gives leave was born, as exactly as it is known."""
        if self.signer_birth_on is None:
            return PartialDate()
        return PartialDate.within(self.signer_birth_on, self.signer_birth_precision)


class LetterPrint(models.Model):
    """One time that a letter was put on paper, whole numbers and all."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="prints", verbose_name="surat")
    printed_at = models.DateTimeField("dicetak pada", default=timezone.now)
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicetak oleh"
    )

    scope_path = "letter__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_LETTERS, Verb.GIVE_LETTERS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "cetakan surat"
        verbose_name_plural = "cetakan surat"
        ordering = ["printed_at", "pk"]

    def __str__(self):
        return f"cetakan {self.pk}"
