"""What becomes of a letter that is there: signed or sent back, withdrawn, given up; and looking for one."""

from django import forms
from django.utils import timezone

from households.forms.life import HAPPENED, MISTAKE, LifeForm
from infopost.letter_choices import LetterKind, LetterState
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

SIGN, SEND_BACK = "sign", "send_back"
FIRST_YEAR = 2026


class SigningForm(LifeForm):
    """The head signs, or sends back with a reason; of one that was sent back, that it waits again."""

    what = forms.ChoiceField(
        label="Keputusan Anda",
        choices=[(SIGN, "Tanda tangani"), (SEND_BACK, "Kembalikan kepada petugas")],
        initial=SIGN,
        widget=SegmentSelect(single=True),
    )
    reason = forms.CharField(
        label="Apa yang perlu diperbaiki?",
        max_length=200,
        required=False,
        help_text="Dibaca petugas. Jangan menulis nama atau nomor di sini.",
    )

    @property
    def signs(self) -> bool:
        """Whether the head signs."""
        return self.cleaned_data["what"] == SIGN

    def clean(self):
        """Who sends back says why."""
        super().clean()
        if self.cleaned_data.get("what") == SEND_BACK and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", "Tulis apa yang perlu diperbaiki.")
        return self.cleaned_data


class WithdrawalForm(LifeForm):
    """Why a letter holds no longer; of a withdrawn one, that this was a mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Surat ini ditarik"), (MISTAKE, "Penarikan itu keliru: surat berlaku lagi")],
        widget=SegmentSelect(single=True),
    )
    reason = forms.CharField(
        label="Mengapa ditarik?",
        max_length=200,
        required=False,
        help_text="Misalnya: tidak jadi berangkat. Jangan menulis nama atau nomor di sini.",
    )

    def __init__(self, data=None, *, is_withdrawn=False, **kwargs):
        super().__init__(data, **kwargs)
        unwanted = HAPPENED if is_withdrawn else MISTAKE
        field = self.fields["what"]
        field.choices = [choice for choice in field.choices if choice[0] != unwanted]
        field.initial = field.choices[0][0]
        if is_withdrawn:
            del self.fields["reason"]

    def clean(self):
        """Who withdraws says why."""
        super().clean()
        if self.cleaned_data.get("what") == HAPPENED and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", "Tulis mengapa surat ini ditarik.")
        return self.cleaned_data


class CancelForm(forms.Form):
    """A letter without a number is given up, or brought back."""

    CANCEL, RESTORE = "cancel", "restore"
    what = forms.ChoiceField(choices=[(CANCEL, "Batalkan"), (RESTORE, "Kembalikan")])


class LetterFilterForm(forms.Form):
    """Looking through the register: the year, a number, a kind, a state."""

    mark_optional = False

    tahun = forms.ChoiceField(label="Tahun", required=False)
    nomor = forms.CharField(label="Nomor surat", max_length=40, required=False, help_text="Nomor urutnya saja boleh.")
    jenis = forms.ChoiceField(
        label="Jenis", choices=[("", "Semua jenis"), *LetterKind.choices], required=False, widget=forms.Select
    )
    keadaan = forms.ChoiceField(
        label="Keadaan", choices=[("", "Semua keadaan"), *LetterState.choices], required=False, widget=forms.Select
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        this = timezone.localdate().year
        years = [(str(year), str(year)) for year in range(this, min(FIRST_YEAR, this) - 2, -1)]
        self.fields["tahun"].choices = [("", "Semua tahun"), *years]
        self.helper = HouseFormHelper(self)
