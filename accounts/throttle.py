"""Slows down guessing without ever locking anybody out: who runs out of tries waits, and is told how long."""

import math
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.models import TokenBucket


@dataclass(frozen=True)
class Limit:
    """A kind of act: how many may follow each other at once, and after how many seconds one more is allowed."""

    kind: str
    burst: int
    seconds_each: float


# One account tried from one address: a forgotten password. One account from everywhere: somebody is after it.
# One address: a whole office may sit behind it, so it is wide.
SIGN_IN_ACCOUNT_ADDRESS = Limit("sign-in account address", burst=6, seconds_each=30)
SIGN_IN_ACCOUNT = Limit("sign-in account", burst=30, seconds_each=60)
SIGN_IN_ADDRESS = Limit("sign-in address", burst=100, seconds_each=36)
NUMBER_SEARCH = Limit("number search", burst=60, seconds_each=20)


def wait_for(limit: Limit, subject: str) -> int:
    """Take one token; the whole seconds to wait when none is left, else 0."""
    key = salted_hmac(f"accounts.throttle {limit.kind}", subject, algorithm="sha256").hexdigest()
    now = timezone.now()
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


def give_back(limit: Limit, subject: str) -> None:
    """Fill the bucket again after a right password, so that honest people do not pay for their slips."""
    key = salted_hmac(f"accounts.throttle {limit.kind}", subject, algorithm="sha256").hexdigest()
    TokenBucket.objects.filter(key=key).update(tokens=limit.burst)


def prune() -> int:
    """Remove counters that nobody touched for two days; they are full again."""
    return TokenBucket.objects.filter(updated_at__lt=timezone.now() - timedelta(days=2)).delete()[0]


def client_address(request, *, trusted_proxies: int) -> str:
    """The address that the outermost of our own proxies saw; headers that a client can invent do not count."""
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if trusted_proxies and len(forwarded) >= trusted_proxies:
        return forwarded[-trusted_proxies]
    return request.META.get("REMOTE_ADDR", "")
