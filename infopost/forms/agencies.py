"""Bringing a list of licensed companies, and deciding what becomes of it."""

from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError

from households.imports import limits
from households.imports.reading import SENTENCES, UnreadableFile
from households.rules.names import tidy
from infopost.imports.companies import read_rows
from infopost.models import AgencyList
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.ids import as_id

# The ministry's list has some hundred companies.
MOST_ROWS = 5_000
WHOLE_DAY = "Isi tanggal lengkap: tanggal, bulan, dan tahun."


class ListForm(forms.Form):
    """A workbook with its day and where it is from. It is opened while the form is checked."""

    listed_on = PartialDateField(label="Tanggal daftar", help_text="Tanggal yang tertulis pada daftar itu.")
    source = forms.CharField(label="Sumber", max_length=300, help_text="Surat atau laman, dan tanggalnya.")
    is_invented = forms.BooleanField(label="Daftar karangan untuk latihan", required=False)
    file = forms.FileField(
        label="Berkas daftar perusahaan",
        allow_empty_file=True,
        help_text="Kolom: Nama P3MI, Nomor SIP3MI, Status Izin, Berlaku Sampai, Alamat, Kota. "
        "Berkas .xlsx, .xlsm, .ods, .xls, atau .csv, paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.xls,.csv"}),
    )

    def __init__(self, data=None, files=None):
        super().__init__(data, files)
        self.helper = HouseFormHelper(self)
        self.rows = []

    def clean_listed_on(self):
        """A day that is not older than the list in use."""
        day = self.cleaned_data["listed_on"]
        if day.precision != "day":
            raise ValidationError(WHOLE_DAY)
        newest = AgencyList.objects.newest()
        if newest and day.value < newest.listed_on:
            raise ValidationError("Daftar yang dipakai sekarang lebih baru. Periksa lagi tanggalnya.")
        return day

    def clean_file(self):
        """Read it; what cannot be read is refused in words."""
        file = self.cleaned_data["file"]
        if file.size > limits.FILE_BYTES:
            raise ValidationError(SENTENCES["size"])
        try:
            self.rows = read_rows(file.read(), name=file.name)
        except UnreadableFile as error:
            raise ValidationError(str(error)) from None
        if not self.rows:
            raise ValidationError("Tabel ini belum berisi perusahaan. Isi satu baris untuk satu perusahaan.")
        if len(self.rows) > MOST_ROWS:
            raise ValidationError("Tabel ini lebih dari 5.000 baris. Periksa apakah berkasnya benar.")
        return file

    def values(self) -> dict:
        """The columns about the list, without its day."""
        path = PurePath(tidy(self.cleaned_data["file"].name.replace("\\", "/")))
        return {
            "source": self.cleaned_data["source"],
            "is_invented": self.cleaned_data["is_invented"],
            "file_name": f"{path.stem[:100]}{path.suffix[:10]}",
        }

    def in_words(self) -> dict[str, str]:
        """Label and answer of what was typed."""
        day = self["listed_on"].value() or ()
        return {
            "Tanggal daftar": " ".join(part for part in day if part),
            "Sumber": self["source"].value() or "",
        }


class ListDecisionForm(forms.Form):
    """What becomes of a list that was looked through; `against` is the list that it was compared with."""

    USE, WITHDRAW = "use", "withdraw"
    decision = forms.ChoiceField(choices=[(USE, "Pakai daftar ini"), (WITHDRAW, "Tarik daftar ini")])
    against = forms.CharField(required=False, max_length=40)

    def clean_against(self):
        """The key of that list, or None."""
        return as_id(self.cleaned_data["against"])


class CompanyForm(forms.Form):
    """The name that somebody was told. It stays on the page."""

    name = forms.CharField(
        label="Nama perusahaannya",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Tulis nama perusahaannya dulu."},
    )

    def clean_name(self):
        """A name, without what cannot be seen."""
        return tidy(self.cleaned_data["name"])
