"""A candidate's file in words: what the pages and the paper show of it, line by line."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from households.actions.placements import placement_of
from households.choices import Evidence
from households.placement_choices import DocumentKind
from households.rules.plans import plan_of
from households.views.papers import DocumentLine, document_lines
from infopost.companies import read_answers
from infopost.file_choices import FileCheck, FileStep, ReferralAnswer, StepState, Verdict
from infopost.files.gathering import CandidateFile
from infopost.files.texts import StepText, paper_texts, step_texts
from infopost.rules import files as rules
from infopost.rules.files import DOCUMENT_OF, EIGHT, NOT_NOTED, StepLine, is_needed
from infopost.rules.requirements import Ruling
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import inside

KIND_OF = {Verdict.OK: "done", Verdict.NOT_OK: "wrong", Verdict.NOT_KNOWN: "wait"}
SOURCES = {
    rules.DOCUMENT: "suratnya ada",
    rules.TRIP: "dari perjalanannya",
    rules.LOOKED_UP: "daftar perusahaan dan lowongan diperiksa",
    rules.SCHEME: "menurut cara berangkatnya",
    rules.REGISTER: "menurut buku layanan pos",
}


# Their acts say by themselves what they are about.
PLAIN_ACTS = {FileStep.AGENCY, FileStep.DEPARTURE}


# What the village gives itself: signed, it stands in the registry as held.
LETTERS = {
    FileStep.PERMISSION: "infopost:letter_family",
    FileStep.REGISTER: "infopost:letter_cover",
    DocumentKind.FAMILY_PERMISSION: "infopost:letter_family",
    DocumentKind.MARITAL: "infopost:letter_marital",
}


@dataclass(frozen=True)
class Line:
    """One step in words, with its act; `is_next` marks where the candidate stands."""

    step: FileStep
    name: str
    kind: str
    word: str
    facts: str
    act: str = ""
    url: str = ""
    is_next: bool = False


@dataclass(frozen=True)
class Next:
    """The step that comes next, in plain words, with its act."""

    step: FileStep
    name: str
    text: StepText
    reason: str
    act: str
    url: str
    letter_url: str = ""


def step_lines(file: CandidateFile) -> list[Line]:
    """Every step as a line."""
    return [_line(file, one) for one in file.line]


def what_next(file: CandidateFile) -> Next | None:
    """What comes next; None where nothing is left to do."""
    step = file.next_step
    if step is None:
        return None
    one = next(one for one in file.line if one.step == step)
    act, url = _act(file, step)
    act = f"Catat: {step.label}" if step not in PLAIN_ACTS else act
    return Next(step, step.label, step_texts()[step], one.reason, act, url, letter_url(file, step))


def paper_lines(file: CandidateFile) -> list[dict]:
    """The eight documents in the order of the law, with the act that notes each and where it is obtained."""
    told = dict(zip(DocumentKind, document_lines(file.trip.documents.all(), file.today), strict=True))
    lines = []
    for kind in EIGHT:
        needed = is_needed(kind, file.scheme)
        where, take = paper_texts()[kind]
        line = told[kind] if needed else DocumentLine(kind.label, "plain", "Tidak perlu", "", is_asked=False)
        url = reverse("infopost:paper_note", args=[file.trip.pk, kind.value])
        about = {"kind": kind, "line": line, "needed": needed, "where": where, "take": take, "url": url}
        lines.append(about | {"letter_url": letter_url(file, kind) if kind in file.missing_papers else ""})
    return lines


def ruling_lines(file: CandidateFile) -> list[dict]:
    """Each check with its answer, why, by which article, and when the fact was last compared."""
    return [
        {"name": name.label, "ruling": ruling, "kind": KIND_OF[ruling.verdict], **_why(file, ruling)}
        for name, ruling in file.rulings
    ]


def agency_sentence(file: CandidateFile) -> str:
    """What the list said, of which day it was, and whether a job order fits; empty where nobody looked."""
    check = file.agency_check
    if check is None:
        return ""
    listed = f"daftar {date_in_words(check.in_list.listed_on)}" if check.in_list else "pos desa: daftar belum ada"
    said = f"{check.name}: {read_answers()[check.answer].word.lower()} menurut {listed}"
    return f"{said}, diperiksa {date_in_words(check.checked_on)}. Lowongan: {inside(check.get_order_answer_display())}."


def lacked(trip) -> list[str]:
    """What was missing when the departure was noted, in words; the journey comes `with_gaps`."""
    return [_named(code) for code in trip.lacked or ()] if trip.departed_on else []


def referral_lines(referrals) -> list[dict]:
    """Each referral with what came back."""
    return [{"row": row, **_answered(row)} for row in referrals]


def letter_url(file: CandidateFile, part) -> str:
    """Where the village makes the letter that a step or document asks for; empty where others give it."""
    name = LETTERS.get(part)
    return reverse(name, args=[file.trip.person_id]) if name else ""


def candidate_line(file: CandidateFile) -> dict:
    """A candidate in the list: how far he stands, what is missing, since when nothing was noted."""
    settled = sum(one.is_settled for one in file.line[: list(FileStep).index(FileStep.DEPARTURE)])
    step, refused = file.next_step, [name.label for name, ruling in file.rulings if ruling.verdict == Verdict.NOT_OK]
    return {
        "trip": file.trip,
        "person": file.trip.person,
        "settled": settled,
        "of": list(FileStep).index(FileStep.DEPARTURE),
        "next": step.label if step else "",
        "missing": [kind.label for kind in file.missing_papers],
        "refused": refused,
        "since": timezone.localdate(file.trip.changed_at),
        "is_idle": file.today - timezone.localdate(file.trip.changed_at) >= rules.IDLE_AFTER,
    }


def _line(file: CandidateFile, one: StepLine) -> Line:
    act, url = _act(file, one.step)
    if one.source == rules.REGISTER:
        # He came earlier, before the register was kept: the officer notes that by hand.
        act = "Catat kunjungan sebelumnya"
    elif act and one.is_settled:
        act = "Ubah"
    is_next = one.step == file.next_step
    if one.state == StepState.DONE:
        kind, word = "done", "Sudah"
    elif one.state == StepState.NOT_NEEDED:
        kind, word = "plain", "Tidak perlu"
    else:
        kind, word = ("wait", "Berikutnya") if is_next else ("plain", "Belum")
    facts = _facts(one) or (_planned(file.trip) if one.step == FileStep.DEPARTURE else "")
    return Line(one.step, one.step.label, kind, word, facts, act, url, is_next)


def _planned(trip) -> str:
    """When somebody means to leave, and from where."""
    plan, port = plan_of(trip, "leaving_planned"), getattr(placement_of(trip=trip), "port", "")
    return " · ".join(filter(None, [f"rencana {plan}" if plan else "", f"lewat {port}" if port else ""]))


def _facts(one: StepLine) -> str:
    parts = [str(one.done)] if one.done else []
    if one.source in SOURCES:
        parts.append(SOURCES[one.source])
    if one.evidence in (Evidence.DOCUMENT, Evidence.TOLD):
        parts.append(Evidence(one.evidence).label.lower())
    if one.known_at:
        parts.append(f"tercatat {date_in_words(timezone.localdate(one.known_at))}{f' oleh {one.by}' if one.by else ''}")
    return " · ".join([*parts, *filter(None, (one.note, one.reason))])


def _act(file: CandidateFile, step: FileStep) -> tuple[str, str]:
    """The act that settles a step, and its page; none for what the journey tells by itself."""
    key = file.trip.pk
    if step == FileStep.DEPARTURE:
        return "Catat keberangkatan", reverse("infopost:file_leave", args=[key])
    if step == FileStep.AGENCY:
        return "Periksa perusahaan", reverse("infopost:agency_check", args=[key])
    if step in DOCUMENT_OF and step != FileStep.REGISTER:
        return "Catat suratnya", reverse("infopost:paper_note", args=[key, DOCUMENT_OF[step].value])
    if step in NOT_NOTED:
        return "", ""
    return "Catat langkah ini", reverse("infopost:step_note", args=[key, step.value])


def _why(file: CandidateFile, ruling: Ruling) -> dict:
    checked = f"diperiksa {date_in_words(ruling.verified_on)}" if ruling.verified_on else ""
    unverified = "keterangannya belum diverifikasi" if ruling.is_unverified else ""
    return {"because": " · ".join(filter(None, (file.laws.get(ruling.law, ""), checked, unverified)))}


def _named(code: str) -> str:
    """'step:during' as the page says it; a code that is no longer known as it is."""
    sort, _, value = code.partition(":")
    names = {"step": FileStep, "paper": DocumentKind, "check": FileCheck}.get(sort)
    return names(value).label if names and value in names.values else code


def _answered(row) -> dict:
    kinds = {"": "wait", ReferralAnswer.ACCEPTED: "done", ReferralAnswer.ASKS_MORE: "wait"}
    word = row.get_answer_display() or "Menunggu jawaban"
    facts = [f"dirujuk {date_in_words(row.referred_on)}"]
    if row.answer:
        facts.append(f"dijawab {row.answered}" if row.answered else "tanggal jawaban belum diketahui")
    facts += [f"diminta: {row.asked_for}"] if row.asked_for else []
    return {"kind": kinds.get(row.answer, "plain"), "word": word, "facts": " · ".join(facts)}
