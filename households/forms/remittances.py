"""Money sent home, as it is asked at the kitchen table: when, from whom, how much, by which way, and for what."""

from django import forms
from django.utils import timezone

from households.countries import country_name
from households.entries import RemittanceEntry
from households.forms.life import HAPPENED, MISTAKE, LifeForm
from households.forms.living import UNASKED
from households.models import Remittance
from households.models.remittances import NOTHING_CAME
from households.remittances import CURRENCIES, Amount, Channel, ReceiverAnswer, Span, Use
from households.rules.remittances import first_day, tenths_problem, whole
from toolkit.dates import MONTHS
from toolkit.widgets import SegmentSelect

EARLIEST_YEAR = 2000
NOBODY = ("", "Belum diketahui")
# Whoever was named once and lives in another village by now stays named; who he is, is not read there.
KEPT = "kept"


class RemittanceForm(LifeForm):
    """Everything about one note but the parts by use, which have a form of their own (TenthsForm)."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Perbaikan catatan ini"), (MISTAKE, "Catatan ini keliru: hapus")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    span = forms.ChoiceField(
        label="Kiriman selama", choices=Span.choices, initial=Span.MONTH, widget=SegmentSelect,
        help_text="Tiga bulan bila kirimannya jarang: pilih salah satu bulannya.",
    )  # fmt: skip
    month = forms.TypedChoiceField(
        label="Bulan", choices=list(enumerate(MONTHS, start=1)), coerce=int,
    )  # fmt: skip
    year = forms.TypedChoiceField(label="Tahun", coerce=int)
    trip = forms.ChoiceField(label="Siapa yang mengirim?", required=False, widget=SegmentSelect(single=True))
    amount = forms.ChoiceField(
        label="Kira-kira berapa, dalam rupiah?", choices=Amount.choices, required=False,
        widget=SegmentSelect(single=True), help_text="Semua kiriman dalam masa itu.",
    )  # fmt: skip
    currency = forms.ChoiceField(
        label="Dikirim dalam mata uang", choices=[("", "Belum diketahui"), *CURRENCIES.items()], required=False
    )
    channel = forms.ChoiceField(
        label="Lewat apa?", choices=Channel.choices, required=False, widget=SegmentSelect(single=True)
    )
    receiver = forms.ChoiceField(label="Siapa yang menerima?", required=False, widget=SegmentSelect(single=True))

    def __init__(self, data=None, *, trips, people, remittance: Remittance | None = None, **kwargs):
        today = timezone.localdate()
        super().__init__(data, initial=_known(remittance, today), **kwargs)
        years = range(today.year, min(EARLIEST_YEAR, self.initial["year"]) - 1, -1)
        self.fields["year"].choices = [(year, str(year)) for year in years]
        self.fields["trip"].choices = [NOBODY, *((str(trip.pk), _sender(trip)) for trip in trips)]
        members = [(str(person.pk), person.name) for person in people]
        self.fields["receiver"].choices = [*members, *ReceiverAnswer.choices]
        self.trips, self.people = {str(t.pk): t for t in trips}, {str(p.pk): p for p in people}
        self.tenths = TenthsForm(data, remittance=remittance)
        named = {"trip": remittance.trip_id, "receiver": remittance.receiver_id} if remittance else {}
        self.kept = {name: key for name, key in named.items() if key and str(key) not in {**self.trips, **self.people}}
        for name in self.kept:
            self.initial[name] = KEPT
            self.fields[name].choices = [(KEPT, "Yang sudah tercatat, kini di desa lain"), *self.fields[name].choices]
        # What was tapped can be taken back, on a new note too.
        for name in ("amount", "channel", "receiver"):
            self.fields[name].choices = [*self.fields[name].choices, (UNASKED, "Belum ditanyakan")]
        if remittance is None:
            del self.fields["what"]

    def is_valid(self):
        """Both forms; a note that goes need not be right."""
        fits = super().is_valid()
        return fits if fits and self.is_mistake else self.tenths.is_valid() and fits

    def clean(self):
        """Money that came, not money to come; an answer that is taken back is none."""
        answers = super().clean()
        answers |= {name: "" for name in ("amount", "channel", "receiver") if answers.get(name) == UNASKED}
        nothing = answers.get("amount") == Amount.NONE and not self.is_mistake
        if nothing and (self._is_told_more(answers) or self.tenths.is_told):
            self.add_error("amount", NOTHING_CAME)
        if "month" in answers and "year" in answers and answers.get("span"):
            self.first_on = first_day(answers["year"], answers["span"], self._number(answers))
            if self.first_on > timezone.localdate():
                self.add_error("month", "Masa ini belum mulai. Periksa bulan dan tahunnya.")
        return answers

    def entry(self) -> RemittanceEntry:
        """What was understood."""
        told = self.cleaned_data
        trip, receiver = self._named("trip", self.trips), self._named("receiver", self.people)
        return RemittanceEntry(
            span=told["span"],
            first_on=self.first_on,
            trip_id=trip,
            amount=told["amount"],
            currency=told["currency"],
            channel=told["channel"],
            receiver_id=receiver,
            receiver_answer="" if receiver else told["receiver"],
            tenths=self.tenths.parts(),
        )

    def _is_told_more(self, answers):
        return any(answers.get(name) for name in ("currency", "channel", "receiver"))

    def _named(self, name, here):
        """The key of the journey or person that was chosen; of who is not here any more the one that is kept."""
        chosen = here.get(self.cleaned_data[name])
        return chosen.pk if chosen else self.kept.get(name) if self.cleaned_data[name] == KEPT else None

    def _number(self, answers):
        return answers["month"] if answers["span"] == Span.MONTH else (answers["month"] + 2) // 3


class TenthsForm(LifeForm):
    """'Dari setiap sepuluh bagian, berapa untuk ...?': a box for each use, all empty while nobody asked."""

    def __init__(self, data=None, *, remittance: Remittance | None = None, **kwargs):
        known = {use.value: part for use, part in remittance.tenths.items()} if remittance else {}
        super().__init__(data, initial=known, **kwargs)
        for use in Use:
            self.fields[use.value] = forms.IntegerField(
                label=use.label, required=False, min_value=0, max_value=10,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "2"}),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Tulis angka 0 sampai 10."),
            )  # fmt: skip

    def clean(self):
        """Ten parts, or none at all."""
        if not self.errors:
            problem = tenths_problem(self.cleaned_data)
            if problem:
                self.add_error(None, problem)
        return self.cleaned_data

    @property
    def is_told(self) -> bool:
        """Whether any box is filled, rightly or not."""
        return any(str(self[name].value() or "").strip() for name in self.fields)

    def parts(self) -> dict:
        """The parts by use; what was left empty beside others is nought."""
        return {Use(name): part for name, part in whole(self.cleaned_data).items()}


def _sender(trip) -> str:
    return f"{trip.person.name} ({country_name(trip.country)})"


def _known(remittance, today) -> dict:
    if remittance is None:
        return {"month": today.month, "year": today.year, "span": Span.MONTH.value, "trip": "", "receiver": ""}
    return {
        "span": remittance.span,
        "month": remittance.first_on.month,
        "year": remittance.first_on.year,
        "trip": str(remittance.trip_id or ""),
        "amount": remittance.amount,
        "currency": remittance.currency,
        "channel": remittance.channel,
        "receiver": str(remittance.receiver_id or remittance.receiver_answer),
    }
