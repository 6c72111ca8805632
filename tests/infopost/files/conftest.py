"""A candidate of Korleko whose file is kept, on 26 November 2026."""

import pytest
import time_machine

from tests.factories.files import CandidateFactory


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-26T03:00:00Z", tick=False):
        yield


@pytest.fixture
def trip(sari):
    return CandidateFactory(person__household__created_by=sari, person__name="Siti Aminah")


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)
