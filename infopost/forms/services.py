"""The form of the register: ten seconds a visit, so the usual answers stand there already."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils import timezone

from households.choices import Sex
from households.forms.answers import to_answer, to_column, with_unknown
from households.rules import names
from infopost.entries import GatheringEntry, ServiceEntry
from infopost.forms.board import DayField
from infopost.service_choices import Given, Topic, Way
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper
from toolkit.ids import as_id
from toolkit.photos import PhotoField
from toolkit.widgets import SegmentSelect

GUEST = "guest"
VISITORS = {Sex.MALE: "Tamu laki-laki", Sex.FEMALE: "Tamu perempuan"}
NO_STORY = "Pendek saja, jangan cerita pengaduan: itu rahasia keluarga."
QUICK = [(5, "5 menit"), (10, "10 menit"), (20, "20 menit"), (30, "30 menit"), (60, "1 jam")]
LONG = [(30, "30 menit"), (60, "1 jam"), (90, "1½ jam"), (120, "2 jam"), (180, "3 jam")]


def _tiles(label, choices, **kwargs):
    return forms.ChoiceField(label=label, choices=choices, widget=SegmentSelect, **kwargs)


def _minutes(choices, initial):
    return forms.TypedChoiceField(
        label="Lamanya", choices=choices, coerce=int, initial=initial, widget=SegmentSelect, required=False
    )


class RegisterForm(forms.Form):
    """What a visit and a talk have in common: for what, with what, how long, and when."""

    mark_optional = False

    topic = _tiles("Untuk apa?", Topic.choices)
    given = _tiles("Yang diberikan", Given.choices, initial=Given.TOLD)
    happened_on = DayField(label="Tanggal")
    note = forms.CharField(
        label="Catatan",
        max_length=160,
        required=False,
        help_text=NO_STORY,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data=None, *, record=None, **kwargs):
        super().__init__(data, initial=self._initial(record), **kwargs)
        self.record = record
        self.helper = HouseFormHelper(self)
        self._keep_odd_minutes(record)

    def _initial(self, record) -> dict:
        if record is None:
            return {"happened_on": PartialDate(timezone.localdate(), "day")}
        values = {name: getattr(record, name, "") for name in self.base_fields}
        return values | {"happened_on": PartialDate(record.happened_on, "day")}

    def _keep_odd_minutes(self, record):
        """A length that the tiles do not offer stays one of them."""
        box = self.fields["minutes"]
        if record is not None and record.minutes not in dict(box.choices):
            box.choices = [(record.minutes, f"{record.minutes} menit"), *box.choices]

    def clean_minutes(self):
        """Whoever picks no length means the usual one."""
        return self.cleaned_data["minutes"] or self.fields["minutes"].initial

    def clean_note(self):
        """Single spaces."""
        return names.tidy(self.cleaned_data["note"])


class ServiceForm(RegisterForm):
    """One visit. `found` are pairs of a person's key and the line in words; `searched` what they were found for."""

    who = forms.CharField(
        label="Namanya",
        max_length=80,
        required=False,
        help_text="Boleh kosong. Sebagian nama cukup untuk mencari di data desa.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    searched = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    person = forms.ChoiceField(
        label="Yang mana?",
        required=False,
        widget=SegmentSelect(single=True),
        error_messages={"invalid_choice": "Orang itu tidak bisa dipilih lagi. Cari sekali lagi."},
    )
    sex = _tiles("Laki-laki atau perempuan?", with_unknown(Sex.choices), required=False)
    way = _tiles("Lewat apa?", Way.choices, initial=Way.CAME)
    minutes = _minutes(QUICK, 10)
    follow_up_on = DayField(
        label="Perlu ditindaklanjuti pada",
        required=False,
        allow_future=True,
        help_text="Isi bila ada janji. Pada hari itu, namanya muncul di daftar tugas.",
    )

    def __init__(self, data=None, *, found=(), chosen=None, is_next: bool = False, **kwargs):
        super().__init__(data, **kwargs)
        if is_next:
            # Whoever has just saved one goes on with the next: his hands are on the keys already.
            self.fields["topic"].widget.attrs["autofocus"] = True
        if chosen:
            self.initial["person"] = str(chosen)
        self.fields["person"].choices = [*found, (GUEST, "Bukan mereka: tamu")] if found else []

    @property
    def is_found(self) -> bool:
        """Whether there are people to pick from."""
        return bool(self.fields["person"].choices)

    @property
    def is_folded(self) -> bool:
        """Whether what is seldom changed may stay folded away."""
        return not self.is_bound and self.record is None

    def clean(self):
        """Of a visitor the sex; a number is nobody's name; and of several people one is picked."""
        answers = super().clean()
        person, who = answers.get("person"), answers.get("who", "")
        if self.is_found and not person and "person" not in self.errors:
            self.add_error("person", "Pilih orangnya, atau pilih tamu.")
        if as_id(person):
            return answers
        if any(letter.isdigit() for letter in who):
            self.add_error("who", "Nama tamu tidak memakai angka. Nomor hanya untuk mencari yang terdata.")
        if not answers.get("sex") and (person or not self.is_found):
            self.add_error("sex", "Pilih laki-laki atau perempuan.")
        return answers

    def clean_follow_up_on(self):
        """A promise is kept on the day of the visit or later."""
        day, visit = self.cleaned_data["follow_up_on"], self.cleaned_data.get("happened_on")
        if day and visit and day < visit:
            raise ValidationError("Tanggalnya lebih dulu daripada layanannya.")
        return day

    def forget_complaints(self) -> None:
        """Show what was typed without saying what is missing: people were looked for, nothing was saved."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    def who_in_words(self) -> str:
        """The person who was picked, or the visitor as far as he is known."""
        person = self["person"].value()
        picked = dict(self.fields["person"].choices).get(person) if person != GUEST else ""
        return picked or names.tidy(self["who"].value() or "") or VISITORS.get(self["sex"].value(), "Tamu")

    def entry(self) -> ServiceEntry:
        """What was understood."""
        answers = self.cleaned_data
        person = as_id(answers["person"])
        return ServiceEntry(
            **{name: answers[name] for name in ("happened_on", "topic", "way", "given", "minutes", "note")},
            person_id=person,
            visitor_name="" if person else names.tidy(answers["who"]),
            sex=to_column(answers["sex"]),
            follow_up_on=answers["follow_up_on"],
        )

    def _initial(self, record):
        values = super()._initial(record)
        if record is None:
            return values
        values |= {"who": record.visitor_name, "sex": "" if record.person_id else to_answer(record.sex)}
        values["person"] = str(record.person_id) if record.person_id else ""
        day = record.follow_up_on
        return values | {"follow_up_on": PartialDate(day, "day") if day else None}


class GatheringForm(RegisterForm):
    """A talk in the hamlet: where, how many men and women, and about what."""

    hamlet = forms.CharField(
        label="Dusun",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "hamlets", "autocomplete": "off"}),
    )
    women = forms.IntegerField(label="Perempuan yang hadir", min_value=0, max_value=2000)
    men = forms.IntegerField(label="Laki-laki yang hadir", min_value=0, max_value=2000)
    minutes = _minutes(LONG, 60)
    sheet = PhotoField(
        label="Foto daftar hadir",
        required=False,
        help_text="Boleh kosong. Hanya petugas dan koordinator yang dapat melihatnya.",
    )
    drops_sheet = forms.BooleanField(label="Hapus foto yang ada", required=False)

    def __init__(self, data=None, *, record=None, **kwargs):
        super().__init__(data, record=record, **kwargs)
        if record is None or not record.sheet:
            del self.fields["drops_sheet"]

    def clean(self):
        """Somebody must have been there."""
        answers = super().clean()
        if (answers.get("women"), answers.get("men")) == (0, 0):
            self.add_error("women", "Isi berapa orang yang hadir.")
        return answers

    def entry(self) -> GatheringEntry:
        """What was understood."""
        answers = self.cleaned_data
        plain = ("happened_on", "topic", "given", "minutes", "men", "women", "note")
        return GatheringEntry(**{name: answers[name] for name in plain}, hamlet=names.tidy(answers["hamlet"]))

    def _initial(self, record):
        return {name: value for name, value in super()._initial(record).items() if name != "sheet"}


class ServiceStandForm(forms.Form):
    """Taken back as a mistake, or no mistake after all."""

    WITHDRAW, RESTORE = "withdraw", "restore"
    what = forms.ChoiceField(choices=[(WITHDRAW, "Keliru"), (RESTORE, "Tidak keliru")])


class FollowUpForm(forms.Form):
    """What became of a promise."""

    outcome = forms.ChoiceField(
        label="Bagaimana jadinya?",
        choices=[("done", "Sudah dilakukan"), ("not_needed", "Tidak perlu lagi"), ("waiting", "Masih menunggu")],
        widget=SegmentSelect(single=True),
    )

    def __init__(self, data=None, *, record=None):
        waits = record is None or record.follow_up == "waiting"
        super().__init__(data, initial={"outcome": "done" if waits else "waiting"})
        self.helper = HouseFormHelper(self)


class RegisterFilterForm(forms.Form):
    """Which part of the register is read: a month, a topic, a way."""

    mark_optional = False
    saves = False

    bulan = forms.ChoiceField(label="Bulan", required=False)
    keperluan = forms.ChoiceField(label="Keperluan", required=False, choices=[("", "Semua"), *Topic.choices])
    cara = forms.ChoiceField(label="Cara", required=False, choices=[("", "Semua"), *Way.choices])

    def __init__(self, data=None, *, months=(), **kwargs):
        super().__init__(data, **kwargs)
        self.fields["bulan"].choices = [("", "Semua"), *months]
        self.helper = HouseFormHelper(self)
