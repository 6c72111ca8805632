"""What happened on journeys, for tests, written straight into the tables."""

import datetime as dt

import factory

from households.choices import Channel, Evidence, ExtensionPlace, Precision
from households.models import ContactLoss, Extension, Placement, PlacementReview, TripDocument
from households.placement_choices import DocumentKind, DocumentState, PlacementStatus, Recruiter, Scheme, Visa
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


class PlacementFactory(factory.django.DjangoModelFactory):
    """Placed by an agency with a work visa, as the family tells."""

    class Meta:
        model = Placement

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1))
    scheme = Scheme.P_TO_P
    recruiter = Recruiter.AGENCY
    visa = Visa.WORK
    way_evidence = Evidence.TOLD


class TripDocumentFactory(factory.django.DjangoModelFactory):
    """A passport that the officer saw."""

    class Meta:
        model = TripDocument

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1))
    kind = DocumentKind.PASSPORT
    state = DocumentState.HELD
    number = "A1234567"
    evidence = Evidence.DOCUMENT


class PlacementReviewFactory(factory.django.DjangoModelFactory):
    """Decided on 2 November 2026: as the rule said, it cannot be made sure."""

    class Meta:
        model = PlacementReview

    trip = factory.SubFactory(TripFactory, departed_on=dt.date(2024, 3, 1))
    decided_on = dt.date(2026, 11, 2)
    decided_by = factory.SelfAttribute("trip.created_by")
    status = PlacementStatus.UNKNOWN
    suggestion = PlacementStatus.UNKNOWN
    evidence = Evidence.UNKNOWN
