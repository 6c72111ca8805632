"""`manage.py restore FILE --yes`."""

import threading

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import AuditEvent, User
from accounts.models.audit import Act
from desmigratif.backups import archive
from tests.factories.accounts import UserFactory
from tests.operations.conftest import rows, wipe


@pytest.fixture
def backup(world, tmp_path):
    """A backup of the three villages."""
    path = tmp_path / "cadangan"
    call_command("backup", path)
    return path


def repacked(backup, tmp_path, **changes):
    """The same backup with other words in its manifest, properly sealed."""
    folder = tmp_path / "unpacked"
    folder.mkdir()
    manifest = archive.read(backup, folder)
    target = tmp_path / "lain"
    archive.write(target, manifest | changes, folder / "database", folder / "uploads", tmp_path / "draft")
    return target


def refusal(path, **options):
    """What restoring this file answers; fails when it is accepted."""
    with pytest.raises(CommandError) as refused:
        call_command("restore", path, **options)
    return str(refused.value)


def test_restore_into_an_empty_database_brings_back_every_row_of_every_table(world, tmp_path):
    before = rows()
    call_command("backup", tmp_path / "cadangan")
    wipe()

    call_command("restore", tmp_path / "cadangan", yes=True)

    after = rows()
    note = AuditEvent.objects.get(act=Act.RESTORED)
    after["accounts.AuditEvent"] = [row for row in after["accounts.AuditEvent"] if row[0] != note.pk]
    assert len(before["households.Person"]) >= len(before["households.Household"]) == 3
    assert after == before


def test_restore_takes_back_what_came_after(backup, sari):
    User.objects.filter(pk=sari.pk).update(full_name="Nama Baru")
    UserFactory(username="baru")

    call_command("restore", backup, yes=True)

    assert not User.objects.filter(username="baru").exists()
    assert User.objects.get(pk=sari.pk).full_name == "Sari Wulandari"


def test_restore_exchanges_the_uploads(world, backup):
    (world / "imports" / "a1b2").write_bytes(b"changed")
    (world / "sesudahnya").write_bytes(b"later")

    call_command("restore", backup, yes=True)

    files = {path.relative_to(world).as_posix(): path.read_bytes() for path in world.rglob("*") if path.is_file()}
    assert files == {"imports/a1b2": b"workbook"}


def test_restore_ends_every_session(world, client_of, sari, tmp_path):
    client_of(sari)
    call_command("backup", tmp_path / "cadangan")

    call_command("restore", tmp_path / "cadangan", yes=True)

    assert Session.objects.count() == 0


def test_restore_beside_open_connections_is_seen_by_them(backup):
    User.objects.all().update(full_name="Nama Baru")
    asked, restored, seen = threading.Event(), threading.Event(), []

    def look():
        seen.append(User.objects.filter(full_name="Nama Baru").exists())
        asked.set()
        restored.wait(timeout=60)
        seen.append(User.objects.filter(full_name="Nama Baru").exists())
        connection.close()

    reader = threading.Thread(target=look)
    reader.start()
    asked.wait(timeout=30)
    call_command("restore", backup, yes=True)
    restored.set()
    reader.join()

    assert seen == [True, False]


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999], ids=str)
def test_restore_refuses_a_flipped_byte_and_changes_nothing(backup, part):
    content = bytearray(backup.read_bytes())
    content[int(len(content) * part)] ^= 0x10
    backup.write_bytes(content)
    before = rows()

    refusal(backup, yes=True)

    assert rows() == before


@pytest.mark.parametrize("kept", [0, 50, 1000, -1])
def test_restore_refuses_a_cut_file_and_changes_nothing(backup, kept):
    backup.write_bytes(backup.read_bytes()[:kept])
    before = rows()

    refusal(backup, yes=True)

    assert rows() == before


def test_restore_of_a_foreign_file_says_what_it_is_not(world, tmp_path):
    path = tmp_path / "surat.docx"
    path.write_bytes(b"PK" + b"x" * 500)

    assert refusal(path, yes=True) == f"{path} bukan berkas cadangan portal ini."


def test_restore_of_no_file_says_so(world, tmp_path):
    assert refusal(tmp_path / "hilang", yes=True) == f"{tmp_path / 'hilang'} tidak ada."


def test_restore_without_yes_checks_and_changes_nothing(backup):
    User.objects.all().update(full_name="Nama Baru")
    before = rows()

    answer = refusal(backup)

    assert answer.endswith("ulangi dengan --yes")
    assert rows() == before


def test_restore_refuses_the_other_kind_of_database(backup, tmp_path):
    names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    here = connection.vendor
    other = next(kind for kind in names if kind != here)

    answer = refusal(repacked(backup, tmp_path, kind=other), yes=True)

    assert answer == (
        f"Cadangan ini dari {names[other]}, sedangkan portal ini memakai {names[here]}. "
        "Pulihkan pada portal yang memakai basis data yang sama."
    )


def test_restore_refuses_a_backup_of_a_newer_portal(backup, tmp_path):
    answer = refusal(repacked(backup, tmp_path, migrations=["households.9999_masa_depan"]), yes=True)

    assert answer == "Cadangan ini dari versi portal yang lebih baru. Perbarui portal dahulu, lalu ulangi."


def test_restore_that_counts_other_rows_than_the_backup_did_changes_nothing(backup, tmp_path):
    User.objects.all().update(full_name="Nama Baru")
    before = rows()
    count = {"accounts_user": User.objects.count() + 1}

    refusal(repacked(backup, tmp_path, rows=count), yes=True)

    assert rows() == before
