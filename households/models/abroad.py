"""What happens while somebody is abroad: the contract is extended, the family hears nothing, and hears again."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.choices import Channel, ExtensionPlace, Precision
from toolkit.ids import new_id


class Extension(models.Model):
    """The contract of a journey goes on: agreed on one day, until another that may not be known.

    One that was noted by mistake is taken out again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="extensions")
    extended_on = models.DateField("kontrak diperpanjang")
    extended_precision = models.CharField("ketelitian tanggal diperpanjang", max_length=7, choices=Precision)
    extended_known_at = models.DateTimeField("diperpanjang, diketahui pada", default=timezone.now)
    extended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    until_on = models.DateField("kontrak berlaku sampai", null=True, blank=True)
    until_precision = models.CharField(
        "ketelitian akhir kontrak", max_length=7, choices=Precision, default=Precision.UNKNOWN
    )
    place = models.CharField("tempat perpanjangan", max_length=9, choices=ExtensionPlace)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "perpanjangan kontrak"
        verbose_name_plural = "perpanjangan kontrak"
        ordering = ["-extended_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trip", "extended_on"],
                name="households_extension_once_a_day",
                violation_error_message="Perpanjangan pada tanggal ini sudah dicatat.",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True, until_precision=Precision.UNKNOWN)
                | (Q(until_on__isnull=False) & ~Q(until_precision=Precision.UNKNOWN)),
                name="households_extension_until_precision",
                violation_error_message="Isi sampai kapan, atau kosongkan bila belum diketahui.",
            ),
            # Of an end that is known by its month or year the stored day says too little.
            models.CheckConstraint(
                condition=Q(until_on__isnull=True)
                | ~Q(until_precision=Precision.DAY)
                | Q(until_on__gte=F("extended_on")),
                name="households_extension_ends_after_it_begins",
                violation_error_message="Akhir kontrak lebih awal dari perpanjangannya. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"perpanjangan {self.pk}"


class ContactLoss(models.Model):
    """The family has not heard from somebody abroad since one day, until it hears again.

    Both ends have the day and the time at which they became known, and the channel that was used. News that ends no
    silence is a stretch of no day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trip = models.ForeignKey("households.Trip", models.PROTECT, related_name="contact_losses")
    lost_on = models.DateField("tanpa kabar sejak")
    lost_precision = models.CharField("ketelitian tanggal tanpa kabar", max_length=7, choices=Precision)
    lost_known_at = models.DateTimeField("tanpa kabar, diketahui pada", default=timezone.now)
    lost_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    last_channel = models.CharField("kabar terakhir lewat", max_length=7, choices=Channel)
    heard_on = models.DateField("ada kabar lagi", null=True, blank=True)
    heard_precision = models.CharField("ketelitian tanggal ada kabar", max_length=7, choices=Precision, blank=True)
    heard_known_at = models.DateTimeField("ada kabar, diketahui pada", null=True, blank=True)
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    heard_channel = models.CharField("kabar baru lewat", max_length=7, choices=Channel, blank=True)

    scope_path = "trip__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "masa tanpa kabar"
        verbose_name_plural = "masa tanpa kabar"
        ordering = ["-lost_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trip"],
                condition=Q(heard_on__isnull=True),
                name="households_contactloss_one_at_a_time",
                violation_error_message="Sudah tercatat tanpa kabar.",
            ),
            models.CheckConstraint(
                condition=Q(
                    heard_on__isnull=True,
                    heard_precision="",
                    heard_known_at__isnull=True,
                    heard_by__isnull=True,
                    heard_channel="",
                )
                | (
                    Q(heard_on__isnull=False, heard_known_at__isnull=False, heard_by__isnull=False)
                    & ~Q(heard_precision="")
                    & ~Q(heard_channel="")
                ),
                name="households_contactloss_heard_two_dates",
                violation_error_message="Isi kapan ada kabar lagi, atau kosongkan bila belum diketahui.",
            ),
            models.CheckConstraint(
                condition=Q(heard_on__isnull=True) | Q(heard_on__gte=F("lost_on")),
                name="households_contactloss_heard_after_lost",
                violation_error_message="Kabar baru lebih awal dari kabar terakhir. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"masa tanpa kabar {self.pk}"

    @property
    def is_news_alone(self) -> bool:
        """Whether there was news without any stretch that it ended."""
        return self.heard_on == self.lost_on
