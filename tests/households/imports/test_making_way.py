"""An import that meets what somebody else does at the same moment."""

import pytest
from django.db import OperationalError

from households.imports.batches import commit_batch
from households.imports.committing import PlanChanged, write_plan
from households.imports.planning import plan_sheet
from households.models import Household, ImportBatch, Person
from tests.factories.regions import RegionFactory
from tests.households.imports.conftest import TODAY
from tests.households.imports.test_committing import planned
from tests.households.imports.workbooks import family

pytestmark = pytest.mark.django_db


def moved_away():
    there = RegionFactory(code="5203212002")
    Household.objects.update(village=there)
    Person.objects.update(village=there)


@pytest.mark.parametrize("rows", [{"nama": "WARGA SATU"}, {"nik": "", "nama": "BUDI", "kk_level": "4"}])
def test_plan_about_a_family_that_left_meanwhile_is_not_written(bring_in, sari, rows):
    bring_in(*family(1))
    waiting = planned(sari, {**family(1)[0], **rows})
    plan = plan_sheet(waiting["sheet"], by=sari, village=sari.region, today=TODAY)
    batch = ImportBatch.objects.get(pk=waiting["batch_id"])
    moved_away()

    with pytest.raises(PlanChanged):
        write_plan(plan, by=sari, batch=batch, today=TODAY)

    assert list(Person.objects.values_list("name", flat=True)) == ["WARGA 1"]


class Deadlock(Exception):
    """As psycopg tells of one."""

    pgcode = "40P01"


@pytest.mark.parametrize(("cause", "raised"), [(Deadlock(), PlanChanged), (Exception(), OperationalError)])
def test_import_that_had_to_make_way_is_a_changed_plan(sari, monkeypatch, cause, raised):
    def write_plan(*args, **options):
        raise OperationalError("ended") from cause

    monkeypatch.setattr("households.imports.batches.write_plan", write_plan)
    waiting = planned(sari, *family(2))

    with pytest.raises(raised):
        commit_batch(**waiting)

    assert ImportBatch.objects.get().committed_at is None


def test_one_name_that_is_spelt_longer_than_its_column_keeps_no_import_out(bring_in):
    bring_in(*family(1), {"nik": "", "nama": "ﬃ" * 60, "kk_level": "4"})

    assert sorted(Person.objects.values_list("search_name", flat=True)) == ["ffi" * 40, "warga 1"]
