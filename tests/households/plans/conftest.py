"""Somebody who means to leave and somebody who means to come home, on the morning of 23 November 2026."""

import pytest
import time_machine

from tests.monitoring.conftest import family, member, went


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-23T03:00Z", tick=False):
        yield


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


@pytest.fixture
def ani(sari):
    """Ani of Korleko, who will go to Taiwan."""
    return went(member(family(sari, "2026-10-05"), "Ani"), "TW", prospective="2026-10-01")


@pytest.fixture
def bayu(sari):
    """Bayu of Korleko, in Taiwan since May 2026."""
    return went(member(family(sari, "2026-10-05"), "Bayu"), "TW", departed="2026-05-01")
