"""What every test may ask for."""

import pytest

pytest_plugins = ["tests.people"]


def pytest_configure(config):
    from tests.factories.changes import note_changes

    note_changes()


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What one test's villages were like is not what the next one's are."""
    from django.core.cache import cache

    cache.clear()
