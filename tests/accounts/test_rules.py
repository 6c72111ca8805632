"""Who may make which account, and in which state one is."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import OneTimeCode, User
from accounts.roles import OFFICES, Role
from accounts.rules import AccountState, may_grant, state_of

NOW = datetime(2026, 11, 22, 1, tzinfo=UTC)
PLACES = {"": "", "52": "52", "5203": "5203", "520317": "520317", "5203172006": "5203172006", "other": "3307102004"}


@pytest.mark.parametrize("code", ["", "52", "33", "5203", "5204", "520317", "5203172006", "3307102004"])
@pytest.mark.parametrize("role", [*Role, "unknown", ""])
def test_coordinator_grants_officers_and_heads_of_his_regency_only(role, code):
    rina = User(role=Role.REGENCY_COORDINATOR, region_id="5203")

    of_a_village = role in (Role.VILLAGE_OFFICER, Role.VILLAGE_HEAD)
    assert may_grant(by=rina, role=role, region_code=code) == (of_a_village and code == "5203172006")


@pytest.mark.parametrize("code", ["", "52", "5203", "520317", "5203172006"])
@pytest.mark.parametrize("role", Role)
def test_administrator_grants_each_role_on_its_own_level(role, code):
    adi = User(role=Role.ADMINISTRATOR)

    assert may_grant(by=adi, role=role, region_code=code) == (len(code) == (OFFICES[role].level or 0))


@pytest.mark.parametrize(
    "maker", [Role.VILLAGE_OFFICER, Role.VILLAGE_HEAD, Role.PROVINCE_MONITOR, Role.MINISTRY_MONITOR]
)
@pytest.mark.parametrize("role", Role)
def test_other_offices_grant_nothing(maker, role):
    level = OFFICES[maker].level or 0
    by = User(role=maker, region_id="5203172006"[:level] or None)

    assert not any(may_grant(by=by, role=role, region_code=code) for code in PLACES.values())


def test_disabled_administrator_grants_nothing():
    adi = User(role=Role.ADMINISTRATOR, is_active=False)

    assert may_grant(by=adi, role=Role.MINISTRY_MONITOR, region_code="") is False


def test_state_of_account_with_own_password():
    assert state_of(_account("md5$salt$hash"), now=NOW) == AccountState.ACTIVE


@pytest.mark.parametrize(
    ("left", "state"),
    [
        (timedelta(seconds=1), AccountState.WAITING),
        (timedelta(0), AccountState.NEEDS_CODE),
        (timedelta(days=-1), AccountState.NEEDS_CODE),
    ],
)
def test_state_of_account_with_code(left, state):
    account = _account()
    account.one_time_code = OneTimeCode(user=account, expires_at=NOW + left)

    assert state_of(account, now=NOW) == state


def test_state_of_account_without_code():
    assert state_of(_account(), now=NOW) == AccountState.NEEDS_CODE


def test_state_of_disabled_account():
    assert state_of(_account("md5$salt$hash", is_active=False), now=NOW) == AccountState.DISABLED


def _account(hashed="!", **values):
    return User(role=Role.VILLAGE_OFFICER, region_id="5203172006", password=hashed, **values)
