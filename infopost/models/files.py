"""The candidate's file: what the post notes of a journey that is being prepared, beside what the registry knows of it.

A file is no record of its own: each journey that is prepared has one. What stands in the registry (documents, way,
departure) is read from there and never written twice.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Evidence, Precision
from households.placement_choices import DocumentKind, DocumentState
from infopost.file_choices import FileStep, StepState
from infopost.file_querysets import DocumentHelpQuerySet
from toolkit.dates import PartialDate
from toolkit.ids import new_id


class StepNote(models.Model):
    """A step of a journey that was told to the post: done on a day, or not needed for this journey."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="file_steps")
    step = models.CharField("langkah", max_length=11, choices=FileStep)
    state = models.CharField("keadaan langkah", max_length=10, choices=StepState)
    done_on = models.DateField("langkah selesai pada", null=True, blank=True)
    done_precision = models.CharField(
        "ketelitian tanggal langkah", max_length=7, choices=Precision, default=Precision.UNKNOWN
    )
    known_at = models.DateTimeField("langkah dicatat pada", default=timezone.now)
    evidence = models.CharField("langkah diketahui dari", max_length=8, choices=Evidence)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="langkah dicatat oleh"
    )
    note = models.CharField("catatan langkah", max_length=200, blank=True)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah calon PMI"
        verbose_name_plural = "langkah calon PMI"
        constraints = [
            models.UniqueConstraint(
                fields=["trip", "step"],
                name="infopost_stepnote_once_a_step",
                violation_error_message="Langkah ini sudah dicatat.",
            ),
            models.CheckConstraint(
                condition=Q(step__in=FileStep.values, state__in=StepState.values),
                name="infopost_stepnote_known_choices",
                violation_error_message="Pilih langkah dan keadaannya dari daftar.",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_precision=Precision.UNKNOWN)
                | (Q(done_on__isnull=False, state=StepState.DONE) & ~Q(done_precision=Precision.UNKNOWN)),
                name="infopost_stepnote_date_of_a_step_done",
                violation_error_message="Tanggal hanya diisi untuk langkah yang sudah selesai.",
            ),
        ]

    def __str__(self):
        return f"langkah {self.pk}"

    @property
    def done(self) -> PartialDate:
        """When it was done, as exactly as it is known."""
        return PartialDate.within(self.done_on, self.done_precision) if self.done_on else PartialDate()


class DocumentHelp(models.Model):
    """A document was noted through the file on a day: the post helped with it. The document itself is the registry's.

    One a kind and day; taken back, it counts no longer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="document_helps")
    kind = models.CharField("jenis dokumen yang dibantu", max_length=11, choices=DocumentKind)
    state = models.CharField("keadaan dokumen saat itu", max_length=9, choices=DocumentState)
    helped_on = models.DateField("dokumen dibantu pada")
    known_at = models.DateTimeField("bantuan dokumen dicatat pada", default=timezone.now)
    helped_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("bantuan dokumen ditarik pada", null=True, blank=True)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = DocumentHelpQuerySet.as_manager()

    class Meta:
        verbose_name = "bantuan dokumen"
        verbose_name_plural = "bantuan dokumen"
        indexes = [models.Index(fields=["helped_on"], name="documenthelp_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["trip", "kind", "helped_on"],
                name="infopost_documenthelp_once_a_day",
                violation_error_message="Bantuan untuk dokumen ini sudah dicatat hari ini.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DocumentKind.values),
                name="infopost_documenthelp_known_kind",
                violation_error_message="Pilih jenis dokumen dari daftar.",
            ),
        ]

    def __str__(self):
        return f"bantuan dokumen {self.pk}"


class DepartureGap(models.Model):
    """What a journey still lacked when its departure was noted, on whichever page: kept, and in nobody's way.

    `missing` are the codes of steps and documents, and of checks that were not 'ok'.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="departure_gaps")
    missing = models.JSONField("yang belum ada saat berangkat", default=list, blank=True)
    known_at = models.DateTimeField("kekurangan saat berangkat dicatat pada", default=timezone.now)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("kekurangan saat berangkat ditarik pada", null=True, blank=True)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "kekurangan saat berangkat"
        verbose_name_plural = "kekurangan saat berangkat"
        ordering = ["-known_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("known_at")),
                name="infopost_departuregap_withdrawn_later",
                violation_error_message="Ditarik sebelum dicatat. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"kekurangan saat berangkat {self.pk}"
