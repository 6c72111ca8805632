"""What reaches the log, and what never does."""

import logging

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from tests.factories.accounts import UserFactory
from toolkit.logs import LINE, REMOVED, RequestFilter, ScrubbingFormatter, scrub
from toolkit.requests import forget, set_user

NIK = "5203170612000001"


def written(message="", *args, error=None, line="{message}"):
    """The text of one record as it would be written."""
    record = logging.LogRecord("portal", logging.ERROR, __file__, 1, message, args, None)
    if error is not None:
        record.exc_info = (type(error), error, error.__traceback__)
    RequestFilter().filter(record)
    return ScrubbingFormatter(line, style="{").format(record)


def raised(function):
    """The error that the function raises, with its traceback."""
    try:
        function()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"NIK {NIK} ditolak", f"NIK {REMOVED} ditolak"),
        ("NIK 5203 1706 1200 0001 ditolak", f"NIK {REMOVED} ditolak"),
        ("telepon 081234567890", f"telepon {REMOVED}"),
        ("desa 5203172006", "desa 5203172006"),
        ("/keluarga/01935012-3456-7890-1234-567890123456/", "/keluarga/01935012-3456-7890-1234-567890123456/"),
        ("duplicate key\nDETAIL:  Key (nik)=(Siti\n\nAminah) already exists.\n", f"duplicate key\n{REMOVED}"),
        ('null value in column "name"\nFailing row contains (7, Siti).', f'null value in column "name"\n{REMOVED}'),
        ("gagal: Key (name)=(Siti Aminah) already exists.", f"gagal: {REMOVED}"),
        ("bad SQL\nLINE 1: INSERT INTO p VALUES ('Siti')", f"bad SQL\n{REMOVED}"),
        ("(0.01) SELECT 1; args=('Siti',); alias=default", f"(0.01) SELECT 1{REMOVED}"),
        ("failed [parameters: ('Siti',)]", f"failed {REMOVED}"),
    ],
)
def test_scrub_removes_rows_and_long_numbers(text, expected):
    assert scrub(text) == expected


def test_message_is_scrubbed_after_its_arguments_are_set_in():
    assert written("KK %s tidak terbaca", NIK) == f"KK {REMOVED} tidak terbaca"


def test_traceback_of_a_conversion_quotes_nobody():
    lines = written("gagal", error=raised(lambda: int("Siti Aminah"))).splitlines()

    assert lines[-1] == f"ValueError: invalid literal for int() with base 10: {REMOVED}"


def test_traceback_of_a_validation_quotes_nobody():
    def refuse():
        raise ValidationError("Siti Aminah bukan tanggal")

    lines = written("gagal", error=raised(refuse)).splitlines()

    assert lines[-1] == f"django.core.exceptions.ValidationError: {REMOVED}"


def test_traceback_shows_each_error_of_a_chain():
    def inner():
        raise KeyError("household")

    def outer():
        try:
            inner()
        except KeyError as error:
            raise RuntimeError(f"row {NIK}") from error

    lines = written("gagal", error=raised(outer)).splitlines()

    assert [line for line in lines if line.startswith(("KeyError", "RuntimeError"))] == [
        "KeyError: 'household'",
        f"RuntimeError: row {REMOVED}",
    ]


def test_traceback_kept_by_another_handler_is_not_written():
    record = logging.LogRecord("portal", logging.ERROR, __file__, 1, "gagal", (), None)
    record.exc_text = "DETAIL: Siti Aminah"

    assert ScrubbingFormatter("{message}", style="{").format(record) == "gagal"


def test_traceback_of_a_database_error_names_the_constraint_and_no_row(db):
    taken, other = UserFactory(username="siti"), UserFactory(username="wati")

    def collide():
        with transaction.atomic():
            User.objects.filter(pk=other.pk).update(username=taken.username)

    error = raised(collide)
    text = written("gagal", error=error)

    assert isinstance(error, IntegrityError)
    assert "siti" not in text
    expected = {
        "sqlite": "UNIQUE constraint failed: accounts_user.username",
        "postgresql": "sqlstate=23505 schema_name=public table_name=accounts_user",
    }[connection.vendor]
    assert text.splitlines()[-1].startswith(f"django.db.utils.IntegrityError: {expected}")


def test_record_carries_the_account():
    forget()
    set_user(17)

    text = written("halo", line="{request_id} {user_id} {message}")
    forget()

    assert text == "- 17 halo"


def test_settings_write_lines_in_the_portals_form(settings):
    assert settings.LOGGING["formatters"]["line"]["format"] == LINE
