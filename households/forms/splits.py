"""One family becomes two: who goes, what they are to each other, where they live, and whether they agree."""

from django import forms

from households.choices import ConsentHow, Relation
from households.entries import ConsentEntry, SplitEntry
from households.forms.households import AddressForm, ReadOut
from households.forms.life import HAPPENED, MISTAKE, UNDATED
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import SegmentSelect

STAYS, FOLLOWS = "stays", "follows"
CARRIED, ASKED, LATER = "carried", "asked", "later"
PREFIX = "member_"
NO_HEAD = "Pilih satu kepala keluarga yang baru di antara yang ikut."
PLACES = [
    (STAYS, "Tetap di keluarga ini"),
    ("Ikut ke keluarga baru sebagai", [
        (Relation.HEAD.value, "Kepala keluarga baru"),
        *((value, label) for value, label in Relation.choices if value not in (Relation.HEAD, Relation.UNKNOWN)),
        (FOLLOWS, "Disesuaikan bila pasti"),
    ]),
]  # fmt: skip


class SplitForm(ReadOut, AddressForm):
    """A line for each member: stays, or goes and as what."""

    mark_optional = False

    source = None
    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Pemisahan baru"), (MISTAKE, "Pemisahan terakhir keliru: satukan lagi")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
        help_text="Bisa disatukan lagi selama belum ada perubahan lain pada kedua keluarga.",
    )
    remaining_head = forms.ChoiceField(
        label="Kepala keluarga bagi yang tinggal",
        required=False,
        help_text="Hanya bila kepala keluarga yang sekarang ikut pergi.",
    )
    split = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)
    consent = forms.ChoiceField(
        label="Persetujuan keluarga baru",
        choices=[
            (CARRIED, "Persetujuan keluarga asal tetap berlaku"),
            (ASKED, "Sudah saya bacakan lagi, dan mereka setuju"),
            (LATER, "Belum ditanyakan"),
        ],
        required=False,
        widget=SegmentSelect(single=True),
    )
    given_by = forms.CharField(label="Yang menyetujui", max_length=120, required=False)
    how = forms.ChoiceField(
        label="Cara menyetujui",
        choices=ConsentHow.choices,
        widget=SegmentSelect,
        initial=ConsentHow.SPOKEN,
        required=False,
    )
    guardian = forms.CharField(
        label="Wali anak", max_length=120, required=False, help_text="Hanya bila ada anggota di bawah 18 tahun."
    )

    def __init__(self, data=None, *, members, was_split: bool, **kwargs):
        super().__init__(data, **kwargs)
        self.members = members
        for person in members:
            self.fields[f"{PREFIX}{person.pk}"] = forms.ChoiceField(
                label=f"{person.name} ({person.get_relation_display().lower()})", choices=PLACES, initial=STAYS
            )
        names = [(str(person.pk), person.name) for person in members]
        self.fields["remaining_head"].choices = [("", "Tidak berubah"), *names]
        self.fields["family_card_number"].help_text = "16 angka di Kartu Keluarga yang baru. Boleh kosong."
        if not was_split:
            del self.fields["what"]
        self.helper = HouseFormHelper(self)

    @property
    def is_mistake(self) -> bool:
        """Whether the last split is taken back."""
        return self.cleaned_data.get("what") == MISTAKE

    @property
    def member_fields(self) -> list:
        """The lines of the members, for the page."""
        return [self[f"{PREFIX}{person.pk}"] for person in self.members]

    def going(self) -> dict:
        """Who goes, each with what he will be to the new head; empty where that follows from the old family."""
        answers = {person.pk: self.cleaned_data.get(f"{PREFIX}{person.pk}", STAYS) for person in self.members}
        return {key: "" if answer == FOLLOWS else answer for key, answer in answers.items() if answer != STAYS}

    def clean(self):
        """One new head, somebody who stays, a head for those, and an answer about the consent."""
        super().clean()
        if self.is_mistake:
            return self.cleaned_data
        going = self.going()
        if list(going.values()).count(Relation.HEAD) != 1:
            self.add_error(None, NO_HEAD)
        elif len(going) == len(self.members):
            self.add_error(None, "Tidak ada yang tinggal. Bila seluruh keluarga pindah rumah, ubah alamatnya saja.")
        self._clean_remaining_head(going)
        if not self.cleaned_data.get("consent"):
            self.add_error("consent", "Pilih salah satu.")
        if self.cleaned_data.get("consent") == ASKED and not self.cleaned_data.get("given_by"):
            self.add_error("given_by", "Tulis siapa yang menyetujui.")
        if self.cleaned_data.get("consent") == ASKED:
            self.refuse_unknown_text("consent")
        return self.cleaned_data

    def entry(self) -> SplitEntry:
        """What was understood."""
        answers, remaining = self.cleaned_data, self.cleaned_data["remaining_head"]
        asked = answers["consent"] == ASKED
        agreed = ConsentEntry(answers["given_by"], answers["how"], answers["guardian"], self.wording_version)
        return SplitEntry(
            going=self.going(),
            remaining_head=next((person.pk for person in self.members if str(person.pk) == remaining), None),
            address=super().entry(),
            split=answers["split"],
            carries_consent=answers["consent"] == CARRIED,
            consent=agreed if asked else None,
        )

    def _clean_remaining_head(self, going):
        head_goes = any(person.relation == Relation.HEAD and person.pk in going for person in self.members)
        chosen = self.cleaned_data.get("remaining_head")
        if head_goes and (not chosen or chosen in {str(key) for key in going}):
            self.add_error("remaining_head", "Kepala keluarga ikut pergi. Pilih siapa yang menggantikannya di sini.")
