"""Placed by the law's way or not: a suggestion with its reasons, which an officer confirms or decides otherwise.

From UU 18/2017 tentang Pelindungan Pekerja Migran Indonesia:
- Article 5: at least 18 years old, registered with social insurance, with the documents that are required.
- Article 13: among the documents a passport, a work visa and a work contract.
- Article 69: an individual may not place anybody; whoever looks for work himself goes as 'perseorangan' (article 63).

PROCEDURAL when all of these hold: 18 years old at the departure, passport, work visa, work contract, registered in the
placement system (ID-PMI) or gone as perseorangan, social insurance. NON_PROCEDURAL when one of these holds: left under
age, on a visa that is not for work, without a contract, to a country that was closed for the work, or recruited by an
individual. Else UNKNOWN. What somebody who has not left yet still lacks says nothing against him.

Whether a country was closed on the day of a departure is told by a fact that names the first day of the closing and was
verified on that day or later (infopost.closings); without one it is not known. Whoever has not left yet is told
how it stands now (infopost.rules.requirements).

The answer is there to direct help. It is never held against a family.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone

from households.choices import Evidence, Precision
from households.placement_choices import (
    DocumentKind,
    DocumentState,
    Placed,
    PlacementReason,
    PlacementStatus,
    Recruiter,
    Scheme,
    Visa,
)
from households.rules.dates import age
from households.rules.steps import latest_day

# Somebody else keeps it, or it has expired since: at the departure there was one.
THERE = {DocumentState.HELD, DocumentState.EXPIRED, DocumentState.WITH_OTHERS}
NOT_THERE = {DocumentState.NONE, DocumentState.IN_PROCESS, DocumentState.SUSPECTED}
NOT_FOR_WORK = {Visa.VISIT, Visa.WORSHIP, Visa.OTHER}
ADULT = 18
WEAKEST_FIRST = (Evidence.UNKNOWN, Evidence.REFUSED, Evidence.TOLD, Evidence.DOCUMENT)


@dataclass(frozen=True)
class Paper:
    """A document as far as it is known: its state, and how that is known."""

    state: str = ""
    evidence: str = Evidence.UNKNOWN

    @property
    def is_there(self) -> bool | None:
        """Whether there was one; None as long as nobody has said."""
        if self.state in THERE:
            return True
        return False if self.state in NOT_THERE else None


@dataclass(frozen=True)
class Facts:
    """What the rule looks at. `closed` says whether the country was closed for the work; None is not known."""

    birth_on: dt.date | None = None
    birth_precision: str = Precision.UNKNOWN
    departed_on: dt.date | None = None
    departed_precision: str = ""
    papers: dict[str, Paper] = field(default_factory=dict)
    scheme: str = ""
    visa: str = ""
    recruiter: str = ""
    # How scheme, visa and recruiter are known.
    evidence: str = Evidence.UNKNOWN
    closed: bool | None = None
    # How country, work and departure are known.
    journey_evidence: str = Evidence.UNKNOWN

    def paper(self, kind: DocumentKind) -> Paper:
        """The document of this kind; of one that nobody was asked about nothing is known."""
        return self.papers.get(kind, Paper())


@dataclass(frozen=True)
class Suggestion:
    """What the rule says, why, and how surely: by documents that were seen, or by what was told."""

    status: PlacementStatus
    reasons: tuple[PlacementReason, ...]
    evidence: Evidence

    @property
    def sentences(self) -> list[str]:
        """The reasons in words."""
        return [reason.label for reason in self.reasons]


def suggest(facts: Facts, *, today: dt.date) -> Suggestion:
    """The suggestion for a journey as it is known on `today`."""
    against = list(_against(facts))
    if against:
        surest = max((evidence for _, evidence in against), key=WEAKEST_FIRST.index)
        return Suggestion(PlacementStatus.NON_PROCEDURAL, tuple(reason for reason, _ in against), Evidence(surest))
    required = list(_required(facts, today))
    lacking = [(reason, evidence) for reason, holds, evidence in required if not holds]
    if lacking:
        refused = any(evidence == Evidence.REFUSED for _, evidence in lacking)
        known = Evidence.REFUSED if refused else Evidence.UNKNOWN
        return Suggestion(PlacementStatus.UNKNOWN, tuple(reason for reason, _ in lacking), known)
    weakest = _weakest(*(evidence for *_, evidence in required))
    return Suggestion(PlacementStatus.PROCEDURAL, (PlacementReason.COMPLETE,), Evidence(weakest))


def left_as_adult(facts: Facts, *, today: dt.date) -> bool | None:
    """Whether somebody was 18 at the departure, or is so today while it is to come; None where dates say too little."""
    if facts.birth_on is None:
        return None
    leaves = facts.departed_on or today
    latest = latest_day(leaves, facts.departed_precision or Precision.DAY)
    born_by, born_after = facts.birth_on, facts.birth_on
    if facts.birth_precision == Precision.YEAR:
        born_after, born_by = dt.date(facts.birth_on.year, 1, 1), dt.date(facts.birth_on.year, 12, 31)
    if latest < born_after or age(born_after, latest) < ADULT:
        return False
    # A departure of unknown date was on the day it was told, or on any day before.
    if facts.departed_precision == Precision.UNKNOWN:
        return None
    return True if leaves >= born_by and age(born_by, leaves) >= ADULT else None


def departure_days(trip) -> tuple[dt.date, dt.date] | None:
    """The first and last day on which somebody may have left; None before the departure, or where nobody knows when.

    He had left by the day that it was told, and by the day that he came home.
    """
    first = trip.departed_on
    if first is None or trip.departed_precision == Precision.UNKNOWN:
        return None
    until = [latest_day(first, trip.departed_precision), timezone.localdate(trip.departed_known_at)]
    if trip.returned_on:
        until.append(latest_day(trip.returned_on, trip.returned_precision))
    return first, max(first, min(until))


def facts_of(trip, person, *, placement=None, documents=(), closed: bool | None = None) -> Facts:
    """What is known of a journey, from its rows."""
    return Facts(
        birth_on=person.birth_on,
        birth_precision=person.birth_precision,
        departed_on=trip.departed_on,
        departed_precision=trip.departed_precision,
        papers={row.kind: Paper(row.state, row.evidence) for row in documents},
        scheme=placement.scheme if placement else "",
        visa=placement.visa if placement else "",
        recruiter=placement.recruiter if placement else "",
        evidence=(placement.way_evidence if placement else "") or Evidence.UNKNOWN,
        closed=closed,
        journey_evidence=_weakest(trip.evidence, trip.departed_evidence or trip.evidence),
    )


def _weakest(*known: str) -> str:
    """How surely something is known that rests on several answers."""
    return min(known, key=WEAKEST_FIRST.index)


def _against(facts: Facts):
    """The grounds on which somebody who has left is not placed by the law's way, each with how it is known."""
    if facts.departed_on is None:
        return
    if left_as_adult(facts, today=facts.departed_on) is False:
        yield PlacementReason.UNDER_AGE, Evidence.TOLD
    if facts.visa in NOT_FOR_WORK:
        yield PlacementReason.OTHER_VISA, facts.evidence
    contract = facts.paper(DocumentKind.CONTRACT)
    if contract.state == DocumentState.NONE:
        yield PlacementReason.NO_CONTRACT, contract.evidence
    if facts.closed:
        yield PlacementReason.CLOSED, facts.journey_evidence
    if facts.recruiter == Recruiter.INDIVIDUAL:
        yield PlacementReason.BY_INDIVIDUAL, facts.evidence


def _required(facts: Facts, today: dt.date):
    """What must hold: its reason when it does not, whether it does, and how that is known."""
    # The birth stands in the registry; whether a document showed it is not asked.
    yield PlacementReason.AGE_UNKNOWN, left_as_adult(facts, today=today) is True, Evidence.DOCUMENT
    for reason, kind in (
        (PlacementReason.PASSPORT, DocumentKind.PASSPORT),
        (PlacementReason.WORK_VISA, DocumentKind.WORK_VISA),
        (PlacementReason.CONTRACT, DocumentKind.CONTRACT),
    ):
        yield _of_paper(reason, facts.paper(kind))
    if facts.scheme == Scheme.INDEPENDENT:
        yield PlacementReason.REGISTERED, True, facts.evidence
    else:
        yield _of_paper(PlacementReason.REGISTERED, facts.paper(DocumentKind.MIGRANT_ID))
    yield _of_paper(PlacementReason.INSURED, facts.paper(DocumentKind.INSURANCE))


def _of_paper(reason, paper: Paper):
    evidence = Evidence.REFUSED if paper.state == DocumentState.REFUSED else paper.evidence
    return reason, paper.is_there is True, evidence


def placed(status: str, evidence: str) -> Placed:
    """What a decision counts as: status and how it is known, told apart."""
    seen = evidence == Evidence.DOCUMENT
    if status == PlacementStatus.PROCEDURAL:
        return Placed.PROCEDURAL_SEEN if seen else Placed.PROCEDURAL_TOLD
    if status == PlacementStatus.NON_PROCEDURAL:
        return Placed.INCOMPLETE_SEEN if seen else Placed.INCOMPLETE_TOLD
    return Placed.REFUSED if evidence == Evidence.REFUSED else Placed.UNSURE
