"""Candidates' files for tests, written straight into the tables."""

import datetime as dt

import factory

from households.choices import Evidence, Precision
from infopost.file_choices import SEVEN, Beside, FileStep, Office, OrderAnswer, ReferralReason, StepState, Written
from infopost.models import AgencyCheck, ContractCheck, DepartureGap, DocumentHelp, DocumentPhoto, Referral, StepNote
from tests.factories.households import PersonFactory, TripFactory
from tests.factories.infopost import AgencyListFactory


class CandidateFactory(TripFactory):
    """Somebody of Korleko who prepares to go to Taiwan since 1 October 2026, to care for old people."""

    person = factory.SubFactory(PersonFactory, household__hamlet="Dasan Baru")
    country = "TW"
    sector = "elderly_care"
    prospective_on = dt.date(2026, 10, 1)
    changed_at = dt.datetime(2026, 11, 1, 3, tzinfo=dt.UTC)


class StepNoteFactory(factory.django.DjangoModelFactory):
    """The candidate came to the post on 3 October 2026, as he told."""

    class Meta:
        model = StepNote

    trip = factory.SubFactory(CandidateFactory)
    step = FileStep.CONSULT
    state = StepState.DONE
    done_on = dt.date(2026, 10, 3)
    done_precision = Precision.DAY
    evidence = Evidence.TOLD
    noted_by = factory.SelfAttribute("trip.created_by")


class DocumentHelpFactory(factory.django.DjangoModelFactory):
    """The post helped with the passport on 5 October 2026."""

    class Meta:
        model = DocumentHelp

    trip = factory.SubFactory(CandidateFactory)
    kind = "passport"
    state = "held"
    helped_on = dt.date(2026, 10, 5)
    helped_by = factory.SelfAttribute("trip.created_by")


class DocumentPhotoFactory(factory.django.DjangoModelFactory):
    """A photograph of the passport, red all over."""

    class Meta:
        model = DocumentPhoto

    trip = factory.SubFactory(CandidateFactory)
    kind = "passport"
    photo = factory.django.ImageField(filename="foto.jpg", width=40, height=30, color="red")
    kept_by = factory.SelfAttribute("trip.created_by")


class DepartureGapFactory(factory.django.DjangoModelFactory):
    """Somebody left without having been insured."""

    class Meta:
        model = DepartureGap

    trip = factory.SubFactory(CandidateFactory)
    missing = ["step:during"]
    noted_by = factory.SelfAttribute("trip.created_by")


class AgencyCheckFactory(factory.django.DjangoModelFactory):
    """The newest list does not have the name, and no job order was shown."""

    class Meta:
        model = AgencyCheck

    trip = factory.SubFactory(CandidateFactory)
    checked_on = dt.date(2026, 11, 5)
    checked_by = factory.SelfAttribute("trip.created_by")
    name = "PT Entah Contoh"
    in_list = factory.SubFactory(AgencyListFactory)
    answer = "not_found"
    order_answer = OrderAnswer.NONE


class ContractCheckFactory(factory.django.DjangoModelFactory):
    """All seven things stand in the contract; read on 6 November 2026."""

    class Meta:
        model = ContractCheck

    trip = factory.SubFactory(CandidateFactory)
    checked_on = dt.date(2026, 11, 6)
    checked_by = factory.SelfAttribute("trip.created_by")
    beside = Beside.SPOUSE
    employer = worker = job = rights = terms = length = safety = Written.YES


class ReferralFactory(factory.django.DjangoModelFactory):
    """Referred to the one-roof service on 10 November 2026 to register; no answer yet."""

    class Meta:
        model = Referral

    trip = factory.SubFactory(CandidateFactory)
    office = Office.LTSA
    reason = ReferralReason.REGISTER
    referred_on = dt.date(2026, 11, 10)
    referred_by = factory.SelfAttribute("trip.created_by")


def all_written(**other) -> dict:
    """Yes to each of the seven things, but for what is named."""
    return dict.fromkeys(SEVEN, Written.YES.value) | other
