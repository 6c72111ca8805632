"""What a family says to hear what social insurance costs. Nothing of it is kept."""

from django import forms

from infopost.choices import Moment

MOST_MONTHS = 60
MISSING = "Tulis berapa bulan kontraknya. Dua tahun sama dengan dua kali dua belas bulan."


class PremiumForm(forms.Form):
    """How far somebody is, and for how many months."""

    moment = forms.ChoiceField(label="Sudah sampai mana?", choices=Moment, widget=forms.RadioSelect)
    months = forms.IntegerField(
        label="Berapa bulan kontraknya, atau tambahannya?",
        required=False,
        min_value=1,
        max_value=MOST_MONTHS,
        error_messages={
            "invalid": "Tulis jumlah bulan dengan angka saja.",
            "min_value": "Tulis paling sedikit satu bulan.",
            "max_value": "Terlalu lama. Tulis jumlah bulan, bukan tahun atau hari.",
        },
    )

    def clean(self):
        """Only whoever is home already has no contract to count."""
        answers = super().clean()
        has_contract = answers.get("moment") not in (None, Moment.HOME)
        if has_contract and answers.get("months") is None and "months" not in self.errors:
            self.add_error("months", MISSING)
        return answers
