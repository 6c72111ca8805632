"""What is asked in a candidate's file: a step, the company, and the seven things of the contract."""

from django import forms

from households.choices import Evidence, Precision
from households.forms.life import HAPPENED, MISTAKE, UNDATED, LifeForm
from infopost.file_choices import Beside, FileStep, StepState, Written
from infopost.files.lookups import NAME_LENGTH, orders_for
from infopost.files.texts import seven
from infopost.models import AgencyList
from infopost.rules.companies import licence_key, name_key
from toolkit.dates import PartialDate, date_in_words
from toolkit.forms import PartialDateField
from toolkit.widgets import PlainSelect, SegmentSelect

KNOWN_BY = [(Evidence.DOCUMENT.value, "Dokumen dilihat"), (Evidence.TOLD.value, "Diceritakan")]


def what_field(happened: str, mistake: str) -> forms.ChoiceField:
    """Asks of something that is noted already whether it is noted again, or was a mistake."""
    return forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, happened), (MISTAKE, mistake)],
        initial=HAPPENED,
        # Not there where nothing was noted when the page was opened: then it happened.
        required=False,
        widget=SegmentSelect(single=True),
    )


class FileForm(LifeForm):
    """A form of the file; `what` is asked only where there is something to take back."""

    def keep_what(self, is_noted: bool) -> None:
        """Leave the question out where nothing is noted."""
        if not is_noted:
            del self.fields["what"]

    @property
    def answers(self):
        """The fields of the act itself."""
        return [self[name] for name in self.fields if name != "what"]

    def clean(self):
        """Who takes a note back answers nothing else."""
        super().clean()
        if self.is_mistake:
            for name in [name for name in self.errors if name != "what"]:
                del self.errors[name]
        return self.cleaned_data


class StepForm(FileForm):
    """A step: done, when and how that is known; or not needed for this journey."""

    what = what_field("Keadaan langkah ini", "Catatan itu keliru: hapus")
    state = forms.ChoiceField(label="Langkah ini", choices=StepState.choices, widget=SegmentSelect)
    done = PartialDateField(label="Kapan selesai", required=False, help_text=UNDATED)
    evidence = forms.ChoiceField(
        label="Diketahui dari",
        choices=KNOWN_BY,
        widget=SegmentSelect,
        error_messages={"required": "Pilih dari mana Anda mengetahuinya."},
    )
    note = forms.CharField(
        label="Catatan", required=False, max_length=200, help_text="Boleh kosong. Jangan menulis nama atau nomor orang."
    )

    def __init__(self, data=None, *, trip, step: FileStep, **kwargs):
        row = next((row for row in trip.file_steps.all() if row.step == step), None)
        known = {"state": row.state, "done": row.done, "evidence": row.evidence, "note": row.note} if row else {}
        super().__init__(data, initial=known, **kwargs)
        self.keep_what(row is not None)

    def told(self) -> dict:
        """What was understood."""
        return {name: self.cleaned_data[name] for name in ("state", "done", "evidence", "note")}


class AgencyCheckForm(FileForm):
    """The company from the list, or its name where it is not on it; and the job order that was shown."""

    what = what_field("Perusahaan dan lowongannya", "Pemeriksaan terakhir keliru: tarik kembali")
    agency = forms.ChoiceField(label="Perusahaan menurut daftar", required=False, widget=PlainSelect)
    name = forms.CharField(
        label="Nama perusahaan, bila tidak ada di daftar",
        required=False,
        max_length=NAME_LENGTH,
        help_text="Tulis seperti di selebaran atau surat. Jangan menulis nama orang.",
    )
    order = forms.ChoiceField(label="Lowongan yang ditunjukkan", required=False, widget=PlainSelect)

    def __init__(self, data=None, *, trip, **kwargs):
        newest = AgencyList.objects.newest()
        self.newest = newest
        self.agencies = {str(row.pk): row for row in newest.agencies.all()} if newest else {}
        self.orders = {str(row.pk): row for row in orders_for(trip.village_id)}
        super().__init__(data, initial=self._known(trip), **kwargs)
        listed = [(key, f"{row.name} · {row.licence}") for key, row in self.agencies.items()]
        self.fields["agency"].choices = [("", "Tidak ada di daftar"), *listed]
        self.fields["order"].choices = [
            ("", "Belum ada lowongan yang ditunjukkan"),
            *((key, _order_words(row)) for key, row in self.orders.items()),
        ]
        self.keep_what(any(check.withdrawn_at is None for check in trip.agency_checks.all()))

    def _known(self, trip) -> dict:
        """The company that stands in the registry, found on the list by its licence, else by its name."""
        placement = getattr(trip, "placement", None)
        if placement is None or not placement.agency:
            return {}
        licence, name = licence_key(placement.agency_licence), name_key(placement.agency)
        rows = list(self.agencies.items())
        by_licence = [key for key, row in rows if licence and row.licence_key == licence]
        by_name = [key for key, row in rows if row.name_key == name]
        found = by_licence or by_name
        last = next((check for check in trip.agency_checks.all() if check.withdrawn_at is None), None)
        known = {"order": str(last.order_id) if last and last.order_id else ""}
        return known | ({"agency": found[0]} if len(found) == 1 else {"name": placement.agency})

    def clean(self):
        """One company: from the list, or by its name."""
        super().clean()
        if self.is_mistake:
            return self.cleaned_data
        chosen, name = self.cleaned_data.get("agency"), self.cleaned_data.get("name")
        if not chosen and not name and "agency" not in self.errors:
            self.add_error("agency", "Pilih perusahaannya dari daftar, atau tulis namanya di bawah.")
        return self.cleaned_data

    def chosen(self) -> dict:
        """The company and the job order as rows."""
        agency = self.agencies.get(self.cleaned_data["agency"])
        name = "" if agency else self.cleaned_data["name"]
        return {"agency": agency, "name": name, "order": self.orders.get(self.cleaned_data["order"])}


class ContractCheckForm(FileForm):
    """The seven things of a contract, each read together, and who was there."""

    what = what_field("Kontrak dibaca bersama", "Pembacaan terakhir keliru: tarik kembali")
    beside = forms.ChoiceField(
        label="Siapa yang ikut membaca?",
        choices=Beside.choices,
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih siapa yang ikut membaca."},
    )

    def __init__(self, data=None, *, trip, **kwargs):
        last = next((check for check in trip.contract_checks.all() if check.withdrawn_at is None), None)
        known = {"beside": last.beside, **last.answers} if last else {}
        super().__init__(data, initial=known, **kwargs)
        for item in seven():
            self.fields[item.code] = forms.ChoiceField(
                label=item.words,
                choices=Written.choices,
                widget=SegmentSelect,
                error_messages={"required": "Jawab ya, tidak, atau belum jelas."},
            )
        self.order_fields(["what", *(item.code for item in seven()), "beside"])
        self.keep_what(last is not None)

    def seven_answers(self) -> dict[str, str]:
        """What was answered to each of the seven."""
        return {item.code: self.cleaned_data[item.code] for item in seven()}


def whole_day(told: PartialDate) -> PartialDate:
    """A day, month and year; raises ValidationError for less."""
    if told.precision != Precision.DAY:
        raise forms.ValidationError("Isi tanggal, bulan, dan tahun.")
    return told


def _order_words(order) -> str:
    parts = (order.agency_name, order.country_name, order.get_sector_display())
    return " · ".join((*parts, f"ditutup {date_in_words(order.closes_on)}"))
