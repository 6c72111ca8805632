"""What a password may be, and how one is chosen."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from tests.factories.accounts import PASSWORD

NEW = "payung kelapa sepeda bintang"


def refused(password, user=None) -> set[str]:
    """The codes of the rules that refuse it."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {found.code for found in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        (NEW, set()),
        ("x7 kdw pql 9sz m", set()),
        ("empat belas hur", set()),
        ("empat belas hu", {"password_too_short"}),
        ("kuda lari " * 12 + "12345678", set()),
        ("kuda lari " * 12 + "123456789", {"password_too_long"}),
        ("desa migran produktif", {"password_too_local"}),
        ("koperasi koperasi koperasi", {"password_too_local"}),
        ("aaaaaaaaaaaaaaaaaaaa", {"password_too_local"}),
        ("5203171203800001", {"password_only_numbers"}),
        ("12-03-1980 12-03-1980", {"password_only_numbers"}),
        ("1234567890123456", {"password_only_numbers"}),
    ],
)
def test_password_rules(password, codes):
    assert refused(password) == codes


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("korleko korleko", "password_too_local"),
        ("labuhan haji labuhan", "password_too_local"),
        ("kabupaten lombok timur", "password_too_local"),
        ("sari wulandari 12", "password_too_similar"),
    ],
)
def test_password_does_not_name_its_owner_or_his_places(sari, password, code):
    assert code in refused(password, sari)


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        (NEW, {"password_without_all_kinds"}),
        ("Payung Kelapa Sepeda 7", {"password_without_all_kinds"}),
        ("Payung-Kelapa-Sepeda 7", set()),
    ],
)
def test_kinds_of_signs_are_asked_for_where_the_operator_wants_them(settings, password, codes):
    settings.PASSWORD_COMPOSITION = True

    assert refused(password) == codes


@pytest.mark.parametrize(("days", "status"), [(0, 200), (90, 200), (89, 302)])
def test_password_grows_old_where_the_operator_wants_it(settings, sari, client_of, days, status):
    settings.PASSWORD_MAX_AGE_DAYS = days
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=UTC), tick=False) as clock:
        User.objects.filter(pk=sari.pk).update(password_changed_at=datetime.now(UTC))
        clock.shift(timedelta(days=90))
        response = client_of(sari).get("/rumah-tangga/")

    assert response.status_code == status


def choose(client, **fields):
    return client.post("/sandi/", {"current_password": PASSWORD, "new_password": NEW, "repeated": NEW, **fields})


def test_own_password_is_changed(sari, client_of):
    choose(client_of(sari))

    sari.refresh_from_db()
    assert (sari.check_password(NEW), sari.must_change_password) == (True, False)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"current_password": "bukan sandi saya ini"}, "current_password"),
        ({"current_password": ""}, "current_password"),
        ({"repeated": NEW + "x"}, "repeated"),
        ({"new_password": "pendek", "repeated": "pendek"}, "new_password"),
        ({"new_password": PASSWORD, "repeated": PASSWORD}, "new_password"),
        ({"new_password": "x" * 100_000}, "new_password"),
    ],
)
def test_password_that_is_refused_changes_nothing(sari, client_of, fields, wrong):
    response = choose(client_of(sari), **fields)

    sari.refresh_from_db()
    assert (list(response.context["form"].errors), sari.check_password(PASSWORD)) == ([wrong], True)


def test_guessing_at_the_present_password_is_slowed_down(sari, client_of):
    client = client_of(sari)
    with time_machine.travel("2026-11-22T05:00:00Z", tick=False):
        statuses = [choose(client, current_password="bukan").status_code for _ in range(7)]

    assert statuses == [200] * 6 + [429]
