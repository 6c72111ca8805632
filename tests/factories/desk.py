"""The work at a village's desk, for tests."""

import datetime as dt
from types import SimpleNamespace

import factory
from django.utils import timezone

from infopost.models import FamilyCall, Message, ReturnTalk, ReturnTask, Service, WritingConsent
from tests.factories.accounts import UserFactory
from tests.factories.households import HouseholdFactory, TripFactory
from tests.factories.regions import RegionFactory


class ServiceFactory(factory.django.DjangoModelFactory):
    """A nameless woman came to Korleko's post and was told how to go safely."""

    class Meta:
        model = Service

    village = factory.SubFactory(RegionFactory, code="5203172006")
    happened_on = dt.date(2026, 11, 24)
    topic = "info"
    way = "came"
    given = "told"
    minutes = 10
    sex = "P"
    noted_by = factory.SubFactory(UserFactory, username="sari", full_name="Sari Wulandari")
    changed_by = factory.SelfAttribute("noted_by")

    class Params:
        gathering = factory.Trait(sex="", way="event", men=8, women=24, people=32, hamlet="Gubuk Timuk")
        with_sheet = factory.Trait(sheet=factory.django.ImageField(filename="foto.jpg", width=40, height=30))
        promised = factory.Trait(follow_up="waiting", follow_up_on=dt.date(2026, 11, 26))


class FamilyCallFactory(factory.django.DjangoModelFactory):
    """The family of somebody in Malaysia said that all is well."""

    class Meta:
        model = FamilyCall

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1))
    village_id = factory.SelfAttribute("trip.village_id")
    called_on = dt.date(2026, 11, 24)
    way = "phone"
    said = "well"
    noted_by = factory.SelfAttribute("trip.created_by")
    changed_by = factory.SelfAttribute("noted_by")


class ReturnTalkFactory(factory.django.DjangoModelFactory):
    """The talk with somebody who came home on 1 March 2026, three weeks later."""

    class Meta:
        model = ReturnTalk

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1), returned_on=dt.date(2026, 3, 1))
    village_id = factory.SelfAttribute("trip.village_id")
    talked_on = dt.date(2026, 3, 22)
    changed_by = factory.SelfAttribute("trip.created_by")


class ReturnTaskFactory(factory.django.DjangoModelFactory):
    """A training that was offered to him until 24 November 2026."""

    class Meta:
        model = ReturnTask

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1), returned_on=dt.date(2026, 3, 1))
    village_id = factory.SelfAttribute("trip.village_id")
    offer = "training"
    due_on = dt.date(2026, 11, 24)
    noted_by = factory.SelfAttribute("trip.created_by")
    changed_by = factory.SelfAttribute("noted_by")


class WritingConsentFactory(factory.django.DjangoModelFactory):
    """A family said that it may be written to."""

    class Meta:
        model = WritingConsent

    household = factory.SubFactory(HouseholdFactory)
    village_id = factory.SelfAttribute("household.village_id")
    given_on = dt.date(2026, 11, 2)
    how = "spoken"
    noted_by = factory.SelfAttribute("household.created_by")
    changed_by = factory.SelfAttribute("noted_by")


class MessageFactory(factory.django.DjangoModelFactory):
    """A message that is ready for that family."""

    class Meta:
        model = Message

    household = factory.SubFactory(HouseholdFactory)
    village_id = factory.SelfAttribute("household.village_id")
    code = "come"
    text = "Mohon datang ke pos."
    noted_by = factory.SelfAttribute("household.created_by")
    changed_by = factory.SelfAttribute("noted_by")

    class Params:
        opened = factory.Trait(opened_at=dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC))


def desk_of(place, ended) -> SimpleNamespace:
    """One row of each kind in a place: of its head, who is away, and of a journey that somebody came home from."""
    about = {"village": place.village, "noted_by": place.officer, "changed_by": place.officer}
    return SimpleNamespace(
        service=ServiceFactory(person=place.head, promised=True, happened_on=timezone.localdate(), **about),
        talk=ServiceFactory(gathering=True, with_sheet=True, **about),
        call=FamilyCallFactory(trip=place.trip, said="no_news", noted_by=place.officer),
        task=ReturnTaskFactory(trip=ended, noted_by=place.officer),
        message=MessageFactory(household=place.household, noted_by=place.officer, opened=True),
    )
