"""What an officer answers when he prepares a letter: a form for each kind."""

from django import forms
from django.core.exceptions import ValidationError

from households.forms.life import LifeForm
from households.rules.names import searchable, tidy
from households.rules.numbers import NotANumber, read_nik
from infopost.letter_choices import CIVIL_OF, CivilStatus, Consent, Kinship, LetterKind
from infopost.letters.entries import LeaveEntry, LetterEntry
from toolkit.dates import PartialDate
from toolkit.forms import PartialDateField
from toolkit.ids import as_id
from toolkit.templatetags.indonesian import mask_number
from toolkit.widgets import SegmentSelect

OUTSIDE, YES, NO = "outside", "yes", "no"
YES_NO = [(YES, "Ya"), (NO, "Tidak")]
SAY = {"required": "Pilih ya atau tidak."}


class LetterForm(LifeForm):
    """A letter about `person`; of one that is corrected, `letter` has the answers until now."""

    kind: LetterKind

    def __init__(self, data=None, *, person, day, letter=None, **kwargs):
        self.person, self.day = person, day
        super().__init__(data, initial=self.known(letter) if letter else self.proposed(), **kwargs)

    def proposed(self) -> dict:
        """What the registry proposes."""
        return {}

    def known(self, letter) -> dict:
        """The answers that a letter was prepared with."""
        return {}

    def entry(self) -> LetterEntry:
        """What was understood."""
        return LetterEntry(self.kind)


class LeaveForm(LetterForm):
    """Who of the family gives leave, and what the officer saw and heard himself."""

    kind = LetterKind.FAMILY
    who = forms.ChoiceField(
        label="Siapa yang memberi izin?",
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih siapa yang memberi izin."},
    )
    name = forms.CharField(label="Nama lengkap", max_length=120, required=False, help_text="Seperti di KTP.")
    nik = forms.CharField(label="NIK", max_length=20, required=False, help_text="Enam belas angka di KTP.")
    birth = PartialDateField(label="Tanggal lahir", required=False, help_text="Seperti di KTP.")
    address = forms.CharField(label="Alamat", max_length=160, required=False, help_text="Seperti di KTP.")
    kinship = forms.ChoiceField(
        label="Hubungannya dengan yang akan berangkat",
        choices=Kinship.choices,
        widget=SegmentSelect(single=True),
        help_text="Yang sudah kawin: suami atau istri. Yang tidak sedang kawin: orang tua atau wali.",
        error_messages={"required": "Pilih hubungannya."},
    )
    present = forms.ChoiceField(label="Ia datang sendiri?", choices=YES_NO, widget=SegmentSelect, error_messages=SAY)
    identity = forms.ChoiceField(
        label="KTP aslinya dilihat dan cocok dengan orangnya?", choices=YES_NO, widget=SegmentSelect, error_messages=SAY
    )
    kinship_seen = forms.ChoiceField(
        label="Hubungannya terbukti?",
        choices=YES_NO,
        widget=SegmentSelect,
        help_text="Buku nikah, akta, Kartu Keluarga, atau penetapan wali.",
        error_messages=SAY,
    )
    consent = forms.ChoiceField(
        label="Tanyakan berdua saja: ia memberi izin?",
        choices=Consent.choices,
        widget=SegmentSelect(single=True),
        error_messages={"required": "Tanyakan, lalu pilih jawabannya."},
    )

    def __init__(self, data=None, *, letter=None, **kwargs):
        super().__init__(data, letter=letter, **kwargs)
        members = [one for one in self.person.household.members.all() if one.is_member_on(self.day)]
        told = [(str(one.pk), self._member_in_words(one)) for one in members]
        self.fields["who"].choices = [*told, (OUTSIDE, "Orang lain, saya tulis di bawah")]
        self.kept_nik = letter.signer_nik if letter and not letter.signer_id else ""
        if self.kept_nik:
            self.fields["nik"].help_text = f"Tersimpan {mask_number(self.kept_nik)}. Kosongkan bila tetap."

    def known(self, letter):
        """Who gave leave; what was seen and heard is asked again."""
        return {
            "who": str(letter.signer_id) if letter.signer_id else OUTSIDE,
            "name": "" if letter.signer_id else letter.signer_name,
            "birth": PartialDate() if letter.signer_id else letter.signer_birth,
            "address": "" if letter.signer_id else letter.signer_address,
            "kinship": letter.kinship,
        }

    def clean_nik(self):
        """Sixteen digits that can be a NIK, or nothing."""
        typed = self.cleaned_data["nik"]
        if not typed.strip():
            return self.kept_nik if self.cleaned_data.get("who") == OUTSIDE else ""
        try:
            return read_nik(typed).text
        except NotANumber as problem:
            raise ValidationError(str(problem)) from None

    def clean_name(self):
        """Visible letters only."""
        name = tidy(self.cleaned_data["name"])
        if name and not searchable(name):
            raise ValidationError("Tulis namanya dengan huruf, seperti di KTP.")
        return name

    def clean(self):
        """Who is not in the family's data is written down whole."""
        super().clean()
        if self.cleaned_data.get("who") == OUTSIDE:
            for name in ("name", "nik", "birth", "address"):
                if name not in self.errors and not self.cleaned_data.get(name):
                    self.add_error(name, "Tulis seperti di KTP.")
        return self.cleaned_data

    def entry(self):
        """Of a member of the family only whom, his NIK where the registry has none, and what was seen."""
        told = self.cleaned_data
        signer_id = as_id(told["who"])
        written = {} if signer_id else {"name": told["name"], "birth": told["birth"], "address": told["address"]}
        seen = {
            "is_present": told["present"] == YES,
            "identity_seen": told["identity"] == YES,
            "kinship_seen": told["kinship_seen"] == YES,
        }
        leave = LeaveEntry(
            kinship=told["kinship"], signer_id=signer_id, nik=told["nik"], consent=told["consent"], **seen, **written
        )
        return LetterEntry(self.kind, leave=leave)

    def _member_in_words(self, one) -> str:
        what = "yang akan berangkat" if one.pk == self.person.pk else one.get_relation_display().lower()
        return f"{one.name} ({what})"


class MaritalForm(LetterForm):
    """The status that the letter states; the registry's own is chosen already."""

    kind = LetterKind.MARITAL
    marital = forms.ChoiceField(
        label="Status perkawinan di surat",
        choices=[(value, label.capitalize()) for value, label in CivilStatus.choices],
        widget=SegmentSelect(single=True),
        help_text="Harus sama dengan data keluarga dan Kartu Keluarga.",
        error_messages={"required": "Pilih statusnya."},
    )

    def proposed(self):
        """As in the registry."""
        return {"marital": CIVIL_OF.get(self.person.marital, "")}

    def known(self, letter):
        """As it was stated."""
        return {"marital": letter.marital}

    def entry(self):
        """The status."""
        return LetterEntry(self.kind, marital=self.cleaned_data["marital"])


class CoverForm(LetterForm):
    """Whom the letter goes to, what for, and what is brought along."""

    kind = LetterKind.COVER
    addressee = forms.CharField(label="Kepada", max_length=160, help_text="Jabatan dan kantornya, bukan nama orang.")
    purpose = forms.CharField(label="Keperluan", max_length=200)
    enclosed = forms.CharField(
        label="Berkas yang dibawa",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pisahkan dengan koma.",
    )

    def proposed(self):
        """The manpower office of the kabupaten, where an LTSA is found."""
        regency = self.person.village.parent.parent.name
        return {
            "addressee": f"Kepala Dinas Tenaga Kerja {regency} (LTSA)",
            "purpose": "mendaftar sebagai calon Pekerja Migran Indonesia",
            "enclosed": "KTP, Kartu Keluarga, surat izin keluarga",
        }

    def known(self, letter):
        """As it was told."""
        return {name: getattr(letter, name) for name in ("addressee", "purpose", "enclosed")}

    def entry(self):
        """The three answers, each on one line."""
        told = {name: " ".join(self.cleaned_data[name].split()) for name in ("addressee", "purpose", "enclosed")}
        return LetterEntry(self.kind, **told)


class StatementForm(LetterForm):
    """The statement of return: everything in it is in the registry, and nothing is asked."""

    kind = LetterKind.RETURN


FORMS = {form.kind: form for form in (LeaveForm, MaritalForm, CoverForm, StatementForm)}
