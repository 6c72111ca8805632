"""The form about a fact: what it says, and who says so."""

from django import forms
from django.core.exceptions import ValidationError

from households.choices import Sector
from households.countries import COUNTRIES
from infopost.choices import FactKind, Placement
from infopost.forms.aged import WHOLE_DAY, AgedForm
from infopost.models import Fact
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField


class FactForm(AgedForm):
    """A fact as it stands, or a new one."""

    model = Fact
    own = ("kind", "country", "title", "value", "placement", "closed_since", "sectors", "note")

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
    closed_since = PartialDateField(
        label="Ditutup sejak",
        required=False,
        help_text="Hari mulai berlakunya penutupan yang sekarang, menurut sumbernya. Dipakai untuk saran kelengkapan "
        "dokumen bagi yang berangkat sejak hari itu, kecuali yang bekerja pada perusahaan. Kosongkan bila tidak pasti.",
    )
    sectors = forms.MultipleChoiceField(
        label="Untuk bidang kerja",
        choices=[choice for choice in Sector.choices if choice[0]],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Untuk status penempatan dan umur. Kosongkan bila berlaku untuk semua pekerjaan.",
    )
    note = forms.CharField(
        label="Penjelasan",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu atau dua kalimat pendek.",
    )

    def clean_closed_since(self):
        """A day, or it is not known."""
        since = self.cleaned_data["closed_since"]
        if since and since.precision != "day":
            raise ValidationError(WHOLE_DAY)
        return since

    def own_values(self) -> dict:
        """With the day itself."""
        values = super().own_values()
        return values | ({"closed_since": values["closed_since"].value} if "closed_since" in values else {})

    def own_initial(self) -> dict:
        """With the day in its boxes."""
        since = self.record.closed_since
        return super().own_initial() | {"closed_since": PartialDate(since, "day") if since else None}

    def trim(self) -> None:
        """What a fact is about stays as it is; a status has no text, and nothing else has a status."""
        if self.record is not None:
            del self.fields["kind"], self.fields["country"]
            others = ["value"] if self.record.kind == FactKind.STATUS else ["placement", "closed_since"]
            for name in others:
                del self.fields[name]
