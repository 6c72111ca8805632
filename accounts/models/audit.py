"""The book of acts: who did what to which record, and when. It never holds a name or a number of a family."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from accounts.scoping.regency import Regency
from regions.choices import Level


class Act(models.TextChoices):
    """What can stand in the book."""

    SIGNED_IN = "signed_in", "masuk"
    SIGN_IN_FAILED = "sign_in_failed", "gagal masuk"
    SIGNED_OUT = "signed_out", "keluar"
    PASSWORD_CHANGED = "password_changed", "mengganti sandi"
    ACCOUNT_CREATED = "account_created", "membuat akun"
    ACCOUNT_CHANGED = "account_changed", "mengubah akun"
    CODE_ISSUED = "code_issued", "memberi kode sekali pakai"
    VIEWED = "viewed", "membuka"
    REVEALED = "revealed", "melihat nomor"
    SEARCHED_NUMBER = "searched_number", "mencari nomor"
    LISTED = "listed", "membuka daftar"
    CREATED = "created", "mendaftarkan"
    CHANGED = "changed", "mengubah"
    IMPORT_PLANNED = "import_planned", "memeriksa berkas"
    IMPORTED = "imported", "memasukkan berkas"
    REPORTED = "reported", "membuat laporan"
    PRINTED = "printed", "mencetak"
    EXPORTED = "exported", "mengunduh data orang"
    DENIED = "denied", "ditolak"
    REGION_CHANGED = "region_changed", "mengubah data wilayah"
    BACKED_UP = "backed_up", "membuat cadangan"
    RESTORED = "restored", "memulihkan cadangan"


class AuditQuerySet(ScopedQuerySet):
    """Lines of the book: many at once are no more changed or removed than one."""

    def update(self, **values):
        """Only new lines are written."""
        raise TypeError("A line of the audit book is never changed.")

    def delete(self):
        """Lines stay."""
        raise TypeError("A line of the audit book is never removed.")

    def _lies_in(self, code):
        """A kabupaten's lines by the kabupaten itself: of a range of codes no index tells which line is newest."""
        return Q(Exact(Regency("region_code"), code)) if len(code) == Level.REGENCY else super()._lies_in(code)

    # As Django asks of every queryset, so that a template cannot call it.
    delete.alters_data = True
    delete.queryset_only = True


class AuditEvent(models.Model):
    """One act. Written in the same transaction as the act itself, and never changed or removed afterwards.

    The actor's name is kept as it was, and records are named by kind and key instead of by foreign key, so that the
    book outlives both.
    """

    at = models.DateTimeField("waktu", default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False
    )
    actor_name = models.CharField("pelaku", max_length=120, blank=True)
    act = models.CharField("perbuatan", max_length=30, choices=Act)
    record_kind = models.CharField("jenis catatan", max_length=40, blank=True)
    record_id = models.CharField("kunci catatan", max_length=40, blank=True)
    region_code = models.CharField("wilayah", max_length=10, blank=True)
    fields = models.JSONField("kolom", default=list, blank=True)
    reason = models.CharField("alasan", max_length=200, blank=True)
    request_id = models.CharField("permintaan", max_length=40, blank=True)

    scope_path = "region_code"
    read_verb = Verb.READ_AUDIT
    edit_verb = count_verb = None

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan akses"
        verbose_name_plural = "catatan akses"
        ordering = ["-at", "-pk"]
        indexes = [
            # Lines are read from the newest on, of a kabupaten or one of its villages. What is asked about is rare.
            models.Index(Regency("region_code"), F("id").desc(), name="audit_regency"),
            models.Index(Regency("region_code"), F("act"), F("id").desc(), name="audit_regency_act"),
            models.Index(fields=["region_code", "-id"], name="audit_region"),
            models.Index(fields=["record_kind", "record_id", "-at"], name="audit_record_at"),
        ]

    def __str__(self):
        return f"{self.get_act_display()} {self.record_kind} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs):
        """Only new lines are written."""
        if not self._state.adding:
            raise TypeError("A line of the audit book is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Lines stay."""
        raise TypeError("A line of the audit book is never removed.")
