"""The form about a danger sign: how heavy it is, and why, in a family's words."""

from django import forms

from infopost.choices import FactKind
from infopost.models import Fact
from infopost.rules.verdicts import SUSPECT
from toolkit.forms import HouseFormHelper

NAMES = ("weight", "is_urgent", "reason", "law", "source")
WEIGHTS = [(number, str(number)) for number in range(1, SUSPECT + 1)]


class SignForm(forms.Form):
    """A sign as it stands. Its code stays, because the questions name it."""

    weight = forms.TypedChoiceField(
        label="Bobot",
        choices=WEIGHTS,
        coerce=int,
        widget=forms.RadioSelect,
        help_text=f"Jumlah {SUSPECT} ke atas membuat jawaban menjadi merah.",
    )
    is_urgent = forms.BooleanField(label="Mendesak: nomor telepon ditampilkan lebih dulu", required=False)
    reason = forms.CharField(label="Sebab", max_length=200, help_text="Satu atau dua kalimat pendek untuk keluarga.")
    law = forms.ChoiceField(label="Dasar hukum", required=False)
    source = forms.CharField(label="Sumber", max_length=300)

    def __init__(self, data=None, *, record):
        super().__init__(data, initial={name: getattr(record, name) for name in NAMES})
        laws = Fact.objects.filter(kind=FactKind.LAW, country="")
        self.fields["law"].choices = [("", "Tidak ada"), *((law.code, f"{law.title}: {law.value}") for law in laws)]
        self.helper = HouseFormHelper(self)

    def clean(self):
        """What cannot wait is never light."""
        answers = super().clean()
        if answers.get("is_urgent") and answers.get("weight") not in (None, SUSPECT):
            self.add_error("weight", f"Tanda yang mendesak mempunyai bobot {SUSPECT}.")
        return answers

    def values(self) -> dict:
        """The columns as they are to be saved."""
        return {name: self.cleaned_data[name] for name in NAMES}

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field, as a person reads them."""
        words = {bound.label: str(bound.value() or "") for bound in self if bound.name != "is_urgent"}
        return words | {"Mendesak": "ya" if self["is_urgent"].value() else "tidak"}
