"""How families live, what they need and what is sent home, for tests."""

import datetime as dt

import factory
from django.utils import timezone

from households.choices import Precision
from households.models import Circumstances, Need, Remittance
from households.rules.remittances import last_day
from tests.factories.households import HouseholdFactory


class CircumstancesFactory(factory.django.DjangoModelFactory):
    """How a family lives: nothing asked yet; a section that is given `*_told_on` became known then."""

    class Meta:
        model = Circumstances

    household = factory.SubFactory(HouseholdFactory)
    phone_answer = factory.LazyAttribute(lambda living: "number" if living.phone else "")
    phone = ""
    dwelling_told_on = contact_told_on = aid_told_on = income_told_on = None
    dwelling_known_at = factory.LazyAttribute(lambda living: timezone.now() if living.dwelling_told_on else None)
    contact_known_at = factory.LazyAttribute(lambda living: timezone.now() if living.contact_told_on else None)
    aid_known_at = factory.LazyAttribute(lambda living: timezone.now() if living.aid_told_on else None)
    income_known_at = factory.LazyAttribute(lambda living: timezone.now() if living.income_told_on else None)
    changed_by = factory.SelfAttribute("household.created_by")


class NeedFactory(factory.django.DjangoModelFactory):
    """Capital, needed since 3 November 2026 and not met; name `met_on` for one that is."""

    class Meta:
        model = Need

    household = factory.SubFactory(HouseholdFactory)
    kind = "capital"
    noted_on = dt.date(2026, 11, 3)
    noted_by = changed_by = factory.SelfAttribute("household.created_by")
    met_on = None
    met_precision = factory.LazyAttribute(lambda need: Precision.DAY if need.met_on else "")
    met_known_at = factory.LazyAttribute(lambda need: timezone.now() if need.met_on else None)
    met_by = factory.LazyAttribute(lambda need: need.noted_by if need.met_on else None)


class RemittanceFactory(factory.django.DjangoModelFactory):
    """One to three million in October 2026, of which nobody asked the use; name the nine `used_*`, in all ten."""

    class Meta:
        model = Remittance

    household = factory.SubFactory(HouseholdFactory)
    span = "month"
    first_on = dt.date(2026, 10, 1)
    last_on = factory.LazyAttribute(lambda one: last_day(one.first_on, one.span))
    amount = "from_1"
    created_by = factory.SelfAttribute("household.created_by")
    changed_by = factory.SelfAttribute("created_by")
