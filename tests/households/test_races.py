"""Two at once, each on a connection of its own."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from households.models import Household, Person
from households.rules.names import together
from tests.factories.households import PersonFactory
from tests.households.forms import FAMILY_OF_THREE, member_post, registration_post
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(user, *posts) -> list:
    """Send the posts at the same moment, each from a browser of its own; the answers in the same order."""
    barrier, answers = threading.Barrier(len(posts)), [None] * len(posts)

    def send(place, address, body):
        client = Client()
        client.force_login(user)
        barrier.wait()
        try:
            answers[place] = client.post(address, body)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(place, *post)) for place, post in enumerate(posts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_double_click_registers_one_family(sari):
    address = reverse("households:household_register", args=[new_id()])

    answers = at_once(sari, *[(address, registration_post())] * 3)

    assert [answer.status_code for answer in answers] == [302] * 3
    assert ({answer.url for answer in answers}, Household.objects.count()) == (
        {Household.objects.get().get_absolute_url()},
        1,
    )


def test_two_editors_of_one_family_save_once_and_compare_once(sari, place_of):
    household = place_of(sari).household
    posts = [
        (
            reverse("households:household_change", args=[household.pk, new_id()]),
            {"hamlet": hamlet, "rt": "1", "rw": "1", "address": "", "family_card_number": "", "version": "1"},
        )
        for hamlet in ("Mangsit", "Senggigi")
    ]

    answers = at_once(sari, *posts)

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert (
        Household.objects.get(pk=household.pk).version,
        b"Bandingkan dulu" in b"".join(a.content for a in answers),
    ) == (
        2,
        True,
    )


def test_two_families_with_one_nik_are_one_family_and_a_sentence(sari):
    posts = [
        (reverse("households:household_register", args=[new_id()]), registration_post([FAMILY_OF_THREE[0]]))
        for _ in range(2)
    ]

    answers = at_once(sari, *posts)

    refused = b"".join(answer.content for answer in answers if answer.status_code == 200).decode()
    assert (Person.objects.filter(nik=FAMILY_OF_THREE[0]["nik"]).count(), "NIK ini sudah terdata" in refused) == (
        1,
        True,
    )


def test_two_new_heads_of_a_family_are_one(sari, korleko):
    household = Household.objects.create(village=korleko, registered_on="2026-11-01", created_by=sari, changed_by=sari)
    head = {"relation": "head", "sex": "L", "nik_missing": "unknown"}
    posts = [
        (reverse("households:person_add", args=[household.pk, new_id()]), member_post({"name": name, **head}))
        for name in ("Ahlul", "Arfah")
    ]

    answers = at_once(sari, *posts)

    assert (household.members.count(), sorted(answer.status_code for answer in answers)) == (1, [200, 302])


@pytest.mark.parametrize("turn", range(3))
def test_two_who_are_renamed_at_once_are_both_found(turn, sari, korleko):
    household = Household.objects.create(village=korleko, registered_on="2026-11-01", created_by=sari, changed_by=sari)
    people = PersonFactory.create_batch(4, household=household, created_by=sari, sex="L")
    answers = {"relation": "child", "sex": "L", "birth": (17, 5, 1990), "nik_missing": "unknown"}
    posts = [
        (
            reverse("households:person_change", args=[person.pk, new_id()]),
            member_post({"name": f"Ahlul {place}", **answers}) | {"version": "1"},
        )
        for place, person in enumerate(people)
    ]

    at_once(sari, *posts)

    names = [f"ahlul {place}" for place in range(4)]
    assert sorted(Person.objects.values_list("search_name", flat=True)) == names
    assert Household.objects.get().member_names == together(names)[0]
