"""How a village numbers its letters, and how those of a kabupaten look and read."""

from django import forms
from django.core.exceptions import ValidationError

from households.forms.life import LifeForm
from infopost.letters.wordings import Head, Wording
from infopost.models.letter_settings import LARGEST_PT, NARROWEST_MM, SMALLEST_PT, WIDEST_MM
from infopost.rules import numbering, wordings
from toolkit.forms import HouseFormHelper
from toolkit.photos import PhotoField
from toolkit.widgets import SegmentSelect

SIZES = [(size, f"{size} pt") for size in range(SMALLEST_PT, LARGEST_PT + 1)]
MARGINS = [(margin, f"{margin} mm") for margin in range(NARROWEST_MM, WIDEST_MM + 1, 5)]
MOST_LINES = 6
# Two centimetres on paper, sharp enough for a laser printer.
CREST_POINTS = 400


class LetterBookForm(LifeForm):
    """The shape of the numbers, the last one of the paper register, and the office's address."""

    number_pattern = forms.CharField(
        label="Bentuk nomor surat",
        max_length=60,
        help_text="Misalnya {kode}/{nomor}/PMI/{bulan_romawi}/{tahun} menjadi 470/012/PMI/XI/2026.",
    )
    office_address = forms.CharField(
        label="Alamat kantor desa",
        max_length=160,
        required=False,
        help_text="Untuk kop surat: jalan, kode pos, telepon kantor. Boleh kosong.",
    )
    last_on_paper = forms.IntegerField(
        label="Nomor terakhir di buku register tahun ini",
        min_value=0,
        max_value=99_999,
        required=False,
        help_text="Isi bila tahun ini sudah ada surat dari buku tulis, supaya nomornya berlanjut. Boleh kosong.",
    )

    def __init__(self, data=None, *, book=None, **kwargs):
        known = {
            "number_pattern": book.number_pattern if book else numbering.USUAL,
            "office_address": book.office_address if book else "",
        }
        super().__init__(data, initial=known, **kwargs)

    def clean_number_pattern(self):
        """Places that exist, and those without which numbers would come again."""
        pattern = " ".join(self.cleaned_data["number_pattern"].split())
        if wrong := numbering.faults(pattern):
            raise ValidationError(wrong)
        return pattern

    def values(self) -> dict:
        """The columns as they are to be saved."""
        return {name: self.cleaned_data[name] for name in ("number_pattern", "office_address")}


class LetterheadForm(LifeForm):
    """The lines on top, the size of the letters and the margins."""

    lines = forms.CharField(
        label="Kop surat",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Satu baris untuk tiap tingkat. Baris dengan huruf besar semua diisi dengan huruf besar.",
    )
    logo = PhotoField(
        longest=CREST_POINTS,
        label="Lambang daerah",
        required=False,
        help_text="Gambar .png atau .jpg, di kiri kop. Pilih lagi sesudah melihat hasilnya. "
        "Bila kosong, yang tersimpan tetap dipakai.",
    )
    without_logo = forms.BooleanField(label="Tanpa lambang: hapus yang tersimpan", required=False)
    font_pt = forms.TypedChoiceField(label="Ukuran huruf", choices=SIZES, coerce=int, widget=SegmentSelect)
    margin_mm = forms.TypedChoiceField(label="Tepi kertas", choices=MARGINS, coerce=int, widget=SegmentSelect)

    def __init__(self, data=None, files=None, *, head: Head, **kwargs):
        self.head = head
        known = {"lines": "\n".join(head.lines), "font_pt": head.font_pt, "margin_mm": head.margin_mm}
        super().__init__(data, files=files, initial=known, **kwargs)
        if not head.logo:
            del self.fields["without_logo"]
            self.helper = HouseFormHelper(self)

    def clean_lines(self):
        """A few lines with places that exist."""
        lines = [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]
        wrong = wordings.faults("\n".join(lines), wordings.HEAD_PLACES)
        if len(lines) > MOST_LINES:
            wrong.append(f"Kop surat paling banyak {MOST_LINES} baris.")
        if wrong:
            raise ValidationError(wrong)
        return "\n".join(lines)

    @property
    def places(self) -> dict[str, str]:
        """What may stand in braces."""
        return wordings.HEAD_PLACES

    def values(self) -> dict:
        """The columns as they are to be saved."""
        return {name: self.cleaned_data[name] for name in ("lines", "font_pt", "margin_mm")} | {
            "logo": self.kept_logo()
        }

    def kept_logo(self) -> bytes:
        """The coat of arms as it is to be: a new one, none, or the one that is there."""
        drawn = self.cleaned_data.get("logo")
        if drawn:
            drawn.seek(0)
            return drawn.read()
        return b"" if self.cleaned_data.get("without_logo") else self.head.logo


class WordingForm(LifeForm):
    """The title and the text of one kind of letter."""

    title = forms.CharField(label="Judul", max_length=80)
    body = forms.CharField(
        label="Isi surat",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text="Paragraf dipisah satu baris kosong. Baris 'Nama : {nama}' menjadi daftar.",
    )

    def __init__(self, data=None, *, kind, wording: Wording, **kwargs):
        self.kind = kind
        super().__init__(data, initial={"title": wording.title, "body": wording.body}, **kwargs)

    def clean_title(self):
        """Words alone."""
        title = " ".join(self.cleaned_data["title"].split())
        if wrong := wordings.faults(title, {}):
            raise ValidationError("Judul tidak memakai kurung kurawal." if "{" in title else wrong)
        return title

    def clean_body(self):
        """Places that exist, and those without which the letter says nothing about anybody."""
        body = self.cleaned_data["body"].replace("\r\n", "\n").strip()
        if wrong := wordings.faults(body, self.places, wordings.NEEDED[self.kind]):
            raise ValidationError(wrong)
        return body

    @property
    def places(self) -> dict[str, str]:
        """What may stand in braces."""
        return wordings.places_of(self.kind)

    def values(self) -> dict:
        """The columns as they are to be saved."""
        return {name: self.cleaned_data[name] for name in ("title", "body")}
