"""What every test may ask for."""

import pytest

pytest_plugins = ["tests.people"]


def pytest_configure(config):
    from hypothesis import HealthCheck, settings

    from tests.factories.changes import note_changes

    # How long a busy machine takes to think of examples says nothing about the portal.
    settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("portal")
    note_changes()


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What one test's villages were like is not what the next one's are."""
    from django.core.cache import cache

    cache.clear()
