"""Looking for a family."""

from django import forms

from households.choices import Stage
from households.countries import DESTINATIONS, OTHER_COUNTRIES
from toolkit.forms import HouseFormHelper


class SearchForm(forms.Form):
    """A piece of a name or a whole NIK or KK, and what narrows the list."""

    mark_optional = False
    saves = False

    words = forms.CharField(
        label="Nama, NIK, atau nomor KK",
        max_length=80,
        required=False,
        help_text="Sebagian nama cukup. NIK dan nomor KK ditulis lengkap.",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    hamlet = forms.ChoiceField(label="Dusun", required=False)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua"), *Stage.choices])
    country = forms.ChoiceField(
        label="Negara",
        required=False,
        choices=[("", "Semua"), *DESTINATIONS.items(), ("Negara lain", list(OTHER_COUNTRIES.items()))],
    )
    stale = forms.BooleanField(label="Hanya yang perlu pemutakhiran", required=False)
    closed = forms.BooleanField(label="Hanya yang ditutup", required=False)
    check = forms.BooleanField(label="Hanya yang perlu dicek", required=False)

    def __init__(self, data=None, *, hamlets=(), **kwargs):
        super().__init__(data, **kwargs)
        self.helper = HouseFormHelper(self)
        self.fields["hamlet"].choices = [("", "Semua"), *((name, name) for name in hamlets)]

    @property
    def narrows(self) -> bool:
        """Whether anything but words narrows the list."""
        return any(self.cleaned_data.get(name) for name in ("hamlet", "status", "country", "check", "stale", "closed"))
