"""Every list asks as many queries for three rows as for one."""

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.monitoring.conftest import NOW
from tests.walk.lists import lists, openings
from tests.walk.rows import grow, world
from tests.walk.urls import RULES


def opened(client, one):
    """How many queries a page asks of which nothing is remembered, and how long it is."""
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        page = (
            client.get(one.address, follow=True)
            if one.post is None
            else client.post(one.address, one.post, follow=True)
        )
    assert page.status_code == 200, (one, page.status_code)
    return len(asked), len(page.content)


def test_every_list_of_the_matrix_is_opened(place_of, sari):
    assert set(openings(world(place_of(sari)))) == lists(RULES)


@pytest.mark.slow  # some hundred requests each
@pytest.mark.parametrize("who", ["officer", "coordinator", "head", "ministry", "administrator", "nobody"])
def test_list_asks_as_many_queries_for_three_rows_as_for_one(who, place_of, client_of, sari, mahdi, rina, dewi, adi):
    people = {"officer": sari, "coordinator": rina, "head": mahdi, "ministry": dewi, "administrator": adi}
    with time_machine.travel(NOW, tick=False):
        client = client_of(people[who]) if who in people else Client()
        seen = world(place_of(sari))
        grow(seen, 1)
        pages = [one for several in openings(seen).values() for one in several if one.who == who]
        # What a process learns once: content types, prepared questions, the session.
        for one in pages:
            opened(client, one)
        with_one = {one: opened(client, one) for one in pages}
        grow(seen, 2)
        grow(seen, 3)
        with_three = {one: opened(client, one) for one in pages}

    more = {one.address: (with_one[one][0], with_three[one][0]) for one in pages}
    assert {address: counts for address, counts in more.items() if counts[0] != counts[1]} == {}
    assert [one.address for one in pages if one.grows and with_three[one][1] <= with_one[one][1]] == []
