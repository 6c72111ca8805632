"""The form about a rule of charges for its keepers, and the question that families ask."""

from django import forms

from households.countries import COUNTRIES
from infopost.choices import Charge, Job
from infopost.forms.aged import AgedForm
from infopost.models import ChargeRule
from toolkit.forms import PartialDateField

UNNAMED = "lain"


class ChargeRuleForm(AgedForm):
    """A rule as it stands, or a new one."""

    model = ChargeRule
    own = ("country", "job", "charge", "free", "payer", "note")

    country = forms.ChoiceField(label="Negara", choices=[("", "Semua negara"), *COUNTRIES.items()], required=False)
    job = forms.ChoiceField(label="Pekerjaan", choices=[("", "Semua pekerjaan"), *Job.choices], required=False)
    charge = forms.ChoiceField(label="Jawaban", choices=Charge, widget=forms.RadioSelect)
    free = forms.CharField(
        label="Yang tidak boleh diminta",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya: tiket berangkat, visa kerja, pelatihan.",
    )
    payer = forms.CharField(label="Yang membayar", max_length=120, required=False, help_text="Misalnya: majikan.")
    note = forms.CharField(label="Penjelasan", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    since = PartialDateField(label="Berlaku sejak", required=False, allow_future=True)

    def own_values(self) -> dict:
        """With the day from which it holds."""
        since = self.cleaned_data["since"]
        return super().own_values() | {"since": since.value, "since_precision": since.precision}

    def own_initial(self) -> dict:
        """With the day from which it holds."""
        return super().own_initial() | {"since": self.record.began}


class ChargeQuestionForm(forms.Form):
    """Where to, and for which job. Nothing of it is kept."""

    country = forms.ChoiceField(
        label="Ke negara mana?", choices=[("", "Pilih negara"), *COUNTRIES.items(), (UNNAMED, "Belum tahu")]
    )
    job = forms.ChoiceField(
        label="Kerja apa?",
        choices=[("", "Pilih pekerjaan"), *Job.choices, (UNNAMED, "Pekerjaan lain, atau belum tahu")],
    )

    def asked(self) -> dict[str, str]:
        """Country and job; empty for what is not known."""
        return {
            name: "" if self.cleaned_data[name] == UNNAMED else self.cleaned_data[name] for name in ("country", "job")
        }
