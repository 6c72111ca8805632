"""A child's school and papers, and who looks after it."""

from dataclasses import fields

from django import forms

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
from households.entries import CareEntry, ChildEntry
from households.forms.life import HAPPENED, MISTAKE, UNDATED, LifeForm
from households.forms.profiles import free_words, question
from households.models import ChildProfile
from households.person_choices import InSchool
from households.rules import names
from households.rules.children import is_asked_about_immunisation
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import SegmentSelect

OUTSIDE = "outside"
NOT_BOTH = "Di atas ada yang dipilih. Pilih salah satu."


class ChildForm(forms.Form):
    """School, papers, the thread to the parent abroad, and what would help. Nothing has to be answered."""

    mark_optional = False

    in_school = question("Sekarang masih sekolah?", InSchool, widget=SegmentSelect)
    school = free_words("Nama sekolah", 80)
    npsn = free_words("NPSN", 12, "Nomor sekolah, 8 angka. Kosongkan bila tidak diketahui.")
    level = question("Jenjang", SchoolLevel)
    grade = free_words("Kelas", 10)
    attendance = question("Kehadiran", Attendance, widget=SegmentSelect)
    risk = question(
        "Menurut Anda, apakah anak ini bisa putus sekolah?",
        Risk,
        widget=SegmentSelect,
        help_text="Penilaian petugas, untuk menolong, bukan untuk memberi cap.",
    )
    birth_certificate = question("Akta kelahiran", Paper, widget=SegmentSelect)
    child_card = question("Kartu Identitas Anak (KIA)", Paper, widget=SegmentSelect)
    immunised = question("Imunisasi dasar", Immunised, widget=SegmentSelect)
    contact = question("Seberapa sering ada kabar dari orang tua di luar negeri?", Contact)
    born_abroad = question("Lahir di luar negeri?", YesNo, widget=SegmentSelect)
    mixed_nationality = question("Ayah dan ibunya berbeda kewarganegaraan?", YesNo, widget=SegmentSelect)
    birth_unrecorded = question(
        "Pencatatan kelahiran",
        Recorded,
        widget=SegmentSelect(single=True),
        help_text="Bila belum, bantu keluarga mengurusnya di Dukcapil. Jawaban ini tidak dipakai untuk menyalahkan.",
    )
    help_with = forms.MultipleChoiceField(
        label="Apa yang bisa membantu anak ini?",
        choices=Help.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Cukup yang diceritakan pengasuhnya dengan rela. Jangan bertanya di depan anak, dan jangan bertanya "
        "lebih jauh.",
    )
    help_answer = question("Tidak ada yang dipilih?", HelpAnswer, widget=SegmentSelect)

    def __init__(self, data=None, *, person, day, **kwargs):
        saved = getattr(person, "child_profile", None) or ChildProfile()
        self.saved = {one.name: getattr(saved, one.name) for one in fields(ChildEntry)}
        named = [code for code in self.saved["help_with"] if code in Help]
        answer = next((code for code in self.saved["help_with"] if code not in named), "")
        known = {"in_school": person.in_school, **self.saved, "help_with": named, "help_answer": answer}
        super().__init__(data, initial=known, **kwargs)
        if not is_asked_about_immunisation(person.age_on(day)):
            del self.fields["immunised"]
        self.helper = HouseFormHelper(self)

    def clean(self):
        """Words without needless spaces; that nothing would help does not go together with what would."""
        answers = super().clean()
        if answers.get("help_with") and answers.get("help_answer"):
            if answers["help_answer"] != self.initial["help_answer"]:
                self.add_error("help_answer", NOT_BOTH)
            # What was saved before gives way to what was chosen now.
            answers["help_answer"] = ""
        return {name: names.tidy(told) if isinstance(told, str) else told for name, told in answers.items()}

    def entry(self) -> ChildEntry:
        """What was understood; what the page did not ask stays as it is saved."""
        answers = {name: answer for name, answer in self.cleaned_data.items() if name != "in_school"}
        answer = answers.pop("help_answer")
        chosen = [code for code in Help.values if code in answers["help_with"]]
        answers["help_with"] = chosen or ([answer] if answer else [])
        return ChildEntry(**{**self.saved, **answers})


class CaregiverForm(LifeForm):
    """Who looks after a child: a member, somebody outside the family, nobody, or no answer."""

    who = forms.ChoiceField(
        label="Siapa yang mengasuh?",
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih siapa yang mengasuh, atau pilih 'Belum diketahui'."},
    )
    relation = forms.ChoiceField(
        label="Pengasuh itu apanya anak?",
        choices=[("", "Pilih hubungan"), *((v, label) for v, label in Care.choices if v not in NOBODY)],
        required=False,
    )
    name = free_words("Nama pengasuh", 120, "Boleh dikosongkan.")
    since = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, child, members, day, **kwargs):
        super().__init__(data, **kwargs)
        self.members = [one for one in members if one.pk != child.pk and one.is_member_on(day)]
        self.fields["who"].choices = [
            *((str(one.pk), f"{one.name} ({_what(one)})") for one in self.members),
            (OUTSIDE, "Orang di luar keluarga ini"),
            *((one.value, one.label) for one in NOBODY),
        ]

    @property
    def somebody(self) -> list[str]:
        """The answers that name a caregiver."""
        return [*(str(one.pk) for one in self.members), OUTSIDE]

    def clean(self):
        """Somebody is something to the child."""
        answers = super().clean()
        who = answers.get("who", "")
        if who and who not in NOBODY and not answers.get("relation"):
            self.add_error("relation", "Pilih apa hubungannya dengan anak, misalnya nenek.")
        return answers

    def entry(self) -> CareEntry:
        """What was understood."""
        who, since = self.cleaned_data["who"], self.cleaned_data["since"]
        if who in NOBODY:
            return CareEntry(who, since=since)
        relation = self.cleaned_data["relation"]
        if who == OUTSIDE:
            return CareEntry(relation, name=self.cleaned_data["name"], since=since)
        person = next(one for one in self.members if str(one.pk) == who)
        return CareEntry(relation, person_id=person.pk, since=since)


class CareEndForm(LifeForm):
    """Since when somebody looks after the child no longer; or that the note itself was a mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Tidak mengasuh lagi"), (MISTAKE, "Catatan itu keliru: tidak pernah mengasuh")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    ended = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)


class CareResumeForm(LifeForm):
    """The end was noted by mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(MISTAKE, "Catatan berhenti itu keliru: masih mengasuh")],
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih dulu, lalu simpan."},
    )


def _what(person) -> str:
    return person.get_relation_display().lower() if person.relation else "hubungan belum diketahui"
