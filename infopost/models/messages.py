"""Messages to families: that a family agreed to be written to, and what an officer sent from his own telephone."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from households.choices import ConsentHow
from infopost.models.desk_rows import DeskRow


class FamilyRow(DeskRow):
    """What both are about: a family."""

    household = models.ForeignKey("households.Household", models.PROTECT, related_name="+", verbose_name="rumah tangga")

    class Meta:
        abstract = True


class WritingConsent(FamilyRow):
    """A family agreed to be written to by its village's post, from a day on, until it takes that back."""

    given_on = models.DateField("boleh ditulisi sejak")
    how = models.CharField("cara", max_length=10, choices=ConsentHow)
    ended_on = models.DateField("tidak boleh lagi sejak", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)

    class Meta:
        verbose_name = "izin ditulisi"
        verbose_name_plural = "izin ditulisi"
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["village", "household"],
                condition=Q(ended_on=None, withdrawn_at=None),
                name="writing_consent_one_at_a_time",
                violation_error_message="Izin keluarga ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("given_on")),
                name="writing_consent_ends_after_it_begins",
                violation_error_message="Berakhir lebih awal dari mulainya. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"izin ditulisi {self.pk}"


class Message(FamilyRow):
    """A prepared text that was opened in the officer's WhatsApp and so counts as sent, unless he says it was not."""

    code = models.CharField("pesan", max_length=20)
    text = models.CharField("isi pesan", max_length=600)
    opened_at = models.DateTimeField("dibuka di WhatsApp", null=True, blank=True)
    cancelled_at = models.DateTimeField("tidak jadi dikirim", null=True, blank=True)

    class Meta:
        verbose_name = "pesan"
        verbose_name_plural = "pesan"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["village", "id"], name="message_list")]

    def __str__(self):
        return f"pesan {self.pk}"

    def get_absolute_url(self):
        """The page with its text."""
        return reverse("infopost:message_detail", args=[self.pk])

    @property
    def is_sent(self) -> bool:
        """Whether it counts as sent."""
        return self.opened_at is not None and self.cancelled_at is None
