"""What is known of a child, and who looks after it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.roles import Verb
from accounts.scoping.querysets import ScopedQuerySet
from households.child_choices import (
    NOBODY,
    Attendance,
    Care,
    Contact,
    Help,
    HelpAnswer,
    Immunised,
    Paper,
    Recorded,
    Risk,
    SchoolLevel,
    YesNo,
)
from households.choices import Precision
from toolkit.ids import new_id


class ChildProfile(models.Model):
    """School, papers, the thread to the parent abroad and what would help, of a child or a young person at school.

    Belongs to the person's version: who changes it changes the person. What would help (`help_with`, several of `Help`
    or one `HelpAnswer`) is told on the child's own page and nowhere else (decision 24).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField("households.Person", models.PROTECT, related_name="child_profile")
    school = models.CharField("nama sekolah", max_length=80, blank=True)
    npsn = models.CharField("NPSN", max_length=12, blank=True)
    level = models.CharField("jenjang", max_length=10, choices=SchoolLevel, blank=True)
    grade = models.CharField("kelas", max_length=10, blank=True)
    attendance = models.CharField("kehadiran", max_length=9, choices=Attendance, blank=True)
    risk = models.CharField("risiko putus sekolah", max_length=7, choices=Risk, blank=True)
    birth_certificate = models.CharField("akta kelahiran", max_length=7, choices=Paper, blank=True)
    child_card = models.CharField("KIA", max_length=7, choices=Paper, blank=True)
    immunised = models.CharField("imunisasi dasar", max_length=8, choices=Immunised, blank=True)
    contact = models.CharField("kabar dari orang tua", max_length=8, choices=Contact, blank=True)
    born_abroad = models.CharField("lahir di luar negeri", max_length=7, choices=YesNo, blank=True)
    mixed_nationality = models.CharField("orang tua beda kewarganegaraan", max_length=7, choices=YesNo, blank=True)
    birth_unrecorded = models.CharField("pencatatan kelahiran", max_length=7, choices=Recorded, blank=True)
    help_with = models.JSONField("yang bisa membantu", default=list, blank=True)
    changed_at = models.DateTimeField("diketahui pada", default=timezone.now)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "person__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "keterangan anak"
        verbose_name_plural = "keterangan anak"

    def __str__(self):
        return f"keterangan anak {self.pk}"

    @property
    def help_with_labels(self) -> list[str]:
        """What would help the child, in words."""
        words = dict(Help.choices) | dict(HelpAnswer.choices)
        return [str(words.get(code, code)) for code in self.help_with]


class Caregiver(models.Model):
    """Somebody looks after a child from one day until another; a child may have several.

    A member of the same family (`person`), or somebody outside it with what he is to the child and maybe a name. That
    nobody does, that nobody knows and that the family would not say are rows too, and name nobody. One that was noted
    by mistake ends on its first day: then it held on none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey("households.Person", models.PROTECT, related_name="caregivers", verbose_name="anak")
    person = models.ForeignKey(
        "households.Person", models.PROTECT, null=True, blank=True, related_name="cared_for", verbose_name="pengasuh"
    )
    relation = models.CharField("pengasuh bagi anak", max_length=11, choices=Care)
    name = models.CharField("nama pengasuh di luar keluarga", max_length=120, blank=True)
    since_on = models.DateField("mengasuh sejak")
    since_precision = models.CharField("ketelitian mengasuh sejak", max_length=7, choices=Precision)
    since_known_at = models.DateTimeField("mengasuh, diketahui pada", default=timezone.now)
    ended_on = models.DateField("berhenti mengasuh", null=True, blank=True)
    ended_precision = models.CharField("ketelitian berhenti mengasuh", max_length=7, choices=Precision, blank=True)
    ended_known_at = models.DateTimeField("berhenti mengasuh, diketahui pada", null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    scope_path = "child__village_id"
    read_verb, edit_verb, count_verb = Verb.READ_HOUSEHOLDS, Verb.EDIT_HOUSEHOLDS, Verb.COUNT

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pengasuhan"
        verbose_name_plural = "pengasuhan"
        ordering = ["since_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) | ~Q(person=F("child")),
                name="households_caregiver_another",
                violation_error_message="Anak tidak mengasuh dirinya sendiri. Pilih orang lain.",
            ),
            models.CheckConstraint(
                condition=~Q(relation__in=[one.value for one in NOBODY]) | Q(person__isnull=True, name=""),
                name="households_caregiver_nobody_has_no_name",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(name=""),
                name="households_caregiver_member_has_a_name",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_precision="", ended_known_at__isnull=True)
                | (Q(ended_on__isnull=False, ended_known_at__isnull=False) & ~Q(ended_precision="")),
                name="households_caregiver_ended_two_dates",
                violation_error_message="Isi sejak kapan tidak mengasuh lagi, atau tandai belum diketahui.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since_on")),
                name="households_caregiver_ended_after_since",
                violation_error_message="Berhenti mengasuh lebih awal dari mulai mengasuh. Periksa keduanya.",
            ),
            models.UniqueConstraint(
                fields=["child", "person"],
                condition=Q(ended_on__isnull=True, person__isnull=False),
                name="households_caregiver_once",
                violation_error_message="Orang ini sudah tercatat mengasuh anak ini.",
            ),
        ]

    def __str__(self):
        return f"pengasuhan {self.pk}"

    def get_absolute_url(self):
        """Who looks after a child is read on the child's page."""
        return self.child.get_absolute_url()

    @property
    def village_id(self) -> str:
        """The child's village."""
        return self.child.village_id

    @property
    def version(self) -> int:
        """The child's: who changes its care changes the child."""
        return self.child.version

    @property
    def names_somebody(self) -> bool:
        """Whether this is a caregiver, and not the answer that there is none or that there is no answer."""
        return self.relation not in NOBODY
