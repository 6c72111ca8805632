"""The form about a warning: what people do, and never who they are."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from infopost.rules.naming import names_in
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField

LONGEST = dt.timedelta(days=366)
NAMED = (
    "Jangan sebut orang, nomor, atau akunnya. Hapus: {found}. "
    "Nama pelaku diceritakan kepada polisi, bukan ditulis di sini."
)
TEXTS = ("poses_as", "how")


class WarningForm(forms.Form):
    """Who poses as what, how it goes, since when, and until when it is shown."""

    poses_as = forms.CharField(
        label="Mengaku sebagai apa", max_length=120, help_text="Misalnya: petugas kementerian, sponsor, pegawai bank."
    )
    how = forms.CharField(
        label="Bagaimana caranya",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu sampai tiga kalimat pendek. Ceritakan perbuatannya, jangan orangnya.",
    )
    since = PartialDateField(label="Sejak kapan", required=False, help_text="Bulan dan tahunnya saja sudah cukup.")
    until = PartialDateField(label="Ditampilkan sampai", allow_future=True, help_text="Paling lama satu tahun.")
    for_regency = forms.BooleanField(label="Tampilkan juga di pos desa lain di kabupaten ini", required=False)
    no_names = forms.BooleanField(label="Sudah saya baca lagi: tidak ada nama, alamat, atau nomor orang di sini")

    def __init__(self, data=None, *, record=None):
        super().__init__(data, initial=_initial(record))
        self.helper = HouseFormHelper(self)

    def _clean_text(self, name):
        text = self.cleaned_data[name]
        found = names_in(text)
        if found:
            raise ValidationError(NAMED.format(found=", ".join(found[:3])))
        return text

    def clean_poses_as(self):
        """An office or a trade, and nobody's name."""
        return self._clean_text("poses_as")

    def clean_how(self):
        """Deeds, and nobody's name."""
        return self._clean_text("how")

    def clean_until(self):
        """A day from today on, at most a year ahead."""
        until, today = self.cleaned_data["until"], timezone.localdate()
        if until.precision != "day":
            raise ValidationError("Isi tanggal lengkap: tanggal, bulan, dan tahun.")
        if not today <= until.value <= today + LONGEST:
            raise ValidationError("Pilih hari ini atau sesudahnya, paling lama satu tahun lagi.")
        return until

    def values(self) -> dict:
        """The columns as they are to be saved."""
        answers = self.cleaned_data
        values = {name: answers[name] for name in (*TEXTS, "for_regency")}
        values |= {"since": answers["since"].value, "since_precision": answers["since"].precision}
        return values | {"until": answers["until"].value}

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field, as a person reads them."""
        return {bound.label: _words(bound) for bound in self if bound.name != "no_names"}


class WarningStandForm(forms.Form):
    """Off the board, or back on it."""

    WITHDRAW, RESTORE = "withdraw", "restore"
    what = forms.ChoiceField(choices=[(WITHDRAW, "Tarik"), (RESTORE, "Tampilkan lagi")])


def _words(bound):
    value = bound.value()
    if isinstance(value, PartialDate):
        value = value.parts
    if isinstance(value, list | tuple):
        return " ".join(part for part in value if part)
    if isinstance(bound.field, forms.BooleanField):
        return "ya" if bound.field.clean(value) else "tidak"
    return value or ""


def _initial(record):
    if record is None:
        return None
    initial = {name: getattr(record, name) for name in (*TEXTS, "for_regency")}
    return initial | {"since": record.began, "until": PartialDate(record.until, "day")}
