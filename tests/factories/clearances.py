"""What was found right as it is, for tests."""

import factory

from households.choices import Check
from households.models import HouseholdClearance, PersonClearance
from households.rules.clearing import basis
from tests.factories.households import HouseholdFactory, PersonFactory


class HouseholdClearanceFactory(factory.django.DjangoModelFactory):
    """The family shares its card with another house, and that is right."""

    class Meta:
        model = HouseholdClearance

    household = factory.SubFactory(HouseholdFactory)
    code = Check.CARD_SHARED
    note = "Dua rumah, satu KK"
    basis = factory.LazyAttribute(lambda clearance: basis(clearance.code, clearance.household))
    cleared_by = factory.SelfAttribute("household.created_by")


class PersonClearanceFactory(factory.django.DjangoModelFactory):
    """The NIK tells another birth date, and that is right."""

    class Meta:
        model = PersonClearance

    person = factory.SubFactory(PersonFactory)
    code = Check.NIK_BIRTH_DIFFERS
    note = "Sama di KTP dan KK"
    basis = factory.LazyAttribute(lambda clearance: basis(clearance.code, clearance.person))
    cleared_by = factory.SelfAttribute("person.created_by")
