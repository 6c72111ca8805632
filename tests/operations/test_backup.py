"""`manage.py backup FILE`."""

import resource
import stat
import threading
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from accounts.audit import record
from accounts.models import AuditEvent
from accounts.models.audit import Act
from desmigratif.backups import BackupError, postgresql
from tests.operations.conftest import wipe


def test_backup_may_be_read_by_its_owner_only(world, tmp_path):
    call_command("backup", tmp_path / "cadangan", verbosity=0)

    assert stat.S_IMODE((tmp_path / "cadangan").stat().st_mode) == 0o600


def test_backup_leaves_no_draft_beside_the_file(world, tmp_path):
    call_command("backup", tmp_path / "cadangan")

    assert [path.name for path in tmp_path.iterdir()] == ["cadangan"]


def test_backup_is_an_act_in_the_book(world, tmp_path):
    call_command("backup", tmp_path / "cadangan")

    assert AuditEvent.objects.filter(act=Act.BACKED_UP).count() == 1


def test_backup_into_a_folder_that_is_not_there_says_so(world, tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("backup", tmp_path / "belum" / "cadangan")

    assert str(refused.value) == f"Folder {tmp_path / 'belum'} tidak ada. Buat dahulu, lalu ulangi."


def test_backup_on_a_full_disk_leaves_the_old_file(world, tmp_path):
    (world / "imports" / "besar").write_bytes(bytes(range(256)) * 4096)
    old = tmp_path / "cadangan"
    old.write_bytes(b"cadangan kemarin")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(CommandError):
            call_command("backup", old)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"cadangan": b"cadangan kemarin"}


def test_backup_while_people_write_holds_whole_acts_only(world, tmp_path):
    stop, begun = threading.Event(), threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            with transaction.atomic():
                record(Act.CHANGED, reason=f"pasangan {number}")
                record(Act.VIEWED, reason=f"pasangan {number}")
            if number == 20:
                begun.set()
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(timeout=30)
    call_command("backup", tmp_path / "cadangan")
    stop.set()
    writer.join()
    wipe()
    call_command("restore", tmp_path / "cadangan", yes=True)

    pairs = list(AuditEvent.objects.filter(reason__startswith="pasangan").order_by("pk").values_list("reason", "act"))
    numbers = range(1, len(pairs) // 2 + 1)
    assert pairs == [(f"pasangan {number}", act) for number in numbers for act in (Act.CHANGED, Act.VIEWED)]
    assert len(pairs) >= 40


def test_backup_without_the_programs_of_that_version_says_what_to_type():
    with pytest.raises(BackupError) as refused:
        postgresql.find("pg_dump", SimpleNamespace(pg_version=990001))

    assert str(refused.value) == "pg_dump versi 99 belum ada. Ketik: sudo apt-get install postgresql-client-99"
