"""What is asked after a call with the family of somebody away: choices first."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from households.rules import names
from infopost.call_choices import CallWay, Said
from infopost.entries import CallEntry
from infopost.forms.board import DayField
from infopost.rules.silence import FIRST
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

NO_STORY = "Pendek saja. Cerita masalahnya jangan ditulis di sini."


class CallForm(forms.Form):
    """What the family said, by which way, and when to call again."""

    mark_optional = False

    said = forms.ChoiceField(label="Apa kata keluarga?", choices=Said.choices, widget=SegmentSelect(single=True))
    way = forms.ChoiceField(label="Lewat apa?", choices=CallWay.choices, widget=SegmentSelect, initial=CallWay.PHONE)
    called_on = DayField(label="Tanggal")
    note = forms.CharField(
        label="Catatan",
        max_length=160,
        required=False,
        help_text=NO_STORY,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    next_on = DayField(
        label="Hubungi lagi pada",
        required=False,
        allow_future=True,
        help_text=f"Bila dikosongkan, namanya muncul lagi sesudah {FIRST.days} hari.",
    )

    def __init__(self, data=None, *, record=None, trip=None):
        self.trip = trip if record is None else record.trip
        super().__init__(data, initial=_initial(record))
        self.helper = HouseFormHelper(self)

    def clean_called_on(self):
        """Not before somebody left."""
        day = self.cleaned_data["called_on"]
        if (
            self.trip
            and self.trip.departed_on
            and self.trip.departed_precision == "day"
            and day < self.trip.departed_on
        ):
            raise ValidationError("Tanggal ini lebih awal dari keberangkatannya.")
        return day

    def clean_next_on(self):
        """After this call."""
        day, call = self.cleaned_data["next_on"], self.cleaned_data.get("called_on")
        if day and call and day <= call:
            raise ValidationError("Pilih hari sesudah kontak ini.")
        return day

    def entry(self) -> CallEntry:
        """What was understood."""
        answers = dict(self.cleaned_data)
        return CallEntry(**answers | {"note": names.tidy(answers["note"])})


class CallStandForm(forms.Form):
    """Taken back as a mistake, or no mistake after all."""

    WITHDRAW, RESTORE = "withdraw", "restore"
    what = forms.ChoiceField(choices=[(WITHDRAW, "Keliru"), (RESTORE, "Tidak keliru")])


def _initial(record):
    if record is None:
        return {"called_on": PartialDate(timezone.localdate(), "day")}
    days = {name: getattr(record, name) for name in ("called_on", "next_on")}
    return {name: getattr(record, name) for name in ("said", "way", "note")} | {
        name: PartialDate(day, "day") if day else None for name, day in days.items()
    }
