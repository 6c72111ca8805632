"""A family goes to another village: what the sending officer says, and what the receiving one answers."""

from django import forms
from django.utils import timezone

from households.choices import DeclineReason
from households.forms.households import AddressForm
from households.forms.life import UNDATED, LifeForm
from regions.choices import MembershipStatus
from regions.models import Level, Region
from toolkit.forms import PartialDateField
from toolkit.widgets import SegmentSelect

CHOICES_SHOWN = 12
ACCEPT, DECLINE = "accept", "decline"
NOT_IN_PROGRAMME = (
    "Desa itu tidak ikut program, jadi tidak ada petugas yang bisa menerima. Bila keluarga ini sudah pindah ke sana, "
    "tutup rumah tangganya dengan alasan 'Pindah dari desa'."
)


class MoveForm(LifeForm):
    """Where a family went and since when.

    The village is typed: its code, or a name that the form answers with a choice when several villages carry it.
    """

    village = forms.CharField(
        label="Pindah ke desa mana?",
        max_length=200,
        help_text="Tulis nama atau kode desanya, lalu pilih dari daftar.",
        widget=forms.TextInput(attrs={"data-region-search": "/wilayah/cari/", "data-level": "village"}),
    )
    moved = PartialDateField(label="Sejak kapan", required=False, help_text=UNDATED)
    note = forms.CharField(
        label="Keterangan",
        max_length=160,
        required=False,
        help_text="Boleh kosong. Hanya untuk catatan desa Anda; jangan tulis nama atau nomor.",
    )

    def __init__(self, data=None, *, own_village: str, **kwargs):
        super().__init__(data, **kwargs)
        self.own_village = own_village
        self.to_village = None
        found = self._found() if self.is_bound else []
        if len(found) > 1:
            self.fields["village_choice"] = forms.ChoiceField(
                label="Desa yang dimaksud",
                required=False,
                choices=[(region.pk, region.full_name) for region in found],
                widget=SegmentSelect(single=True),
            )

    def clean(self):
        """One village of the programme, and not the family's own."""
        super().clean()
        if not self.cleaned_data.get("village"):
            return self.cleaned_data
        found = self._found()
        picked = {region.pk: region for region in found}.get(self.cleaned_data.get("village_choice", ""))
        self.to_village = picked or (found[0] if len(found) == 1 else None)
        if not found:
            self.add_error("village", "Desa ini tidak ditemukan. Periksa ejaannya, atau tulis kodenya.")
        elif self.to_village is None:
            self.add_error("village_choice", "Ada beberapa desa dengan nama ini. Pilih satu.")
        elif self.to_village.pk == self.own_village:
            self.add_error("village", "Keluarga ini sudah tinggal di desa itu. Pilih desa lain.")
        elif not self.to_village.memberships.filter(status=MembershipStatus.ACTIVE).exists():
            self.add_error("village", NOT_IN_PROGRAMME)
        return self.cleaned_data

    def _found(self) -> list[Region]:
        """The villages that the typed text may mean; those of the programme where a name is of several."""
        words = self.data.get(self.add_prefix("village"), "").replace("\x00", "").split()
        villages = Region.objects.current(timezone.localdate()).filter(level=Level.VILLAGE)
        if not words:
            return []
        # What was picked from the suggestions stands as '5203172006 Korleko, ...': the code counts.
        code = words[0].replace(".", "")
        if code.isascii() and code.isdigit():
            return list(villages.with_places().filter(pk=code[:11]))
        found = villages.search(" ".join(words)[:100], limit=CHOICES_SHOWN)
        taking_part = set(villages.filter(memberships__status=MembershipStatus.ACTIVE, pk__in=[r.pk for r in found])
                          .values_list("pk", flat=True))  # fmt: skip
        return [region for region in found if region.pk in taking_part] or found


class MoveWithdrawForm(LifeForm):
    """Pressing the button is all there is to say."""


class MoveAnswerForm(AddressForm):
    """Whether the family comes, and where it will live; or why it does not come."""

    mark_optional = False

    source = None
    answer = forms.ChoiceField(
        label="Jawaban Anda",
        choices=[(ACCEPT, "Terima: keluarga ini sekarang tinggal di desa kami"), (DECLINE, "Tolak")],
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih terima atau tolak."},
    )
    decline_reason = forms.ChoiceField(
        label="Mengapa ditolak?", choices=DeclineReason.choices, required=False, widget=SegmentSelect(single=True)
    )
    field_order = ["answer", "decline_reason", "hamlet", "rt", "rw", "address", "family_card_number"]

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["family_card_number"].label = "Nomor KK yang baru"
        self.fields["family_card_number"].help_text = "16 angka. Kosongkan bila nomornya tetap."

    @property
    def is_accepted(self) -> bool:
        """Whether the family comes."""
        return self.cleaned_data.get("answer") == ACCEPT

    def clean(self):
        """Declining has a reason."""
        super().clean()
        answer, reason = self.cleaned_data.get("answer"), self.cleaned_data.get("decline_reason")
        if answer == DECLINE and not reason:
            self.add_error("decline_reason", "Pilih alasannya.")
        return self.cleaned_data
