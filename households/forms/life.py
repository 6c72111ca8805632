"""What happens to a family: visits, deaths, a new head, closing and reopening."""

from django import forms
from django.utils import timezone

from households.choices import ClosingReason, Precision, Relation
from households.forms.answers import UNKNOWN, to_column, with_unknown
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import SegmentSelect

HAPPENED, MISTAKE = "happened", "mistake"
UNDATED = "Boleh bulan dan tahun, atau tahunnya saja. Kosongkan bila belum diketahui."


class LifeForm(forms.Form):
    """What may stay empty says so in its hint."""

    mark_optional = False

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.helper = HouseFormHelper(self)

    def clean(self):
        """Who takes a note back answers nothing else."""
        super().clean()
        if self.is_mistake:
            for name in [name for name in self.errors if name != "what"]:
                del self.errors[name]
        return self.cleaned_data

    @property
    def is_mistake(self) -> bool:
        """Whether the officer takes an earlier note back."""
        return self.cleaned_data.get("what") == MISTAKE


class VisitForm(LifeForm):
    """The day of a visit; once there was one, also that it was noted by mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Kunjungan"), (MISTAKE, "Kunjungan terakhir keliru")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
        help_text="Bila keliru, catatan kunjungan terakhir dihapus dan yang sebelumnya berlaku lagi.",
    )
    visited = PartialDateField(label="Tanggal kunjungan", required=False)

    def __init__(self, data=None, *, last_visit=None, **kwargs):
        today = PartialDate(timezone.localdate(), Precision.DAY.value)
        super().__init__(data, initial={"visited": today}, **kwargs)
        if last_visit is None:
            del self.fields["what"]

    def clean_visited(self):
        """A visit has a whole date."""
        visited = self.cleaned_data["visited"]
        if visited.precision != Precision.DAY and self.cleaned_data.get("what") != MISTAKE:
            raise forms.ValidationError("Isi tanggal, bulan, dan tahun kunjungan.")
        return visited


class DeathForm(LifeForm):
    """When somebody died; once it is noted, also that it was a mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Sudah meninggal"), (MISTAKE, "Catatan itu keliru: masih hidup")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    died = PartialDateField(label="Kapan meninggal", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, person, **kwargs):
        self.person = person
        known = PartialDate.within(person.died_on, person.died_precision) if person.died_on else PartialDate()
        super().__init__(data, initial={"died": known}, **kwargs)
        if person.died_on is None:
            del self.fields["what"]

    def clean_died(self):
        """Not in a year before the birth, even where only the years are known."""
        died, born = self.cleaned_data["died"], self.person.birth_on
        if died and born and died.value.year < born.year:
            raise forms.ValidationError("Tahun meninggal lebih awal dari tahun lahir. Periksa keduanya.")
        return died


class HeadForm(LifeForm):
    """Who becomes the head, since when, and what the old head is to him; or the last change was a mistake."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Ganti kepala keluarga"), (MISTAKE, "Pergantian terakhir keliru: kembalikan")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    head = forms.ChoiceField(
        label="Kepala keluarga yang baru",
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih siapa yang menjadi kepala keluarga."},
    )
    old_relation = forms.ChoiceField(
        choices=[
            ("", "Pilih hubungan"),
            *((value, label) for value, label in with_unknown(Relation.choices) if value != Relation.HEAD),
        ],
        error_messages={"required": "Pilih hubungannya, atau pilih 'Belum diketahui'."},
    )

    since = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, members, today, was_changed: bool = False, **kwargs):
        super().__init__(data, **kwargs)
        if not was_changed:
            del self.fields["what"]
        self.old_head = old = next((person for person in members if person.relation == Relation.HEAD), None)
        self.others = others = [person for person in members if person.is_member_on(today) and person != old]
        self.fields["head"].choices = [
            (str(person.pk), f"{person.name} ({person.get_relation_display().lower()})") for person in others
        ]
        if old is None:
            del self.fields["old_relation"]
        else:
            self.fields["since"].initial = _gone_since(old)
            self.fields["old_relation"].label = f"Hubungan {old.name} dengan kepala keluarga yang baru"

    @property
    def new_head(self):
        """The member who was chosen; None as long as nobody is."""
        chosen = self.cleaned_data.get("head")
        return next((person for person in self.others if str(person.pk) == chosen), None)

    def old_relation_entry(self) -> str:
        """The column's value for the old head."""
        return to_column(self.cleaned_data.get("old_relation", UNKNOWN))


def _gone_since(head) -> PartialDate:
    """When a head has died or left, as far as that is known: since then somebody else heads the family."""
    for step in ("died", "left"):
        on = getattr(head, f"{step}_on")
        if on is not None:
            return PartialDate.within(on, getattr(head, f"{step}_precision"))
    return PartialDate()


class ClosingForm(LifeForm):
    """Why and since when a family is no longer kept; of one that was reopened also that it is closed still."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Tutup rumah tangga"), (MISTAKE, "Pembukaan kembali yang terakhir keliru: masih ditutup")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    reason = forms.ChoiceField(
        label="Mengapa ditutup?",
        choices=ClosingReason.choices,
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih alasannya."},
    )
    closed = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)

    def __init__(self, data=None, *, was_closed: bool, **kwargs):
        super().__init__(data, **kwargs)
        if not was_closed:
            del self.fields["what"]


class ReopenForm(LifeForm):
    """Whether and since when the family came back, or was never gone."""

    what = forms.ChoiceField(
        label="Mengapa dibuka kembali?",
        choices=[
            (HAPPENED, "Keluarga ini kembali, dan didata lagi"),
            (MISTAKE, "Penutupan itu keliru: keluarga ini tidak pernah ditutup"),
        ],
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih salah satu."},
    )
    back = PartialDateField(label="Sejak kapan kembali", required=False, help_text=UNDATED)
