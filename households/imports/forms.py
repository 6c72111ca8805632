"""Choosing a workbook, and agreeing to what it would do."""

from django import forms

from households.imports import limits
from households.imports.reading import SENTENCES, UnreadableFile, read
from toolkit.forms import HouseFormHelper


class UploadForm(forms.Form):
    """One workbook. It is opened while the form is checked, so that what is wrong with it stands at the field."""

    file = forms.FileField(
        label="Berkas dari kantor desa",
        allow_empty_file=True,
        help_text="OpenSID, ekspor SIAK, atau templat portal: .xlsx, .xlsm, .ods, .xls, .csv, paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.xls,.csv"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = HouseFormHelper(self)
        self.content, self.sheet = b"", None

    def clean_file(self):
        """Read it; what cannot be read is refused in words."""
        file = self.cleaned_data["file"]
        if file.size > limits.FILE_BYTES:
            raise forms.ValidationError(SENTENCES["size"])
        self.content = file.read()
        try:
            self.sheet = read(self.content, name=file.name)
        except UnreadableFile as error:
            raise forms.ValidationError(str(error)) from None
        if not self.sheet.rows:
            raise forms.ValidationError(SENTENCES["nobody"])
        return file


class RowNumbersField(forms.MultipleChoiceField):
    """Numbers of rows that were ticked."""

    def valid_value(self, value) -> bool:
        """Any number that a row can have."""
        return value.isascii() and value.isdigit() and len(value) <= 7

    def clean(self, value) -> frozenset[int]:
        """The numbers."""
        return frozenset(int(number) for number in super().clean(value))


class CommitForm(forms.Form):
    """What the officer agreed to: the plan by its digest, another village's name, what stays as it is, who is back."""

    digest = forms.CharField(max_length=64)
    other_village = forms.BooleanField(required=False)
    keep = RowNumbersField(required=False)
    back = RowNumbersField(required=False)
