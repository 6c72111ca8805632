"""What is asked when somebody is sent to an office, and when the office answers."""

from django import forms
from django.utils import timezone

from households.choices import Precision
from households.forms.life import HAPPENED, MISTAKE, UNDATED
from infopost.file_choices import Office, ReferralAnswer, ReferralReason
from infopost.forms.files import FileForm, whole_day
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.widgets import PlainSelect, SegmentSelect

WHOLE = "whole"


class ReferralForm(FileForm):
    """Where to, what for, and on which day."""

    office = forms.ChoiceField(
        label="Dirujuk ke", choices=[("", "Pilih kantornya"), *Office.choices], widget=PlainSelect
    )
    office_name = forms.CharField(
        label="Nama kantor", required=False, max_length=80, help_text="Hanya bila memilih 'Kantor lain'."
    )
    reason = forms.ChoiceField(label="Untuk apa", choices=ReferralReason.choices, widget=SegmentSelect(single=True))
    note = forms.CharField(
        label="Yang dibawa atau ditanyakan",
        required=False,
        max_length=200,
        help_text="Boleh kosong. Jangan menulis nama atau nomor orang.",
    )
    referred = PartialDateField(label="Tanggal rujukan", error_messages={"required": "Isi tanggal rujukannya."})

    def __init__(self, data=None, **kwargs):
        today = PartialDate(timezone.localdate(), Precision.DAY.value)
        super().__init__(data, initial={"referred": today}, **kwargs)

    def clean_referred(self):
        """A referral has a whole date."""
        return whole_day(self.cleaned_data["referred"])

    def clean(self):
        """Another office has a name, and a known one needs none."""
        super().clean()
        if self.cleaned_data.get("office") == Office.OTHER and not self.cleaned_data.get("office_name"):
            self.add_error("office_name", "Tulis nama kantornya.")
        return self.cleaned_data

    def told(self) -> dict:
        """What was understood."""
        told = {name: self.cleaned_data[name] for name in ("office", "reason", "note")}
        is_other = told["office"] == Office.OTHER
        named = self.cleaned_data["office_name"] if is_other else ""
        return told | {"office_name": named, "referred_on": self.cleaned_data["referred"].value}


class AnswerForm(FileForm):
    """What the office said, and when; what was noted can be taken back, also the whole referral."""

    what = forms.ChoiceField(label="Apa yang dicatat?", initial=HAPPENED, widget=SegmentSelect(single=True))
    answer = forms.ChoiceField(
        label="Apa jawabannya?", choices=ReferralAnswer.choices, widget=SegmentSelect(single=True)
    )
    asked_for = forms.CharField(
        label="Apa yang diminta dilengkapi?",
        required=False,
        max_length=200,
        help_text="Misalnya: akta lahir asli. Jangan menulis nama atau nomor orang.",
    )
    answered = PartialDateField(label="Kapan dijawab", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, referral, **kwargs):
        self.referral = referral
        known = {"answer": referral.answer, "asked_for": referral.asked_for, "answered": referral.answered}
        super().__init__(data, initial=known, **kwargs)
        taken_back = [(MISTAKE, "Jawaban itu keliru: masih ditunggu")] if referral.answer else []
        whats = [(HAPPENED, "Jawaban kantor"), *taken_back, (WHOLE, "Rujukan ini keliru: tidak pernah ada")]
        self.fields["what"].choices = whats

    @property
    def is_whole_mistake(self) -> bool:
        """Whether there never was such a referral."""
        return self.cleaned_data.get("what") == WHOLE

    def clean(self):
        """Who is asked for more says what; an answer comes after the question."""
        super().clean()
        told = self.cleaned_data
        if self.is_mistake or self.is_whole_mistake:
            self.errors.clear()
            return told
        if told.get("answer") == ReferralAnswer.ASKS_MORE and not told.get("asked_for"):
            self.add_error("asked_for", "Tulis apa yang diminta dilengkapi.")
        answered = told.get("answered")
        if answered and PartialDate.within(self.referral.referred_on, answered.precision).value > answered.value:
            self.add_error("answered", "Dijawab lebih awal dari dirujuk. Periksa tanggalnya.")
        return told

    def told(self) -> dict:
        """What was understood."""
        return {name: self.cleaned_data[name] for name in ("answer", "asked_for", "answered")}
