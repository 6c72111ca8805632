import json

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Act, AuditEvent
from households.models import Household, ImportBatch, Person
from tests.households.imports import workbooks
from tests.households.imports.workbooks import family

pytestmark = pytest.mark.django_db
KEYS = ["read", "new", "households_new", "changed", "same", "review", "skipped", "refused", "warnings"]
KEYS += ["seconds", "peak_mb", "batch"]


@pytest.fixture
def run(sari, tmp_path, capsys):
    """Run the command on a workbook as Sari in Korleko; the lines it wrote."""

    def run_command(content, *options, name="a.xlsx", village="5203172006", username="sari"):
        path = tmp_path / name
        path.write_bytes(content)
        call_command("import_households", str(path), "--village", village, "--as", username, *options)
        return capsys.readouterr().out.splitlines()

    return run_command


def test_command_dry_run_writes_nothing_and_answers_in_json(run):
    answer = json.loads(run(workbooks.opensid(*family(3)), "--json")[-1])
    assert list(answer) == KEYS
    assert [answer[key] for key in KEYS[:9]] == [3, 3, 1, 0, 0, 0, 0, 0, 0]
    assert (answer["batch"], Person.objects.count(), ImportBatch.objects.count()) == (None, 0, 0)
    assert (answer["seconds"] > 0, answer["peak_mb"] > 0) == (True, True)


def test_command_dry_run_is_noted(run, sari):
    run(workbooks.opensid(*family(1)))
    assert list(AuditEvent.objects.values_list("act", "actor", "region_code")) == [
        (Act.IMPORT_PLANNED, sari.pk, "5203172006")
    ]


def test_command_commit_writes_and_names_the_batch(run):
    answer = json.loads(run(workbooks.opensid(*family(3)), "--commit", "--json")[-1])
    assert (answer["batch"], answer["new"], Household.objects.count(), Person.objects.count()) == (
        str(ImportBatch.objects.get().pk),
        3,
        1,
        3,
    )


def test_command_says_the_reason_of_each_row_and_no_number(run):
    lines = run(workbooks.opensid({"nama": None}, {"nik": "5203175705900002", "status_dasar": "2"}))
    assert "Baris 2, ditolak: Nama kosong." in lines
    assert "Baris 3, dilewati: Status kependudukan 2: tercatat meninggal." in lines
    assert "5203175705900002" not in "\n".join(lines)


def test_command_other_village_is_only_said_in_the_dry_run(run):
    lines = run(workbooks.siak({"Desa/Kel": "LENEK LAUK"}), name="a.xls")
    assert "Berkas ini menyebut LENEK LAUK, LABUHAN HAJI. Untuk menyimpan perlu --other-village." in lines


def test_command_other_village_needs_its_own_word_to_commit(run):
    content = workbooks.siak({"Desa/Kel": "LENEK LAUK"})
    with pytest.raises(CommandError, match="--other-village"):
        run(content, "--commit", name="a.xls")
    assert (Person.objects.count(), ImportBatch.objects.count()) == (0, 0)
    run(content, "--commit", "--other-village", name="a.xls")
    assert Person.objects.count() == 1


@pytest.mark.parametrize("username", ["budi", "rina", "dewi", "adi"])
def test_command_refuses_whoever_may_not_import_there(run, request, username):
    request.getfixturevalue(username)
    with pytest.raises(CommandError, match="tidak boleh memasukkan"):
        run(workbooks.opensid(*family(1)), "--commit", username=username)
    assert Person.objects.count() == 0


def test_command_refuses_an_account_that_is_closed(run, sari):
    sari.is_active = False
    sari.save()
    with pytest.raises(CommandError, match="tidak aktif"):
        run(workbooks.opensid(*family(1)))


@pytest.mark.parametrize("village", ["5203", "9999999999", "", "korleko"])
def test_command_refuses_what_is_no_village(run, village):
    with pytest.raises(CommandError, match="Kode desa ini tidak ada"):
        run(workbooks.opensid(*family(1)), village=village)


def test_command_refuses_a_file_in_words(run):
    with pytest.raises(CommandError, match="bukan tabel"):
        run(b"MZ\0\0", "--commit")


def test_command_refuses_a_file_that_is_not_there(sari):
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        call_command("import_households", "/nowhere/a.xlsx", "--village", "5203172006", "--as", "sari")
