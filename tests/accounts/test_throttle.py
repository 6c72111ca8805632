"""Guessing is slowed down, and nobody is locked out."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import RequestFactory

from accounts import throttle
from accounts.models import TokenBucket
from tests.racing import at_once

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
LIMIT = throttle.Limit("test", burst=3, seconds_each=10)

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def waits(times):
    return [throttle.wait_for(LIMIT, "sari") for _ in range(times)]


def test_burst_is_free_and_then_one_waits(clock):
    assert waits(5) == [0, 0, 0, 10, 10]


@pytest.mark.parametrize(("seconds", "wait"), [(0, 10), (1, 9), (9.5, 1), (10, 0), (10_000, 0)])
def test_wait_shrinks_with_time(clock, seconds, wait):
    waits(3)
    clock.shift(timedelta(seconds=seconds))

    assert waits(1) == [wait]


def test_bucket_never_holds_more_than_the_burst(clock):
    waits(3)
    clock.shift(timedelta(days=1))

    assert waits(4) == [0, 0, 0, 10]


def test_subjects_and_kinds_do_not_share_a_bucket(clock):
    waits(3)
    other = throttle.Limit("other", burst=3, seconds_each=10)

    assert [throttle.wait_for(LIMIT, "budi"), throttle.wait_for(other, "sari")] == [0, 0]


def test_bucket_does_not_name_its_subject(clock):
    waits(1)

    assert [len(key) for key in TokenBucket.objects.values_list("key", flat=True)] == [64]


def test_office_is_not_shut_out_by_one_guesser_behind_its_address(clock):
    for _ in range(500):
        throttle.wait_to_sign_in(account="sari", address="10.0.0.1")

    others = [throttle.wait_to_sign_in(account=f"petugas{n}", address="10.0.0.1") for n in range(20)]
    assert others == [0] * 20


def test_owner_is_not_shut_out_by_a_guesser_elsewhere(clock):
    for _ in range(24 * 60):
        throttle.wait_to_sign_in(account="sari", address="203.0.113.9")
        clock.shift(timedelta(minutes=1))

    assert throttle.wait_to_sign_in(account="sari", address="10.0.0.1") == 0


def test_guessing_at_many_accounts_from_one_address_is_slowed_down(clock):
    tries = [throttle.wait_to_sign_in(account=f"petugas{n}", address="203.0.113.9") for n in range(200)]

    assert [wait > 0 for wait in tries] == [False] * 100 + [True] * 100


def test_right_password_forgives_the_slips_of_its_account(clock):
    for _ in range(6):
        throttle.wait_to_sign_in(account="sari", address="10.0.0.1")
    throttle.forgive_sign_in(account="sari", address="10.0.0.1")

    assert throttle.wait_to_sign_in(account="sari", address="10.0.0.1") == 0


def test_right_password_gives_the_address_back_one_try_only(clock):
    for n in range(100):
        throttle.wait_to_sign_in(account=f"petugas{n}", address="203.0.113.9")
    throttle.forgive_sign_in(account="petugas99", address="203.0.113.9")

    tries = [throttle.wait_to_sign_in(account=f"lain{n}", address="203.0.113.9") for n in range(2)]
    assert [wait > 0 for wait in tries] == [False, True]


@pytest.mark.parametrize(("age", "left"), [(timedelta(days=2), 1), (timedelta(days=2, seconds=1), 0)])
def test_prune_removes_counters_that_are_full_again(clock, age, left):
    waits(1)
    clock.shift(age)

    throttle.prune()

    assert TokenBucket.objects.count() == left


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "198.51.100.1", "127.0.0.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        (2, "1.2.3.4, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        (2, "198.51.100.1", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "2001:db8:5203:1706:1:2:3:4", "2001:db8:5203:1706::/64"),
        (1, "2001:db8:5203:1706:ffff::", "2001:db8:5203:1706::/64"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
        (1, "unknown", "unknown"),
    ],
)
def test_client_address_is_what_our_own_proxies_saw(proxies, header, address):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": header})

    assert throttle.client_address(request, trusted_proxies=proxies) == address


@pytest.mark.slow  # eight threads and a database that is emptied afterwards
@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_are_all_counted():
    with time_machine.travel(NOON, tick=False):
        results = at_once(*[lambda: throttle.wait_for(LIMIT, "sari")] * 8)

    assert sorted(results) == [0, 0, 0, 10, 10, 10, 10, 10]
