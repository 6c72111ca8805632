"""Decisions about accounts that need no query: who may make which account, and in which state one is."""

from accounts.choices import AccountState
from accounts.roles import OFFICES, Verb
from regions.ranges import contains


def may_grant(*, by, role: str, region_code: str) -> bool:
    """Whether `by` may make an account with this role and region: a role that he keeps, a region on the role's own
    level (empty for none), and never more of the map than his own (security row ACC-7)."""
    office = OFFICES.get(role)
    if office is None or not by.may(Verb.MANAGE_ACCOUNTS) or role not in by.office.manages:
        return False
    if len(region_code) != (office.level or 0):
        return False
    return by.office.level is None or (region_code != "" and contains(by.region_id, region_code))


def state_of(user, *, now) -> AccountState:
    """The state of an account at the moment `now`. Reads its one-time code: bring it along for lists."""
    if not user.is_active:
        return AccountState.DISABLED
    if user.has_usable_password():
        return AccountState.ACTIVE
    code = getattr(user, "one_time_code", None)
    return AccountState.WAITING if code is not None and code.expires_at > now else AccountState.NEEDS_CODE
