"""Where a family lives, and what it agreed to."""

from django import forms

from households.choices import ConsentHow, Source
from households.entries import AddressEntry, ConsentEntry
from households.rules import names
from households.rules.numbers import NotANumber, read_card_number
from households.wording import CURRENT_VERSION, WORDINGS
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect

TEXT_UNKNOWN = "Teksnya sudah berganti. Bacakan teks yang sekarang, lalu simpan lagi."


class AddressForm(forms.Form):
    """Hamlet, RT and RW, and how the family became known; the family card only after registering."""

    # The page brings the village's hamlets as suggestions, so that each is written one way.
    hamlet = forms.CharField(
        label="Dusun",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"list": "hamlets", "autocomplete": "off"}),
    )
    rt = forms.CharField(
        label="RT", max_length=10, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    rw = forms.CharField(
        label="RW", max_length=10, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    address = forms.CharField(
        label="Alamat", max_length=160, required=False, help_text="Jalan, nomor rumah, atau patokan."
    )
    family_card_number = forms.CharField(
        label="Nomor KK",
        max_length=40,
        required=False,
        help_text="16 angka di Kartu Keluarga.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    source = forms.ChoiceField(
        label="Dari mana Anda tahu keluarga ini?", choices=[("", "Belum dicatat"), *Source.choices], required=False
    )

    def __init__(self, data=None, *, household=None, **kwargs):
        kept = ("hamlet", "rt", "rw", "address", "source")
        initial = {} if household is None else {name: getattr(household, name) for name in kept}
        super().__init__(data, initial=initial, **kwargs)
        self.helper = HouseFormHelper(self)
        self.kept_card_number = household.family_card_number if household else ""
        if self.kept_card_number:
            self.fields[
                "family_card_number"
            ].help_text = f"Tersimpan: •••• {self.kept_card_number[-2:]}. Kosongkan bila tidak berubah."

    def clean_hamlet(self):
        """The bare name."""
        return names.hamlet_of(self.cleaned_data["hamlet"])

    def clean_rt(self):
        """Three digits."""
        return self._padded("rt")

    def clean_rw(self):
        """Three digits."""
        return self._padded("rw")

    def clean_family_card_number(self):
        """The number, or the one that is kept when the box stays empty."""
        text = self.cleaned_data["family_card_number"]
        if not text:
            return self.kept_card_number
        try:
            return read_card_number(text)
        except NotANumber as problem:
            raise forms.ValidationError(str(problem)) from None

    def entry(self) -> AddressEntry:
        """What was understood."""
        texts = {name: names.tidy(self.cleaned_data.get(name, "")) for name in ("hamlet", "address")}
        return AddressEntry(
            rt=self.cleaned_data["rt"],
            rw=self.cleaned_data["rw"],
            family_card_number=self.cleaned_data.get("family_card_number", ""),
            source=self.cleaned_data.get("source", ""),
            **texts,
        )

    def _padded(self, name):
        text = self.cleaned_data[name].strip()
        if not text.strip("0"):
            return ""
        if not (text.isascii() and text.isdigit() and len(text) <= 3):
            raise forms.ValidationError("Tulis paling banyak tiga angka, misalnya 4 atau 004.")
        return text.zfill(3)


class FirstAddressForm(AddressForm):
    """The address as it is asked at the first visit."""

    mark_optional = False

    address = None
    family_card_number = None


class ReadOut(forms.Form):
    """The text that is read out goes along with the answers, and the consent names that one.

    Whoever opened the page before another text came has read out the older one: the family agreed to that, and the
    proof says so. A page without a text that is known is shown again with today's.
    """

    wording = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)

    @property
    def wording_version(self) -> str:
        """Which text the page shows, and the family has heard."""
        version = self["wording"].value()
        return version if version in WORDINGS else CURRENT_VERSION

    @property
    def wording_text(self) -> str:
        """Its words."""
        return WORDINGS[self.wording_version]

    def refuse_unknown_text(self, name: str) -> None:
        """Say at the answer `name` that today's text is to be read out, where nobody knows which one was."""
        if self.cleaned_data.get("wording") not in WORDINGS:
            self.add_error(name, TEXT_UNKNOWN)


class ConsentForm(ReadOut):
    """That the family was told and agreed, by whom and how; a guardian for the children."""

    mark_optional = False

    told = forms.BooleanField(
        label="Sudah saya bacakan, dan keluarga setuju datanya dicatat",
        error_messages={"required": "Bacakan dulu teks di atas. Beri tanda bila keluarga setuju."},
    )
    given_by = forms.CharField(label="Yang menyetujui", max_length=120, help_text="Nama orang yang Anda temui.")
    how = forms.ChoiceField(
        label="Cara menyetujui", choices=ConsentHow.choices, widget=SegmentSelect, initial=ConsentHow.SPOKEN
    )
    guardian = forms.CharField(
        label="Wali anak",
        max_length=120,
        required=False,
        help_text="Hanya bila ada anggota di bawah 18 tahun: nama orang tua atau wali yang setuju.",
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.helper = HouseFormHelper(self)

    def clean(self):
        """A consent is to a text."""
        super().clean()
        if self.cleaned_data.get("told"):
            self.refuse_unknown_text("told")
        return self.cleaned_data

    def entry(self) -> ConsentEntry:
        """What was understood."""
        return ConsentEntry(
            given_by=self.cleaned_data["given_by"],
            how=self.cleaned_data["how"],
            guardian=self.cleaned_data["guardian"],
            wording_version=self.wording_version,
        )
