"""What a person tells of schooling and work, on a page of its own."""

from dataclasses import fields

from django import forms

from households.entries import ProfileEntry
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
from households.rules import names
from households.rules.dates import is_asked_about_work
from households.rules.journeys import asks_where_he_lives
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

NOT_ASKED = [("", "Belum ditanyakan")]
OF_WORK = ("marital", "occupation", "occupation_words", "own_business", "skills", "skills_missing", "interest")


def question(label: str, choices, *, widget=forms.Select, **kwargs) -> forms.ChoiceField:
    """A question with known answers, which nobody has to be asked."""
    return forms.ChoiceField(
        label=label, choices=[*NOT_ASKED, *choices.choices], widget=widget, required=False, **kwargs
    )


def free_words(label: str, most: int, hint: str = "") -> forms.CharField:
    """A question that is answered in one's own words."""
    box = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, widget=box)


class ProfileForm(forms.Form):
    """Birth place, schooling and work; of a child only what a child can be asked. Nothing has to be answered.

    Where somebody lives is asked of members who are not abroad.
    """

    mark_optional = False

    birth_place = free_words("Tempat lahir", 60, "Seperti di Kartu Keluarga.")
    birth_place_missing = question("Mengapa tanpa tempat lahir?", Unanswered, widget=SegmentSelect)
    lives_now = question(
        "Sekarang tinggal di mana?",
        LivesNow,
        widget=SegmentSelect(single=True),
        help_text="Misalnya mondok di pesantren atau bekerja di kota: di tempat lain.",
    )
    education = question("Pendidikan terakhir yang tamat", Education)
    in_school = question("Sekarang masih sekolah?", InSchool, widget=SegmentSelect)
    marital = question("Status perkawinan", Marital)
    occupation = question("Pekerjaan utama", Occupation)
    occupation_words = free_words("Pekerjaan, dengan kata sendiri", 80, "Misalnya: menenun di rumah, jualan sayur.")
    own_business = question(
        "Punya usaha?", OwnBusiness, help_text="Sekecil apa pun, di samping pekerjaan lain: warung, ternak, tenunan."
    )
    skills = free_words("Bisa apa?", 120, "Keterampilan yang dimiliki, misalnya menjahit atau membuat kue.")
    skills_missing = question("Mengapa tanpa keterampilan?", Unanswered, widget=SegmentSelect)
    interest = question("Ingin ikut pelatihan apa?", Interest)

    def __init__(self, data=None, *, person, day, **kwargs):
        self.saved = {one.name: getattr(person, one.name) for one in fields(ProfileEntry)}
        super().__init__(data, initial=self.saved, **kwargs)
        self.asks_about_work = is_asked_about_work(person.age_on(day))
        for name in () if self.asks_about_work else OF_WORK:
            del self.fields[name]
        if not asks_where_he_lives(person, day):
            del self.fields["lives_now"]
        self.helper = HouseFormHelper(self)

    def clean(self):
        """Words without needless spaces; who answers in words needs no reason for not answering."""
        answers = super().clean()
        for name in ("birth_place", "occupation_words", "skills"):
            if answers.get(name):
                answers[name] = names.tidy(answers[name])
        for name in ("birth_place", "skills"):
            if answers.get(name):
                answers[f"{name}_missing"] = ""
        return answers

    def entry(self) -> ProfileEntry:
        """What was understood; what the page did not ask stays as it is saved."""
        return ProfileEntry(**{**self.saved, **self.cleaned_data})
