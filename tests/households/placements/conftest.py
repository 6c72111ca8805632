"""A family of Korleko with a journey, and the browser of its officer."""

import pytest


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)
