"""A journey to work abroad."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from households.choices import Evidence, Precision, ReturnReason, Sector
from households.countries import country_name
from households.placement_choices import Placed
from households.querysets import TripQuerySet
from regions.models import Region
from toolkit.ids import new_id


class Trip(models.Model):
    """One going abroad, from the wish to the return. A person may have many.

    Each step has the day it happened, how exactly that is known, and the time it became known to the portal: what was
    told late counts on its own day and shows as late. A step of unknown date stands on the day it became known, with
    precision `unknown`. A journey that was noted by mistake is given up on the very day it began: then there was none
    on any day.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="trips")
    # The person's, written again here: most people have no journey, and a village's few are found without asking them.
    village = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="desa", db_index=False)
    # ISO 3166-1 alpha-2; empty where the family does not know, '-' where it would rather not say.
    country = models.CharField("negara tujuan", max_length=2, blank=True)
    sector = models.CharField("bidang kerja", max_length=13, choices=Sector, blank=True)
    # How the journey became known; a departure or return that is known in another way says so itself.
    evidence = models.CharField("diketahui dari", max_length=8, choices=Evidence, default=Evidence.UNKNOWN)
    prospective_on = models.DateField("menjadi calon PMI", null=True, blank=True)
    prospective_precision = models.CharField(
        "ketelitian tanggal menjadi calon PMI", max_length=7, choices=Precision, blank=True
    )
    prospective_known_at = models.DateTimeField("menjadi calon PMI, diketahui pada", null=True, blank=True)
    departed_on = models.DateField("berangkat", null=True, blank=True)
    departed_precision = models.CharField("ketelitian tanggal berangkat", max_length=7, choices=Precision, blank=True)
    departed_known_at = models.DateTimeField("berangkat, diketahui pada", null=True, blank=True)
    departed_evidence = models.CharField("berangkat, diketahui dari", max_length=8, choices=Evidence, blank=True)
    returned_on = models.DateField("pulang", null=True, blank=True)
    returned_precision = models.CharField("ketelitian tanggal pulang", max_length=7, choices=Precision, blank=True)
    returned_known_at = models.DateTimeField("pulang, diketahui pada", null=True, blank=True)
    returned_evidence = models.CharField("pulang, diketahui dari", max_length=8, choices=Evidence, blank=True)
    # Empty where nobody asked yet.
    return_reason = models.CharField("alasan pulang", max_length=8, choices=ReturnReason, blank=True)
    cancelled_on = models.DateField("batal", null=True, blank=True)
    cancelled_precision = models.CharField("ketelitian tanggal batal", max_length=7, choices=Precision, blank=True)
    cancelled_known_at = models.DateTimeField("batal, diketahui pada", null=True, blank=True)
    # What the officer decided about the papers, with how that is known; empty until then. See PlacementReview.
    placed = models.CharField("kelengkapan dokumen penempatan", max_length=7, choices=Placed, blank=True)
    # Whether somebody goes to be trained ('magang'), as the way of the placement says: he is no PMI, and no number of
    # PMI counts him (UU 18/2017 article 4). See households.actions.placements.
    is_training = models.BooleanField("magang", default=False, db_default=False)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = TripQuerySet.as_manager()

    class Meta:
        verbose_name = "perjalanan"
        verbose_name_plural = "perjalanan"
        indexes = [
            models.Index(fields=["village", "id"], name="trip_list"),
            # A country to which few have gone is not looked for among everybody's journeys.
            models.Index(fields=["country"], name="trip_country"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(prospective_on__isnull=False) | Q(departed_on__isnull=False) | Q(returned_on__isnull=False),
                name="households_trip_reached_a_stage",
                violation_error_message="Isi sejak kapan menjadi calon, berangkat, atau pulang.",
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True)
                | Q(departed_on__isnull=True)
                | Q(returned_on__gte=F("departed_on")),
                name="households_trip_return_after_departure",
                violation_error_message="Tanggal pulang lebih awal dari tanggal berangkat. Periksa keduanya.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(
                        **{f"{step}_on__isnull": True, f"{step}_precision": "", f"{step}_known_at__isnull": True}
                    )
                    | (
                        Q(**{f"{step}_on__isnull": False, f"{step}_known_at__isnull": False})
                        & ~Q(**{f"{step}_precision": ""})
                    ),
                    name=f"households_trip_{step}_two_dates",
                )
                for step in ("prospective", "departed", "returned", "cancelled")
            ),
            models.CheckConstraint(
                condition=Q(return_reason="") | Q(returned_on__isnull=False),
                name="households_trip_reason_of_a_return",
                violation_error_message="Alasan pulang hanya diisi bila sudah pulang.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{step}_evidence": ""}) | Q(**{f"{step}_on__isnull": False}),
                    name=f"households_trip_{step}_evidence_of_a_step",
                    violation_error_message=f"Dari mana diketahui hanya diisi bila sudah {word}.",
                )
                for step, word in (("departed", "berangkat"), ("returned", "pulang"))
            ),
        ]

    def __str__(self):
        return f"perjalanan {self.pk}"

    def get_absolute_url(self):
        """A journey is read on its person's page."""
        return self.person.get_absolute_url()

    @property
    def page_url(self) -> str:
        """The journey's own page."""
        return reverse("households:trip_detail", args=[self.pk])

    @property
    def began_on(self):
        """The day of the first step that is known."""
        return min(day for day in (self.prospective_on, self.departed_on, self.returned_on) if day)

    @property
    def is_mistake(self) -> bool:
        """Whether the journey was taken back whole, so that it held on no day."""
        return self.cancelled_on is not None and self.cancelled_on <= self.began_on

    @property
    def open_loss(self):
        """The stretch without news that has not ended; None while the family hears from the traveller."""
        return next((loss for loss in self.contact_losses.all() if loss.heard_on is None), None)

    @property
    def country_label(self):
        """The country in words, or why there is none."""
        return country_name(self.country)
