"""Slows down guessing without ever locking anybody out: who runs out of tries waits, and is told how long."""

import math
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.models import TokenBucket


@dataclass(frozen=True)
class Limit:
    """A kind of act: how many may follow each other at once, and after how many seconds one more is allowed."""

    kind: str
    burst: int
    seconds_each: float


# One account tried from one address: a forgotten password, or somebody guessing. It fills up more slowly than the
# limit of the account as a whole, so that one guesser never keeps the owner out who sits elsewhere.
SIGN_IN_ACCOUNT_ADDRESS = Limit("sign-in account address", burst=6, seconds_each=30)
# One account from everywhere: somebody is after it.
SIGN_IN_ACCOUNT = Limit("sign-in account", burst=30, seconds_each=15)
# One address: a whole office may sit behind it, so it is wide.
SIGN_IN_ADDRESS = Limit("sign-in address", burst=100, seconds_each=6)
# The present password, asked before a new one is chosen.
OWN_PASSWORD = Limit("own password", burst=6, seconds_each=30)
NUMBER_SEARCH = Limit("number search", burst=60, seconds_each=20)


def wait_for(limit: Limit, subject: str) -> int:
    """Take one token; the whole seconds to wait when none is left, else 0."""
    key, now = _key(limit, subject), timezone.now()
    with transaction.atomic():
        TokenBucket.objects.bulk_create(
            [TokenBucket(key=key, tokens=limit.burst, updated_at=now)], ignore_conflicts=True
        )
        bucket = TokenBucket.objects.select_for_update().get(key=key)
        elapsed = max(0.0, (now - bucket.updated_at).total_seconds())
        bucket.tokens = min(limit.burst, bucket.tokens + elapsed / limit.seconds_each)
        bucket.updated_at = now
        allowed = bucket.tokens >= 1
        if allowed:
            bucket.tokens -= 1
        bucket.save()
    return 0 if allowed else math.ceil((1 - bucket.tokens) * limit.seconds_each)


def wait_to_sign_in(*, account: str, address: str) -> int:
    """Count one try to sign in; the seconds to wait, or 0.

    The narrowest limit is asked first, and a try that it stops is not counted further: somebody who hammers on one
    account uses up neither the tries of its owner elsewhere nor those of the office behind the same address.
    """
    for limit, subject in (
        (SIGN_IN_ACCOUNT_ADDRESS, f"{account} {address}"),
        (SIGN_IN_ACCOUNT, account),
        (SIGN_IN_ADDRESS, address),
    ):
        wait = wait_for(limit, subject)
        if wait:
            return wait
    return 0


def forgive_sign_in(*, account: str, address: str) -> None:
    """After a right password: honest people do not pay for their slips.

    The address gets back only this one try; else an account of one's own would pay for guessing at all others.
    """
    _fill(SIGN_IN_ACCOUNT_ADDRESS, f"{account} {address}", tokens=SIGN_IN_ACCOUNT_ADDRESS.burst)
    _fill(SIGN_IN_ACCOUNT, account, tokens=SIGN_IN_ACCOUNT.burst)
    _fill(SIGN_IN_ADDRESS, address, tokens=F("tokens") + 1)


def _fill(limit: Limit, subject: str, *, tokens) -> None:
    TokenBucket.objects.filter(key=_key(limit, subject)).update(tokens=tokens)


def _key(limit: Limit, subject: str) -> str:
    return salted_hmac(f"accounts.throttle {limit.kind}", subject, algorithm="sha256").hexdigest()


def prune() -> int:
    """Remove counters that nobody touched for two days; they are full again."""
    return TokenBucket.objects.filter(updated_at__lt=timezone.now() - timedelta(days=2)).delete()[0]


def client_address(request, *, trusted_proxies: int) -> str:
    """The address that the outermost of our own proxies saw; headers that a client can invent do not count.

    Of IPv6 the network of 64 bits: a line at home has all of its addresses, and would have as many first tries.
    """
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if trusted_proxies and len(forwarded) >= trusted_proxies:
        return _network(forwarded[-trusted_proxies])
    return _network(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False))
