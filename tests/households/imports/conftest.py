"""Shortcuts from a workbook to its plan, and on into the registry."""

import datetime as dt

import pytest
import time_machine

from households.imports.batches import commit_batch, keep_upload
from households.imports.planning import plan_sheet
from households.imports.reading import read
from tests.households.imports import workbooks

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
def plan_of(sari):
    """The plan of a workbook for Korleko: `plan_of(content)`, or of people in the OpenSID layout."""

    def plan(*people, content=None, name="a.xlsx"):
        sheet = read(content or workbooks.opensid(*people), name=name)
        return plan_sheet(sheet, by=sari, village=sari.region, today=TODAY)

    return plan


@pytest.fixture
def bring_in(sari):
    """Plan and commit a workbook in Korleko as Sari does; the batch."""

    def bring(*people, content=None, name="a.xlsx", other_village=False, kept=frozenset()):
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
