"""Referrals: made, answered, taken back; what waits and what counts."""

import datetime as dt

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from households.entries import DocumentEntry
from households.models import Trip
from infopost import actions
from infopost.models import Referral
from tests.factories.files import ReferralFactory
from toolkit.dates import PartialDate
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 26)
MARCH = PartialDate(dt.date(2026, 3, 1), "month")
HELD = DocumentEntry("passport", "held", number="X1234567", evidence="document")


def refer(sari, trip, **told):
    told = {"office": "ltsa", "reason": "register", "referred_on": dt.date(2026, 11, 10)} | told
    return actions.refer(by=sari, trip_id=trip.pk, referral_id=new_id(), **told)


def test_referral_waits_until_it_is_answered(sari, trip):
    referral = refer(sari, trip)
    waiting = Referral.objects.countable_by(sari).waiting().count()
    told = {"answer": "asks_more", "answered": PartialDate(dt.date(2026, 11, 1), "month"), "asked_for": "akta lahir"}
    actions.answer_referral(by=sari, referral_id=referral.pk, version=1, **told)

    referral = Referral.objects.get()
    assert (waiting, referral.answer, referral.asked_for) == (1, "asks_more", "akta lahir")
    assert (str(referral.answered), referral.answered_on) == ("November 2026", dt.date(2026, 11, 10))
    assert Referral.objects.countable_by(sari).answered().count() == 1


def test_referral_answer_is_taken_back(sari, trip):
    referral = refer(sari, trip)
    actions.answer_referral(by=sari, referral_id=referral.pk, version=1, answer="refused", answered=PartialDate())
    actions.withdraw_answer(by=sari, referral_id=referral.pk, version=2)

    assert Referral.objects.countable_by(sari).waiting().count() == 1


def test_referral_that_no_office_answered_waits_no_longer_and_is_not_answered(sari, trip):
    referral = refer(sari, trip)
    actions.answer_referral(by=sari, referral_id=referral.pk, version=1, answer="silent", answered=PartialDate())

    referrals = Referral.objects.countable_by(sari)
    assert (referrals.waiting().count(), referrals.answered().count(), referrals.made_within(TODAY, TODAY).count()) == (
        0,
        0,
        0,
    )


def test_referral_by_mistake_counts_nowhere(sari, trip):
    referral = refer(sari, trip)
    actions.withdraw_referral(by=sari, referral_id=referral.pk, version=1)

    assert Referral.objects.countable_by(sari).made_within(dt.date(2026, 11, 1), TODAY).count() == 0


@pytest.mark.parametrize(
    "told",
    [
        {"answer": "asks_more", "answered": PartialDate()},
        {"answer": "accepted", "answered": PartialDate(dt.date(2026, 11, 9), "day")},
    ],
)
def test_referral_answer_that_cannot_be_is_refused(sari, trip, told):
    referral = refer(sari, trip)

    with pytest.raises(ValidationError):
        actions.answer_referral(by=sari, referral_id=referral.pk, version=1, **told)


def test_referral_to_another_office_names_it(sari, trip):
    with pytest.raises(ValidationError):
        refer(sari, trip, office="other")


def test_referral_is_a_sign_of_life_of_the_journey(sari, trip):
    refer(sari, trip)

    assert Trip.objects.get(pk=trip.pk).changed_at.date() == TODAY


def test_referral_of_strangers_does_not_exist(budi, sari):
    referral = ReferralFactory(trip__person__household__created_by=sari)

    with pytest.raises(ObjectDoesNotExist):
        actions.withdraw_referral(by=budi, referral_id=referral.pk, version=1)
