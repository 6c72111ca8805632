"""The talk with somebody who came home: what was left behind, and what the registry asks after a journey."""

from dataclasses import fields, replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from households.entries import HomecomingEntry
from households.forms.life import HAPPENED, MISTAKE
from households.forms.profiles import question
from households.homecoming_choices import Debts, Reintegration, Savings, Wellbeing, Wish
from infopost.forms.board import DayField
from infopost.forms.files import what_field
from infopost.return_choices import Left, Offer, TaskState
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

OF_REGISTRY = ("wish", "wellbeing", "savings", "debts", "reintegration")
WITHDRAWN = "withdrawn"


class ReturnTalkForm(forms.Form):
    """Nothing has to be answered but the day. What the registry knows already stands there."""

    mark_optional = False

    what = what_field("Percakapan ini", "Keliru: belum pernah diajak bicara")
    talked_on = DayField(label="Tanggal bicara")
    wages = question("Upah terakhir", Left)
    insurance = question("Santunan dan jaminan sosial", Left)
    savings_abroad = question("Tabungan di luar negeri", Left)
    documents = question("Surat yang ditahan", Left, help_text="Misalnya paspor, ijazah, atau perjanjian kerja.")
    wellbeing = question(
        "Bagaimana keadaannya sejak pulang?",
        Wellbeing,
        help_text="Cukup yang ingin diceritakan. Jangan menanyakan lebih jauh.",
    )
    savings = question("Sisa tabungan", Savings)
    debts = question("Utang yang masih ada", Debts)
    wish = question("Sekarang ingin apa?", Wish)
    reintegration = question("Sudah didampingi setelah pulang?", Reintegration)

    def __init__(self, data=None, *, trip, talk=None):
        self.trip = trip
        self.known = getattr(trip, "homecoming", None)
        super().__init__(data, initial=_initial(self.known, talk))
        self.helper = HouseFormHelper(self)
        if talk is None or talk.withdrawn_at:
            del self.fields["what"]

    @property
    def is_mistake(self) -> bool:
        """Whether the talk is taken back."""
        return self.cleaned_data.get("what") == MISTAKE

    def clean_talked_on(self):
        """Not before coming home."""
        day = self.cleaned_data["talked_on"]
        if day < self.trip.returned_on and self.trip.returned_precision == "day":
            raise ValidationError("Tanggal ini lebih awal dari kepulangannya.")
        return day

    def left(self) -> dict[str, str]:
        """What was left behind, by its column."""
        answers = self.cleaned_data
        return {name: answers[name] for name in ("wages", "insurance", "documents")} | {
            "savings": answers["savings_abroad"]
        }

    def entry(self) -> HomecomingEntry:
        """What the registry keeps, the rest of which stays as it is known."""
        before = HomecomingEntry(**{one.name: getattr(self.known, one.name, "") for one in fields(HomecomingEntry)})
        return replace(before, **{name: self.cleaned_data[name] for name in OF_REGISTRY})


class OffersForm(forms.Form):
    """What the village offers, and by when."""

    mark_optional = False

    offers = forms.MultipleChoiceField(
        label="Yang ditawarkan desa",
        choices=Offer.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu."},
    )
    due_on = DayField(label="Dilakukan sampai", allow_future=True)

    def __init__(self, data=None, *, suggested=(), due=None):
        initial = {"offers": list(suggested), "due_on": PartialDate(due, "day") if due else None}
        super().__init__(data, initial=initial)
        self.helper = HouseFormHelper(self)


class TaskForm(forms.Form):
    """What became of an offer."""

    mark_optional = False

    outcome = forms.ChoiceField(
        label="Bagaimana jadinya?",
        choices=[*TaskState.choices, (WITHDRAWN, "Keliru dicatat: tidak pernah ditawarkan")],
        widget=SegmentSelect(single=True),
    )
    closed_on = DayField(label="Tanggal", required=False, help_text="Kosongkan untuk hari ini.")

    def __init__(self, data=None, *, record=None):
        is_open = record is None or (record.state == TaskState.OPEN and not record.withdrawn_at)
        closed_on = getattr(record, "closed_on", None)
        initial = {
            "outcome": TaskState.DONE if is_open else record.state,
            "closed_on": PartialDate(closed_on, "day") if closed_on else None,
        }
        super().__init__(data, initial=initial)
        self.helper = HouseFormHelper(self)

    def clean_closed_on(self):
        """Today, where no other day is meant."""
        return self.cleaned_data["closed_on"] or timezone.localdate()


def _initial(known, talk) -> dict:
    day = talk.talked_on if talk and not talk.withdrawn_at else timezone.localdate()
    answers = {name: getattr(known, name, "") for name in OF_REGISTRY}
    answers |= {name: getattr(talk, name, "") for name in ("wages", "insurance", "documents")}
    return answers | {
        "savings_abroad": getattr(talk, "savings", ""),
        "talked_on": PartialDate(day, "day"),
        "what": HAPPENED,
    }
