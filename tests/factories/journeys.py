"""What happened on journeys, for tests, written straight into the tables."""

import datetime as dt

import factory

from households.choices import Channel, ExtensionPlace, Precision
from households.models import ContactLoss, Extension
from tests.factories.households import TripFactory


class ExtensionFactory(factory.django.DjangoModelFactory):
    """The contract of somebody in Malaysia since 2024 was extended on 1 March 2026, nobody knows until when."""

    class Meta:
        model = Extension

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1))
    extended_on = dt.date(2026, 3, 1)
    extended_precision = Precision.DAY
    extended_by = factory.SelfAttribute("trip.created_by")
    place = ExtensionPlace.INDONESIA


class ContactLossFactory(factory.django.DjangoModelFactory):
    """No news since 1 May 2026; name the five `heard_*` to end it."""

    class Meta:
        model = ContactLoss

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1))
    lost_on = dt.date(2026, 5, 1)
    lost_precision = Precision.DAY
    lost_by = factory.SelfAttribute("trip.created_by")
    last_channel = Channel.PHONE
