"""Workbooks that are brought in at the same moment, each on a connection of its own."""

from functools import partial

import pytest

from households.imports.batches import AlreadyCommitted, commit_batch
from households.imports.committing import PlanChanged
from households.models import Household, ImportBatch, Person
from tests.households.imports.conftest import planned
from tests.households.imports.workbooks import OTHER_CARD, family
from tests.racing import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(results):
    return sorted(type(result).__name__ for result in results)


def test_workbook_brought_in_twice_at_once_is_written_once(sari):
    waiting = planned(sari, *family(2))

    results = at_once(*[partial(commit_batch, **waiting)] * 2)

    assert kinds(results) == [AlreadyCommitted.__name__, ImportBatch.__name__]
    assert (Household.objects.count(), Person.objects.count()) == (1, 2)


def test_two_workbooks_with_the_same_people_at_once_write_them_once(sari):
    first, second = planned(sari, *family(2)), planned(sari, *family(2), *family(1, card=OTHER_CARD, start=5))

    results = at_once(partial(commit_batch, **first), partial(commit_batch, **second))

    assert kinds(results) == [ImportBatch.__name__, PlanChanged.__name__]
    written = ImportBatch.objects.editable_by(sari).exclude(committed_at=None).get()
    assert Person.objects.count() == written.summary["new"]


def test_two_workbooks_of_other_families_at_once_are_both_written(sari):
    first, second = planned(sari, *family(2)), planned(sari, *family(1, card=OTHER_CARD, start=5))

    results = at_once(partial(commit_batch, **first), partial(commit_batch, **second))

    assert kinds(results) == [ImportBatch.__name__] * 2
    assert (Household.objects.count(), Person.objects.count()) == (2, 3)
