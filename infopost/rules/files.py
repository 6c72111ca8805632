"""Where a candidate stands on the way abroad: each step from what is noted, from a document, or from the journey.

By law: article 8 (before the work), 13 (the eight documents), 15 (the contract), 63 (whoever goes alone).
What stands in the registry is the evidence and is not asked twice: a document that is held and has not run out means
that its step is done. Only where no such evidence is there does the officer note the step itself.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from households.choices import Evidence, Precision
from households.placement_choices import DocumentKind, DocumentState, Scheme
from households.rules.steps import latest_day
from infopost.file_choices import FileStep, StepState, Verdict
from toolkit.dates import PartialDate

# Which document shows that a step is done. The card of social insurance shows one of two: see `_insured_by`.
DOCUMENT_OF = {
    FileStep.PERMISSION: DocumentKind.FAMILY_PERMISSION,
    FileStep.REGISTER: DocumentKind.MIGRANT_ID,
    FileStep.PLACEMENT: DocumentKind.PLACEMENT,
    FileStep.TRAINING: DocumentKind.COMPETENCE,
    FileStep.MEDICAL: DocumentKind.MEDICAL,
    FileStep.PASSPORT: DocumentKind.PASSPORT,
    FileStep.VISA: DocumentKind.WORK_VISA,
    FileStep.CONTRACT: DocumentKind.CONTRACT,
    FileStep.ORIENTATION: DocumentKind.ORIENTATION,
}
# Article 13, a to h, in its order.
EIGHT = (
    DocumentKind.MARITAL,
    DocumentKind.FAMILY_PERMISSION,
    DocumentKind.COMPETENCE,
    DocumentKind.MEDICAL,
    DocumentKind.PASSPORT,
    DocumentKind.WORK_VISA,
    DocumentKind.PLACEMENT,
    DocumentKind.CONTRACT,
)
# What the journey itself tells; nobody notes it in the file.
BY_TRIP = frozenset({FileStep.INTEREST, FileStep.DEPARTURE, FileStep.ACTIVE})
# Noted on pages of their own, or told by the journey: there is no plain page for them.
NOT_NOTED = BY_TRIP | {FileStep.AGENCY}
AFTER_LEAVING = (FileStep.REPORT, FileStep.ACTIVE)
# Whoever goes alone has no agency, and none that signs a placement agreement (articles 13 g and 63).
ALONE = frozenset(
    {FileStep.AGENCY, FileStep.SELECTION, FileStep.PLACEMENT, FileStep.INSURED_BEFORE}
)  # fmt: skip
# Whom the government, the own company or the old employer places has no company that could be on the list (article 49).
WITHOUT_AGENCY = frozenset({Scheme.G_TO_G, Scheme.G_TO_P, Scheme.OWN_COMPANY, Scheme.RE_ENTRY})
IDLE_AFTER = dt.timedelta(days=30)


def needless(scheme: str) -> frozenset[FileStep]:
    """The steps that a scheme does without."""
    if scheme == Scheme.INDEPENDENT:
        return ALONE
    return frozenset({FileStep.AGENCY}) if scheme in WITHOUT_AGENCY else frozenset()


def is_needed(kind: str, scheme: str) -> bool:
    """Whether one of the eight documents is asked of somebody who goes by this scheme."""
    return not (kind == DocumentKind.PLACEMENT and scheme == Scheme.INDEPENDENT)


@dataclass(frozen=True)
class Paper:
    """A document of the journey: where it is, until when it holds, and how and when that became known."""

    state: str
    evidence: str = Evidence.UNKNOWN
    known_at: dt.datetime | None = None
    expires_on: dt.date | None = None
    expires_precision: str = ""

    def is_over(self, today: dt.date) -> bool:
        """Whether it has surely run out."""
        return self.expires_on is not None and latest_day(self.expires_on, self.expires_precision) < today

    def is_held(self, today: dt.date) -> bool:
        """Whether it is in the candidate's own hands and still holds."""
        return self.state == DocumentState.HELD and not self.is_over(today)


@dataclass(frozen=True)
class Noted:
    """What an officer wrote of a step."""

    state: str
    done: PartialDate = field(default_factory=PartialDate)
    known_at: dt.datetime | None = None
    evidence: str = Evidence.UNKNOWN
    by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Journey:
    """What the registry and the file know of one journey."""

    prospective: PartialDate = field(default_factory=PartialDate)
    prospective_known_at: dt.datetime | None = None
    departed: PartialDate | None = None
    departed_known_at: dt.datetime | None = None
    scheme: str = ""
    papers: Mapping[str, Paper] = field(default_factory=dict)
    notes: Mapping[str, Noted] = field(default_factory=dict)
    # What the last look at the list and the job order said; None where nobody looked.
    agency: Verdict | None = None
    agency_known_at: dt.datetime | None = None
    # The first visit that stands in the post's register.
    visited_on: dt.date | None = None
    visit_known_at: dt.datetime | None = None


@dataclass(frozen=True)
class StepLine:
    """One step as it stands: done, not needed or open; `source` says from where that is known."""

    step: FileStep
    state: StepState | None = None
    source: str = ""
    done: PartialDate = field(default_factory=PartialDate)
    known_at: dt.datetime | None = None
    evidence: str = ""
    by: str = ""
    note: str = ""
    # Why a step whose document is there is open all the same.
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.state is not None


NOTED, DOCUMENT, TRIP, LOOKED_UP, SCHEME = "noted", "document", "trip", "looked_up", "scheme"
REGISTER = "register"


def line_of(journey: Journey, *, today: dt.date) -> list[StepLine]:
    """Every step in its order, as it stands on `today`."""
    return [_stand(step, journey, today) for step in FileStep]


def next_of(line: list[StepLine], *, has_left: bool) -> FileStep | None:
    """The step that comes next: after the departure none of those before it is to be done any more."""
    open_steps = [one.step for one in line if not one.is_settled]
    if has_left:
        open_steps = [step for step in open_steps if step in AFTER_LEAVING]
    return open_steps[0] if open_steps else None


def missing_before_leaving(line: list[StepLine]) -> list[FileStep]:
    """The steps that should stand before somebody leaves and do not."""
    steps = list(FileStep)
    before = set(steps[: steps.index(FileStep.DEPARTURE)])
    return [one.step for one in line if one.step in before and not one.is_settled]


def missing_papers(journey: Journey, *, today: dt.date) -> list[DocumentKind]:
    """Which of the eight documents are not held, or have run out."""
    wanted = [kind for kind in EIGHT if is_needed(kind, journey.scheme)]
    return [kind for kind in wanted if not _is_held(journey, kind, today)]


def _stand(step: FileStep, journey: Journey, today: dt.date) -> StepLine:
    if step in BY_TRIP:
        return _by_trip(step, journey)
    note = journey.notes.get(step)
    if note is not None:
        state = StepState(note.state)
        return StepLine(step, state, NOTED, note.done, note.known_at, note.evidence, note.by, note.note)
    if step in needless(journey.scheme):
        return StepLine(step, StepState.NOT_NEEDED, SCHEME)
    if step == FileStep.AGENCY:
        return _by_list(journey)
    if step == FileStep.CONSULT:
        return _by_register(journey)
    kind = _insured_by(step, journey.scheme) or DOCUMENT_OF.get(step)
    paper = journey.papers.get(kind) if kind else None
    return _by_paper(step, paper, today) if paper else StepLine(step)


def _by_trip(step: FileStep, journey: Journey) -> StepLine:
    if step == FileStep.INTEREST:
        return StepLine(step, StepState.DONE, TRIP, journey.prospective, journey.prospective_known_at)
    if journey.departed is None:
        return StepLine(step)
    return StepLine(step, StepState.DONE, TRIP, journey.departed, journey.departed_known_at)


def _by_list(journey: Journey) -> StepLine:
    if journey.agency is None:
        return StepLine(FileStep.AGENCY)
    if journey.agency == Verdict.OK:
        return StepLine(FileStep.AGENCY, StepState.DONE, LOOKED_UP, known_at=journey.agency_known_at)
    is_wrong = journey.agency == Verdict.NOT_OK
    reason = "Sudah diperiksa: tidak sesuai aturan." if is_wrong else "Sudah diperiksa, tetapi belum bisa dipastikan."
    return StepLine(FileStep.AGENCY, reason=reason)


def _by_register(journey: Journey) -> StepLine:
    if journey.visited_on is None:
        return StepLine(FileStep.CONSULT)
    day = PartialDate(journey.visited_on, Precision.DAY)
    return StepLine(FileStep.CONSULT, StepState.DONE, REGISTER, day, journey.visit_known_at)


def _by_paper(step: FileStep, paper: Paper, today: dt.date) -> StepLine:
    if paper.is_held(today):
        return StepLine(step, StepState.DONE, DOCUMENT, known_at=paper.known_at, evidence=paper.evidence)
    if paper.state == DocumentState.HELD:
        return StepLine(step, reason="Suratnya ada, tetapi masa berlakunya sudah habis.")
    return StepLine(step, reason=REASONS.get(paper.state, ""))


REASONS = {
    DocumentState.IN_PROCESS: "Suratnya sedang diurus.",
    DocumentState.EXPIRED: "Suratnya sudah habis masa berlakunya.",
    DocumentState.WITH_OTHERS: "Suratnya dipegang orang lain. Minta kembali.",
    DocumentState.SUSPECTED: "Suratnya diragukan. Pastikan ke kantor yang memberinya.",
}


def _insured_by(step: FileStep, scheme: str) -> DocumentKind | None:
    """The card comes with the first premium: that before the work, or for whoever goes alone that during it."""
    first = FileStep.INSURED_DURING if scheme == Scheme.INDEPENDENT else FileStep.INSURED_BEFORE
    return DocumentKind.INSURANCE if step == first else None


def _is_held(journey: Journey, kind: str, today: dt.date) -> bool:
    paper = journey.papers.get(kind)
    return paper is not None and paper.is_held(today)
