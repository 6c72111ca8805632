"""The acts of a journey, one question each; of what is noted already, also that it was a mistake."""

from django import forms

from households.choices import Channel, Evidence, ExtensionPlace, ReturnReason, Sector, Stage
from households.entries import TripEntry
from households.forms.answers import UNKNOWN, country_choices, to_answer, to_column, with_unknown
from households.forms.life import HAPPENED, MISTAKE, UNDATED, LifeForm
from households.rules.journeys import evidence_of
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.templatetags.indonesian import inside
from toolkit.widgets import PlainSelect, SegmentSelect

HOME, AGAIN = "home", "again"
WHOLE, NEVER = "whole", "Perjalanan ini keliru: tidak pernah ada"
CHOOSE = {"required": "Pilih salah satu, atau 'Belum diketahui'."}


def known_day(trip, step: str) -> PartialDate:
    """When a step of the journey was, as it is shown in the boxes; unknown where it is not noted."""
    on, precision = getattr(trip, f"{step}_on"), getattr(trip, f"{step}_precision")
    return PartialDate.within(on, precision) if on else PartialDate()


class TripActForm(LifeForm):
    """An act upon a journey. `step` is what it notes; once that is noted, `what` asks whether it was a mistake."""

    step = ""
    happened, mistake = "", ""

    what = forms.ChoiceField(label="Apa yang dicatat?", widget=SegmentSelect(single=True))

    def __init__(self, data=None, *, trip, **kwargs):
        super().__init__(data, initial=self.known(trip), **kwargs)
        choices = self.whats(trip)
        self.fields["what"].choices, self.fields["what"].initial = choices, choices[0][0]
        if len(choices) == 1 and choices[0][0] == HAPPENED:
            del self.fields["what"]

    def known(self, trip) -> dict:
        """What is noted, for the boxes."""
        return {self.step: known_day(trip, self.step)}

    def is_noted(self, trip) -> bool:
        """Whether the act is noted already."""
        return getattr(trip, f"{self.step}_on") is not None

    def whats(self, trip) -> list[tuple[str, str]]:
        """What can be noted here: the act, and of one that is noted that it was a mistake."""
        return [(HAPPENED, self.happened), *([(MISTAKE, self.mistake)] if self.is_noted(trip) else [])]

    @property
    def answers(self):
        """The fields that belong to the act itself."""
        return [self[name] for name in self.fields if name != "what"]

    @property
    def is_whole_mistake(self) -> bool:
        """Whether there never was such a journey."""
        return self.cleaned_data.get("what") == WHOLE

    def clean(self):
        """Who takes a note back answers nothing else."""
        super().clean()
        if self.cleaned_data.get("what", HAPPENED) != HAPPENED:
            for name in [name for name in self.errors if name != "what"]:
                del self.errors[name]
        return self.cleaned_data


class StepForm(TripActForm):
    """A step that says how it is known; whoever does not choose says nothing new of that."""

    evidence = forms.ChoiceField(label="Diketahui dari", choices=Evidence.choices, required=False, widget=SegmentSelect)

    def __init__(self, data=None, *, trip, **kwargs):
        super().__init__(data, trip=trip, **kwargs)
        if not self.is_noted(trip):
            known = inside(trip.get_evidence_display())
            self.fields["evidence"].help_text = f"Bila tidak dipilih: sama seperti perjalanannya, yaitu {known}."

    def known(self, trip):
        """Also how it is known."""
        return super().known(trip) | ({"evidence": evidence_of(trip, self.step)} if self.is_noted(trip) else {})


class DepartureForm(StepForm):
    """When somebody left, and how that is known."""

    step = "departed"
    happened, mistake = "Sudah berangkat", "Catatan itu keliru: belum berangkat"

    departed = PartialDateField(label="Kapan berangkat", required=False, help_text=UNDATED)

    field_order = ("what", "departed", "evidence")

    def whats(self, trip):
        """Before a return is taken back, the departure before it stays."""
        whole = [(WHOLE, NEVER)] if trip.departed_on else []
        return [one for one in super().whats(trip) if one[0] != MISTAKE or not trip.returned_on] + whole


class ArrivalForm(StepForm):
    """When and why somebody came home, how that is known, and whether he has left again since."""

    step = "returned"
    happened, mistake = "Sudah pulang", "Catatan itu keliru: masih di luar negeri"

    returned = PartialDateField(label="Kapan pulang", required=False, help_text=UNDATED)
    reason = forms.ChoiceField(
        label="Mengapa pulang?",
        choices=ReturnReason.choices,
        widget=SegmentSelect(single=True),
        error_messages=CHOOSE,
        help_text="Tanyakan pelan-pelan. Jawaban ini dipakai untuk membantu, bukan untuk menyalahkan.",
    )
    then = forms.ChoiceField(
        label="Di mana sekarang?",
        choices=[(HOME, "Di rumah"), (AGAIN, "Sudah berangkat lagi")],
        initial=HOME,
        required=False,
        widget=SegmentSelect,
        help_text="Bila sudah berangkat lagi, keberangkatannya ditanyakan di halaman berikutnya.",
    )

    field_order = ("what", "returned", "evidence", "reason", "then")

    def known(self, trip):
        """Also the reason."""
        return super().known(trip) | {"reason": trip.return_reason}

    @property
    def leaves_again(self) -> bool:
        """Whether the next departure is to be noted at once."""
        return self.cleaned_data.get("then") == AGAIN and not self.is_mistake


class AgainForm(LifeForm):
    """Where somebody who was home has gone to now."""

    country = forms.ChoiceField(
        label="Negara tujuan",
        choices=country_choices,
        widget=PlainSelect,
        error_messages={"required": "Pilih negaranya, atau pilih 'Belum diketahui'."},
    )
    departed = PartialDateField(label="Kapan berangkat", required=False, help_text=UNDATED)
    sector = forms.ChoiceField(label="Bidang kerja", choices=with_unknown(Sector.choices), initial=UNKNOWN)
    evidence = forms.ChoiceField(
        label="Diketahui dari",
        choices=Evidence.choices,
        widget=SegmentSelect,
        error_messages={"required": "Pilih dari mana Anda mengetahuinya."},
    )

    def __init__(self, data=None, *, last_trip=None, **kwargs):
        known = {"country": to_answer(last_trip.country), "sector": to_answer(last_trip.sector)} if last_trip else {}
        super().__init__(data, initial=known, **kwargs)

    def entry(self) -> TripEntry:
        """What was understood."""
        return TripEntry(
            stage=Stage.ACTIVE,
            country=to_column(self.cleaned_data["country"]),
            sector=to_column(self.cleaned_data["sector"]),
            since=self.cleaned_data["departed"],
            evidence=self.cleaned_data["evidence"],
        )


class CancelForm(TripActForm):
    """Since when a candidate will not go; or the whole journey was a mistake."""

    step = "cancelled"
    happened, mistake = "Tidak jadi berangkat", "Catatan batal itu keliru: tetap akan berangkat"

    cancelled = PartialDateField(label="Sejak kapan batal", required=False, help_text=UNDATED)

    def whats(self, trip):
        """Only a candidate can give up; whatever was noted by mistake can be taken back, and restored."""
        if trip.is_mistake:
            return [(MISTAKE, "Pulihkan: perjalanan ini benar ada")]
        given_up = [] if trip.departed_on or trip.returned_on else super().whats(trip)
        return given_up if trip.cancelled_on else [*given_up, (WHOLE, NEVER)]


class ExtensionForm(TripActForm):
    """Since when, until when and where a contract was extended."""

    happened, mistake = "Perpanjangan baru", "Perpanjangan terakhir keliru"

    extended = PartialDateField(label="Kapan diperpanjang", required=False, help_text=UNDATED)
    until = PartialDateField(
        label="Kontrak berlaku sampai",
        required=False,
        allow_future=True,
        help_text="Boleh bulan dan tahun saja. Kosongkan bila belum diketahui.",
    )
    place = forms.ChoiceField(
        label="Diperpanjang di mana?",
        choices=ExtensionPlace.choices,
        widget=SegmentSelect(single=True),
        error_messages=CHOOSE,
    )

    def known(self, trip):
        """An extension is always a new one."""
        return {}

    def is_noted(self, trip):
        """Whether there is one to take back."""
        return trip.extensions.exists()


class LossForm(TripActForm):
    """Since when the family has heard nothing."""

    happened, mistake = "Keluarga tidak menerima kabar", "Catatan itu keliru: kabar tetap ada"

    lost = PartialDateField(label="Kapan kabar terakhir", required=False, help_text=UNDATED)
    channel = forms.ChoiceField(
        label="Kabar terakhir lewat apa?",
        choices=Channel.choices,
        widget=SegmentSelect(single=True),
        error_messages=CHOOSE,
    )

    def known(self, trip):
        """The stretch without news that has not ended."""
        loss = trip.open_loss
        if loss is None:
            return {}
        return {"lost": PartialDate.within(loss.lost_on, loss.lost_precision), "channel": loss.last_channel}

    def is_noted(self, trip):
        """Whether one has not ended."""
        return trip.open_loss is not None


class HeardForm(TripActForm):
    """When and how there was news."""

    happened, mistake = "Ada kabar", "Kabar terakhir yang dicatat itu keliru"

    heard = PartialDateField(label="Kapan ada kabar", required=False, help_text=UNDATED)
    channel = forms.ChoiceField(
        label="Lewat apa?", choices=Channel.choices, widget=SegmentSelect(single=True), error_messages=CHOOSE
    )

    def known(self, trip):
        """News is always new."""
        return {}

    def is_noted(self, trip):
        """Whether there is news to take back."""
        return trip.open_loss is None and trip.contact_losses.exists()
