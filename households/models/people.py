"""A member of a family."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from households.choices import Check, JoinedHow, LeftHow, NikMissing, Precision, Relation, Sex
from households.models.profiles import PROFILE_CONSTRAINTS, Profile
from households.querysets import PersonQuerySet
from households.rules import dates, names
from regions.models import Region
from toolkit.ids import new_id


class Person(Profile):
    """Somebody who belongs to a household, at home or abroad.

    Somebody without a NIK is normal: the reason is asked instead. The village is the household's, written again here
    by the actions so that people are found without a join.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(
        "households.Household", models.PROTECT, related_name="members", verbose_name="rumah tangga"
    )
    village = models.ForeignKey(Region, models.PROTECT, related_name="people", verbose_name="desa")
    name = models.CharField("nama lengkap", max_length=120)
    # Lower case without titles and signs, see rules.names; upkept by actions.
    search_name = models.CharField("nama untuk pencarian", max_length=names.LONGEST)
    sex = models.CharField("jenis kelamin", max_length=1, choices=Sex, blank=True)
    birth_on = models.DateField("tanggal lahir", null=True, blank=True)
    birth_precision = models.CharField(
        "ketelitian tanggal lahir", max_length=7, choices=Precision, default=Precision.UNKNOWN
    )
    relation = models.CharField("hubungan dengan kepala keluarga", max_length=14, choices=Relation, blank=True)
    nik = models.CharField("NIK", max_length=16, null=True, blank=True)
    nik_missing = models.CharField("alasan tanpa NIK", max_length=12, choices=NikMissing, blank=True)
    died_on = models.DateField("meninggal", null=True, blank=True)
    died_precision = models.CharField("ketelitian tanggal meninggal", max_length=7, choices=Precision, blank=True)
    died_known_at = models.DateTimeField("meninggal, diketahui pada", null=True, blank=True)
    mother = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="born_children", verbose_name="ibu"
    )
    # Without a day somebody is a member for as long as the family is registered.
    joined_on = models.DateField("menjadi anggota", null=True, blank=True)
    joined_precision = models.CharField(
        "ketelitian tanggal menjadi anggota", max_length=7, choices=Precision, blank=True
    )
    joined_known_at = models.DateTimeField("menjadi anggota, diketahui pada", null=True, blank=True)
    joined_how = models.CharField("cara menjadi anggota", max_length=10, choices=JoinedHow, blank=True)
    left_on = models.DateField("keluar dari keluarga", null=True, blank=True)
    left_precision = models.CharField("ketelitian tanggal keluar", max_length=7, choices=Precision, blank=True)
    left_known_at = models.DateTimeField("keluar dari keluarga, diketahui pada", null=True, blank=True)
    left_how = models.CharField("alasan keluar", max_length=10, choices=LeftHow, blank=True)
    checks = models.JSONField("perlu dicek", default=list, blank=True)
    import_batch = models.ForeignKey(
        "households.ImportBatch", models.PROTECT, null=True, blank=True, related_name="people"
    )
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    scope_path = "village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "orang"
        verbose_name_plural = "orang"
        indexes = [
            models.Index(fields=["village", "search_name", "household"], name="person_name"),
            models.Index(fields=["village", "birth_on"], name="person_birth"),
            models.Index(fields=["nik"], name="person_nik", condition=Q(nik__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(relation=Relation.HEAD),
                name="households_person_one_head",
                violation_error_message="Rumah tangga ini sudah punya kepala keluarga. Pilih hubungan lain.",
            ),
            models.UniqueConstraint(
                fields=["village", "nik"],
                condition=Q(nik__isnull=False),
                name="households_person_nik_once_a_village",
                violation_error_message="NIK ini sudah terdata di desa ini. Cari dulu orangnya di daftar.",
            ),
            models.CheckConstraint(
                condition=Q(nik__isnull=False, nik_missing="") | (Q(nik__isnull=True) & ~Q(nik_missing="")),
                name="households_person_nik_or_reason",
                violation_error_message="Isi NIK, atau pilih alasan mengapa belum ada.",
            ),
            models.CheckConstraint(
                condition=Q(birth_on__isnull=True, birth_precision=Precision.UNKNOWN)
                | (Q(birth_on__isnull=False) & ~Q(birth_precision=Precision.UNKNOWN)),
                name="households_person_birth_precision",
                violation_error_message="Isi tanggal lahir, tahunnya saja, atau tandai belum diketahui.",
            ),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True, died_precision="", died_known_at__isnull=True)
                | (Q(died_on__isnull=False, died_known_at__isnull=False) & ~Q(died_precision="")),
                name="households_person_died_two_dates",
                violation_error_message="Isi kapan meninggal, atau tandai belum diketahui.",
            ),
            # Of a birth known by its year alone the stored day says too little.
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | Q(birth_on__isnull=True)
                | Q(birth_precision=Precision.YEAR)
                | Q(died_on__gte=F("birth_on")),
                name="households_person_died_after_birth",
                violation_error_message="Tanggal meninggal lebih awal dari tanggal lahir. Periksa keduanya.",
            ),
            *PROFILE_CONSTRAINTS,
            models.CheckConstraint(
                condition=Q(joined_on__isnull=True, joined_precision="", joined_known_at__isnull=True)
                | (Q(joined_on__isnull=False, joined_known_at__isnull=False) & ~Q(joined_precision="")),
                name="households_person_joined_two_dates",
                violation_error_message="Isi sejak kapan menjadi anggota, atau tandai belum diketahui.",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, left_precision="", left_known_at__isnull=True, left_how="")
                | (Q(left_on__isnull=False, left_known_at__isnull=False) & ~Q(left_precision="") & ~Q(left_how="")),
                name="households_person_left_two_dates",
                violation_error_message="Isi kapan dan mengapa keluar dari keluarga.",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(joined_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="households_person_left_after_joined",
                violation_error_message="Keluar lebih awal dari menjadi anggota. Periksa keduanya.",
            ),
        ]

    def __str__(self):
        return f"orang {self.pk}"

    def get_absolute_url(self):
        """The person's page."""
        return reverse("households:person_detail", args=[self.pk])

    def age_on(self, day: dt.date) -> int | None:
        """Full years on `day`; None when the birth is unknown or later."""
        return dates.age(self.birth_on, day)

    def is_alive_on(self, day: dt.date) -> bool:
        """Whether the person lives on `day`; the day of death itself counts no longer."""
        return self.died_on is None or self.died_on > day

    def is_member_on(self, day: dt.date) -> bool:
        """Whether the person lives and belongs to the family on `day`; earlier times away (Absence) are not looked at.

        PersonQuerySet.members_on asks the same of many, and of earlier times away too.
        """
        joined = self.joined_on is None or self.joined_on <= day
        return joined and self.is_alive_on(day) and (self.left_on is None or self.left_on > day)

    def needs_successor(self, day: dt.date) -> bool:
        """Whether this is a head who has died or left, and leaves members behind."""
        if self.relation != Relation.HEAD or self.is_member_on(day):
            return False
        return self.household.members.members_on(day).exists()

    @property
    def arrival(self):
        """The move that brought somebody to his family from another one of the village; None when he came otherwise."""
        last = self.past_memberships.select_related("member_move").last()
        move = getattr(last, "member_move", None)
        is_last = move is not None and (move.to_household_id, last.village_id) == (self.household_id, self.village_id)
        return move if is_last else None

    @property
    def check_labels(self):
        """What is to be checked about this person, in words."""
        return [Check(code).label for code in self.checks]
