"""Somebody was sent to an office, with a reason, and what the office answered."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from households.choices import Precision
from infopost.file_choices import Office, ReferralAnswer, ReferralReason
from infopost.file_querysets import ReferralQuerySet
from toolkit.dates import PartialDate
from toolkit.ids import new_id


class Referral(models.Model):
    """A candidate is referred to an office on a day; the answer comes back on another.

    Both have the day on which they were and the time at which they became known. One that was noted by mistake is
    taken back and counts nowhere.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="referrals")
    office = models.CharField("dirujuk ke", max_length=11, choices=Office)
    office_name = models.CharField("nama kantor", max_length=80, blank=True)
    reason = models.CharField("alasan rujukan", max_length=11, choices=ReferralReason)
    note = models.CharField("yang dibawa atau ditanyakan", max_length=200, blank=True)
    referred_on = models.DateField("dirujuk pada")
    referred_known_at = models.DateTimeField("rujukan dicatat pada", default=timezone.now)
    referred_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dirujuk oleh"
    )
    answer = models.CharField("jawaban kantor", max_length=9, choices=ReferralAnswer, blank=True)
    asked_for = models.CharField("yang diminta dilengkapi", max_length=200, blank=True)
    answered_on = models.DateField("dijawab pada", null=True, blank=True)
    answered_precision = models.CharField(
        "ketelitian tanggal jawaban", max_length=7, choices=Precision, default=Precision.UNKNOWN
    )
    answered_known_at = models.DateTimeField("jawaban dicatat pada", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dijawab, oleh"
    )
    withdrawn_at = models.DateTimeField("rujukan ditarik pada", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = "rujukan"
        verbose_name_plural = "rujukan"
        ordering = ["-referred_on", "-pk"]
        indexes = [models.Index(fields=["referred_on"], name="referral_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(office__in=Office.values, reason__in=ReferralReason.values)
                & Q(answer__in=["", *ReferralAnswer.values]),
                name="infopost_referral_known_choices",
                violation_error_message="Pilih kantor, alasan, dan jawabannya dari daftar.",
            ),
            models.CheckConstraint(
                condition=Q(
                    answer="", answered_known_at__isnull=True, answered_by__isnull=True, answered_on__isnull=True
                )
                | (~Q(answer="") & Q(answered_known_at__isnull=False, answered_by__isnull=False)),
                name="infopost_referral_answered_by_somebody",
                violation_error_message="Isi jawaban kantornya.",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("referred_on")),
                name="infopost_referral_answered_after_it_was_made",
                violation_error_message="Dijawab lebih awal dari dirujuk. Periksa keduanya.",
            ),
            models.CheckConstraint(
                condition=~Q(answer=ReferralAnswer.ASKS_MORE) | ~Q(asked_for=""),
                name="infopost_referral_says_what_is_asked_for",
                violation_error_message="Tulis apa yang diminta dilengkapi.",
            ),
            models.CheckConstraint(
                condition=~Q(office=Office.OTHER) | ~Q(office_name=""),
                name="infopost_referral_names_another_office",
                violation_error_message="Tulis nama kantornya.",
            ),
        ]

    def __str__(self):
        return f"rujukan {self.pk}"

    @property
    def office_words(self) -> str:
        """Where to, in words."""
        return self.office_name if self.office == Office.OTHER else self.get_office_display()

    @property
    def answered(self) -> PartialDate:
        """When the answer came, as exactly as it is known."""
        if self.answered_on is None:
            return PartialDate()
        return PartialDate.within(self.answered_on, self.answered_precision)
