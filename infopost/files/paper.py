"""'Yang masih kurang': one page to take along to the office, so that nobody has to go twice."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from households.views.papers import DocumentLine
from infopost.choices import EntryKind
from infopost.file_choices import FileStep, ReferralAnswer, Verdict
from infopost.files.gathering import CandidateFile
from infopost.files.lines import paper_lines
from infopost.files.texts import step_texts
from infopost.models import CalendarEntry
from toolkit import pdf
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import clock

SECONDS = 10
# Done where the page is printed; nobody takes it along to another office.
AT_THE_POST = {FileStep.CONSULT, FileStep.AGENCY}
# More days do not fit beside what is missing.
MOST_DAYS = 3


@dataclass(frozen=True)
class Missing:
    """Something that is not there yet: what, how far it is, where it is obtained, and what is taken there."""

    name: str
    state: str
    where: str
    take: str


def draw(file: CandidateFile, *, by) -> pdf.Pdf:
    """The page as PDF. Raises PdfFailed."""
    place, now = file.trip.village, timezone.localtime()
    context = {
        "file": file,
        "person": file.trip.person,
        "place": place,
        "papers": missing_papers(file),
        "steps": missing_steps(file),
        "present": present_papers(file),
        "days": open_days(file),
        "asked": asked_for(file),
        "warned": [(name.label, ruling.reason) for name, ruling in file.rulings if ruling.verdict != Verdict.OK],
        "made_at": now,
        "made_in_words": f"{date_in_words(now.date())}, {clock(now)}",
        "made_by": f"{by.full_name}, {by.get_role_display()}",
        "programme": settings.PROGRAMME_NAME,
        "institution": settings.INSTITUTION_NAME,
    }
    with pdf.Press(SECONDS) as press:
        return press.draw(render_to_string("infopost/file_print.html", context))


def missing_papers(file: CandidateFile) -> list[Missing]:
    """Which of the eight documents are not at hand, and where each is obtained."""
    lines = {line["kind"]: line for line in paper_lines(file)}
    return [
        Missing(kind.label, _state(lines[kind]["line"]), lines[kind]["where"], " ".join(lines[kind]["take"]))
        for kind in file.missing_papers
    ]


def present_papers(file: CandidateFile) -> list[DocumentLine]:
    """Those that are at hand, their numbers masked."""
    there = [line for line in paper_lines(file) if line["needed"] and line["kind"] not in file.missing_papers]
    return [line["line"] for line in there]


def missing_steps(file: CandidateFile) -> list[Missing]:
    """What is to be done beside the documents: those steps that no document of the eight stands for."""
    texts = step_texts()
    steps = [step for step in file.other_missing if step not in AT_THE_POST]
    return [Missing(step.label, "", texts[step].where, " ".join(texts[step].take)) for step in steps]


def open_days(file: CandidateFile) -> list[CalendarEntry]:
    """When offices and mobile services that the village is told of are open, the next first."""
    entries = CalendarEntry.objects.shown_on(file.today).for_place(file.trip.village_id)
    return list(entries.filter(kind__in=[EntryKind.OFFICE, EntryKind.MOBILE])[:MOST_DAYS])


def asked_for(file: CandidateFile) -> list[str]:
    """What offices have asked to be brought."""
    referrals = file.trip.referrals.all()
    return [f"{row.office_words}: {row.asked_for}" for row in referrals if row.answer == ReferralAnswer.ASKS_MORE]


def _state(line: DocumentLine) -> str:
    """How far it is, where somebody was asked about it and it is not simply absent."""
    return line.word.lower() if line.is_asked and line.kind != "plain" else ""


def file_name(file: CandidateFile) -> str:
    """What the file is called: its kind, village and day, and no name of a person."""
    return f"yang-masih-kurang-{file.trip.village_id}-{file.today:%Y-%m-%d}.pdf"
