"""What happens while somebody is abroad; of what is noted, which one was a mistake."""

from django import forms

from households.choices import Channel, ExtensionPlace
from households.forms.journeys import CHOOSE, TripActForm
from households.forms.life import HAPPENED, UNDATED
from households.rules.silences import GONE_SINCE, hearings_to_withdraw
from toolkit.dates import PartialDate, date_in_words
from toolkit.forms import PartialDateField
from toolkit.widgets import SegmentSelect


class AbroadForm(TripActForm):
    """What may happen many times on one journey: a new one is noted, and of those that are, one that was a mistake.

    `key` is how the action calls the one that is taken back.
    """

    key = ""

    def noted(self, trip) -> list:
        """Those that can be taken back."""
        raise NotImplementedError

    def in_words(self, row) -> str:
        """Which one it is."""
        raise NotImplementedError

    def __init__(self, data=None, *, trip, **kwargs):
        super().__init__(data, trip=trip, **kwargs)
        if "what" in self.fields:
            self.fields["what"].error_messages["invalid_choice"] = GONE_SINCE

    def known(self, trip):
        """It is always a new one."""
        return {}

    def whats(self, trip):
        """The act, and each that is noted by its day."""
        named = [(str(row.pk), f"Keliru: {self.in_words(row)}") for row in self.noted(trip)]
        return [(HAPPENED, self.happened), *named]

    @property
    def is_mistake(self):
        """Whether one of them is taken back."""
        return self.cleaned_data.get("what", HAPPENED) != HAPPENED

    @property
    def which(self):
        """The one that is."""
        return {self.key: self.cleaned_data["what"]}


class ExtensionForm(AbroadForm):
    """Since when, until when and where a contract was extended."""

    key, happened = "extension_id", "Perpanjangan baru"

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

    def noted(self, trip):
        """Every extension."""
        return trip.extensions.all()

    def in_words(self, row):
        """When, and until when."""
        until = PartialDate.within(row.until_on, row.until_precision) if row.until_on else ""
        return f"perpanjangan {_on(row, 'extended')}{f', sampai {until}' if until else ''}"


class LossForm(AbroadForm):
    """Since when the family has heard nothing."""

    key, happened = "loss_id", "Keluarga tidak menerima kabar"

    lost = PartialDateField(label="Kapan kabar terakhir", required=False, help_text=UNDATED)
    channel = forms.ChoiceField(
        label="Kabar terakhir lewat apa?",
        choices=Channel.choices,
        widget=SegmentSelect(single=True),
        error_messages=CHOOSE,
    )

    def known(self, trip):
        """The stretch without news that has not ended, which is corrected."""
        loss = trip.open_loss
        if loss is None:
            return {}
        return {"lost": PartialDate.within(loss.lost_on, loss.lost_precision), "channel": loss.last_channel}

    def noted(self, trip):
        """Every stretch."""
        return [loss for loss in trip.contact_losses.all() if not loss.is_news_alone]

    def in_words(self, row):
        """Since when, and until when; the news that ended it stays."""
        until = f" sampai {_on(row, 'heard')}" if row.heard_on else ""
        return f"tanpa kabar sejak {_on(row, 'lost')}{until}. Kabar tetap ada"


class HeardForm(AbroadForm):
    """When and how there was news."""

    key, happened = "loss_id", "Ada kabar"

    heard = PartialDateField(label="Kapan ada kabar", required=False, help_text=UNDATED)
    channel = forms.ChoiceField(
        label="Lewat apa?", choices=Channel.choices, widget=SegmentSelect(single=True), error_messages=CHOOSE
    )

    def noted(self, trip):
        """The news that can be taken back."""
        return hearings_to_withdraw(trip.contact_losses.all())

    def in_words(self, row):
        """When; and since when there was none."""
        since = "" if row.is_news_alone else f". Masih tanpa kabar sejak {_on(row, 'lost')}"
        return f"kabar {_on(row, 'heard')}{since}"


def _on(row, name: str) -> str:
    """The day of a note as exactly as it is known."""
    on, precision = getattr(row, f"{name}_on"), getattr(row, f"{name}_precision")
    return str(PartialDate.within(on, precision) or f"tanpa tanggal, tercatat {date_in_words(on)}")
