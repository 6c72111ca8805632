"""What somebody wants a file of people for, and in which form."""

from django import forms

from households.rules import names
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

OTHER = "other"
PURPOSES = [
    ("report", "Laporan ke kecamatan atau dinas"),
    ("meeting", "Rapat desa"),
    ("check", "Mencocokkan atau melengkapi data"),
    (OTHER, "Lainnya"),
]
SHAPES = [("xlsx", "Buku kerja (.xlsx)"), ("csv", "Teks bertabel (.csv)")]


class ExportForm(forms.Form):
    """The purpose, in one press or in words, and the kind of file."""

    mark_optional = False

    purpose = forms.ChoiceField(label="Untuk apa?", choices=PURPOSES, widget=SegmentSelect(single=True))
    words = forms.CharField(
        label="Keperluan lain", max_length=100, required=False, help_text="Jangan menulis nama atau nomor di sini."
    )
    shape = forms.ChoiceField(label="Bentuk berkas", choices=SHAPES, initial="xlsx", widget=SegmentSelect(single=True))

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.helper = HouseFormHelper(self)

    def clean(self):
        """Another purpose is said in words."""
        super().clean()
        if self.cleaned_data.get("purpose") == OTHER and not names.searchable(self.cleaned_data.get("words", "")):
            self.add_error("words", "Tulis keperluannya dengan beberapa kata.")
        return self.cleaned_data

    def in_words(self) -> str:
        """The purpose as it stands in the file and in the book of acts."""
        if self.cleaned_data["purpose"] == OTHER:
            return names.tidy(self.cleaned_data["words"])
        return dict(PURPOSES)[self.cleaned_data["purpose"]]
