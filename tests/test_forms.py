"""Every form offers only its reader's own rows, and no page with a form reaches a stranger's by what is posted."""

import pytest
from django import forms
from django.urls import reverse

from households.models import Household
from tests.walk.addresses import WORDS, addresses
from tests.walk.files import ANSWERS_OF_FILES
from tests.walk.forms import ANSWERS, MAKERS, form_classes, offered, smuggled, snapshot
from tests.walk.urls import RULES
from toolkit.ids import new_id

# Each page with one effect on the registry; the accounts' own tests post theirs, which have no family in them.
PAGES = [
    address
    for address in addresses()
    if "op" in address.parameters
    and (address.name.startswith("households:") or address.name in ANSWERS_OF_FILES)
    and "officer" in RULES[address.name].post
    # A workbook's answer is the digest of its plan; the importer's own tests post it.
    and address.name != "households:import_commit"
    # An offer belongs to two villages, so its answer changes both; the walk and the moves' own tests post it.
    and address.name != "households:move_answer"
]


@pytest.fixture
def sari_at_home(neighbours, client_of, sari):
    """Sari's browser and the three villages with their families."""
    return client_of(sari), neighbours["5203172006"], neighbours["5203212002"]


def page(address, place, op=None):
    keys = {name: WORDS[name]() for name in address.parameters if name in WORDS}
    keys |= {"pk": RULES[address.name].pk(place)} if "pk" in address.parameters else {}
    return reverse(address.name, kwargs=keys | {"op": op or new_id()})


def strange_words(form, places):
    words = " ".join(offered(form))
    secrets = {place.mark for place in places} | {place.officer.full_name for place in places}
    keys = {
        str(key) for place in places for key in (place.household.pk, place.head.pk, place.trip.pk, place.village.pk)
    }
    return sorted(secret for secret in secrets | keys if secret in words)


def test_forms_are_all_looked_at():
    assert form_classes() == set(MAKERS)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_form_offers_nothing_of_strangers(kind, neighbours, sari, rina):
    own = neighbours["5203172006"]

    offered_to_sari = strange_words(MAKERS[kind](sari, own), [neighbours["5203212002"], neighbours["3307102004"]])
    offered_to_rina = strange_words(MAKERS[kind](rina, own), [neighbours["3307102004"]])

    assert offered_to_sari + offered_to_rina == []


def test_form_that_offers_everybody_is_seen(neighbours):
    class Planted(forms.Form):
        household = forms.ModelChoiceField(Household._base_manager.all())

    stranger = neighbours["5203212002"]

    assert strange_words(Planted(), [stranger]) == [str(stranger.household.pk)]


def test_pages_with_a_form_are_all_posted():
    assert {address.name for address in PAGES} == set(ANSWERS)


@pytest.mark.parametrize("address", PAGES, ids=str)
def test_post_with_strangers_keys_changes_only_the_own_village(address, sari_at_home):
    client, own, stranger = sari_at_home
    outside, inside = snapshot(without=own.village.pk), snapshot(village=own.village.pk)

    response = client.post(page(address, own), smuggled(stranger) | ANSWERS[address.name]())

    assert response.status_code == 302, response.context["form"].is_valid()
    assert snapshot(without=own.village.pk) == outside
    assert snapshot(village=own.village.pk) != inside


@pytest.mark.parametrize("address", [a for a in PAGES if "pk" in a.parameters], ids=str)
def test_post_to_a_strangers_record_finds_nothing(address, sari_at_home):
    client, _, stranger = sari_at_home
    door = page(address, stranger)
    before = snapshot(without="")

    response = client.post(door, ANSWERS[address.name]())

    assert response.status_code == 404
    assert snapshot(without="") == before


@pytest.mark.parametrize("address", PAGES, ids=str)
@pytest.mark.parametrize("record", ["household", "head", "trip"])
def test_post_under_a_strangers_key_gets_a_key_of_its_own(address, record, sari_at_home):
    client, own, stranger = sari_at_home
    outside = snapshot(without=own.village.pk)

    response = client.post(page(address, own, op=getattr(stranger, record).pk), ANSWERS[address.name]())

    assert response.status_code == 302
    assert client.get(response.url).status_code == 200
    assert snapshot(without=own.village.pk) == outside


@pytest.mark.urls("tests.walk.planted")
def test_post_that_reaches_a_stranger_is_seen(sari_at_home):
    client, own, stranger = sari_at_home
    outside = snapshot(without=own.village.pk)

    client.post(reverse("planted_form", args=[new_id()]), smuggled(stranger) | {"hamlet": "Mangsit"})

    assert snapshot(without=own.village.pk) != outside
