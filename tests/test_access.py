"""Every address, every kind of person, every method, own and strangers' records. The same walk finds planted holes."""

import pytest
from django.test import Client

from tests.walk.addresses import Walk, addresses
from tests.walk.offices import EVERYBODY, NAMES
from tests.walk.urls import PUBLIC, RULES, Rule, household

ADDRESSES = addresses()


@pytest.fixture
def people(sari, mahdi, rina, agus, dewi, adi):
    """One of each kind; the walk takes them as they are named in the matrix."""
    return {
        "nobody": None,
        "officer": sari,
        "head": mahdi,
        "coordinator": rina,
        "province": agus,
        "ministry": dewi,
        "administrator": adi,
    }


@pytest.fixture
def walk(people, neighbours, client_of):
    """Walks to one address as everybody."""

    def everybody(address, rule):
        places = list(neighbours.values())
        wrong = []
        for role, user in people.items():
            client = client_of(user) if user else Client()
            wrong += Walk(address, rule, role, user, client, places).go()
        return wrong

    return everybody


def planted(name):
    return next(address for address in addresses() if address.name == name)


def test_addresses_are_all_in_the_matrix():
    assert {address.name for address in ADDRESSES} == set(RULES)


def test_public_addresses_are_the_pinned_ones():
    assert {address.name for address in ADDRESSES if address.is_public} == PUBLIC


@pytest.mark.slow  # some hundred requests each
@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_address_opens_to_whom_it_should(address, walk, caplog, neighbours):
    rule = RULES[address.name]

    assert walk(address, rule) == []
    logged = [place.mark for place in neighbours.values() if place.mark in caplog.text]
    assert logged + [number for place in neighbours.values() for number in place.numbers if number in caplog.text] == []


@pytest.mark.slow  # a walk of its own
@pytest.mark.urls("tests.walk.planted")
def test_walk_sees_a_page_on_the_bare_manager(walk):
    wrong = walk(planted("planted_detail"), Rule(NAMES, pk=household))

    assert "officer get planted_detail/pk foreign: status 200 on a stranger's record" in wrong
    assert "officer get planted_detail/pk foreign: shows kanari5203212002" in wrong
    assert "ministry get planted_detail/pk own: status 200 where this role has no business" in wrong


@pytest.mark.slow  # a walk of its own
@pytest.mark.urls("tests.walk.planted")
def test_walk_sees_strangers_and_typed_html_in_a_list(walk):
    wrong = walk(planted("planted_list"), Rule(NAMES, reads=True))

    assert "officer get planted_list own: shows kanari3307102004" in wrong
    assert "officer get planted_list own: shows typed HTML as it is" in wrong
    assert "officer get planted_list own: read names without a line in the book of acts" in wrong


@pytest.mark.slow  # a walk of its own
@pytest.mark.urls("tests.walk.planted")
def test_walk_sees_an_inline_handler(walk):
    wrong = walk(planted("planted_handler"), Rule(EVERYBODY))

    assert "officer get planted_handler own: <button onclick>" in wrong


@pytest.mark.urls("tests.walk.planted")
def test_matrix_misses_a_new_address():
    assert {address.name for address in addresses()} - set(RULES) == {
        "planted_detail",
        "planted_form",
        "planted_handler",
        "planted_list",
    }
