"""The register of the village's post: who was served, for what, and with what he went home."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from households.choices import Sex
from infopost.desk_querysets import ServiceQuerySet
from infopost.models.desk_rows import DeskRow
from infopost.service_choices import FollowUp, Given, Topic, Way
from toolkit.photos import photo_path
from toolkit.sealed import sealed_storage


def sheet_path(service, name: str) -> str:
    """Where the file lies: beside all others of its kind, under a name that says nothing."""
    return photo_path("attendance", name)


class Service(DeskRow):
    """One visit, call or house call; or one talk to many at once, of whom only the numbers are kept.

    Whoever came is somebody of the registry, or a visitor who may stay nameless. The day on which it happened and the
    time at which it was noted are apart. What was noted by mistake is taken back and stays readable.
    """

    happened_on = models.DateField("tanggal")
    topic = models.CharField("keperluan", max_length=10, choices=Topic)
    way = models.CharField("cara", max_length=10, choices=Way)
    given = models.CharField("yang diberikan", max_length=10, choices=Given)
    minutes = models.PositiveSmallIntegerField("lama dalam menit")
    person = models.ForeignKey(
        "households.Person", models.PROTECT, null=True, blank=True, related_name="services", verbose_name="orang"
    )
    visitor_name = models.CharField("nama tamu", max_length=80, blank=True)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Sex, blank=True)
    # Of a talk to many at once: how many came, and where. Of a single visit both numbers are empty.
    men = models.PositiveSmallIntegerField("laki-laki", null=True, blank=True)
    women = models.PositiveSmallIntegerField("perempuan", null=True, blank=True)
    people = models.PositiveIntegerField("orang yang dilayani", default=1)
    hamlet = models.CharField("dusun", max_length=60, blank=True)
    sheet = models.FileField(
        "foto daftar hadir", storage=sealed_storage, upload_to=sheet_path, max_length=120, blank=True
    )
    note = models.CharField("catatan", max_length=160, blank=True)
    follow_up = models.CharField("tindak lanjut", max_length=10, choices=FollowUp, blank=True)
    follow_up_on = models.DateField("tindak lanjut pada", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = "layanan pos"
        verbose_name_plural = "layanan pos"
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(fields=["village", "happened_on", "id"], name="service_list"),
            models.Index(
                fields=["person", "happened_on", "id"], name="service_person", condition=Q(person__isnull=False)
            ),
            models.Index(
                fields=["village", "follow_up_on"], name="service_follow_up", condition=Q(follow_up=FollowUp.WAITING)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="service_known_choices",
                condition=Q(topic__in=Topic.values)
                & Q(way__in=Way.values)
                & Q(given__in=Given.values)
                & Q(follow_up__in=FollowUp.values),
                violation_error_message="Pilih keperluan, cara, dan yang diberikan.",
            ),
            models.CheckConstraint(
                name="service_one_or_many",
                condition=Q(men__isnull=True, women__isnull=True, people=1)
                | Q(
                    men__isnull=False,
                    women__isnull=False,
                    people=F("men") + F("women"),
                    people__gte=1,
                    person__isnull=True,
                    visitor_name="",
                    sex="",
                ),
                violation_error_message="Isi berapa orang yang hadir.",
            ),
            models.CheckConstraint(
                name="service_sheet_of_a_talk",
                condition=Q(sheet="") | Q(men__isnull=False),
                violation_error_message="Foto daftar hadir hanya untuk penyuluhan bersama.",
            ),
            models.CheckConstraint(
                name="service_person_or_visitor",
                condition=Q(person__isnull=True) | Q(visitor_name=""),
                violation_error_message="Pilih orangnya dari daftar, atau tulis nama tamunya.",
            ),
            models.CheckConstraint(
                name="service_follow_up_has_a_day",
                condition=Q(follow_up="", follow_up_on__isnull=True)
                | (~Q(follow_up="") & Q(follow_up_on__isnull=False)),
                violation_error_message="Isi tanggal tindak lanjutnya.",
            ),
        ]

    def __str__(self):
        return f"layanan {self.pk}"

    def get_absolute_url(self):
        """The page on which it is corrected or taken back."""
        name = "gathering_change" if self.is_gathering else "service_change"
        return reverse(f"infopost:{name}", args=[self.pk])

    @property
    def is_gathering(self) -> bool:
        """Whether many were told at once."""
        return self.men is not None

    @property
    def known_person(self):
        """The person, as long as he is of the village that served him: where else he lives, it does not learn."""
        return self.person if self.person and self.person.village_id == self.village_id else None
