"""How a process of the server begins."""

import gc

import pytest

from desmigratif.gunicorn import post_worker_init


@pytest.fixture
def thawed():
    """What the test froze is searched again afterwards."""
    yield
    gc.unfreeze()


def test_what_the_portal_is_made_of_is_left_out_of_the_search_for_garbage(thawed):
    post_worker_init(None)

    assert gc.get_freeze_count() > 100_000
