"""Where the documents of a journey are, and what the officer decides about them."""

from django import forms
from django.utils import timezone

from households.choices import Evidence
from households.entries import DocumentEntry
from households.forms.life import HAPPENED, MISTAKE, LifeForm
from households.placement_choices import DocumentKind, DocumentState, PlacementStatus
from households.rules.documents import is_in_order, tidy_number
from toolkit.dates import PartialDate
from toolkit.forms import HouseFormHelper, PartialDateField
from toolkit.widgets import PlainSelect, SegmentSelect

# Of these there is something to write down: a number, a place, until when.
DETAILED = ("held", "process", "expired", "others", "suspected")
PARTS = ("state", "number", "place", "expires", "evidence")
KNOWN_BY = [(Evidence.DOCUMENT.value, "Dokumen dilihat"), (Evidence.TOLD.value, "Diceritakan keluarga")]


class DocumentsForm(LifeForm):
    """Every kind of document on one page, or some: where it is, and of one that there is its number, place and end."""

    def __init__(self, data=None, *, trip, kinds=tuple(DocumentKind), **kwargs):
        self.kinds, today = kinds, timezone.localdate()
        rows = {row.kind: row for row in trip.documents.all()}
        super().__init__(data, initial=_known(rows), **kwargs)
        for kind in self.kinds:
            self.fields |= {f"{kind}-{part}": field for part, field in _document_fields().items()}
        self.settled = {kind: row for kind, row in rows.items() if is_in_order(row, today)}
        self.helper = HouseFormHelper(self)

    @property
    def groups(self) -> list[tuple[str, dict, bool]]:
        """What is still to be asked or done something about: each name, its fields, and whether an answer is wrong."""
        return [self._group(kind) for kind in self.kinds if kind.value not in self.settled]

    @property
    def in_order(self) -> list[tuple[str, dict, bool]]:
        """What is there and lasts, each told in one line."""
        return [self._group(kind) for kind in self.kinds if kind.value in self.settled]

    def _group(self, kind):
        fields = {part: self[f"{kind.value}-{part}"] for part in PARTS}
        row, words = self.settled.get(kind.value), ["ada"]
        if row is not None and row.expires_on:
            words.append(f"berlaku sampai {PartialDate.within(row.expires_on, row.expires_precision)}")
        name = kind.label if row is None else f"{kind.label}: {', '.join(words)}"
        return name, fields, any(field.errors for field in fields.values())

    def clean(self):
        """A document that there is is known from somewhere, and one of which something is known has a state."""
        super().clean()
        for kind in self.kinds:
            told = {part: self.cleaned_data.get(f"{kind}-{part}") for part in PARTS}
            if told["state"] in DETAILED and not told["evidence"]:
                self.add_error(f"{kind}-evidence", "Pilih dari mana Anda mengetahuinya.")
            if not told["state"] and (told["number"] or told["place"] or told["expires"]):
                self.add_error(f"{kind}-state", "Pilih dulu di mana dokumen ini.")
        return self.cleaned_data

    def entries(self) -> list[DocumentEntry]:
        """What was understood of each document."""
        return [self._entry(kind.value) for kind in self.kinds]

    def _entry(self, kind):
        told = {part: self.cleaned_data[f"{kind}-{part}"] for part in PARTS}
        if told["state"] not in DETAILED:
            told |= {"number": "", "place": "", "expires": PartialDate()}
        if told["state"] in (DocumentState.REFUSED, DocumentState.UNKNOWN):
            told["evidence"] = told["state"]
        told["evidence"] = told["evidence"] or Evidence.TOLD
        return DocumentEntry(kind=kind, **{**told, "number": tidy_number(told["number"])})


class DecisionForm(LifeForm):
    """Whether the papers are complete: what the rule suggests, or another answer with a note."""

    what = forms.ChoiceField(
        label="Apa yang dicatat?",
        choices=[(HAPPENED, "Keputusan"), (MISTAKE, "Keputusan terakhir keliru: tarik kembali")],
        initial=HAPPENED,
        widget=SegmentSelect(single=True),
    )
    status = forms.ChoiceField(
        label="Menurut Anda",
        choices=PlacementStatus.choices,
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih salah satu."},
    )
    evidence = forms.ChoiceField(
        label="Diketahui dari",
        choices=Evidence.choices,
        widget=SegmentSelect(single=True),
        error_messages={"required": "Pilih dari mana Anda mengetahuinya."},
    )
    note = forms.CharField(
        label="Catatan",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Perlu diisi bila keputusan Anda berbeda dari saran. Jangan menulis nama orang lain.",
    )

    def __init__(self, data=None, *, trip, suggestion, **kwargs):
        self.suggestion = suggestion
        status, evidence = suggestion.status, suggestion.evidence
        initial = {"status": status.value, "evidence": evidence.value if _is_known(status, evidence) else ""}
        super().__init__(data, initial=initial, **kwargs)
        if not trip.placed:
            del self.fields["what"]

    @property
    def answers(self):
        """The fields of a decision."""
        return [self[name] for name in self.fields if name != "what"]

    def clean(self):
        """Who decides says how it is known, and why where he is of another mind than the rule."""
        super().clean()
        if self.is_mistake:
            self.errors.clear()
            return self.cleaned_data
        status, evidence = self.cleaned_data.get("status"), self.cleaned_data.get("evidence")
        if status and status != self.suggestion.status and not self.cleaned_data.get("note"):
            self.add_error("note", "Tulis alasannya, karena keputusan ini berbeda dari saran.")
        if status and evidence and not _is_known(status, evidence):
            self.add_error(
                "evidence", "Pilih 'Dokumen dilihat' atau 'Diceritakan keluarga', atau belum dapat dipastikan."
            )
        return self.cleaned_data


def _is_known(status: str, evidence: str) -> bool:
    """Whether a decision may rest on this: what can be said at all was seen or told."""
    return status == PlacementStatus.UNKNOWN or evidence in (Evidence.DOCUMENT, Evidence.TOLD)


def _known(rows) -> dict:
    """What is noted of each kind; of one that nobody was asked about the boxes are empty."""
    known = {}
    for kind in DocumentKind.values:
        row = rows.get(kind)
        told = {"state": "", "number": "", "place": "", "expires": PartialDate(), "evidence": ""}
        if row:
            expires = PartialDate.within(row.expires_on, row.expires_precision) if row.expires_on else PartialDate()
            seen = row.evidence if row.evidence in dict(KNOWN_BY) else ""
            told = {"state": row.state, "number": row.number, "place": row.place, "expires": expires, "evidence": seen}
        known |= {f"{kind}-{part}": value for part, value in told.items()}
    return known


def _document_fields() -> dict:
    return {
        "state": forms.ChoiceField(
            label="Di mana?",
            choices=[("", "Belum ditanyakan"), *DocumentState.choices],
            required=False,
            widget=PlainSelect,
        ),
        "number": forms.CharField(label="Nomor", max_length=32, required=False),
        "place": forms.CharField(label="Tempat terbit", max_length=60, required=False),
        "expires": PartialDateField(label="Berlaku sampai", required=False, allow_future=True),
        "evidence": forms.ChoiceField(
            label="Diketahui dari", choices=KNOWN_BY, required=False, widget=SegmentSelect
        ),
    }  # fmt: skip
