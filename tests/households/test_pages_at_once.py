"""Two officers post the same answer on the same version: one is told of the other, and nothing is there twice."""

from functools import partial

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.households.test_acts_at_once import signed_in
from tests.racing import at_once
from tests.walk.addresses import WORDS, addresses
from tests.walk.forms import ANSWERS
from tests.walk.urls import RULES
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)
# Whoever registers a family makes a new one: there is no record that two officers could have open.
OF_RECORDS = [
    address
    for address in addresses()
    if address.name in ANSWERS and {"pk", "op"} <= set(address.parameters) and address.name.startswith("households:")
]


@pytest.fixture
def colleague(korleko):
    return UserFactory(username="lalu", full_name="Lalu Zohri", region=korleko)


def rows() -> dict:
    """How many rows each table of the registry has."""
    models = [model for model in apps.get_app_config("households").get_models() if not model._meta.proxy]
    return {model.__name__: model._base_manager.count() for model in models}


def rows_after_one(client, address, post) -> dict:
    """The same after one officer alone; then as if nothing had been."""
    with transaction.atomic():
        assert client.post(address, post).status_code == 302
        counted = rows()
        transaction.set_rollback(True)
    return counted


@pytest.mark.parametrize("address", OF_RECORDS, ids=str)
def test_of_two_who_do_the_same_one_is_told_of_the_other(address, sari, colleague, neighbours):
    browsers = [signed_in(user) for user in (sari, colleague)]
    keys = {name: WORDS[name]() for name in address.parameters if name in WORDS}
    keys["pk"] = RULES[address.name].pk(neighbours["5203172006"])
    doors = [reverse(address.name, kwargs=keys | {"op": new_id()}) for _ in browsers]
    version = browsers[0].get(doors[0]).context["version"]
    post = ANSWERS[address.name]() | {"version": str(version)}
    once = rows_after_one(browsers[0], doors[0], post)

    answers = at_once(*(partial(browser.post, door, post) for browser, door in zip(browsers, doors, strict=True)))

    assert sorted(getattr(one, "status_code", repr(one)) for one in answers) == [200, 302]
    (refused,) = (one.content.decode() for one in answers if one.status_code == 200)
    assert "Bandingkan dulu" in refused or "sudah dicatat" in refused
    assert rows() == once
