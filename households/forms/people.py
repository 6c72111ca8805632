"""A member of a family, as asked at the table."""

from django import forms

from households.choices import NikMissing, Relation, Sex
from households.entries import MemberEntry
from households.forms.answers import refuse_before_birth, to_answer, to_column, with_unknown
from households.forms.trips import STAGE_LABELS, TripFields
from households.models import Person
from households.rules import names
from households.rules.dates import birth_as_typed
from households.rules.numbers import NotANumber, read_nik
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import SegmentSelect

STAYS = "none"


class PersonFields(forms.Form):
    """Name, relation, sex, birth, and the NIK or why there is none."""

    # What may stay empty says so in its hint.
    mark_optional = False

    name = forms.CharField(
        label="Nama lengkap",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words", "spellcheck": "false"}),
    )
    relation = forms.ChoiceField(
        label="Hubungan dengan kepala keluarga",
        choices=[("", "Pilih hubungan"), *with_unknown(Relation.choices)],
        error_messages={"required": "Pilih hubungannya, atau pilih 'Belum diketahui'."},
    )
    sex = forms.ChoiceField(
        label="Jenis kelamin",
        choices=with_unknown(Sex.choices),
        widget=SegmentSelect,
        error_messages={"required": "Pilih jenis kelamin, atau pilih 'Belum diketahui'."},
    )
    birth = PartialDateField(
        label="Tanggal lahir",
        required=False,
        help_text="Tidak tahu tanggalnya? Isi tahunnya saja, atau kosongkan.",
    )
    nik = forms.CharField(
        label="NIK",
        max_length=40,
        required=False,
        help_text="16 angka di Kartu Keluarga. Belum ada? Kosongkan, lalu pilih alasannya.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    nik_missing = forms.ChoiceField(
        label="Mengapa tanpa NIK?", choices=NikMissing.choices, widget=SegmentSelect, required=False
    )

    def __init__(self, data=None, *, village_id: str, person: Person | None = None, **kwargs):
        if person is not None:
            kwargs.setdefault("initial", _initial(person))
        super().__init__(data, **kwargs)
        self.helper = HouseFormHelper(self)
        self.village_id = village_id
        self.person = person

    @property
    def kept_nik(self) -> str:
        """The NIK that stays when the box is left empty."""
        return (self.person.nik or "") if self.person else ""

    def clean_name(self):
        """Visible letters only."""
        name = names.tidy(self.cleaned_data["name"])
        if not names.searchable(name):
            raise forms.ValidationError("Tulis namanya dengan huruf, seperti di Kartu Keluarga.")
        return name

    def clean_nik(self):
        """Sixteen digits that can be a NIK and that the village does not have yet."""
        text = self.cleaned_data["nik"]
        if not text.strip():
            return self.kept_nik
        try:
            nik = read_nik(text).text
        except NotANumber as problem:
            raise forms.ValidationError(str(problem)) from None
        others = Person.objects.in_region(self.village_id).filter(nik=nik)
        if self.person is not None:
            others = others.exclude(pk=self.person.pk)
        if others.exists():
            raise forms.ValidationError("NIK ini sudah terdata di desa ini. Cari dulu orangnya di daftar.")
        return nik

    def clean(self):
        """Either a NIK or the reason."""
        super().clean()
        if "nik" in self.cleaned_data and not self.cleaned_data["nik"] and not self.cleaned_data.get("nik_missing"):
            self.add_error("nik_missing", "Isi NIK, atau pilih alasan mengapa belum ada.")
        return self.cleaned_data

    def member_entry(self, trip=None) -> MemberEntry:
        """What was understood."""
        answers = self.cleaned_data
        return MemberEntry(
            name=answers["name"],
            sex=to_column(answers["sex"]),
            birth=answers["birth"],
            relation=to_column(answers["relation"]),
            nik=answers["nik"] or None,
            nik_missing="" if answers["nik"] else answers["nik_missing"],
            trip=trip,
        )


class PersonForm(PersonFields, TripFields):
    """A new member, with the question about work abroad."""

    abroad = forms.ChoiceField(
        label="Pernah atau akan bekerja di luar negeri?",
        choices=[(STAYS, "Tidak"), *STAGE_LABELS],
        widget=SegmentSelect,
        initial=STAYS,
    )
    field_order = [
        "name", "relation", "sex", "birth", "nik", "nik_missing", "abroad", "country", "since", "evidence",
    ]  # fmt: skip

    @property
    def stage(self) -> str:
        """The stage of the journey told, empty where nobody goes."""
        answer = self.cleaned_data.get("abroad", "")
        return "" if answer == STAYS else answer

    def clean(self):
        """A journey needs its answers."""
        super().clean()
        self.clean_trip_answers(stage=self.stage)
        if self.stage:
            refuse_before_birth(self, "since", self.cleaned_data.get("birth"))
        return self.cleaned_data

    def entry(self) -> MemberEntry:
        """What was understood."""
        return self.member_entry(self.trip_entry(stage=self.stage))


class PersonEditForm(PersonFields):
    """What is known of a saved member. The NIK is not shown: an empty box leaves it as it is."""

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        if self.kept_nik:
            self.fields["nik"].help_text = f"Tersimpan: •••• {self.kept_nik[-2:]}. Kosongkan bila tidak berubah."

    def entry(self) -> MemberEntry:
        """What was understood."""
        return self.member_entry()


def _initial(person: Person) -> dict:
    return {
        "name": person.name,
        "relation": to_answer(person.relation),
        "sex": to_answer(person.sex),
        "birth": birth_as_typed(person.birth_on, person.birth_precision),
        "nik_missing": person.nik_missing,
    }
