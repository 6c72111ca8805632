"""A family's page that is remembered: never older than the last act, and never for whoever may not read it."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.actions import change_household
from households.entries import AddressEntry
from households.models import Household
from tests.factories.accounts import UserFactory
from tests.factories.households import HouseholdFactory

pytestmark = pytest.mark.django_db
LIST = "/rumah-tangga/"
TABLES = ("households_household", "households_person", "households_trip", "households_visit")


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def page_of(client, place):
    return client.get(place.household.get_absolute_url())


def move_house(officer, household):
    """An act in this village that changes what the page says."""
    change_household(
        by=officer, household_id=household.pk, version=household.version, address=AddressEntry(hamlet="Karang Baru")
    )


def test_page_opened_again_is_the_same_and_asks_for_little(client_of, sari, place):
    client = client_of(sari)
    first = page_of(client, place)

    with CaptureQueriesContext(connection) as asked:
        again = page_of(client, place)

    assert again.content.split(b"<main")[1] == first.content.split(b"<main")[1]
    assert [table for table in TABLES if f'FROM "{table}"' in str(asked.captured_queries)] == ["households_household"]


def test_each_opening_is_noted(client_of, sari, place):
    client = client_of(sari)
    for _ in range(3):
        page_of(client, place)

    assert AuditEvent.objects.filter(act=Act.VIEWED, record_id=str(place.household.pk)).count() == 3


def test_page_after_an_act_says_what_was_written(client_of, sari, place):
    client = client_of(sari)
    page_of(client, place)
    move_house(sari, place.household)

    assert "Dusun Karang Baru" in page_of(client, place).content.decode()


def test_page_after_an_act_of_another_officer_says_what_he_wrote(client_of, sari, place):
    client, colleague = client_of(sari), UserFactory(region=sari.region)
    page_of(client, place)
    move_house(colleague, Household.objects.get(pk=place.household.pk))

    assert "Dusun Karang Baru" in page_of(client, place).content.decode()


def test_remembered_page_of_a_family_that_went_elsewhere_is_not_there(client_of, sari, lenek_lauk, place):
    client = client_of(sari)
    page_of(client, place)
    # Nothing is noted in Korleko's book: only who may read the family has changed.
    Household.objects.filter(pk=place.household.pk).update(village=lenek_lauk)

    assert page_of(client, place).status_code == 404


def test_what_an_officer_was_told_is_not_told_to_a_reader(client_of, sari, rina, place):
    page_of(client_of(sari), place)

    told = page_of(client_of(rina), place).content.decode()

    assert reverse("households:person_add", args=[place.household.pk]) not in told


def test_page_after_midnight_in_the_village_is_drawn_anew(client_of, sari, place):
    # Registered on 1 November; after six months without a visit it is 'perlu pemutakhiran'.
    with time_machine.travel("2027-05-01T15:58Z") as clock:
        client = client_of(sari)
        before = page_of(client, place).content.decode()
        clock.move_to("2027-05-01T16:02Z")
        after = page_of(client, place).content.decode()

    assert ["Perlu pemutakhiran:" in page for page in (before, after)] == [False, True]


def test_list_opened_again_asks_for_nobody(client_of, sari, place):
    client = client_of(sari)
    first = client.get(LIST)

    with CaptureQueriesContext(connection) as asked:
        again = client.get(LIST)

    assert again.content.split(b'<ul class="rows')[1] == first.content.split(b'<ul class="rows')[1]
    assert [table for table in TABLES if f'FROM "{table}"' in str(asked.captured_queries)] == ["households_household"]


def test_list_after_an_act_of_another_officer_says_what_he_wrote(client_of, sari, place):
    client, colleague = client_of(sari), UserFactory(region=sari.region)
    client.get(LIST)
    move_house(colleague, place.household)

    assert "Dusun Karang Baru" in client.get(LIST).content.decode()


def test_remembered_list_leaves_out_a_family_that_went_elsewhere(client_of, sari, lenek_lauk, place):
    client = client_of(sari)
    client.get(LIST)
    Household.objects.filter(pk=place.household.pk).update(village=lenek_lauk)

    assert str(place.household.pk) not in client.get(LIST).content.decode()


def test_coordinator_reads_which_village_a_line_is_of_and_the_officer_does_not(client_of, sari, rina, place):
    village = place.household.village.title

    assert [f"orang · {village}" in client_of(who).get(LIST).content.decode() for who in (sari, rina)] == [False, True]


def test_list_of_several_villages_is_drawn_anew_after_an_act_in_one(client_of, place_of, sari, budi, rina):
    places = [place_of(officer) for officer in (sari, budi)]
    client = client_of(rina)
    client.get(LIST)
    move_house(budi, places[1].household)

    assert client.get(LIST).content.decode().count("Dusun Karang Baru") == 1


def test_how_many_families_there_are_is_counted_anew_after_an_act(client_of, sari, place):
    client = client_of(sari)
    before = client.get(LIST).context["total"]
    # The factory writes past the acts; the first act after it tells.
    HouseholdFactory(village=sari.region, created_by=sari)
    move_house(sari, place.household)

    assert (before, client.get(LIST).context["total"]) == (1, 2)
