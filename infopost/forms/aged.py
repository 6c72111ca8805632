"""What is asked about everything that grows old: where it comes from, and whether somebody has just looked it up."""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from infopost.choices import Trust
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import SegmentSelect

WHOLE_DAY = "Isi tanggal lengkap: tanggal, bulan, dan tahun."
NAMES = ("trust", "source", "is_withdrawn")


class Check(models.TextChoices):
    """What the keeper did about the source."""

    LATER = "later", "Belum saya periksa"
    DONE = "done", "Sudah saya cocokkan dengan sumbernya hari ini"
    MISTAKE = "mistake", "Verifikasi sebelumnya keliru"


class AgedForm(forms.Form):
    """A row as it stands, or a new one (`record` is None). The verification is the keeper's own, of today.

    A form names its `model` and its own columns (`own`); dates among them come from `own_values`.
    """

    model = None
    own: tuple[str, ...] = ()

    trust = forms.ChoiceField(label="Asal", choices=Trust, widget=forms.RadioSelect)
    source = forms.CharField(label="Sumber", max_length=300, help_text="Situs, surat, atau peraturan.")
    source_date = PartialDateField(label="Tanggal sumber", required=False, help_text="Tahunnya saja sudah cukup.")
    valid_until = PartialDateField(label="Berlaku sampai", required=False, allow_future=True)
    check = forms.ChoiceField(label="Pemeriksaan", choices=Check, widget=SegmentSelect(single=True))
    is_withdrawn = forms.BooleanField(label="Jangan tampilkan kepada keluarga", required=False)

    def __init__(self, data=None, *, record=None):
        self.record = record
        super().__init__(data, initial=self._initial())
        if record is None or record.verified_on is None:
            self.fields["check"].choices = [choice for choice in Check.choices if choice[0] != Check.MISTAKE]
        self.trim()
        # What it says comes before where it comes from.
        self.order_fields([name for name in self.fields if name not in AgedForm.base_fields])
        self.helper = HouseFormHelper(self)

    def trim(self) -> None:
        """Leave out what is not asked about this row."""

    def clean_valid_until(self):
        """A day, or it has no known end."""
        until = self.cleaned_data["valid_until"]
        if until and until.precision != "day":
            raise ValidationError(WHOLE_DAY)
        return until

    def clean(self):
        """Let the model's own rules speak."""
        if self.errors or self.model is None:
            return self.cleaned_data
        row = copy(self.record) if self.record else self.model(code="baru")
        for name, value in self.values().items():
            setattr(row, name, value)
        try:
            row.full_clean(exclude=["code", "verified_by", "verified_on"], validate_constraints=False)
            for constraint in row._meta.constraints:
                if not constraint.name.endswith("_verified_by_somebody"):
                    constraint.validate(self.model, row)
        except ValidationError as error:
            for text in error.messages:
                self.add_error(None, text)
        return self.cleaned_data

    def own_values(self) -> dict:
        """The form's own columns as they are to be saved."""
        return {name: self.cleaned_data[name] for name in self.own if name in self.fields}

    def values(self) -> dict:
        """The columns as they are to be saved, without the verification."""
        answers = self.cleaned_data
        sourced, until = answers["source_date"], answers["valid_until"]
        values = self.own_values() | {name: answers[name] for name in NAMES}
        values |= {"source_date": sourced.value, "source_precision": sourced.precision}
        return values | {"valid_until": until.value}

    def verification(self, by) -> dict:
        """The columns that say who checked it: today's check, a mistake taken back, or nothing to change."""
        check = self.cleaned_data["check"]
        if check == Check.DONE:
            return {"verified_on": timezone.localdate(), "verified_by": by}
        return {"verified_on": None, "verified_by": None} if check == Check.MISTAKE else {}

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field about the row, as a person reads them."""
        return {bound.label: _words(bound) for bound in self if bound.name != "check"}

    def own_initial(self) -> dict:
        """How the form's own fields begin for the record."""
        return {name: getattr(self.record, name) for name in self.own}

    def _initial(self):
        if self.record is None:
            return {"trust": Trust.SOURCED, "check": Check.LATER}
        until = self.record.valid_until
        return self.own_initial() | {
            **{name: getattr(self.record, name) for name in NAMES},
            "source_date": self.record.sourced,
            "valid_until": PartialDate(until, "day") if until else None,
            "check": Check.LATER,
        }


def _words(bound):
    value = bound.value()
    if isinstance(bound.field, forms.MultipleChoiceField):
        labels = dict(bound.field.choices)
        return ", ".join(labels.get(one, one) for one in value or [])
    if isinstance(value, list):
        return " ".join(part for part in value if part)
    if isinstance(value, PartialDate):
        return " ".join(part for part in value.parts if part)
    if isinstance(bound.field, forms.BooleanField):
        return "ya" if bound.field.clean(value) else "tidak"
    return str(dict(getattr(bound.field, "choices", ())).get(value or "", value or ""))
