"""What is asked before a message: the family's consent, and which prepared text. Nothing is written freely."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from households.choices import ConsentHow
from infopost.forms.board import DayField
from infopost.message_texts import read_messages
from infopost.rules.messages import fill, first_name
from toolkit.dates import PartialDate, date_in_words
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

GIVE, END, MISTAKE, RESUME = "give", "end", "mistake", "resume"


class WritingConsentForm(forms.Form):
    """That a family may be written to; once it may, that it wants no more, or that the note was a mistake."""

    mark_optional = False

    what = forms.ChoiceField(label="Apa yang dicatat?", widget=SegmentSelect(single=True))
    on = DayField(label="Tanggal")
    how = forms.ChoiceField(
        label="Bagaimana keluarga setuju?",
        choices=ConsentHow.choices,
        widget=SegmentSelect(single=True),
        required=False,
    )

    def __init__(self, data=None, *, consent=None):
        holds = consent is not None and consent.ended_on is None and consent.withdrawn_at is None
        super().__init__(data, initial={"on": PartialDate(timezone.localdate(), "day"), "what": END if holds else GIVE})
        self.consent = consent
        choices = [(GIVE, "Keluarga setuju ditulisi")]
        if holds:
            choices = [(END, "Keluarga tidak mau ditulisi lagi"), (MISTAKE, "Izin itu keliru dicatat")]
        elif consent is not None and consent.ended_on:
            choices.append((RESUME, "Keliru: izinnya tetap berlaku"))
        self.fields["what"].choices = choices
        self.helper = HouseFormHelper(self)

    def clean(self):
        """How it was given; and no end before the beginning."""
        answers = super().clean()
        if answers.get("what") == GIVE and not answers.get("how"):
            self.add_error("how", "Pilih salah satu.")
        on = answers.get("on")
        if answers.get("what") == END and on and on < self.consent.given_on:
            self.add_error("on", "Tanggal ini lebih awal dari izinnya.")
        return answers


class MessageForm(forms.Form):
    """Which text, to whom of the family it speaks, and where the text names one, the day."""

    mark_optional = False

    code = forms.ChoiceField(label="Pesan", widget=SegmentSelect(single=True))
    person = forms.ChoiceField(label="Menyapa siapa?", help_text="Hanya nama depannya yang ditulis.")
    day = DayField(label="Harinya", required=False, allow_future=True, help_text="Hanya untuk pesan 'Jadwal'.")

    def __init__(self, data=None, *, people=()):
        super().__init__(data)
        self.people = {str(person.pk): person for person in people}
        self.fields["code"].choices = [(one.code, one.title) for one in read_messages().values()]
        self.fields["person"].choices = [(key, person.name) for key, person in self.people.items()]
        self.helper = HouseFormHelper(self)

    def clean(self):
        """A text about a day needs the day."""
        answers = super().clean()
        message, day = read_messages().get(answers.get("code", "")), answers.get("day")
        if message and message.needs_day and "day" not in self.errors:
            if day is None:
                self.add_error("day", "Isi harinya.")
            elif day < timezone.localdate():
                self.add_error("day", ValidationError("Hari itu sudah lewat."))
        return answers

    def text(self, *, village: str, place: str, hours: str) -> str:
        """The text with everything in its place."""
        answers = self.cleaned_data
        values = {
            "nama": first_name(self.people[answers["person"]].name),
            "desa": village,
            "tempat": place,
            "jam": hours,
        }
        values["hari"] = date_in_words(answers["day"]) if answers["day"] else ""
        return fill(read_messages()[answers["code"]].text, values)


class MessageStandForm(forms.Form):
    """Not sent after all, or sent after all."""

    CANCEL, RESTORE = "cancel", "restore"
    what = forms.ChoiceField(choices=[(CANCEL, "Tidak jadi dikirim"), (RESTORE, "Jadi dikirim")])
