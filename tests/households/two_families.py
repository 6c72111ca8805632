"""Two families of one village, and whoever goes over from one to the other."""

import datetime as dt

from django.urls import reverse

from households import actions
from households.choices import Relation
from households.models import Person
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory, TripFactory
from toolkit.dates import PartialDate
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
TENTH, TWELFTH = PartialDate(dt.date(2026, 11, 10), "day"), PartialDate(dt.date(2026, 11, 12), "day")
LINE = "Lalu Hadi · Dusun Mangsit RT 004 · 2 orang"


def family_of(officer, /, **people):
    household = HouseholdFactory(village=officer.region, created_by=officer)
    ConsentFactory(household=household)
    for name, relation in people.items():
        PersonFactory(household=household, name=name, relation=relation)
    return household


def family_of_amaq(officer):
    """With a daughter, Sahnim, who works abroad."""
    household = family_of(officer, Amaq="head", Inaq="wife", Sahnim="child")
    TripFactory(person=member("Sahnim"), departed_on=dt.date(2025, 1, 1))
    return household


def family_of_hadi(officer):
    """With a hamlet, a card and a grown child, Ahyar."""
    household = HouseholdFactory(
        village=officer.region, created_by=officer, hamlet="Mangsit", rt="004", family_card_number="5203170101207777"
    )
    PersonFactory(household=household, name="Lalu Hadi", head=True)
    PersonFactory(household=household, name="Ahyar")
    return household


def member(name):
    return Person.objects.get(name=name)


def move(by, name, household, *, version=None, when=TENTH, relation=Relation.CHILD_IN_LAW):
    person = member(name)
    return actions.move_member(
        by=by, person_id=person.pk, version=version or person.version, to_household_id=household.pk,
        relation=relation, reason="married", moved=when, today=TODAY,
    )  # fmt: skip


def undo(by, name):
    person = member(name)
    return actions.withdraw_member_move(by=by, person_id=person.pk, version=person.version)


def stays(name):
    return [(stay.household_id, stay.since, stay.until) for stay in member(name).past_memberships.all()]


def offer(by, household, to):
    actions.offer_move(
        by=by, household_id=household.pk, version=1, to_village=to.region, moved=TENTH, note="", today=TODAY
    )


def address(person, op=None):
    return reverse("households:person_move", args=[person.pk, op or new_id()])


def post(client, person, op=None, /, **answers):
    person = Person.objects.get(pk=person.pk)
    return client.post(address(person, op), {"version": str(person.version)} | answers)


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def offered(response):
    """The families that the page offers to pick."""
    return [label for _, label in response.context["form"].fields["target"].choices]
