"""A member goes over to another family of the village: which, as what, why and since when."""

from django import forms
from django.forms.utils import ErrorDict

from households.choices import MemberMoveReason, Relation
from households.forms.answers import refuse_before_birth, to_column, with_unknown
from households.forms.life import HAPPENED, MISTAKE, UNDATED, LifeForm
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.ids import as_id
from toolkit.widgets import SegmentSelect

RELATIONS = [(value, label) for value, label in with_unknown(Relation.choices) if value != Relation.HEAD]
NEEDED = {
    "target": "Cari keluarganya, lalu pilih satu.",
    "relation": "Pilih hubungannya, atau pilih 'Belum diketahui'.",
    "reason": "Pilih alasannya.",
}


class MemberMoveForm(LifeForm):
    """The family is looked for in the box above, and picked among those that were found.

    `found` are pairs of a family's key and its line in words; `searched` tells what they were found for.
    """

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Pindah ke keluarga lain"), (MISTAKE, "Kepindahan terakhir keliru: tidak pernah pindah")],
        initial=HAPPENED,
        # Whoever opened the page before the first move is not asked.
        required=False,
        widget=SegmentSelect(single=True),
        help_text="Bila keliru, orang ini kembali ke keluarga asalnya seperti tidak pernah pindah.",
    )
    words = forms.CharField(
        label="Nama atau nomor KK",
        max_length=80,
        required=False,
        help_text="Sebagian nama salah satu anggotanya cukup. Nomor KK ditulis lengkap. Lalu tekan Cari.",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    searched = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    target = forms.ChoiceField(
        label="Pindah ke keluarga ini",
        required=False,
        widget=SegmentSelect(single=True),
        error_messages={"invalid_choice": "Keluarga itu tidak bisa dipilih lagi. Cari sekali lagi."},
    )
    relation = forms.ChoiceField(
        label="Hubungan dengan kepala keluarga di sana", required=False, choices=[("", "Pilih hubungan"), *RELATIONS]
    )
    reason = forms.ChoiceField(
        label="Mengapa pindah?", required=False, choices=MemberMoveReason.choices, widget=SegmentSelect
    )
    moved = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, person, found=(), was_moved: bool = False, chosen=None, **kwargs):
        super().__init__(data, initial={"target": str(chosen)} if chosen else None, **kwargs)
        self.person = person
        self.fields["target"].choices = found
        if not was_moved:
            del self.fields["what"]

    @property
    def is_found(self) -> bool:
        """Whether there are families to pick from."""
        return bool(self.fields["target"].choices)

    def clean(self):
        """A family, a relation and a reason; and not before the birth."""
        super().clean()
        if self.is_mistake:
            return self.cleaned_data
        for name, sentence in NEEDED.items():
            if not self.cleaned_data.get(name) and name not in self.errors:
                # Without families to pick from, the box to look for them is where it goes on.
                self.add_error("words" if name == "target" and not self.is_found else name, sentence)
        born = self.person.birth_on
        refuse_before_birth(self, "moved", PartialDate(born, "day") if born else None)
        return self.cleaned_data

    def forget_complaints(self) -> None:
        """Show what was typed without saying what is missing: families were looked for, nothing was saved."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    def told(self) -> dict:
        """What the act wants to know."""
        answers = self.cleaned_data
        return {
            "to_household_id": as_id(answers["target"]),
            "relation": to_column(answers["relation"]),
            "reason": answers["reason"],
            "moved": answers["moved"],
        }
