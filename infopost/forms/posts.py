"""The form about the village's post."""

import re

from django import forms
from django.core.exceptions import ValidationError

from toolkit.forms import HouseFormHelper

NAMES = ("place", "hours", "officer_name", "phone")


class PostForm(forms.Form):
    """Where, when, who, and a number that families may call: everybody reads it."""

    place = forms.CharField(label="Tempat", max_length=120, help_text="Misalnya: Balai Desa Korleko.")
    hours = forms.CharField(label="Hari dan jam buka", max_length=120, help_text="Misalnya: Senin–Jumat, 08.00–15.00.")
    officer_name = forms.CharField(
        label="Nama petugas", max_length=120, help_text="Nama yang boleh dibaca semua orang."
    )
    phone = forms.CharField(
        label="Telepon pos", max_length=30, required=False, help_text="Nomor yang boleh dibaca semua orang."
    )

    def __init__(self, data=None, *, record=None):
        super().__init__(data, initial={name: getattr(record, name) for name in NAMES} if record else None)
        self.helper = HouseFormHelper(self)

    def clean_phone(self):
        """A telephone number, or nothing."""
        phone = self.cleaned_data["phone"].strip()
        if phone and not re.fullmatch(r"\+?[0-9][0-9 -]{5,}", phone):
            raise ValidationError("Tulis nomor telepon dengan angka saja.")
        return phone

    def values(self) -> dict:
        """The columns as they are to be saved."""
        return {name: self.cleaned_data[name] for name in NAMES}

    def in_words(self) -> dict[str, str]:
        """Label and answer of each field."""
        return {bound.label: bound.value() or "" for bound in self}
