"""How a family lives, a section a page, as an officer asks at the kitchen table. Nothing has to be answered."""

from django import forms
from django.utils import timezone

from households import living
from households.choices import Precision
from households.forms.life import LifeForm
from households.living import SECTIONS, MayCall, PhoneAnswer, WhatsappAnswer
from households.models import Circumstances
from households.rules import names
from households.rules.contacts import NotAPhone, NotAPlace, phone_in_words, place_in_words, read_phone, read_place
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.widgets import SegmentSelect

UNASKED = "unasked"


def _asked(label, choices, *, single=False, help_text=""):
    return forms.ChoiceField(
        label=label,
        choices=choices.choices,
        required=False,
        widget=SegmentSelect(single=single),
        help_text=help_text,
    )


class SectionForm(LifeForm):
    """Questions of one section, filled with the answers that hold, and the day on which the family gave them."""

    section_name = ""

    told = PartialDateField(label="Ditanyakan pada", required=False)

    def __init__(self, data=None, *, circumstances: Circumstances, **kwargs):
        today = PartialDate(timezone.localdate(), Precision.DAY.value)
        super().__init__(data, initial=self.known(circumstances) | {"told": today}, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField) and self.initial.get(name):
                field.choices = [*field.choices, (UNASKED, "Belum ditanyakan")]
        # The day is asked last, after the questions themselves.
        self.order_fields([name for name in self.fields if name != "told"])

    @property
    def section(self) -> living.Section:
        """The section that this form asks about."""
        return SECTIONS[self.section_name]

    @property
    def questions(self) -> list:
        """The boxes without the day."""
        return [bound for bound in self if bound.name != "told"]

    def known(self, circumstances) -> dict:
        """The answers that hold, as the boxes show them."""
        return {name: getattr(circumstances, name) for name in self.base_fields if name != "told"}

    def clean_told(self):
        """A whole date; today when the box is empty."""
        told = self.cleaned_data["told"]
        if told and told.precision != Precision.DAY:
            raise forms.ValidationError("Isi tanggal, bulan, dan tahunnya; atau kosongkan untuk hari ini.")
        return told or PartialDate(timezone.localdate(), Precision.DAY.value)

    def clean(self):
        """An answer that is taken back is none."""
        for name, value in self.cleaned_data.items():
            if value == UNASKED:
                self.cleaned_data[name] = ""
        return self.cleaned_data

    def answers(self) -> dict:
        """The section's columns as they are to be kept."""
        return {name: self.cleaned_data[name] for name in self.section.columns}


class DwellingForm(SectionForm):
    """In whose house the family lives, and where it stands."""

    section_name = "dwelling"

    dwelling = _asked("Rumah yang ditempati", living.Dwelling)
    point = forms.CharField(
        label="Titik rumah di peta",
        max_length=60,
        required=False,
        help_text="Boleh kosong. Salin dari peta di telepon, misalnya -8.58312, 116.51234. Hanya terlihat oleh petugas "
        "desa dan koordinator kabupaten.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def known(self, circumstances):
        """The point in one box."""
        point = place_in_words(circumstances.latitude, circumstances.longitude)
        return {"dwelling": circumstances.dwelling, "point": point}

    def clean_point(self):
        """Latitude and longitude with five decimals; neither when the box is empty."""
        text = self.cleaned_data["point"].strip()
        try:
            return place_in_words(*read_place(text)) if text else ""
        except NotAPlace as problem:
            raise forms.ValidationError(str(problem)) from None

    def answers(self):
        """The point in two columns."""
        point = self.cleaned_data["point"]
        latitude, longitude = read_place(point) if point else (None, None)
        return {"dwelling": self.cleaned_data["dwelling"], "latitude": latitude, "longitude": longitude}


class ContactForm(SectionForm):
    """The family's number, its WhatsApp, and who may be called there."""

    section_name = "contact"

    phone = forms.CharField(
        label="Nomor telepon keluarga",
        max_length=30,
        required=False,
        help_text="Misalnya 0812 3456 7890. Nomor luar negeri diawali +.",
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    phone_answer = forms.ChoiceField(
        label="Tidak ada nomor?",
        choices=[choice for choice in PhoneAnswer.choices if choice[0] != PhoneAnswer.NUMBER],
        required=False,
        widget=SegmentSelect,
    )
    whatsapp_answer = _asked("WhatsApp", WhatsappAnswer)
    whatsapp = forms.CharField(
        label="Nomor WhatsApp",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    may_call = _asked("Siapa yang boleh ditelepon?", MayCall)
    may_call_name = forms.CharField(
        label="Namanya",
        max_length=120,
        required=False,
        help_text="Misalnya Inaq Sari, neneknya.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def known(self, circumstances):
        """Numbers in groups; that there is a number is seen by itself."""
        known = super().known(circumstances)
        answer = known["phone_answer"]
        return known | {
            "phone": phone_in_words(circumstances.phone),
            "whatsapp": phone_in_words(circumstances.whatsapp),
            "phone_answer": "" if answer == PhoneAnswer.NUMBER else answer,
        }

    def clean_phone(self):
        """The number, written as every number is."""
        return self._number("phone")

    def clean_whatsapp(self):
        """The number, written as every number is."""
        return self._number("whatsapp")

    def clean(self):
        """What belongs to another answer is not kept; what an answer needs is asked for at its box."""
        answers = super().clean()
        phone, why = answers.get("phone"), answers.get("phone_answer")
        if phone and why and why != self.initial["phone_answer"]:
            self.add_error("phone_answer", "Di atas ada nomornya. Kosongkan nomor itu bila tidak dipakai lagi.")
        if answers.get("whatsapp_answer") == WhatsappAnswer.SAME and not phone and "phone" not in self.errors:
            self.add_error("phone", "Isi nomornya: WhatsApp memakai nomor yang sama.")
        if answers.get("whatsapp_answer") != WhatsappAnswer.OTHER:
            answers["whatsapp"] = ""
        elif not answers.get("whatsapp") and "whatsapp" not in self.errors:
            self.add_error("whatsapp", "Isi nomor WhatsApp-nya.")
        if answers.get("may_call") != MayCall.NAMED:
            answers["may_call_name"] = ""
        elif not answers.get("may_call_name"):
            self.add_error("may_call_name", "Tulis siapa yang boleh ditelepon.")
        return answers

    def answers(self):
        """Numbers as E.164; with a number the reason why there is none falls away."""
        answers = super().answers()
        for name in ("phone", "whatsapp"):
            answers[name] = read_phone(answers[name]) if answers[name] else ""
        if answers["phone"]:
            answers["phone_answer"] = PhoneAnswer.NUMBER.value
        return answers | {"may_call_name": names.tidy(answers["may_call_name"])}

    def _number(self, name):
        text = self.cleaned_data[name].strip()
        try:
            return phone_in_words(read_phone(text)) if text else ""
        except NotAPhone as problem:
            raise forms.ValidationError(str(problem)) from None


class AidForm(SectionForm):
    """Which social aid the family has, each asked by itself."""

    section_name = "aid"

    aid_registered = _asked("Terdata di DTSEN?", living.YesNo, help_text="Data sosial ekonomi nasional, dulu DTKS.")
    aid_pkh = _asked("Menerima PKH?", living.YesNo, help_text="Program Keluarga Harapan.")
    aid_bpnt = _asked("Menerima BPNT?", living.YesNo, help_text="Bantuan pangan atau kartu sembako.")
    aid_pip = _asked("Menerima PIP?", living.YesNo, help_text="Bantuan untuk anak sekolah, Kartu Indonesia Pintar.")
    aid_kis = _asked("Punya KIS-PBI?", living.YesNo, help_text="Kartu Indonesia Sehat yang iurannya dibayar negara.")


class IncomeForm(SectionForm):
    """What the family lives on, roughly how much a month, and how much of it comes from abroad."""

    section_name = "income"

    income_source = _asked("Penghasilan utama dari mana?", living.IncomeSource)
    income_band = _asked(
        "Kira-kira berapa sebulan?",
        living.IncomeBand,
        single=True,
        help_text="Semua penghasilan keluarga dalam rupiah, dengan kiriman. Kira-kira saja.",
    )
    remittance_share = _asked(
        "Berapa bagian dari kiriman luar negeri?",
        living.RemittanceShare,
        single=True,
        help_text="Dari semua yang dipakai keluarga untuk hidup sehari-hari.",
    )
