"""A visitor's family is registered from the visit, and the officer comes back with the visitor in it."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from households.models import Household, Person
from infopost.models import Service
from tests.factories.desk import ServiceFactory
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.forms import FAMILY_OF_THREE, registration_post
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

REGISTER = reverse("households:household_register")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def desk(client_of, sari):
    return client_of(sari)


def visit(sari, **values) -> Service:
    return ServiceFactory(**{"village": sari.region, "noted_by": sari, "sex": "P", "visitor_name": "Rusdah"} | values)


def register(desk, back, members=FAMILY_OF_THREE):
    page = desk.get(REGISTER, {"kembali": back}, follow=True)
    sent = registration_post(members) | ({"kembali": page.context["back_to"]} if page.context["back_to"] else {})
    return desk.post(page.context["form_action"], sent)


def test_registering_leads_back_to_the_visit_with_the_visitor_chosen(desk, sari):
    service = visit(sari)

    done = register(desk, service.get_absolute_url())
    page = desk.get(done.url, follow=True)
    form = page.context["form"]

    assert done.url == f"{service.get_absolute_url()}?keluarga={Household.objects.get().pk}"
    assert [words.split(" ")[0] for _, words in form.fields["person"].choices] == ["Ahlul", "Rusdah", "Adini", "Bukan"]
    assert form["person"].value() == str(Person.objects.get(name="Rusdah").pk)
    assert "Keluarganya sudah terdaftar" in page.content.decode()


def test_saving_makes_the_visitor_somebody_of_the_registry(desk, sari):
    service = visit(sari)
    page = desk.get(register(desk, service.get_absolute_url()).url, follow=True)
    form = page.context["form"]
    sent = {name: form[name].value() for name in ("topic", "given", "way", "minutes", "sex", "person")}
    day = {"happened_on_day": "24", "happened_on_month": "11", "happened_on_year": "2026"}

    desk.post(page.context["form_action"], sent | day | {"version": page.context["version"]})

    service.refresh_from_db()
    assert (service.person.name, service.visitor_name) == ("Rusdah", "")


def test_form_that_is_shown_again_still_leads_back(desk, sari):
    service = visit(sari)
    address = reverse("households:household_register", args=[new_id()])
    sent = registration_post() | {"kembali": service.get_absolute_url()}

    again = desk.post(address, sent | {"add_member": "1"})
    done, resent = desk.post(address, sent), desk.post(address, sent)

    assert again.context["back_to"] == service.get_absolute_url()
    assert (done.url, Household.objects.count()) == (resent.url, 1)
    assert f'name="kembali" value="{service.get_absolute_url()}"' in again.content.decode()


@pytest.mark.parametrize(
    "back", ["", "//jahat.example/", "https://jahat.example/", "desk", "/a?b=c", "/a#b", "/" + "a" * 120, "/\\jahat"]
)
def test_registering_leads_to_no_other_address(desk, back):
    assert register(desk, back).url == Household.objects.get().get_absolute_url()


@pytest.mark.parametrize(("name", "chosen"), [("", "P"), ("Inaq Zzz", "P"), ("", "L")])
def test_nameless_visitor_is_the_only_one_of_that_sex_in_the_family(desk, sari, name, chosen):
    family = HouseholdFactory(village=sari.region, created_by=sari)
    people = {"L": PersonFactory(household=family, head=True, sex="L"), "P": PersonFactory(household=family, sex="P")}
    service = visit(sari, visitor_name=name, sex=chosen)

    page = desk.get(f"{service.get_absolute_url()}?keluarga={family.pk}", follow=True)

    assert page.context["form"]["person"].value() == str(people[chosen].pk)


def test_where_several_may_have_come_nobody_is_chosen(desk, sari):
    family = HouseholdFactory(village=sari.region, created_by=sari)
    PersonFactory.create_batch(2, household=family, sex="P")
    service = visit(sari, visitor_name="")

    page = desk.get(f"{service.get_absolute_url()}?keluarga={family.pk}", follow=True)

    assert (page.context["form"].is_found, page.context["form"]["person"].value()) == (True, "")


def test_family_of_another_village_is_proposed_to_nobody(desk, sari, budi):
    stranger = PersonFactory(household=HouseholdFactory(village=budi.region, created_by=budi))
    service = visit(sari)

    page = desk.get(f"{service.get_absolute_url()}?keluarga={stranger.household_id}", follow=True)

    assert page.context["form"].is_found is False


def test_page_after_the_visit_leads_to_registering_and_back(desk, sari):
    service = visit(sari)

    page = desk.get(f"/layanan/?terakhir={service.pk}").content.decode()

    assert f"{REGISTER}?kembali={service.get_absolute_url()}" in page
