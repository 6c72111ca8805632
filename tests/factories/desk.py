"""The work at a village's desk, for tests."""

import datetime as dt

import factory

from infopost.models import Service
from tests.factories.accounts import UserFactory
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
        promised = factory.Trait(follow_up="waiting", follow_up_on=dt.date(2026, 11, 26))
