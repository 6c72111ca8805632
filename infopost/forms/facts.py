"""The form about a fact: what it says, who says so, and whether somebody has just compared the two."""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from households.countries import COUNTRIES
from infopost.choices import FactKind, Placement, Trust
from infopost.models import Fact
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import SegmentSelect

WHOLE_DAY = "Isi tanggal lengkap: tanggal, bulan, dan tahun."


class Check(models.TextChoices):
    """What the keeper did about the fact's source."""

    LATER = "later", "Belum saya periksa"
    DONE = "done", "Sudah saya cocokkan dengan sumbernya hari ini"
    MISTAKE = "mistake", "Verifikasi sebelumnya keliru"


class FactForm(forms.Form):
    """A fact as it stands, or a new one (`record` is None). The verification is the keeper's own, of today."""

    kind = forms.ChoiceField(label="Jenis", choices=FactKind)
    country = forms.ChoiceField(
        label="Negara", choices=[("", "Berlaku di mana saja"), *COUNTRIES.items()], required=False
    )
    title = forms.CharField(label="Judul", max_length=120, help_text="Tentang apa, dalam beberapa kata.")
    value = forms.CharField(
        label="Isi",
        max_length=200,
        required=False,
        help_text="Nomor, jumlah, atau nama aturannya, seperti yang dibaca keluarga.",
    )
    placement = forms.ChoiceField(
        label="Status penempatan",
        choices=[("", "Bukan tentang status"), *Placement.choices],
        required=False,
        help_text="Hanya untuk jenis 'Status penempatan'.",
    )
    note = forms.CharField(
        label="Penjelasan",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu atau dua kalimat pendek.",
    )
    trust = forms.ChoiceField(label="Asal", choices=Trust, widget=forms.RadioSelect)
    source = forms.CharField(label="Sumber", max_length=300, help_text="Situs, surat, atau peraturan.")
    source_date = PartialDateField(label="Tanggal sumber", required=False, help_text="Tahunnya saja sudah cukup.")
    valid_until = PartialDateField(label="Berlaku sampai", required=False, allow_future=True)
    check = forms.ChoiceField(label="Pemeriksaan", choices=Check, widget=SegmentSelect(single=True))
    is_withdrawn = forms.BooleanField(label="Jangan tampilkan kepada keluarga", required=False)

    def __init__(self, data=None, *, record=None):
        self.record = record
        super().__init__(data, initial=_initial(record))
        if record is not None:
            del self.fields["kind"], self.fields["country"]
            del self.fields["value" if record.kind == FactKind.STATUS else "placement"]
        if record is None or record.verified_on is None:
            self.fields["check"].choices = [choice for choice in Check.choices if choice[0] != Check.MISTAKE]
        self.helper = HouseFormHelper(self)

    def clean_valid_until(self):
        """A day, or it has no known end."""
        until = self.cleaned_data["valid_until"]
        if until and until.precision != "day":
            raise ValidationError(WHOLE_DAY)
        return until

    def clean(self):
        """Let the model's own rules speak."""
        if self.errors:
            return self.cleaned_data
        fact = copy(self.record) if self.record else Fact(code="baru")
        for name, value in self.values().items():
            setattr(fact, name, value)
        try:
            fact.full_clean(exclude=["code", "verified_by", "verified_on"], validate_constraints=False)
            for constraint in fact._meta.constraints:
                if constraint.name != "fact_verified_by_somebody":
                    constraint.validate(Fact, fact)
        except ValidationError as error:
            for text in error.messages:
                self.add_error(None, text)
        return self.cleaned_data

    def values(self) -> dict:
        """The columns as they are to be saved, without the verification."""
        answers = self.cleaned_data
        sourced, until = answers["source_date"], answers["valid_until"]
        names = ("title", "value", "placement", "note", "trust", "source", "is_withdrawn")
        values = {name: answers[name] for name in names if name in self.fields}
        values |= {"source_date": sourced.value, "source_precision": sourced.precision}
        values |= {"valid_until": until.value}
        return values | {name: answers[name] for name in ("kind", "country") if name in self.fields}

    def verification(self, by) -> dict:
        """The columns that say who checked the fact: today's check, a mistake taken back, or nothing to change."""
        check = self.cleaned_data["check"]
        if check == Check.DONE:
            return {"verified_on": timezone.localdate(), "verified_by": by}
        return {"verified_on": None, "verified_by": None} if check == Check.MISTAKE else {}

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field about the fact, as a person reads them."""
        return {bound.label: _words(bound) for bound in self if bound.name != "check"}


def _words(bound):
    value = bound.value()
    if isinstance(value, list):
        return " ".join(part for part in value if part)
    if isinstance(value, PartialDate):
        return " ".join(part for part in value.parts if part)
    if isinstance(bound.field, forms.BooleanField):
        return "ya" if bound.field.clean(value) else "tidak"
    return str(dict(getattr(bound.field, "choices", ())).get(value or "", value or ""))


def _initial(record):
    if record is None:
        return {"trust": Trust.SOURCED, "check": Check.LATER}
    names = ("title", "value", "placement", "note", "trust", "source", "is_withdrawn")
    return {name: getattr(record, name) for name in names} | {
        "source_date": record.sourced,
        "valid_until": PartialDate(record.valid_until, "day") if record.valid_until else None,
        "check": Check.LATER,
    }
