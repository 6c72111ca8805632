"""Where a candidate stands: from notes, documents and the journey."""

import datetime as dt

import pytest

from households.placement_choices import DocumentKind, DocumentState, Scheme
from infopost.file_choices import FileStep, StepState, Verdict
from infopost.rules.files import (
    EIGHT,
    Journey,
    Noted,
    Paper,
    line_of,
    missing_before_leaving,
    missing_papers,
    needless,
    next_of,
)
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 26)


def journey(**told):
    return Journey(prospective=PartialDate(dt.date(2026, 10, 1), "day"), **told)


def standing(step, **told):
    return next(line for line in line_of(journey(**told), today=TODAY) if line.step == step)


def test_line_has_every_step_in_the_order_of_the_way():
    assert [line.step for line in line_of(journey(), today=TODAY)] == list(FileStep)


def test_wish_is_known_from_the_journey():
    line = standing(FileStep.INTEREST)

    assert (line.state, line.source, str(line.done)) == (StepState.DONE, "trip", "1 Oktober 2026")


def test_step_of_a_document_at_hand_is_done_without_being_noted():
    line = standing(FileStep.PASSPORT, papers={"passport": Paper(DocumentState.HELD, "document")})

    assert (line.state, line.source, line.evidence) == (StepState.DONE, "document", "document")


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (DocumentState.IN_PROCESS, "Suratnya sedang diurus."),
        (DocumentState.WITH_OTHERS, "Suratnya dipegang orang lain. Minta kembali."),
        (DocumentState.SUSPECTED, "Suratnya diragukan. Pastikan ke kantor yang memberinya."),
        (DocumentState.EXPIRED, "Suratnya sudah habis masa berlakunya."),
        (DocumentState.NONE, ""),
    ],
)
def test_step_of_a_document_that_is_not_at_hand_is_open_and_says_why(state, reason):
    line = standing(FileStep.PASSPORT, papers={"passport": Paper(state)})

    assert (line.state, line.reason) == (None, reason)


@pytest.mark.parametrize(
    ("on", "precision", "is_done"),
    [
        (TODAY, "day", True),
        (TODAY - dt.timedelta(days=1), "day", False),
        (dt.date(2026, 11, 1), "month", True),
        (dt.date(2026, 10, 1), "month", False),
        (dt.date(2026, 1, 1), "year", True),
        (dt.date(2025, 1, 1), "year", False),
    ],
)
def test_document_counts_until_the_last_day_it_may_hold(on, precision, is_done):
    paper = Paper(DocumentState.HELD, expires_on=on, expires_precision=precision)

    assert standing(FileStep.MEDICAL, papers={"medical": paper}).is_settled is is_done


def test_note_outweighs_the_document():
    papers = {"passport": Paper(DocumentState.HELD)}
    noted = Noted("done", PartialDate(dt.date(2026, 9, 1), "month"), by="Sari Wulandari")
    line = standing(FileStep.PASSPORT, papers=papers, notes={"passport": noted})

    assert (line.source, str(line.done), line.by) == ("noted", "September 2026", "Sari Wulandari")


def test_step_that_was_noted_as_not_needed_is_settled():
    assert standing(FileStep.TRAINING, notes={"training": Noted("not_needed")}).state == StepState.NOT_NEEDED


@pytest.mark.parametrize(
    ("scheme", "steps"),
    [
        (Scheme.INDEPENDENT, {FileStep.AGENCY, FileStep.SELECTION, FileStep.PLACEMENT, FileStep.INSURED_BEFORE}),
        (Scheme.G_TO_G, {FileStep.AGENCY}),
        (Scheme.P_TO_P, set()),
        ("", set()),
    ],
)
def test_scheme_does_without_some_steps(scheme, steps):
    assert needless(scheme) == steps


def test_whoever_goes_alone_needs_no_placement_agreement():
    alone = journey(scheme=Scheme.INDEPENDENT)

    assert DocumentKind.PLACEMENT not in missing_papers(alone, today=TODAY)
    assert missing_papers(journey(), today=TODAY) == list(EIGHT)


@pytest.mark.parametrize(
    ("scheme", "before", "during"), [(Scheme.P_TO_P, True, False), (Scheme.INDEPENDENT, True, True), ("", True, False)]
)
def test_card_of_social_insurance_shows_the_first_premium(scheme, before, during):
    papers = {"insurance": Paper(DocumentState.HELD)}
    told = {"scheme": scheme, "papers": papers}

    assert standing(FileStep.INSURED_BEFORE, **told).is_settled is before
    assert standing(FileStep.INSURED_DURING, **told).is_settled is during


@pytest.mark.parametrize(
    ("verdict", "state"),
    [(None, None), (Verdict.NOT_KNOWN, None), (Verdict.NOT_OK, None), (Verdict.OK, StepState.DONE)],
)
def test_company_is_settled_only_where_list_and_job_order_are_certain(verdict, state):
    assert standing(FileStep.AGENCY, agency=verdict).state == state


def test_next_step_is_the_first_that_is_open():
    line = line_of(journey(notes={"consult": Noted("done")}), today=TODAY)

    assert next_of(line, has_left=False) == FileStep.AGENCY


def test_next_step_after_leaving_is_the_report():
    line = line_of(journey(departed=PartialDate(dt.date(2026, 11, 2), "day")), today=TODAY)

    assert next_of(line, has_left=True) == FileStep.REPORT


def test_next_step_is_none_when_nothing_is_left():
    line = line_of(journey(departed=PartialDate(), notes={"report": Noted("done")}), today=TODAY)

    assert next_of(line, has_left=True) is None


def test_missing_before_leaving_names_no_later_step():
    missing = missing_before_leaving(line_of(journey(), today=TODAY))

    assert (missing[0], missing[-1], len(missing)) == (FileStep.CONSULT, FileStep.ORIENTATION, 14)
