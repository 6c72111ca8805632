"""A member goes over to another family of the same village."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import MemberMoveReason, Precision
from households.person_choices import LivesNow
from toolkit.ids import new_id


class MemberMove(models.Model):
    """Somebody left one family of the village for another one that was registered too, with everything that is his.

    Stands beside the stay that ended with it, which says where he was until which day. What he was to the old head and
    where he was said to live are kept, so that a move by mistake can be taken back; then both are gone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="member_moves")
    stay = models.OneToOneField("households.PastMembership", models.PROTECT, related_name="member_move")
    to_household = models.ForeignKey("households.Household", models.PROTECT, related_name="member_moves")
    moved_precision = models.CharField("ketelitian tanggal pindah keluarga", max_length=7, choices=Precision)
    reason = models.CharField("alasan pindah keluarga", max_length=8, choices=MemberMoveReason)
    relation_before = models.CharField("hubungan di keluarga asal", max_length=14, blank=True)
    lived_before = models.CharField("tempat tinggal di keluarga asal", max_length=9, choices=LivesNow, blank=True)
    known_at = models.DateTimeField("pindah keluarga, diketahui pada", default=timezone.now)
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "person__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pindah keluarga"
        verbose_name_plural = "pindah keluarga"
        ordering = ["-known_at", "-pk"]

    def __str__(self):
        return f"pindah keluarga {self.pk}"
