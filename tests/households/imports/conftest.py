"""Shortcuts from a workbook to its plan, and on into the registry."""

import datetime as dt

import pytest
import time_machine

from households.imports.batches import commit_batch, keep_upload
from households.imports.planning import plan_sheet
from households.imports.reading import read
from households.models import Person
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.imports import workbooks
from tests.households.imports.workbooks import CARD

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def frozen_clock():
    """It is 23 November 2026."""
    with time_machine.travel(dt.datetime(2026, 11, 23, 3, 0, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def own_uploads(settings, tmp_path):
    """Each test has an empty folder of uploads."""
    default = settings.STORAGES["default"]
    options = {**default["OPTIONS"], "location": tmp_path / "uploads"}
    settings.STORAGES = {**settings.STORAGES, "default": {**default, "OPTIONS": options}}


@pytest.fixture
def home(sari):
    """A family of Korleko under the card of the workbooks, with the same address."""
    return HouseholdFactory(
        village=sari.region, family_card_number=CARD, hamlet="DASAN BARU", rt="001", rw="002", created_by=sari
    )


@pytest.fixture
def siti(home):
    """The person of whom the workbooks speak."""
    return PersonFactory(
        household=home, name="Siti Aminah", birth_on=dt.date(1990, 5, 17), head=True, nik="5203175705900001"
    )


@pytest.fixture
def plan_of(sari):
    """The plan of a workbook for Korleko: `plan_of(content)`, or of people in the OpenSID layout."""

    def plan(*people, content=None, name="a.xlsx"):
        sheet = read(content or workbooks.opensid(*people), name=name)
        return plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)

    return plan


@pytest.fixture
def bring_in(sari):
    """Plan and commit a workbook in Korleko as Sari does; the batch."""

    def bring(*people, content=None, name="a.xlsx", other_village=False, kept=frozenset(), back=frozenset()):
        content = content or workbooks.opensid(*people)
        sheet = read(content, name=name)
        plan = plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)
        batch = keep_upload(by=sari, village=sari.region, content=content, name=name, plan=plan)
        return commit_batch(
            by=sari,
            batch_id=batch.pk,
            sheet=sheet,
            digest=plan.digest,
            other_village=other_village,
            kept=kept,
            back=back,
            today=TODAY,
        )

    return bring


def outcomes(plan) -> list[str]:
    """The outcome of each row, in the order of the sheet."""
    return [str(result.outcome) for result in plan.results]


def reasons(plan) -> list[str]:
    """What is said of the rows that are not written."""
    return [" ".join(result.reasons) for result in plan.results if result.reasons]


def differences(plan) -> list[tuple[str, str, str]]:
    """What would change."""
    return [(d.column, d.old, d.new) for result in plan.results for d in result.differences]


def questions(plan) -> list[tuple[int, str, tuple]]:
    """What the officer is asked, with the rows that wait for the answer."""
    return [(question.number, question.words, question.rows) for question in plan.questions]


def as_is(person) -> dict:
    """The person as the registry has him."""
    return Person.objects.filter(pk=person.pk).values().get()


def planned(sari, *people):
    """What writes an uploaded workbook of these people, that was looked through and waits."""
    content = workbooks.opensid(*people)
    sheet = read(content, name="a.xlsx")
    plan = plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)
    batch = keep_upload(by=sari, village=sari.region, content=content, name="a.xlsx", plan=plan)
    return {
        "by": sari,
        "batch_id": batch.pk,
        "sheet": sheet,
        "digest": plan.digest,
        "other_village": False,
        "today": TODAY,
    }
