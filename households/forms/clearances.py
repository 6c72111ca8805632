"""What looked wrong and is right as it is; and a consent that was given later."""

from django import forms

from households.choices import Check
from households.forms.households import ConsentForm
from households.forms.life import HAPPENED, MISTAKE, LifeForm
from households.rules import names
from households.rules.clearing import in_force, may_clear
from toolkit.widgets import SegmentSelect

CLEAR, BACK = "benar", "lagi"


class ClearanceForm(LifeForm):
    """One of the record's reasons, and how the officer knows that it is right as it is; or one that is put back."""

    what = forms.ChoiceField(
        label="Yang mana?",
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih keterangan yang sudah dicek."},
    )
    note = forms.CharField(
        label="Dari mana Anda tahu?",
        max_length=160,
        required=False,
        help_text="Misalnya: NIK di KTP dan di Kartu Keluarga sama. Jangan menulis nomornya di sini.",
    )

    def __init__(self, data=None, *, record, **kwargs):
        super().__init__(data, **kwargs)
        choices = [(f"{CLEAR}:{code}", Check(code).label) for code in record.checks if may_clear(code)]
        choices += [(f"{BACK}:{one.code}", f"Perlu dicek lagi: {one.in_sentence}") for one in in_force(record)]
        self.fields["what"].choices = choices
        if len(choices) == 1:
            self.fields["what"].initial = choices[0][0]

    @property
    def is_back(self) -> bool:
        """Whether a reason is put back that was cleared by mistake."""
        return self.cleaned_data["what"].startswith(f"{BACK}:")

    @property
    def code(self) -> str:
        """The reason."""
        return self.cleaned_data["what"].partition(":")[2]

    def clean(self):
        """Whatever is right as it is is known from somewhere."""
        super().clean()
        told = names.searchable(self.cleaned_data.get("note", ""))
        if self.cleaned_data.get("what") and not self.is_back and not told:
            self.add_error("note", "Tulis dengan beberapa kata dari mana Anda tahu.")
        return self.cleaned_data


class LaterConsentForm(ConsentForm):
    """The consent's questions about a family that is kept already; once there is one, also that it was a mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Keluarga setuju"), (MISTAKE, "Catatan persetujuan terakhir keliru: hapus")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )

    def __init__(self, data=None, *, has_one: bool, **kwargs):
        super().__init__(data, **kwargs)
        if not has_one:
            del self.fields["what"]
        elif data is not None and data.get("what") == MISTAKE:
            for name in ("told", "given_by", "how"):
                self.fields[name].required = False

    def clean(self):
        """Whoever takes a consent out has read nothing out."""
        return self.cleaned_data if self.is_mistake else super().clean()

    @property
    def is_mistake(self) -> bool:
        """Whether the last consent is taken out again."""
        return self.cleaned_data.get("what") == MISTAKE
