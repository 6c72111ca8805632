"""Two officers at one file at the same moment."""

import pytest

from accounts.versions import StaleVersion
from households.models import Trip
from infopost import actions
from infopost.models import StepNote
from tests.factories.files import CandidateFactory
from tests.racing import at_once
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_step_noted_twice_is_kept_once_and_compared_once(sari):
    trip = CandidateFactory(person__household__created_by=sari)

    def note():
        told = {"step": "consult", "state": "done", "done": PartialDate(), "evidence": "told"}
        return actions.note_step(by=sari, trip_id=trip.pk, version=1, **told)

    results = at_once(note, note)

    assert sorted(type(result).__name__ for result in results) == [StaleVersion.__name__, Trip.__name__]
    assert StepNote.objects.count() == 1
