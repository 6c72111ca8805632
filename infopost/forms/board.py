"""The forms about a job order and about a day of the calendar."""

from django import forms
from django.core.exceptions import ValidationError

from households.choices import Sector
from households.countries import COUNTRIES
from infopost.choices import EntryKind, JobOrderState
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField, WholeNumberField

WHOLE_DAY = "Isi tanggal lengkap: tanggal, bulan, dan tahun."


class DayField(PartialDateField):
    """A whole day; cleans to a date, or None where it may be left empty."""

    def clean(self, value):
        """The day that was typed."""
        answer = super().clean(value)
        if answer and answer.precision != "day":
            raise ValidationError(WHOLE_DAY, code="unclear")
        return answer.value


class NoticeForm(forms.Form):
    """What both forms have: their source, its day, and whether they are invented."""

    def __init__(self, data=None, *, record=None):
        super().__init__(data, initial=self._initial(record))
        self.helper = HouseFormHelper(self)

    def _initial(self, record):
        if record is None:
            return None
        values = {name: getattr(record, name) for name in self.base_fields}
        days = [name for name, field in self.base_fields.items() if isinstance(field, DayField)]
        return values | {name: PartialDate(values[name], "day") for name in days if values[name]}

    def values(self) -> dict:
        """The columns as they are to be saved."""
        return dict(self.cleaned_data)

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field, as a person reads them."""
        return {bound.label: _words(bound) for bound in self}


class JobOrderForm(NoticeForm):
    """A job order: by whom, where, for what, and until when."""

    agency_name = forms.CharField(label="Nama perusahaan", max_length=200)
    licence = forms.CharField(
        label="Nomor izin perusahaan",
        max_length=80,
        required=False,
        help_text="Nomor SIP3MI. Dengan nomor ini, keluarga melihat apakah izinnya masih berlaku.",
    )
    order_number = forms.CharField(
        label="Nomor izin lowongan", max_length=80, required=False, help_text="Nomor SIP2MI, bila tertulis."
    )
    country = forms.ChoiceField(label="Negara", choices=[("", "Pilih negara"), *COUNTRIES.items()])
    sector = forms.ChoiceField(
        label="Bidang kerja", choices=[("", "Pilih bidang"), *(choice for choice in Sector.choices if choice[0])]
    )
    places = WholeNumberField(label="Jumlah lowongan", min_value=1, max_value=100_000, required=False)
    closes_on = DayField(label="Ditutup pada", allow_future=True, help_text="Sesudah itu, lowongan hilang sendiri.")
    state = forms.ChoiceField(
        label="Keadaan", choices=JobOrderState, widget=forms.RadioSelect, initial=JobOrderState.OPEN
    )
    source = forms.CharField(label="Sumber", max_length=300, help_text="Surat, laman, atau kantor yang memberi tahu.")
    told_on = DayField(label="Tanggal keterangan")
    is_invented = forms.BooleanField(label="Karangan untuk latihan", required=False)


class EntryForm(NoticeForm):
    """A day, or some days, on which something is offered."""

    kind = forms.ChoiceField(label="Jenis", choices=EntryKind, widget=forms.RadioSelect)
    title = forms.CharField(label="Judul", max_length=120, help_text="Misalnya: Pelatihan membuat kue.")
    place = forms.CharField(label="Tempat", max_length=160, required=False)
    hours = forms.CharField(label="Jam", max_length=60, required=False, help_text="Misalnya: 08.00–12.00.")
    starts_on = DayField(label="Mulai", allow_future=True)
    ends_on = DayField(
        label="Hari terakhir", allow_future=True, required=False, help_text="Kosongkan bila hanya satu hari."
    )
    note = forms.CharField(label="Keterangan", max_length=300, required=False)
    source = forms.CharField(label="Sumber", max_length=300, help_text="Kantor atau orang yang mengadakan.")
    told_on = DayField(label="Tanggal keterangan")
    is_invented = forms.BooleanField(label="Karangan untuk latihan", required=False)
    is_withdrawn = forms.BooleanField(label="Jangan tampilkan kepada keluarga", required=False)

    def clean(self):
        """One day without a last day; and no end before the beginning."""
        answers = super().clean()
        starts, ends = answers.get("starts_on"), answers.get("ends_on")
        if starts and ends is None and "ends_on" not in self.errors:
            answers["ends_on"] = starts
        if starts and ends and ends < starts:
            self.add_error("ends_on", "Hari terakhirnya lebih dulu daripada mulainya.")
        return answers


def _words(bound):
    value = bound.value()
    if isinstance(value, PartialDate):
        value = value.parts
    if isinstance(value, list | tuple):
        return " ".join(part for part in value if part)
    if isinstance(bound.field, forms.BooleanField):
        return "ya" if bound.field.clean(value) else "tidak"
    return str(dict(getattr(bound.field, "choices", ())).get(value, "" if value is None else value))
