"""Work and training now: job orders that are open, and days on which something is offered."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from accounts.roles import Verb
from households.choices import Sector
from households.countries import COUNTRIES
from infopost.choices import EntryKind, JobOrderState
from infopost.querysets import CalendarQuerySet, JobOrderQuerySet
from infopost.rules.companies import licence_key
from toolkit.ids import new_id


class Notice(models.Model):
    """What both have: for which region (none is the whole country), who says so since when, and who noted it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    region = models.ForeignKey(
        "regions.Region", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="berlaku di"
    )
    source = models.CharField("sumber", max_length=300)
    told_on = models.DateField("tanggal keterangan")
    is_invented = models.BooleanField("karangan untuk latihan", default=False)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    known_at = models.DateTimeField("diketahui pada", auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    scope_path = "region_id"
    read_verb = edit_verb = Verb.KEEP_BOARD
    count_verb = None

    class Meta:
        abstract = True

    def get_absolute_url(self):
        """The list, where it stands."""
        return reverse("infopost:board_list") + f"#{self.pk}"

    @property
    def place_words(self) -> str:
        """For whom it holds."""
        return self.region.title if self.region else "Seluruh Indonesia"


class JobOrder(Notice):
    """Places that a company may fill in a country until a day. Its company's licence is another thing."""

    agency_name = models.CharField("nama perusahaan", max_length=200)
    licence = models.CharField("nomor izin perusahaan", max_length=80, blank=True)
    order_number = models.CharField("nomor izin lowongan", max_length=80, blank=True)
    country = models.CharField("negara", max_length=2)
    sector = models.CharField("bidang kerja", max_length=20, choices=Sector)
    places = models.PositiveIntegerField("jumlah lowongan", null=True, blank=True)
    closes_on = models.DateField("ditutup pada")
    state = models.CharField("keadaan", max_length=10, choices=JobOrderState, default=JobOrderState.OPEN)

    objects = JobOrderQuerySet.as_manager()

    class Meta:
        verbose_name = "lowongan"
        verbose_name_plural = "lowongan"
        ordering = ["closes_on", "pk"]
        indexes = [models.Index(fields=["region", "closes_on"], name="job_order_region_closes")]
        constraints = [
            models.CheckConstraint(
                name="job_order_known_choices",
                condition=Q(state__in=JobOrderState.values)
                & Q(sector__in=[value for value in Sector.values if value])
                & ~Q(country="")
                & ~Q(agency_name="")
                & ~Q(source=""),
                violation_error_message="Isi perusahaan, negara, bidang kerja, dan sumbernya.",
            ),
            models.CheckConstraint(
                name="job_order_has_places",
                condition=Q(places__isnull=True) | Q(places__gte=1),
                violation_error_message="Jumlah lowongan paling sedikit 1.",
            ),
        ]

    def __str__(self):
        return f"{self.agency_name}, {self.country_name}"

    def is_shown_on(self, day: dt.date) -> bool:
        """Whether families see it on that day."""
        return self.state == JobOrderState.OPEN and self.closes_on >= day

    @property
    def country_name(self) -> str:
        """The country in words."""
        return COUNTRIES.get(self.country, self.country)

    @property
    def licence_key(self) -> str:
        """The company's licence as lists compare it."""
        return licence_key(self.licence)


class CalendarEntry(Notice):
    """Something on a day or some days: an office's opening, a mobile service, a training, or news of the village."""

    kind = models.CharField("jenis", max_length=10, choices=EntryKind)
    title = models.CharField("judul", max_length=120)
    place = models.CharField("tempat", max_length=160, blank=True)
    hours = models.CharField("jam", max_length=60, blank=True)
    starts_on = models.DateField("mulai")
    ends_on = models.DateField("hari terakhir")
    note = models.CharField("keterangan", max_length=300, blank=True)
    is_withdrawn = models.BooleanField("tidak ditampilkan", default=False)

    objects = CalendarQuerySet.as_manager()

    class Meta:
        verbose_name = "jadwal"
        verbose_name_plural = "jadwal"
        ordering = ["starts_on", "pk"]
        indexes = [models.Index(fields=["region", "ends_on"], name="entry_region_ends")]
        constraints = [
            models.CheckConstraint(
                name="entry_says_something",
                condition=Q(kind__in=EntryKind.values) & ~Q(title="") & ~Q(source=""),
                violation_error_message="Isi jenis, judul, dan sumbernya.",
            ),
            models.CheckConstraint(
                name="entry_ends_after_it_begins",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message="Hari terakhirnya lebih dulu daripada mulainya.",
            ),
        ]

    def __str__(self):
        return self.title

    def is_shown_on(self, day: dt.date) -> bool:
        """Whether families see it on that day."""
        return not self.is_withdrawn and self.ends_on >= day
