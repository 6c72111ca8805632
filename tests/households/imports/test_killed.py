"""An import whose process dies leaves nothing behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from accounts.models import AuditEvent
from households.models import Household, ImportBatch, Person
from tests.households.imports import workbooks
from tests.households.imports.workbooks import family

ROOT = Path(__file__).resolve().parents[3]
# Brings a workbook in like the command does, and dies before the statement that begins with the given words.
PROGRAM = """
import os, signal, sys
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from django.core.management import call_command
from django.db import connection

def die(execute, sql, params, many, context):
    if sql.startswith(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)

with connection.execute_wrapper(die):
    call_command("import_households", sys.argv[2], "--village", "5203172006", "--as", "sari", "--commit")
"""


def bring_in_until(statement: str, path: Path) -> int:
    database = str(connection.settings_dict["NAME"])
    command = [sys.executable, "-c", PROGRAM, database, str(path), statement]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "desmigratif.settings"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO "households_household"',
        'INSERT INTO "households_person"',
        'UPDATE "households_importbatch" SET "summary"',
    ],
)
def test_import_killed_half_way_leaves_no_row_and_works_again(statement, sari, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbooks.opensid(*family(6)))
    connection.close()
    assert bring_in_until(statement, path) == -signal.SIGKILL
    written = (Household.objects.count(), Person.objects.count(), AuditEvent.objects.filter(act="imported").count())
    assert (written, list(ImportBatch.objects.values_list("committed_at", flat=True))) == ((0, 0, 0), [None])
    connection.close()
    assert bring_in_until("no such statement", path) == 0
    assert (Household.objects.count(), Person.objects.count(), ImportBatch.objects.count()) == (1, 6, 1)
