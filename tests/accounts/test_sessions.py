"""How long a session lives, and what ends it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from accounts import actions, codes
from accounts.models import Act, AuditEvent
from accounts.roles import Role
from tests.factories.accounts import PASSWORD
from tests.factories.regions import RegionFactory

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
PAGE = "/sandi/"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def signed_in(clock, sari):
    client = Client()
    client.post("/masuk/", {"username": "sari", "password": PASSWORD})
    client.get(PAGE)
    return client


@pytest.mark.parametrize(("idle", "status"), [(timedelta(minutes=15), 200), (timedelta(minutes=15, seconds=1), 302)])
def test_session_ends_after_a_quarter_of_an_hour_without_a_sign(signed_in, clock, idle, status):
    clock.shift(idle)

    assert signed_in.get(PAGE).status_code == status


def test_ended_session_is_told_why(signed_in, clock):
    clock.shift(timedelta(minutes=16))

    assert signed_in.get(PAGE)["Location"] == "/masuk/?next=%2Fsandi%2F&berakhir=1"


def test_typing_keeps_the_session_alive(signed_in, clock):
    for _ in range(10):
        clock.shift(timedelta(minutes=14))
        assert signed_in.post("/sesi/").status_code == 204

    assert signed_in.get(PAGE).status_code == 200


@pytest.mark.parametrize(("minutes", "status"), [(12 * 60, 200), (12 * 60 + 1, 302)])
def test_session_ends_after_half_a_day_whatever_happens(signed_in, clock, minutes, status):
    for _ in range(minutes // 10):
        clock.shift(timedelta(minutes=10))
        signed_in.post("/sesi/")
    clock.move_to(NOON + timedelta(minutes=minutes))

    assert signed_in.get(PAGE).status_code == status


def test_session_cookie_ends_with_the_browser(client, sari):
    client.post("/masuk/", {"username": "sari", "password": PASSWORD})

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["expires"], cookie["max-age"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")


def change_password(sari):
    actions.choose_password(user=sari, password="payung kelapa sepeda bintang")


def change_role(sari):
    sari.role, sari.region = Role.REGENCY_COORDINATOR, RegionFactory(code="5203")
    sari.save()


def change_region(sari):
    sari.region = RegionFactory(code="5203212002")
    sari.save()


def disable(sari):
    sari.is_active = False
    sari.save()


def issue_code(sari):
    codes.issue(by=None, user=sari)


@pytest.mark.parametrize("change", [change_password, change_role, change_region, disable, issue_code])
def test_change_of_the_account_ends_its_sessions(signed_in, sari, change):
    change(sari)

    assert signed_in.get(PAGE)["Location"] == "/masuk/?next=%2Fsandi%2F"


def test_own_new_password_keeps_the_own_session_and_ends_the_others(signed_in, sari):
    elsewhere = Client()
    elsewhere.post("/masuk/", {"username": "sari", "password": PASSWORD})
    new = "payung kelapa sepeda bintang"

    signed_in.post(PAGE, {"current_password": PASSWORD, "new_password": new, "repeated": new})

    assert [signed_in.get(PAGE).status_code, elsewhere.get(PAGE).status_code] == [200, 302]


def test_signing_out_empties_the_cache_and_ends_the_session(signed_in, sari):
    response = signed_in.post("/keluar/")

    assert (response["Location"], response["Clear-Site-Data"]) == ("/masuk/", '"cache"')
    assert signed_in.get(PAGE).status_code == 302
    assert list(AuditEvent.objects.order_by("pk").values_list("act", flat=True)) == [Act.SIGNED_IN, Act.SIGNED_OUT]


def test_signing_out_is_a_post(signed_in):
    assert (signed_in.get("/keluar/").status_code, signed_in.get(PAGE).status_code) == (405, 200)


def test_signing_out_after_the_session_ended_leads_to_the_sign_in_page(client, db):
    assert (client.post("/keluar/")["Location"], AuditEvent.objects.count()) == ("/masuk/", 0)


def test_page_of_a_signed_in_user_is_not_kept_by_the_browser(signed_in):
    assert signed_in.get(PAGE)["Cache-Control"] == "no-store"


def test_clock_is_the_villages_own(signed_in, client_of, wulan):
    assert [client.get(PAGE).wsgi_request.user.region.timezone for client in (signed_in, client_of(wulan))] == [
        "Asia/Makassar",
        "Asia/Jakarta",
    ]
