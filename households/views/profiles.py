"""What is known of a person beside name and birth: schooling and work."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from households import actions
from households.forms import ProfileForm
from households.models import Person
from households.rules.dates import is_asked_about_work
from households.rules.journeys import asks_where_he_lives
from households.views.comparing import compare_fields
from households.views.editing import FamilyView


@dataclass(frozen=True)
class Answers:
    """Questions with their answers in words, and the names of those that were not asked yet."""

    answers: list[tuple[str, str]]
    open: list[str]

    @classmethod
    def of(cls, told: list[tuple[str, str]]) -> "Answers":
        """Sorted into the two; an empty answer was not asked for."""
        return cls(
            [(label, answer) for label, answer in told if answer],
            [_low(question) for question, answer in told if not answer],
        )


def _low(question: str) -> str:
    """As within a sentence: 'kelas', but 'NPSN'."""
    return question if question[:2].isupper() else f"{question[0].lower()}{question[1:]}"


def profile_facts(person, day) -> Answers:
    """What a person's page says of schooling and work; of a child without the questions for grown people.

    Journeys must be prefetched: of who is abroad they tell where he lives.
    """
    told = [
        ("Tempat lahir", person.birth_place or person.get_birth_place_missing_display()),
        *([("Tinggal sekarang", person.get_lives_now_display())] if asks_where_he_lives(person, day) else []),
        ("Pendidikan terakhir", person.get_education_display()),
        ("Masih sekolah", person.get_in_school_display()),
    ]
    if is_asked_about_work(person.age_on(day)):
        own = f" ({person.occupation_words})" if person.occupation_words else ""
        told += [
            ("Status perkawinan", person.get_marital_display()),
            ("Pekerjaan", f"{person.get_occupation_display()}{own}".strip()),
            ("Usaha", person.get_own_business_display()),
            ("Keterampilan", person.skills or person.get_skills_missing_display()),
            ("Minat pelatihan", person.get_interest_display()),
        ]
    return Answers.of(told)


class PersonView(FamilyView):
    """An act about a member of a family in the officer's own village."""

    address_name = ""

    def find(self):
        """The member."""
        people = Person.objects.editable_by(self.request.user).select_related("household")
        return get_object_or_404(people, pk=self.kwargs["pk"])

    def address(self, op):
        """The member and the operation."""
        return reverse(self.address_name, args=[self.record.pk, op])

    def consent_to_hear(self):
        """What the family agreed to last, and whether that names everything which is asked here."""
        last = self.record.household.consents.first()
        return {"consent": last, "consent_is_short": last is None or not last.is_to_todays_words}

    def about(self, version) -> dict:
        """What every act upon the member names: who acts, on which version of whom."""
        return {"by": self.request.user, "person_id": self.record.pk, "version": version}


class ProfileChange(PersonView):
    """Birth place, schooling and work, each answer of which may stay open."""

    form_key, address_name = "profile_change", "households:profile_change"
    template_name = "households/profile_change.html"
    done_message = "Jawaban sudah disimpan."

    def make_form(self, data=None):
        """The questions that somebody of that age can be asked."""
        return ProfileForm(data, person=self.record, day=timezone.localdate())

    def carry_out(self, form, *, version):
        """Save over the version that was shown."""
        return actions.change_profile(entry=form.entry(), **self.about(version))

    def compare(self, form, saved):
        """Question by question."""
        return compare_fields(form, ProfileForm(person=saved, day=timezone.localdate()))

    def extra_context(self, form):
        """Whether today's text is still to be read out."""
        return self.consent_to_hear()
