"""A workbook is committed while somebody else writes in the village."""

import pytest

from accounts import audit
from accounts.changes import acts_in
from accounts.models import Act
from accounts.versions import StaleVersion
from households.actions import change_person
from households.choices import Relation
from households.entries import MemberEntry
from households.imports.batches import AlreadyCommitted, commit_batch, keep_upload
from households.imports.committing import PlanChanged, write_plan
from households.imports.planning import plan_sheet
from households.imports.reading import read
from households.models import Household, ImportBatch, Person
from tests.households.imports import workbooks
from tests.households.imports.conftest import TODAY
from tests.households.imports.workbooks import family
from tests.racing import at_once
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_commit_of_one_workbook_twice_at_once_writes_it_once(sari):
    content = workbooks.opensid(*family(3))
    sheet = read(content, name="a.xlsx")
    plan = plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)
    batch = keep_upload(by=sari, village=sari.region, content=content, name="a.xlsx", plan=plan)

    def commit():
        about = {"sheet": sheet, "digest": plan.digest, "other_village": False, "today": TODAY}
        return commit_batch(by=sari, batch_id=batch.pk, **about)

    results = at_once(commit, commit)

    assert [type(one) for one in results if isinstance(one, Exception)] == [AlreadyCommitted]
    assert (Person.objects.count(), Household.objects.count()) == (3, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_commit_and_an_officers_change_at_once_do_not_wait_for_each_other(turn, sari, siti):
    content = workbooks.opensid({"nama": "SITI AMINAH BINTI AMAQ"})
    sheet = read(content, name="a.xlsx")
    plan = plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)
    batch = keep_upload(by=sari, village=sari.region, content=content, name="a.xlsx", plan=plan)
    entry = MemberEntry("Siti", "P", PartialDate(siti.birth_on, "day"), Relation.HEAD, siti.nik, "")
    about = {"sheet": sheet, "digest": plan.digest, "other_village": False, "today": TODAY}

    results = at_once(
        lambda: commit_batch(by=sari, batch_id=batch.pk, **about),
        lambda: change_person(by=sari, person_id=siti.pk, version=siti.version, entry=entry, today=TODAY),
    )

    assert [type(one) for one in results if isinstance(one, Exception)] in ([PlanChanged], [StaleVersion])


def test_commit_writes_nothing_when_the_village_saw_an_act_since_its_plan(sari, home, plan_of):
    plan, acts = plan_of(*family(2)), acts_in(sari.region_id)
    batch = ImportBatch.objects.create(village=sari.region, uploaded_by=sari, layout="opensid", file_name="a.xlsx")
    audit.record(Act.CHANGED, by=sari, on=home, region=home.village_id)

    with pytest.raises(PlanChanged):
        write_plan(plan, by=sari, batch=batch, today=TODAY, acts=acts)

    assert Person.objects.count() == 0
