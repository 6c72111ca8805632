"""The one-time code: from the coordinator's printer to a password of one's own."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts import codes
from accounts.models import Act, AuditEvent, OneTimeCode
from tests.factories.accounts import PASSWORD

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
OWN = "payung kelapa sepeda bintang"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def code(clock, rina, sari):
    return codes.issue(by=rina, user=sari)


def sign_in(client, password):
    return client.post("/masuk/", {"username": "sari", "password": password}).status_code


def test_code_is_easy_to_read_and_long(code):
    letters = code.replace("-", "")

    assert (len(letters), set(letters) <= set(codes.ALPHABET), len(codes.ALPHABET) ** 12 > 2**58) == (12, True, True)


def test_code_is_kept_as_a_slow_hash_only(code, sari):
    kept = OneTimeCode.objects.get(user=sari)

    assert [code in value for value in (kept.code_hash, str(AuditEvent.objects.last().__dict__))] == [False, False]


@pytest.mark.parametrize("typed", [str, str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_code_opens_the_account_however_it_is_typed(code, client, typed):
    assert sign_in(client, typed(code)) == 302


@pytest.mark.parametrize(
    ("later", "status"), [(timedelta(days=7, seconds=-1), 302), (timedelta(days=7), 200), (timedelta(days=8), 200)]
)
def test_code_is_good_for_seven_days(code, client, clock, later, status):
    clock.shift(later)

    assert sign_in(client, code) == status


def test_newer_code_replaces_the_older(code, client, rina, sari):
    newer = codes.issue(by=rina, user=sari)

    assert [sign_in(client, code), sign_in(client, newer)] == [200, 302]


def test_old_password_dies_with_a_new_code(code, client):
    assert sign_in(client, PASSWORD) == 200


def test_code_of_one_account_does_not_open_another(code, client, budi):
    assert client.post("/masuk/", {"username": "budi", "password": code}).status_code == 200


def test_owner_makes_a_password_before_anything_else(code, client):
    sign_in(client, code)

    assert client.get("/rumah-tangga/")["Location"] == "/sandi/"


def test_owner_may_sign_out_and_read_public_pages_before(code, client):
    sign_in(client, code)

    assert [client.get("/tentang/").status_code, client.post("/keluar/").status_code] == [200, 302]


def test_code_is_used_up_by_the_own_password(code, client, sari):
    sign_in(client, code)
    client.post("/sandi/", {"new_password": OWN, "repeated": OWN})
    client.post("/keluar/")

    assert [sign_in(client, code), sign_in(client, OWN), OneTimeCode.objects.count()] == [200, 302, 0]


def test_each_step_is_noted(code, client):
    sign_in(client, code)
    client.post("/sandi/", {"new_password": OWN, "repeated": OWN})

    acts = list(AuditEvent.objects.order_by("pk").values_list("act", flat=True))
    assert acts == [Act.CODE_ISSUED, Act.SIGNED_IN, Act.PASSWORD_CHANGED]
