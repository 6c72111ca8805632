"""What every test may ask for."""

pytest_plugins = ["tests.people"]


def pytest_configure(config):
    from tests.factories.changes import note_changes

    note_changes()
