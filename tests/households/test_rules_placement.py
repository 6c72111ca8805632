"""Placed by the law's way or not: the rule of UU 18/2017 articles 5, 13 and 69."""

import datetime as dt
from dataclasses import replace

import pytest

from households.choices import Evidence
from households.placement_choices import DocumentKind, DocumentState, Placed, PlacementReason, PlacementStatus
from households.rules.placement import Facts, Paper, left_as_adult, placed, suggest

TODAY = dt.date(2026, 11, 22)
NEEDED = (
    DocumentKind.PASSPORT,
    DocumentKind.WORK_VISA,
    DocumentKind.CONTRACT,
    DocumentKind.MIGRANT_ID,
    DocumentKind.INSURANCE,
)
SEEN = {kind.value: Paper(DocumentState.HELD, Evidence.DOCUMENT) for kind in NEEDED}
COMPLETE = Facts(
    birth_on=dt.date(1990, 5, 17),
    birth_precision="day",
    departed_on=dt.date(2025, 3, 4),
    departed_precision="day",
    papers=SEEN,
    scheme="p_to_p",
    visa="work",
    recruiter="agency",
    evidence=Evidence.DOCUMENT,
)


def without(kind, state="", evidence=Evidence.TOLD) -> Facts:
    """Complete, but for one document."""
    return replace(COMPLETE, papers=SEEN | {kind.value: Paper(state, evidence)})


def said(facts):
    suggestion = suggest(facts, today=TODAY)
    return suggestion.status, suggestion.reasons


def test_everything_at_hand_is_procedural_as_surely_as_its_weakest_proof():
    told = without(DocumentKind.INSURANCE, DocumentState.HELD)

    assert said(COMPLETE) == (PlacementStatus.PROCEDURAL, (PlacementReason.COMPLETE,))
    assert [suggest(facts, today=TODAY).evidence for facts in (COMPLETE, told)] == [Evidence.DOCUMENT, Evidence.TOLD]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(COMPLETE, birth_on=dt.date(2008, 1, 1)), PlacementReason.UNDER_AGE),
        (replace(COMPLETE, visa="worship"), PlacementReason.OTHER_VISA),
        (replace(COMPLETE, visa="visit"), PlacementReason.OTHER_VISA),
        (without(DocumentKind.CONTRACT, DocumentState.NONE), PlacementReason.NO_CONTRACT),
        (replace(COMPLETE, closed=True), PlacementReason.CLOSED),
        (replace(COMPLETE, recruiter="individual"), PlacementReason.BY_INDIVIDUAL),
    ],
)
def test_each_ground_against_says_so_and_nothing_else(facts, reason):
    assert said(facts) == (PlacementStatus.NON_PROCEDURAL, (reason,))


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(COMPLETE, birth_on=None), PlacementReason.AGE_UNKNOWN),
        (without(DocumentKind.PASSPORT, DocumentState.NONE), PlacementReason.PASSPORT),
        (without(DocumentKind.WORK_VISA), PlacementReason.WORK_VISA),
        (without(DocumentKind.CONTRACT, DocumentState.SUSPECTED), PlacementReason.CONTRACT),
        (without(DocumentKind.MIGRANT_ID, DocumentState.UNKNOWN), PlacementReason.REGISTERED),
        (without(DocumentKind.INSURANCE, DocumentState.IN_PROCESS), PlacementReason.INSURED),
    ],
)
def test_what_is_lacking_leaves_it_open(facts, reason):
    assert said(facts) == (PlacementStatus.UNKNOWN, (reason,))


@pytest.mark.parametrize("state", [DocumentState.EXPIRED, DocumentState.WITH_OTHERS])
def test_document_that_was_there_at_the_departure_counts(state):
    assert said(without(DocumentKind.PASSPORT, state))[0] == PlacementStatus.PROCEDURAL


def test_gone_alone_needs_no_migrant_id():
    alone = without(DocumentKind.MIGRANT_ID, DocumentState.NONE)

    assert said(replace(alone, scheme="independent"))[0] == PlacementStatus.PROCEDURAL


def test_several_grounds_stand_together_and_are_as_sure_as_the_surest():
    facts = replace(without(DocumentKind.CONTRACT, DocumentState.NONE), visa="visit")

    suggestion = suggest(facts, today=TODAY)

    assert suggestion.reasons == (PlacementReason.OTHER_VISA, PlacementReason.NO_CONTRACT)
    assert suggestion.evidence == Evidence.DOCUMENT


def test_refusing_to_say_is_told_apart_from_not_knowing():
    refused = without(DocumentKind.PASSPORT, DocumentState.REFUSED)

    assert [suggest(facts, today=TODAY).evidence for facts in (refused, Facts())] == [
        Evidence.REFUSED,
        Evidence.UNKNOWN,
    ]


def test_candidate_who_lacks_a_contract_has_not_left_without_one():
    facts = replace(without(DocumentKind.CONTRACT, DocumentState.NONE), departed_on=None, recruiter="individual")

    assert said(facts) == (PlacementStatus.UNKNOWN, (PlacementReason.CONTRACT,))


@pytest.mark.parametrize(
    ("birth", "precision", "left", "left_precision", "adult"),
    [
        ("2007-03-04", "day", "2025-03-04", "day", True),
        ("2007-03-05", "day", "2025-03-04", "day", False),
        ("2007-03-05", "day", "2025-03-01", "month", None),
        ("2007-07-01", "year", "2025-03-04", "day", None),
        ("2006-07-01", "year", "2025-03-04", "day", True),
        ("2008-07-01", "year", "2025-03-04", "day", False),
        ("1990-05-17", "day", "2025-03-04", "unknown", None),
        ("2010-05-17", "day", "2025-03-04", "unknown", False),
        ("2026-05-17", "day", "2025-03-04", "day", False),
    ],
)
def test_age_at_the_departure_is_said_only_where_the_dates_say_it(birth, precision, left, left_precision, adult):
    facts = Facts(dt.date.fromisoformat(birth), precision, dt.date.fromisoformat(left), left_precision)

    assert left_as_adult(facts, today=TODAY) is adult


@pytest.mark.parametrize(
    ("status", "evidence", "counts_as"),
    [
        ("procedural", "document", Placed.PROCEDURAL_SEEN),
        ("procedural", "told", Placed.PROCEDURAL_TOLD),
        ("non", "document", Placed.INCOMPLETE_SEEN),
        ("non", "told", Placed.INCOMPLETE_TOLD),
        ("unknown", "refused", Placed.REFUSED),
        ("unknown", "told", Placed.UNSURE),
        ("unknown", "unknown", Placed.UNSURE),
    ],
)
def test_decision_counts_with_how_it_is_known(status, evidence, counts_as):
    assert placed(status, evidence) == counts_as


def test_words_never_blame():
    words = " ".join([*PlacementStatus.labels, *PlacementReason.labels, *Placed.labels]).lower()

    assert [word for word in ("ilegal", "gelap", "nonprosedural", "pelanggar") if word in words] == []
