"""A family goes to another village: offered by one officer, answered by the other."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import DeclineReason, MoveState, Precision
from regions.models import Region
from toolkit.ids import new_id


class MoveQuerySet(ScopedQuerySet):
    """Offers."""

    def waiting(self):
        """Those that nobody has answered or withdrawn."""
        return self.filter(state=MoveState.WAITING)

    def declined_and_unsettled(self):
        """Those that were declined, of families that nobody visited, offered again or closed since."""
        from households.models import Closing, Visit

        own, answered = {"household": OuterRef("household")}, OuterRef("answered_at")
        return self.filter(
            ~Exists(Visit.objects.filter(**own, known_at__gte=answered)),
            ~Exists(MoveOffer.objects.filter(**own, offered_at__gt=answered)),
            ~Exists(Closing.objects.filter(**own, closed_known_at__gte=answered)),
            state=MoveState.DECLINED,
        )


class MoveOffer(models.Model):
    """The sending officer says where a family went and since when; it moves when the other village accepts.

    Here it is the sending village's row. What the other village sees of it is IncomingMove.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="move_offers")
    from_village = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="desa asal")
    to_village = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="desa tujuan")
    moved_on = models.DateField("pindah")
    moved_precision = models.CharField("ketelitian tanggal pindah", max_length=7, choices=Precision)
    note = models.CharField("keterangan", max_length=160, blank=True)
    state = models.CharField("keadaan", max_length=10, choices=MoveState, default=MoveState.WAITING)
    decline_reason = models.CharField("alasan ditolak", max_length=10, choices=DeclineReason, blank=True)
    # How many came along, kept for the sending village, which reaches the family no longer.
    people = models.PositiveSmallIntegerField("jumlah orang", null=True, blank=True)
    offered_at = models.DateTimeField("ditawarkan pada", default=timezone.now)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField("dijawab pada", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    scope_path = "from_village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = MoveQuerySet.as_manager()

    class Meta:
        verbose_name = "tawaran pindah"
        verbose_name_plural = "tawaran pindah"
        ordering = ["-offered_at", "-pk"]
        indexes = [
            models.Index(fields=["to_village"], name="move_offer_waiting", condition=Q(state=MoveState.WAITING)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(state=MoveState.WAITING),
                name="households_move_one_at_a_time",
                violation_error_message="Keluarga ini sudah ditawarkan pindah dan masih menunggu jawaban.",
            ),
            models.CheckConstraint(
                condition=Q(state=MoveState.WAITING, answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(state=MoveState.WAITING) & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="households_move_answered_by_somebody",
                violation_error_message="Tawaran yang selesai perlu tercatat kapan dan oleh siapa.",
            ),
            models.CheckConstraint(
                condition=~Q(from_village=models.F("to_village")),
                name="households_move_elsewhere",
                violation_error_message="Keluarga ini sudah tinggal di desa itu. Pilih desa lain.",
            ),
        ]

    def __str__(self):
        return f"tawaran pindah {self.pk}"

    @property
    def is_waiting(self) -> bool:
        """Whether the offer may still be answered or withdrawn."""
        return self.state == MoveState.WAITING


class IncomingMove(MoveOffer):
    """The same offer as the receiving village's row: of the family only the head's name and how many they are."""

    scope_path = "to_village_id"
    # Nobody but the officer who can answer.
    read_verb = edit_verb = Verb.EDIT_HOUSEHOLDS
    count_verb = None

    objects = MoveQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = "tawaran pindah masuk"
        verbose_name_plural = "tawaran pindah masuk"

    def get_absolute_url(self):
        """Where it is answered; the family's key stands in no address before that."""
        return reverse("households:move_answer", args=[self.pk])

    def members(self) -> list:
        """Whoever would come, the head first; the household's members should be prefetched."""
        here = [person for person in self.household.members.all() if person.is_member_on(timezone.localdate())]
        return sorted(here, key=lambda person: (person.relation != "head", person.pk))

    @property
    def head_name(self) -> str:
        """The head's name, else the first member's."""
        return next((person.name for person in self.members()), "Keluarga tanpa anggota")

    @property
    def size(self) -> int:
        """How many people would come."""
        return len(self.members())
