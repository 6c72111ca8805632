"""What waits in the files: on the edges of their days, and gone when the act is done."""

import datetime as dt

import pytest
import time_machine

from infopost import actions
from infopost.duties.files import DUTIES
from tests.factories.files import CandidateFactory, ReferralFactory
from tests.factories.households import ClosingFactory
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
UNANSWERED, IDLE = DUTIES
TODAY = dt.date(2026, 11, 26)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-26T03:00:00Z", tick=False):
        yield


def referred(sari, day, **told):
    return ReferralFactory(trip__person__household__created_by=sari, referred_on=day, **told)


def noted(sari, day):
    at = dt.datetime.combine(day, dt.time(2), dt.UTC)
    return CandidateFactory(person__household__created_by=sari, changed_at=at)


@pytest.mark.parametrize(("days", "waits"), [(6, 0), (7, 1), (8, 1)])
def test_referral_waits_from_the_seventh_day_on(sari, days, waits):
    referred(sari, TODAY - dt.timedelta(days=days))

    assert UNANSWERED.rows(sari, TODAY).count() == waits


def test_referral_is_gone_when_it_is_answered(sari):
    referral = referred(sari, dt.date(2026, 11, 1))
    actions.answer_referral(by=sari, referral_id=referral.pk, version=1, answer="accepted", answered=PartialDate())

    assert UNANSWERED.rows(sari, TODAY).count() == 0


def test_referral_line_leads_to_the_answer(sari):
    referral = referred(sari, dt.date(2026, 11, 1))

    row = UNANSWERED.loaded(UNANSWERED.rows(sari, TODAY)).get()
    line = UNANSWERED.line(row, TODAY)
    assert (line.act, str(referral.pk) in line.url) == ("Catat jawaban", True)
    assert line.facts == "dirujuk ke LTSA (layanan terpadu satu atap) 1 November 2026"
    assert UNANSWERED.due(row.since) == dt.date(2026, 11, 8)


def test_referral_of_a_closed_family_does_not_wait(sari):
    referral = referred(sari, dt.date(2026, 11, 1))
    ClosingFactory(household=referral.trip.person.household, closed_on=dt.date(2026, 11, 20))

    assert UNANSWERED.rows(sari, TODAY).count() == 0


@pytest.mark.parametrize(("days", "waits"), [(29, 0), (30, 1), (31, 1)])
def test_file_waits_from_the_thirtieth_day_on(sari, days, waits):
    noted(sari, TODAY - dt.timedelta(days=days))

    assert IDLE.rows(sari, TODAY).count() == waits


def test_file_is_gone_when_something_is_noted(sari):
    trip = noted(sari, dt.date(2026, 9, 1))
    told = {"step": "consult", "state": "done", "done": PartialDate(), "evidence": "told"}
    actions.note_step(by=sari, trip_id=trip.pk, version=1, **told)

    assert IDLE.rows(sari, TODAY).count() == 0


def test_file_line_leads_to_the_file(sari):
    trip = noted(sari, dt.date(2026, 9, 1))

    line = IDLE.line(IDLE.loaded(IDLE.rows(sari, TODAY)).get(), TODAY)
    assert (line.facts, str(trip.pk) in line.url) == ("Taiwan · terakhir dicatat 1 September 2026", True)


def test_files_of_strangers_wait_for_their_own_officer(sari, budi):
    referred(sari, dt.date(2026, 11, 1))
    noted(sari, dt.date(2026, 9, 1))

    assert [duty.rows(budi, TODAY).count() for duty in DUTIES] == [0, 0]
