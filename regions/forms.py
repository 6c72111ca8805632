"""The form about a village's part in a programme."""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError

from regions.choices import MembershipStatus, Programme
from regions.models import ProgrammeMembership
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField

WHOLE_DAY = "Isi tanggal lengkap: tanggal, bulan, dan tahun."
DAY_OR_YEAR = "Isi tanggal lengkap, atau tahunnya saja."


class MembershipForm(forms.Form):
    """Since when, by which decree, and who says so. What is not known stays empty.

    `record` is the membership that is changed; None for a new one of `village`.
    """

    programme = forms.ChoiceField(label="Program", choices=Programme, widget=forms.RadioSelect)
    since = PartialDateField(label="Ikut sejak", help_text="Tahunnya saja sudah cukup.")
    decree_number = forms.CharField(
        label="Nomor keputusan", max_length=100, required=False, help_text="Kosongkan bila belum diketahui."
    )
    decree_date = PartialDateField(label="Tanggal keputusan", required=False)
    source = forms.CharField(
        label="Sumber",
        max_length=300,
        help_text="Dari mana keterangan ini: keputusan, surat, atau berita, dan tahunnya.",
    )
    status = forms.ChoiceField(label="Status", choices=MembershipStatus, widget=forms.RadioSelect)

    def __init__(self, data=None, *, village, record=None):
        self.village, self.record = village, record
        super().__init__(data, initial=_initial(record))
        self.helper = HouseFormHelper(self)

    def clean_since(self):
        """A day or a year: a month alone could not be kept."""
        since = self.cleaned_data["since"]
        if since.precision == "month":
            raise ValidationError(DAY_OR_YEAR)
        return since

    def clean_decree_date(self):
        """A decree has a day, or it is not known."""
        decreed = self.cleaned_data["decree_date"]
        if decreed and decreed.precision != "day":
            raise ValidationError(WHOLE_DAY)
        return decreed

    def clean(self):
        """Let the model's own rules speak."""
        if self.errors:
            return self.cleaned_data
        membership = copy(self.record) if self.record else ProgrammeMembership(village=self.village)
        for name, value in self.values().items():
            setattr(membership, name, value)
        try:
            membership.full_clean()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self.add_error(name if name in self.fields else None, messages)
        return self.cleaned_data

    def values(self) -> dict:
        """The columns as they are to be saved."""
        answers = self.cleaned_data
        since, decreed = answers["since"], answers["decree_date"]
        return {
            "programme": answers["programme"],
            "since_year": since.value.year,
            "since": since.value if since.precision == "day" else None,
            "decree_number": answers["decree_number"],
            "decree_date": decreed.value if decreed else None,
            "source": answers["source"],
            "status": answers["status"],
        }

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field, as a person reads them."""
        return {bound.label: _words(bound) for bound in self}


def _words(bound):
    value = bound.value()
    if isinstance(value, list):
        return " ".join(part for part in value if part)
    if isinstance(value, PartialDate):
        return " ".join(part for part in value.parts if part)
    return str(dict(getattr(bound.field, "choices", ())).get(value, value or ""))


def _initial(record):
    if record is None:
        return {"status": MembershipStatus.ACTIVE}
    return {
        "programme": record.programme,
        "since": record.since_known,
        "decree_number": record.decree_number,
        "decree_date": PartialDate(record.decree_date, "day") if record.decree_date else None,
        "source": record.source,
        "status": record.status,
    }
