"""Documents and the way of a journey, as a page shows them: numbers masked, what is odd said."""

import datetime as dt
from dataclasses import dataclass

from households.forms.placements import TWO_COLUMNS
from households.models.placements import Section
from households.placement_choices import DocumentKind, DocumentState, DownPayment
from households.rules.documents import masked, odd_number
from households.rules.steps import latest_day
from toolkit.dates import PartialDate
from toolkit.templatetags.indonesian import number, rupiah

CHIP_OF = {
    DocumentState.HELD: "done",
    DocumentState.IN_PROCESS: "info",
    DocumentState.EXPIRED: "wait",
    DocumentState.WITH_OTHERS: "wait",
    DocumentState.SUSPECTED: "wait",
}


@dataclass(frozen=True)
class DocumentLine:
    """A document in words: its name, where it is, what is known of it, and what is odd."""

    name: str
    kind: str
    word: str
    facts: str
    odd: str = ""
    is_asked: bool = True


def document_lines(documents, today: dt.date) -> list[DocumentLine]:
    """Every kind in its order, also those that nobody was asked about."""
    rows = {row.kind: row for row in documents}
    return [_line(kind, rows.get(kind.value), today) for kind in DocumentKind]


def _line(kind, row, today: dt.date) -> DocumentLine:
    if row is None:
        return DocumentLine(kind.label, "plain", "Belum ditanyakan", "", is_asked=False)
    facts = [masked(row.number), row.place]
    over = row.expires_on and latest_day(row.expires_on, row.expires_precision) < today
    if row.expires_on:
        until = PartialDate.within(row.expires_on, row.expires_precision)
        facts.append(f"{'berlaku sampai' if not over else 'habis masa berlakunya'} {until}")
    if row.state in CHIP_OF:
        facts.append(row.get_evidence_display().lower())
    odd = odd_number(row.kind, row.number)
    chip = "wait" if over else CHIP_OF.get(row.state, "plain")
    return DocumentLine(kind.label, chip, row.get_state_display(), " · ".join(filter(None, facts)), odd)


@dataclass(frozen=True)
class SectionLines:
    """One section of questions about a placement, with what was answered."""

    name: str
    code: str
    facts: list[tuple[str, str]]


def section_lines(placement) -> list[SectionLines]:
    """Every section with its answers; none where nobody asked."""
    return [SectionLines(section.label, section.value, _facts(placement, section)) for section in Section]


def is_tied(placement) -> bool:
    """Whether money was given before leaving, which often binds people to a debt."""
    return placement is not None and placement.down_payment == DownPayment.YES


def _facts(placement, section) -> list[tuple[str, str]]:
    if placement is None:
        return []
    pairs = [(label, _in_words(placement, name)) for name, label in ASKED[section]]
    return [(label, words) for label, words in pairs if words]


def _in_words(placement, name: str) -> str:
    if name in TWO_COLUMNS:
        on = getattr(placement, f"{name}_on")
        return str(PartialDate.within(on, getattr(placement, f"{name}_precision"))) if on else ""
    if name == "wage":
        return f"{number(placement.wage)} {placement.wage_currency}" if placement.wage is not None else ""
    if name == "cost_total":
        return rupiah(placement.cost_total)
    value = getattr(placement, name)
    if value in ("", None):
        return ""
    shown = getattr(placement, f"get_{name}_display", None)
    return shown() if shown else str(value)


ASKED = {
    Section.WAY: (
        ("scheme", "Skema"),
        ("recruiter", "Diberangkatkan oleh"),
        ("agency", "P3MI"),
        ("agency_licence", "Nomor izin"),
        ("agency_abroad", "Agen di luar negeri"),
        ("leaving_planned", "Rencana berangkat"),
        ("port", "Lewat"),
        ("visa", "Visa"),
        ("way_evidence", "Diketahui dari"),
    ),
    Section.WORK: (
        ("employer", "Pemberi kerja"),
        ("employer_type", "Jenisnya"),
        ("employer_city", "Kota"),
        ("employer_address", "Alamat"),
        ("contract_number", "Nomor kontrak"),
        ("contract_from", "Mulai"),
        ("contract_until", "Selesai"),
        ("wage", "Upah sebulan"),
        ("hours_a_day", "Jam kerja sehari"),
        ("day_off", "Hari libur"),
        ("work_evidence", "Diketahui dari"),
    ),
    Section.MONEY: (
        ("cost_total", "Biaya seluruhnya"),
        ("cost_for", "Untuk"),
        ("loan_source", "Meminjam dari"),
        ("debt", "Sisa utang"),
        ("deduction_months", "Potongan gaji, bulan"),
        ("down_payment", "Uang panjar"),
        ("money_evidence", "Diketahui dari"),
    ),
    Section.CONTACT: (
        ("rhythm", "Memberi kabar"),
        ("return_planned", "Rencana pulang"),
        ("emergency_contact", "Kontak darurat"),
        ("contact_evidence", "Diketahui dari"),
    ),
}
