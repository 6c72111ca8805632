"""Writers of SQLite take turns: each holds the turn from the beginning of its transaction to its end."""

import fcntl
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from django.db import OperationalError, connection, transaction

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets writers of other rows write at once"),
]


def turn() -> Path:
    return Path(f"{connection.settings_dict['NAME']}-turn")


def is_free() -> bool:
    """Whether another connection would have its turn at once."""
    file = os.open(turn(), os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(file)
    return True


def test_writer_holds_the_turn_until_it_is_written():
    with transaction.atomic():
        held = is_free()

    assert (held, is_free()) == (False, True)


def test_writer_that_fails_gives_the_turn_back():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _ = 1 / 0

    assert is_free()


def test_part_of_a_writing_that_fails_keeps_the_turn():
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            _ = 1 / 0
        held = is_free()

    assert (held, is_free()) == (False, True)


def test_connection_that_is_closed_gives_the_turn_back():
    with transaction.atomic():
        connection.close()
        freed = is_free()

    assert freed


def test_writer_that_meets_one_of_another_program_gives_the_turn_back():
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as backup:
        backup.execute("BEGIN IMMEDIATE")
        connection.cursor().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            pass

        assert is_free()
    connection.close()


def test_file_of_the_turn_is_the_owners_alone():
    with transaction.atomic():
        mode = stat.S_IMODE(turn().stat().st_mode)

    assert mode == 0o600
