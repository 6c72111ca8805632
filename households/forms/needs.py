"""What a family needs, and that it got it."""

from django import forms

from households.forms.life import HAPPENED, MISTAKE, UNDATED, LifeForm
from households.forms.living import SectionForm
from households.living import NeedKind, NeedsAnswer
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.widgets import SegmentSelect

UNMET = "unmet"


class NeedsForm(SectionForm):
    """What the family needs beside what is noted already; or that it needs nothing, or would not say."""

    section_name = "needs"

    kinds = forms.MultipleChoiceField(
        label="Keluarga ini butuh apa?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Boleh lebih dari satu.",
    )
    needs_answer = forms.ChoiceField(
        label="Tidak ada yang dipilih?",
        choices=[choice for choice in NeedsAnswer.choices if choice[0] != NeedsAnswer.SOME],
        required=False,
        widget=SegmentSelect,
    )

    def __init__(self, data=None, *, open_kinds=(), **kwargs):
        super().__init__(data, **kwargs)
        self.fields["kinds"].choices = [choice for choice in NeedKind.choices if choice[0] not in open_kinds]
        if open_kinds:
            del self.fields["needs_answer"]

    def known(self, circumstances):
        """That there are needs is seen by themselves."""
        answer = circumstances.needs_answer
        return {"needs_answer": "" if answer == NeedsAnswer.SOME else answer}

    def clean(self):
        """Needs and 'tidak ada' do not go together; an earlier 'tidak ada' gives way."""
        answers = super().clean()
        if answers.get("kinds") and answers.get("needs_answer"):
            if answers["needs_answer"] != self.initial["needs_answer"]:
                self.add_error("needs_answer", "Di atas ada kebutuhan yang dipilih. Pilih salah satu.")
            answers["needs_answer"] = ""
        return answers

    def answers(self):
        """The needs, and the answer without one."""
        return {"kinds": self.cleaned_data["kinds"], "answer": self.cleaned_data.get("needs_answer", "")}


class NeedForm(LifeForm):
    """That a need is met and when; of a met one that it is not; of any that it was a mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih salah satu."},
    )
    met = PartialDateField(label="Sejak kapan terpenuhi", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, need, **kwargs):
        known = PartialDate.within(need.met_on, need.met_precision) if need.met_on else PartialDate()
        super().__init__(data, initial={"met": known}, **kwargs)
        self.need = need
        undo = [(UNMET, "Ternyata belum terpenuhi")] if need.met_on else []
        self.fields["what"].choices = [
            (HAPPENED, "Sudah terpenuhi"),
            *undo,
            (MISTAKE, "Catatan kebutuhan ini keliru"),
        ]

    @property
    def is_unmet(self) -> bool:
        """Whether the family still needs it after all."""
        return self.cleaned_data.get("what") == UNMET

    def clean_met(self):
        """Not in a year before the need was told, even where only the years are known."""
        met = self.cleaned_data["met"]
        if met and met.value.year < self.need.noted_on.year:
            raise forms.ValidationError("Tahun terpenuhi lebih awal dari tahun disebut. Periksa tanggalnya.")
        return met
