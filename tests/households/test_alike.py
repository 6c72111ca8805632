"""The warning that somebody like this is already in the village, without JavaScript, and the list for the browser."""

import datetime as dt

import pytest

from accounts.models import Act, AuditEvent
from households.alike import find_alike
from households.models import Household, Person
from households.rules.likeness import Described
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.forms import member_post, registration_post
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
KNOWN = "/orang/terdata/"


@pytest.fixture
def adini(sari):
    """Adini, born 2016, of a family in Mangsit."""
    home = HouseholdFactory(village=sari.region, hamlet="Mangsit", created_by=sari)
    return PersonFactory(household=home, name="Adini Asad", birth_on=dt.date(2016, 7, 1), birth_precision="year")


@pytest.fixture
def page():
    return f"/rumah-tangga/daftar/{new_id()}/"


def warned(response):
    return [(hit.told, hit.person.name) for hit in response.context["alike"]]


def families_of_three():
    return Household.objects.filter(members__name="Ahlul").count()


def test_registering_somebody_like_a_known_person_asks_first(client_of, sari, adini, page):
    response = client_of(sari).post(page, registration_post())

    assert (response.status_code, warned(response), families_of_three()) == (200, [("Adini As'ad", "Adini Asad")], 0)


def test_nothing_typed_is_lost_by_the_question(client_of, sari, adini, page):
    form = client_of(sari).post(page, registration_post()).context["form"]

    assert [member["name"].value() for member in form.members] == ["Ahlul", "Rusdah", "Adini As'ad"]
    assert (form.address["hamlet"].value(), form.consent["told"].value()) == ("Mangsit", True)


def test_family_is_registered_all_the_same(client_of, sari, adini, page):
    client = client_of(sari)
    client.post(page, registration_post())

    response = client.post(page, registration_post(warning_seen="1"))

    assert (response.status_code, families_of_three()) == (302, 1)


def test_going_on_after_the_question_is_the_same_form(client_of, sari, adini, page):
    client = client_of(sari)
    first = client.post(page, registration_post(warning_seen="1"))

    again = client.post(page, registration_post())

    assert (again.status_code, again.url, families_of_three()) == (302, first.url, 1)


def test_question_waits_until_nothing_else_is_wrong(client_of, sari, adini, page):
    response = client_of(sari).post(page, registration_post(**{"members-0-name": ""}))

    assert (warned(response), "name" in response.context["form"].members[0].errors) == ([], True)


def test_nobody_alike_is_no_question(client_of, sari, page):
    assert client_of(sari).post(page, registration_post()).status_code == 302


def test_somebody_of_another_village_is_no_question(client_of, sari, lenek_lauk, page):
    PersonFactory(household=HouseholdFactory(village=lenek_lauk, hamlet="Mangsit"), name="Adini Asad")

    assert client_of(sari).post(page, registration_post()).status_code == 302


def test_question_is_a_reading(client_of, sari, adini, page):
    client_of(sari).post(page, registration_post())

    event = AuditEvent.objects.get(act=Act.LISTED)
    assert (event.actor, event.region_code, event.reason) == (sari, "5203172006", "mungkin sudah terdata")


def test_added_member_is_compared_by_his_familys_hamlet(client_of, sari, adini):
    answers = member_post({"name": "Adini", "relation": "child", "sex": "P", "birth": ("", "", 2016)})
    address = f"/rumah-tangga/{adini.household_id}/anggota/{new_id()}/"
    client = client_of(sari)

    asked = client.post(address, answers | {"nik_missing": "not_at_hand"})
    added = client.post(address, answers | {"nik_missing": "not_at_hand", "warning_seen": "1"})

    assert (warned(asked), added.status_code, Person.objects.count()) == ([("Adini", "Adini Asad")], 302, 2)


def test_three_at_most_are_shown_for_one_name(sari, adini):
    for _ in range(4):
        PersonFactory(household=adini.household, name="Adini Asad", birth_on=None, birth_precision="unknown")

    assert len(find_alike(Person.objects.editable_by(sari), [Described("Adini Asad")])) == 3


def test_comparing_asks_the_same_number_of_queries(sari, adini, django_assert_num_queries):
    people = Person.objects.editable_by(sari)

    with django_assert_num_queries(2):
        find_alike(people, [Described("Adini Asad", 2016), Described("Rusdah"), Described("Ahlul")])


def test_list_for_the_browser_holds_names_years_and_hamlets(client_of, sari, adini):
    PersonFactory(household=adini.household, name="Lalu Ahmad", birth_on=None, birth_precision="unknown")

    response = client_of(sari).get(KNOWN)

    assert response.json() == {"places": [["Mangsit", ["adini asad|2016", "lalu ahmad|"]]]}
    assert response["Cache-Control"] == "no-store"


def test_list_for_the_browser_ends_at_the_village(client_of, sari, neighbours):
    text = client_of(sari).get(KNOWN).content.decode()

    assert [code in text for code in neighbours] == [code == "5203172006" for code in neighbours]


def test_list_for_the_browser_is_a_reading(client_of, sari, adini):
    client_of(sari).get(KNOWN)

    event = AuditEvent.objects.get(act=Act.LISTED)
    assert (event.actor, event.reason) == (sari, "pembanding nama saat mendata")


def test_list_for_the_browser_holds_no_tag(client_of, sari):
    PersonFactory(household=HouseholdFactory(village=sari.region, hamlet="<i>&"))

    response = client_of(sari).get(KNOWN)

    assert ("<" in response.content.decode(), response.json()["places"][0][0]) == (False, "<i>&")
