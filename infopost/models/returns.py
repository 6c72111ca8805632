"""The talk with somebody who came home, and what was offered to him."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from infopost.models.desk_rows import DeskRow
from infopost.return_choices import Left, Offer, TaskState
from toolkit.ids import new_id


def _left(name):
    return models.CharField(name, max_length=8, choices=Left, blank=True)


class ReturnTalk(models.Model):
    """What was left behind abroad, asked once after a journey; wish, state and debts stand in the registry.

    Belongs to the journey's version, as the registry's own answers do. Kept with the village that asked.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    village = models.ForeignKey("regions.Region", models.PROTECT, related_name="+", verbose_name="desa")
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="return_talks", verbose_name="perjalanan")
    talked_on = models.DateField("tanggal bicara")
    known_at = models.DateTimeField("diketahui pada", default=timezone.now)
    wages = _left("upah")
    insurance = _left("santunan dan jaminan sosial")
    savings = _left("tabungan di luar negeri")
    documents = _left("surat yang ditahan")
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)
    changed_at = models.DateTimeField("diubah pada", default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diubah oleh"
    )

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "percakapan pulang"
        verbose_name_plural = "percakapan pulang"
        constraints = [
            models.UniqueConstraint(
                fields=["trip", "village"],
                name="return_talk_once_a_journey",
                violation_error_message="Percakapan ini sudah dicatat.",
            ),
        ]

    def __str__(self):
        return f"percakapan pulang {self.pk}"

    @property
    def rights(self) -> tuple[str, ...]:
        """The answers about what was left behind."""
        return self.wages, self.insurance, self.savings, self.documents

    @property
    def left_labels(self) -> list[str]:
        """What is still owed to him, in words."""
        names = ("wages", "insurance", "savings", "documents")
        return [str(self._meta.get_field(name).verbose_name) for name in names if getattr(self, name) == Left.LEFT]


class ReturnTask(DeskRow):
    """Something that the village offers somebody who came home, to be done by a day."""

    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="return_tasks", verbose_name="perjalanan")
    offer = models.CharField("tawaran", max_length=12, choices=Offer)
    due_on = models.DateField("dilakukan sampai")
    state = models.CharField("keadaan", max_length=10, choices=TaskState, default=TaskState.OPEN)
    closed_on = models.DateField("selesai pada", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)

    class Meta:
        verbose_name = "tawaran setelah pulang"
        verbose_name_plural = "tawaran setelah pulang"
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(
                fields=["village", "due_on"], name="return_task_open", condition=Q(state="open", withdrawn_at=None)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="return_task_known_choices",
                condition=Q(offer__in=Offer.values) & Q(state__in=TaskState.values),
                violation_error_message="Pilih tawarannya.",
            ),
            models.CheckConstraint(
                name="return_task_closed_on_a_day",
                condition=Q(state=TaskState.OPEN, closed_on__isnull=True)
                | (~Q(state=TaskState.OPEN) & Q(closed_on__isnull=False)),
                violation_error_message="Isi sejak kapan selesai.",
            ),
            models.UniqueConstraint(
                fields=["trip", "village", "offer"],
                condition=Q(state="open", withdrawn_at=None),
                name="return_task_open_once",
                violation_error_message="Tawaran ini sudah menunggu.",
            ),
        ]

    def __str__(self):
        return f"tawaran {self.pk}"

    def get_absolute_url(self):
        """Where it is closed or taken back."""
        return reverse("infopost:task_close", args=[self.pk])
