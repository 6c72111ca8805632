"""Who becomes a member of a family, who leaves it, and who comes back."""

from django import forms

from households.choices import JoinedHow, LeftHow, NikMissing, Relation, Sex
from households.entries import JoiningEntry
from households.forms.answers import UNKNOWN, refuse_before_birth, with_unknown
from households.forms.life import HAPPENED, MISTAKE, UNDATED, LifeForm
from households.forms.people import PersonFields, PersonForm
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.widgets import SegmentSelect

OF_MARRIAGE = {Relation.HUSBAND, Relation.WIFE, Relation.CHILD_IN_LAW, Relation.PARENT, Relation.RELATIVE, ""}
OF_BIRTH = {Relation.CHILD, Relation.GRANDCHILD, Relation.RELATIVE, ""}
# What a newborn is to the head of the family, by what its mother is.
BY_MOTHER = {
    Relation.HEAD: Relation.CHILD,
    Relation.WIFE: Relation.CHILD,
    Relation.CHILD: Relation.GRANDCHILD,
    Relation.CHILD_IN_LAW: Relation.GRANDCHILD,
}
BY_ITS_MOTHER = "mother"


def _relations(wanted):
    return [(value, label) for value, label in with_unknown(Relation.choices) if value in wanted | {UNKNOWN}]


class MemberAddForm(PersonForm):
    """One more member of a registered family, and since when."""

    joined_how = forms.ChoiceField(
        label="Bagaimana menjadi anggota?",
        choices=[(value, label) for value, label in JoinedHow.choices if value != JoinedHow.BORN],
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih bagaimana orang ini menjadi anggota."},
    )
    joined = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def clean(self):
        """Nobody joins before he is born."""
        super().clean()
        refuse_before_birth(self, "joined", self.cleaned_data.get("birth"))
        return self.cleaned_data

    def joining(self) -> JoiningEntry:
        """How and since when."""
        return JoiningEntry(self.cleaned_data["joined_how"], self.cleaned_data["joined"])


class MarriageForm(MemberAddForm):
    """Somebody who married into the family."""

    joined_how = None
    relation = forms.ChoiceField(
        label="Hubungan dengan kepala keluarga",
        choices=[("", "Pilih hubungan"), *_relations(OF_MARRIAGE)],
        error_messages={"required": "Pilih hubungannya, atau pilih 'Belum diketahui'."},
    )
    joined = PartialDateField(
        label="Sejak kapan menikah dan tinggal di keluarga ini", required=False, help_text=UNDATED
    )

    def joining(self) -> JoiningEntry:
        """Since the wedding."""
        return JoiningEntry(JoinedHow.MARRIED, self.cleaned_data["joined"])


class BirthForm(PersonFields):
    """A child that was born into the family: it is a member from its first day."""

    sex = forms.ChoiceField(label="Jenis kelamin", choices=with_unknown(Sex.choices), widget=SegmentSelect)
    birth = PartialDateField(label="Tanggal lahir", help_text="Boleh bulan dan tahun, atau tahunnya saja.")
    mother = forms.ChoiceField(label="Ibunya", required=False, help_text="Boleh kosong.")
    relation = forms.ChoiceField(label="Hubungan dengan kepala keluarga")
    nik_missing = forms.ChoiceField(
        label="Mengapa tanpa NIK?",
        choices=NikMissing.choices,
        widget=SegmentSelect,
        required=False,
        initial=NikMissing.NOT_ISSUED,
    )
    field_order = ["name", "sex", "birth", "mother", "relation", "nik", "nik_missing"]

    def __init__(self, data=None, *, members, **kwargs):
        super().__init__(data, **kwargs)
        self.women = {str(person.pk): person for person in members if person.sex != Sex.MALE}
        choices = [
            (key, f"{person.name} ({person.get_relation_display().lower()})") for key, person in self.women.items()
        ]
        self.fields["mother"].choices = [("", "Belum dipilih"), *choices]
        self.fields["relation"].choices = [(BY_ITS_MOTHER, "Menurut ibunya"), *_relations(OF_BIRTH)]

    def clean_relation(self):
        """By its mother where that is certain."""
        relation = self.cleaned_data["relation"]
        if relation != BY_ITS_MOTHER:
            return relation
        return BY_MOTHER.get(self.its_mother.relation, UNKNOWN) if self.its_mother else UNKNOWN

    def clean(self):
        """Younger than its mother."""
        super().clean()
        birth, mother = self.cleaned_data.get("birth"), self.its_mother
        if birth and mother and mother.birth_on and birth.value.year <= mother.birth_on.year:
            self.add_error("mother", "Anak ini lahir lebih awal dari ibunya. Periksa keduanya.")
        return self.cleaned_data

    @property
    def its_mother(self):
        """The mother who was chosen; None as long as nobody is."""
        return self.women.get(self.cleaned_data.get("mother", ""))

    def entry(self):
        """What was understood."""
        return self.member_entry()

    def joining(self) -> JoiningEntry:
        """From the birth on."""
        return JoiningEntry(JoinedHow.BORN, self.cleaned_data["birth"])


class JoinedForm(LifeForm):
    """Since when and how somebody is a member, as it is known now."""

    joined_how = forms.ChoiceField(
        label="Bagaimana menjadi anggota?", choices=JoinedHow.choices, widget=SegmentSelect(single=True)
    )
    joined = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, person, **kwargs):
        self.person = person
        initial = {"joined_how": person.joined_how or JoinedHow.FORGOTTEN}
        if person.joined_on:
            initial["joined"] = PartialDate.within(person.joined_on, person.joined_precision)
        super().__init__(data, initial=initial, **kwargs)

    def clean(self):
        """Nobody joins before he is born."""
        super().clean()
        born = self.person.birth_on
        refuse_before_birth(self, "joined", PartialDate(born, "day") if born else None)
        return self.cleaned_data

    def joining(self) -> JoiningEntry:
        """How and since when."""
        return JoiningEntry(self.cleaned_data["joined_how"], self.cleaned_data["joined"])


class LeaveForm(LifeForm):
    """Why and since when somebody is no member; after a return also that he never came back."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[
            (HAPPENED, "Keluar dari keluarga ini"),
            (MISTAKE, "Catatan kembali yang terakhir keliru: masih di luar"),
        ],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    how = forms.ChoiceField(
        label="Mengapa keluar?",
        choices=LeftHow.choices,
        widget=SegmentSelect(single=True),
        required=False,
        help_text="Bekerja di luar negeri bukan keluar dari keluarga: catat perjalanannya saja.",
    )
    left = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, came_back: bool, **kwargs):
        super().__init__(data, **kwargs)
        if not came_back:
            del self.fields["what"]

    def clean(self):
        """Leaving has a reason."""
        super().clean()
        if not self.is_mistake and not self.cleaned_data.get("how") and "how" not in self.errors:
            self.add_error("how", "Pilih alasannya.")
        return self.cleaned_data


class ReturnForm(LifeForm):
    """Whether somebody came back, or had never left."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Kembali menjadi anggota"), (MISTAKE, "Catatan keluar itu keliru: tidak pernah keluar")],
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih salah satu."},
    )
    back = PartialDateField(label="Sejak kapan kembali", required=False, help_text=UNDATED)
