"""A marked family of Korleko of which no money is noted yet."""

import pytest


@pytest.fixture
def place(place_of, sari):
    place = place_of(sari)
    place.remittance.delete()
    return place


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)
