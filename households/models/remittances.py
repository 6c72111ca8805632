"""Money sent home from abroad."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.remittances import BANDS, CURRENCIES, Amount, Channel, ReceiverAnswer, Span, Use
from households.rules.remittances import PARTS, invested
from toolkit.dates import MONTHS
from toolkit.ids import new_id

NOTHING_CAME = (
    "Tidak ada kiriman, tetapi cara, mata uang, penerima, atau pemakaiannya terisi. Pilih jumlahnya, atau kosongkan "
    "yang lain."
)
USED = {use: f"used_{use.value}" for use in Use}


def _tenths(use):
    return models.PositiveSmallIntegerField(f"bagian untuk {use.label.lower()}", null=True, blank=True)


class RemittanceQuerySet(ScopedQuerySet):
    """Money sent home."""

    def within(self, first, last):
        """Of months and quarters that share a day with the days from `first` to `last`."""
        return self.filter(first_on__lte=last, last_on__gte=first)

    def with_use(self):
        """Of which the use was told."""
        return self.filter(used_daily__isnull=False)

    def came(self):
        """Of money that came: how much was told, or at least who had it or what it was used for."""
        received = Q(receiver__isnull=False) | Q(receiver_answer=ReceiverAnswer.OUTSIDE)
        told = Q(used_daily__isnull=False) | received
        return self.filter(Q(amount__in=BANDS) | ~Q(amount=Amount.NONE) & told)

    def of_money(self):
        """All but those that say that nothing came."""
        return self.exclude(amount=Amount.NONE)


class Remittance(models.Model):
    """What was sent to a family in one month or quarter, and what it was used for in tenths ('dari sepuluh bagian').

    That nothing came is an answer too, and has neither way nor receiver nor use.
    The money is counted in the month in which it came; `known_at` is when that became known. A note that was a
    mistake is taken out again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="remittances")
    span = models.CharField("lama masa", max_length=7, choices=Span)
    first_on = models.DateField("awal masa")
    last_on = models.DateField("akhir masa")
    # The journey whose traveller sends; the note outlives one that is taken out as a mistake.
    trip = models.ForeignKey("households.Trip", models.SET_NULL, null=True, blank=True, related_name="+",
                             verbose_name="pengirim")  # fmt: skip
    amount = models.CharField("jumlah kiriman", max_length=8, choices=Amount, blank=True)
    currency = models.CharField("mata uang", max_length=3, choices=CURRENCIES, blank=True)
    channel = models.CharField("cara mengirim", max_length=8, choices=Channel, blank=True)
    receiver = models.ForeignKey("households.Person", models.SET_NULL, null=True, blank=True, related_name="+",
                                 verbose_name="penerima")  # fmt: skip
    # Empty beside a receiver; without one empty is a question that nobody asked.
    receiver_answer = models.CharField("jawaban tentang penerima", max_length=7, choices=ReceiverAnswer, blank=True)
    used_daily = _tenths(Use.DAILY)
    used_school = _tenths(Use.SCHOOL)
    used_debt = _tenths(Use.DEBT)
    used_house = _tenths(Use.HOUSE)
    used_business = _tenths(Use.BUSINESS)
    used_savings = _tenths(Use.SAVINGS)
    used_goods = _tenths(Use.GOODS)
    used_health = _tenths(Use.HEALTH)
    used_worship = _tenths(Use.WORSHIP)
    known_at = models.DateTimeField("dicatat pada", default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope_path = "household__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = RemittanceQuerySet.as_manager()

    class Meta:
        verbose_name = "kiriman"
        verbose_name_plural = "kiriman"
        ordering = ["-first_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "span", "first_on", "trip"],
                name="households_remittance_once_a_sender",
                violation_error_message="Kiriman dari orang ini untuk masa itu sudah dicatat. Ubah catatan itu.",
            ),
            models.UniqueConstraint(
                fields=["household", "span", "first_on"],
                condition=Q(trip__isnull=True),
                name="households_remittance_once_without_sender",
                violation_error_message="Kiriman untuk masa itu sudah dicatat. Ubah catatannya, atau pilih pengirim.",
            ),
            models.CheckConstraint(
                condition=Q(**{f"{column}__isnull": True for column in USED.values()})
                | Q(
                    **{f"{column}__isnull": False for column in USED.values()},
                    used_worship=PARTS - sum((F(column) for column in list(USED.values())[:-1]), start=0),
                ),
                name="households_remittance_ten_parts",
                violation_error_message="Jumlahkan menjadi sepuluh bagian, atau kosongkan semuanya.",
            ),
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="households_remittance_ends_after_it_begins",
                violation_error_message="Akhir masa lebih awal dari awalnya.",
            ),
            models.CheckConstraint(
                condition=Q(receiver__isnull=True) | Q(receiver_answer=""),
                name="households_remittance_one_receiver",
                violation_error_message="Pilih satu penerima saja.",
            ),
            models.CheckConstraint(
                condition=~Q(amount=Amount.NONE)
                | Q(currency="", channel="", receiver__isnull=True, receiver_answer="", used_daily__isnull=True),
                name="households_remittance_nothing_came",
                violation_error_message=NOTHING_CAME,
            ),
        ]
        indexes = [models.Index(fields=["last_on", "first_on"], name="remittance_within")]

    def __str__(self):
        return f"kiriman {self.pk}"

    def get_absolute_url(self):
        """Money sent home is read on the family's page about it."""
        return reverse("households:household_remittances", args=[self.household_id])

    @property
    def tenths(self) -> dict:
        """The parts by their use."""
        return {use: getattr(self, column) for use, column in USED.items()}

    @property
    def invested(self) -> int | None:
        """How many of ten parts went to business and savings; None where nobody asked."""
        return invested(self.tenths)

    @property
    def when(self) -> str:
        """The month or quarter in words: 'Oktober 2026', 'Juli sampai September 2026'."""
        return period_in_words(self.first_on, self.span)


def period_in_words(first_on, span) -> str:
    """A month or quarter in words."""
    begins = MONTHS[first_on.month - 1]
    if span == Span.MONTH:
        return f"{begins} {first_on.year}"
    return f"{begins} sampai {MONTHS[first_on.month + 1]} {first_on.year}"
