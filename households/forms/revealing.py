"""Why somebody wants to see a whole number."""

from django import forms

from households.rules import names
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

OTHER = "other"
REASONS = [
    ("match", "Mencocokkan dengan kartu"),
    ("letter", "Menulis surat"),
    ("referral", "Merujuk ke dinas atau lembaga lain"),
    (OTHER, "Lainnya"),
]


class RevealForm(forms.Form):
    """The reason, in one press; in words when it is none of the usual ones."""

    mark_optional = False

    reason = forms.ChoiceField(label="Untuk apa?", choices=REASONS, widget=SegmentSelect(single=True))
    words = forms.CharField(
        label="Alasan lain",
        max_length=120,
        required=False,
        help_text="Jangan menulis nama atau nomor di sini.",
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.helper = HouseFormHelper(self)

    def clean(self):
        """Another reason is said in words."""
        super().clean()
        if self.cleaned_data.get("reason") == OTHER and not names.searchable(self.cleaned_data.get("words", "")):
            self.add_error("words", "Tulis alasannya dengan beberapa kata.")
        return self.cleaned_data

    def in_words(self) -> str:
        """The reason as it stands in the book of acts."""
        if self.cleaned_data["reason"] == OTHER:
            return names.tidy(self.cleaned_data["words"])
        return dict(REASONS)[self.cleaned_data["reason"]]
