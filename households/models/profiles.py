"""What is known of a person's schooling and work."""

from django.db import models
from django.db.models import Q

from households.person_choices import (
    Education,
    InSchool,
    Interest,
    LivesNow,
    Marital,
    Occupation,
    OwnBusiness,
    Unanswered,
)


class Profile(models.Model):
    """Columns of a person beside name and birth, asked on a page of their own.

    Religion and disability are not among them: decision 'only what is needed'.
    """

    birth_place = models.CharField("tempat lahir", max_length=60, blank=True)
    birth_place_missing = models.CharField("alasan tanpa tempat lahir", max_length=7, choices=Unanswered, blank=True)
    lives_now = models.CharField("tempat tinggal sekarang", max_length=9, choices=LivesNow, blank=True)
    marital = models.CharField("status perkawinan", max_length=12, choices=Marital, blank=True)
    education = models.CharField("pendidikan terakhir", max_length=10, choices=Education, blank=True)
    in_school = models.CharField("masih sekolah", max_length=7, choices=InSchool, blank=True)
    occupation = models.CharField("pekerjaan", max_length=12, choices=Occupation, blank=True)
    occupation_words = models.CharField("pekerjaan, dengan kata sendiri", max_length=80, blank=True)
    own_business = models.CharField("usaha", max_length=7, choices=OwnBusiness, blank=True)
    skills = models.CharField("keterampilan", max_length=120, blank=True)
    skills_missing = models.CharField("alasan tanpa keterampilan", max_length=7, choices=Unanswered, blank=True)
    interest = models.CharField("minat pelatihan", max_length=8, choices=Interest, blank=True)

    class Meta:
        abstract = True


PROFILE_CONSTRAINTS = [
    models.CheckConstraint(
        condition=Q(**{name: ""}) | Q(**{f"{name}_missing": ""}),
        name=f"households_person_{name}_or_reason",
        violation_error_message=sentence,
    )
    for name, sentence in (
        ("birth_place", "Isi tempat lahir, atau pilih mengapa belum ada."),
        ("skills", "Isi keterampilannya, atau pilih mengapa belum ada."),
    )
]
