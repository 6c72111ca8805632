"""How somebody was placed abroad: by which way, for whom, at what cost."""

from django import forms

from households.choices import Evidence
from households.forms.life import LifeForm
from households.models.placements import Section
from households.placement_choices import (
    PORTS,
    ContactRhythm,
    Currency,
    DayOff,
    Debt,
    DownPayment,
    EmployerType,
    LoanSource,
    Recruiter,
    Scheme,
    Visa,
)
from households.rules.plans import LEAVING_AFTER_RETURN, RETURN_BEFORE_LEAVING, plan_of, returns_too_early
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField, WholeNumberField
from toolkit.widgets import PlainSelect, SuggestInput

NOT_ASKED = ("", "Belum ditanyakan")


TWO_COLUMNS = ("contract_from", "contract_until", "leaving_planned", "return_planned")
PLANNED = "Boleh bulan dan tahun saja. Kosongkan bila belum ada rencana."


def _select(label, choices, **options):
    choices = [NOT_ASKED, *choices]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=PlainSelect, **options)


def _text(label, length, **options):
    return forms.CharField(label=label, max_length=length, required=False, **options)


def _plan(label):
    return PartialDateField(label=label, required=False, allow_future=True, help_text=PLANNED)


def _whole(label, most, **options):
    return WholeNumberField(label=label, min_value=0, max_value=most, required=False, **options)


class PlacementForm(LifeForm):
    """One section of questions about a placement; what stays empty was not asked."""

    section = None

    def __init__(self, data=None, *, trip, **kwargs):
        self.trip, row = trip, getattr(trip, "placement", None)
        super().__init__(data, initial=self._known(row) if row else {}, **kwargs)

    def _drop(self, *names):
        """Ask no longer what has happened since."""
        for name in names:
            del self.fields[name]

    def _known(self, row) -> dict:
        known = {name: getattr(row, name) for name in self.base_fields if name not in TWO_COLUMNS}
        for name in (name for name in TWO_COLUMNS if name in self.base_fields):
            on = getattr(row, f"{name}_on")
            known[name] = PartialDate.within(on, getattr(row, f"{name}_precision")) if on else PartialDate()
        return known

    @property
    def answers(self):
        """Every field."""
        return list(self)

    def clean(self):
        """What is answered is known from somewhere."""
        super().clean()
        evidence = f"{self.section.value}_evidence"
        told = [value for name, value in self.cleaned_data.items() if name != evidence and value not in ("", None)]
        if any(told) and not self.cleaned_data.get(evidence):
            self.add_error(evidence, "Pilih dari mana Anda mengetahuinya.")
        return self.cleaned_data

    def columns(self) -> dict:
        """What was understood, as columns of the placement."""
        columns = dict(self.cleaned_data)
        for name in TWO_COLUMNS:
            if name in columns:
                told = columns.pop(name)
                columns |= {f"{name}_on": told.value, f"{name}_precision": told.precision if told else ""}
        return columns


class WayForm(PlacementForm):
    """By which way somebody went, and through whom."""

    section = Section.WAY

    scheme = _select("Skema penempatan", Scheme.choices)
    recruiter = _select(
        "Siapa yang memberangkatkan?",
        Recruiter.choices,
        help_text="Tanyakan pelan-pelan. Jawaban ini dipakai untuk membantu, bukan untuk menyalahkan.",
    )
    agency = _text("Nama P3MI", 120)
    agency_licence = _text("Nomor izin P3MI, seperti tertulis", 60)
    agency_abroad = _text("Agen di luar negeri", 120)
    leaving_planned = _plan("Rencana berangkat")
    port = _text(
        "Berangkat lewat mana?",
        80,
        widget=SuggestInput(PORTS),
        help_text="Bandara, pelabuhan, atau perbatasan, misalnya Bandara Lombok.",
    )
    visa = _select("Masuk dengan visa apa?", Visa.choices)
    way_evidence = _select("Diketahui dari", Evidence.choices)

    def __init__(self, data=None, *, trip, **kwargs):
        super().__init__(data, trip=trip, **kwargs)
        if trip.departed_on or trip.returned_on:
            self._drop("leaving_planned")

    def clean(self):
        """Nobody plans to leave after he means to be home."""
        super().clean()
        leaving = self.cleaned_data.get("leaving_planned")
        if leaving and returns_too_early(self.trip, leaving=leaving, home=plan_of(self.trip, "return_planned")):
            self.add_error("leaving_planned", LEAVING_AFTER_RETURN)
        return self.cleaned_data


class WorkForm(PlacementForm):
    """For whom somebody works, and on which terms."""

    section = Section.WORK

    employer = _text("Nama pemberi kerja", 120)
    employer_type = _select("Jenis pemberi kerja", EmployerType.choices)
    employer_city = _text("Kota", 60)
    employer_address = _text("Alamat", 200)
    contract_number = _text("Nomor perjanjian kerja", 60)
    contract_from = PartialDateField(label="Kontrak mulai", required=False, allow_future=True)
    contract_until = PartialDateField(label="Kontrak selesai", required=False, allow_future=True)
    wage = _whole("Upah sebulan", 2_000_000_000, help_text="Dalam mata uang kontrak, misalnya 1.500.")
    wage_currency = forms.ChoiceField(
        label="Mata uang", choices=[("", "Pilih mata uang"), *Currency.choices], required=False, widget=PlainSelect
    )
    hours_a_day = _whole("Jam kerja sehari", 24)
    day_off = _select("Hari libur", DayOff.choices)
    work_evidence = _select("Diketahui dari", Evidence.choices)

    def clean(self):
        """A wage is in some currency."""
        super().clean()
        if self.cleaned_data.get("wage") is not None and not self.cleaned_data.get("wage_currency"):
            self.add_error("wage_currency", "Pilih mata uang upahnya.")
        return self.cleaned_data


class MoneyForm(PlacementForm):
    """What going has cost, and what is owed still."""

    section = Section.MONEY

    cost_total = _whole("Biaya seluruhnya, rupiah", 10**12, help_text="Kira-kira saja, misalnya 15.000.000.")
    cost_for = _text("Untuk apa saja", 200)
    loan_source = _select("Meminjam dari mana?", LoanSource.choices)
    debt = _select("Sisa utang sekarang", Debt.choices)
    deduction_months = _whole("Gaji dipotong berapa bulan", 120)
    down_payment = _select(
        "Apakah keluarga menerima uang sebelum berangkat (uang panjar)?",
        DownPayment.choices,
        help_text="Uang panjar sering mengikat. Tanyakan dengan lembut, jangan menuduh.",
    )
    money_evidence = _select("Diketahui dari", Evidence.choices)


class ReachForm(PlacementForm):
    """How often the family hears, and whom it can reach."""

    section = Section.CONTACT

    rhythm = _select("Seberapa sering memberi kabar?", ContactRhythm.choices)
    return_planned = _plan("Rencana pulang")
    emergency_contact = _text(
        "Kontak darurat di luar negeri", 120, help_text="Nama dan nomor orang yang bisa dihubungi di sana."
    )
    contact_evidence = _select("Diketahui dari", Evidence.choices)

    def __init__(self, data=None, *, trip, **kwargs):
        super().__init__(data, trip=trip, **kwargs)
        if trip.returned_on:
            self._drop("return_planned")

    def clean(self):
        """Nobody comes home before he leaves."""
        super().clean()
        home = self.cleaned_data.get("return_planned")
        if home and returns_too_early(self.trip, leaving=plan_of(self.trip, "leaving_planned"), home=home):
            self.add_error("return_planned", RETURN_BEFORE_LEAVING)
        return self.cleaned_data
