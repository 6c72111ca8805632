"""Looking for a family."""

from django import forms

from households.choices import Stage
from households.countries import DESTINATIONS, OTHER_COUNTRIES
from toolkit.forms import HouseFormHelper

COUNTRIES = [("", "Semua"), *DESTINATIONS.items(), ("Negara lain", list(OTHER_COUNTRIES.items()))]


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
        # Two hundred countries are not copied for each page that looks for none.
        choices=lambda: COUNTRIES,
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

    @property
    def filters_as_shown(self) -> str:
        """What the fields that narrow the list look like: what they offer, what is chosen, and what is wrong there."""
        narrowing = [name for name in self.fields if name != "words"]
        shown = [(self[name].value(), self.errors.get(name)) for name in narrowing]
        return f"{self.fields['hamlet'].choices} {shown}"

    def in_words(self) -> dict[str, str]:
        """What narrows the list: label and answer of each filter that was used; a mark needs no answer."""
        used = {name: self.cleaned_data.get(name) for name in self.fields if self.cleaned_data.get(name)}
        named = {"words": "Nama", "hamlet": "Dusun", "status": "Status", "country": "Negara"}
        return {
            named.get(name, self.fields[name].label): "" if value is True else _said(self.fields[name], value)
            for name, value in used.items()
        }


def _said(field, value: str) -> str:
    flat = dict(pair for choice in getattr(field, "choices", ()) for pair in _pairs(choice))
    return flat.get(value, value)


def _pairs(choice) -> list:
    value, label = choice
    return [(value, label)] if isinstance(label, str) else list(label)
