"""A journey, as it is asked of a family."""

from django import forms

from households.choices import Evidence, Sector, Stage
from households.entries import TripEntry
from households.forms.answers import UNKNOWN, country_choices, to_answer, to_column, with_unknown
from households.rules.journeys import STEP_NAMES, evidence_of, life_line
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import PlainSelect, SegmentSelect

STAGE_LABELS = [
    (Stage.PROSPECTIVE.value, "Akan berangkat (calon PMI)"),
    (Stage.ACTIVE.value, "Sedang di luar negeri"),
    (Stage.RETURNED.value, "Sudah pulang (purna)"),
]
STEP_WORDS = {Stage.PROSPECTIVE: "menjadi calon PMI", Stage.ACTIVE: "berangkat", Stage.RETURNED: "pulang"}


class TripFields(forms.Form):
    """Where, since when, and how that is known; asked beside the stage, on the registering page and by itself."""

    country = forms.ChoiceField(label="Negara", choices=country_choices, required=False, widget=PlainSelect)
    since = PartialDateField(
        label="Sejak kapan",
        required=False,
        help_text="Boleh bulan dan tahun, atau tahunnya saja. Kosongkan bila belum diketahui.",
    )
    evidence = forms.ChoiceField(label="Diketahui dari", choices=Evidence.choices, widget=SegmentSelect, required=False)

    def clean_trip_answers(self, *, stage: str) -> None:
        """A journey has a country and a way it is known, even when the answer is 'belum diketahui'."""
        if stage:
            for name, sentence in (
                ("country", "Pilih negaranya, atau pilih 'Belum diketahui'."),
                ("evidence", "Pilih dari mana Anda mengetahuinya."),
            ):
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)

    def trip_entry(self, *, stage: str) -> TripEntry | None:
        """The journey that was understood; None where nobody goes."""
        if not stage:
            return None
        return TripEntry(
            stage=Stage(stage),
            country=to_column(self.cleaned_data["country"]),
            sector=to_column(self.cleaned_data.get("sector", "")),
            since=self.cleaned_data["since"],
            evidence=self.cleaned_data["evidence"],
        )


class TripForm(TripFields):
    """A journey by itself: a first one, or the next step of one that is known."""

    # What may stay empty says so in its hint.
    mark_optional = False

    stage = forms.ChoiceField(label="Keadaan sekarang", choices=STAGE_LABELS, widget=SegmentSelect)
    sector = forms.ChoiceField(label="Bidang kerja", choices=with_unknown(Sector.choices), initial=UNKNOWN)
    field_order = ["stage", "country", "since", "sector", "evidence"]

    def __init__(self, data=None, *, trip=None, **kwargs):
        super().__init__(data, initial=_initial(trip) if trip else {}, **kwargs)
        self.last_step = life_line([trip])[-1] if trip else None
        self.helper = HouseFormHelper(self)

    def clean(self):
        """All answers of a journey are needed."""
        super().clean()
        self.clean_trip_answers(stage=self.cleaned_data.get("stage", ""))
        self._clean_since()
        return self.cleaned_data

    def _clean_since(self):
        """The box shows when the last step was: left as it is, it would stand for the new step too."""
        stage, since, last = self.cleaned_data.get("stage"), self.cleaned_data.get("since"), self.last_step
        if last and stage and since and stage != last.what and since == last.happened:
            shown = str(since)[0].upper() + str(since)[1:]
            self.add_error(
                "since",
                f"{shown} adalah waktu {STEP_WORDS[last.what]}. Isi waktu {STEP_WORDS[Stage(stage)]}, atau kosongkan "
                "bila belum diketahui.",
            )

    def entry(self) -> TripEntry:
        """What was understood."""
        return self.trip_entry(stage=self.cleaned_data["stage"])


def _initial(trip) -> dict:
    last = life_line([trip])[-1]
    return {
        "stage": last.what.value,
        "country": to_answer(trip.country),
        "since": last.happened,
        "sector": to_answer(trip.sector),
        "evidence": evidence_of(trip, STEP_NAMES[last.what]),
    }
