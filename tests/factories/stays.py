"""Where people were before, and families on their way: written straight into the tables."""

import datetime as dt

import factory
from django.utils import timezone

from households.choices import LeftHow, MemberMoveReason, Precision
from households.models import Absence, HeadChange, MemberMove, MoveOffer, PastMembership, PastResidence, Split
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.factories.regions import RegionFactory


class AbsenceFactory(factory.django.DjangoModelFactory):
    """Somebody moved out alone in January 2026 and came back in March."""

    class Meta:
        model = Absence

    person = factory.SubFactory(PersonFactory)
    left_on, back_on = dt.date(2026, 1, 1), dt.date(2026, 3, 1)
    left_precision = back_precision = Precision.DAY
    left_known_at = back_known_at = factory.LazyFunction(timezone.now)
    left_how = LeftHow.MOVED
    noted_by = factory.SelfAttribute("person.created_by")


class PastResidenceFactory(factory.django.DjangoModelFactory):
    """The family lived in Korleko until 1 October 2026, and elsewhere since."""

    class Meta:
        model = PastResidence

    household = factory.SubFactory(HouseholdFactory, village__code="5203212002")
    village = factory.SubFactory(RegionFactory, code="5203172006")
    until = dt.date(2026, 10, 1)


class PastMembershipFactory(factory.django.DjangoModelFactory):
    """A person belonged to that family in Korleko until then."""

    class Meta:
        model = PastMembership

    person = factory.SubFactory(PersonFactory)
    household = factory.SelfAttribute("person.household")
    village = factory.SubFactory(RegionFactory, code="5203172006")
    until = dt.date(2026, 10, 1)


class MemberMoveFactory(factory.django.DjangoModelFactory):
    """A person came to his family from another one of the village by marriage on 1 October 2026."""

    class Meta:
        model = MemberMove

    person = factory.SubFactory(PersonFactory)
    to_household = factory.SelfAttribute("person.household")
    stay = factory.SubFactory(
        PastMembershipFactory,
        person=factory.SelfAttribute("..person"),
        household=factory.SubFactory(HouseholdFactory, village=factory.SelfAttribute("..person.village")),
        village=factory.SelfAttribute("person.village"),
    )
    moved_precision = Precision.DAY
    reason = MemberMoveReason.MARRIED
    moved_by = factory.SelfAttribute("person.created_by")


class MoveOfferFactory(factory.django.DjangoModelFactory):
    """A family of Aikmel, a head alone, that is offered to Korleko and waits."""

    class Meta:
        model = MoveOffer
        skip_postgeneration_save = True

    household = factory.SubFactory(HouseholdFactory, village__code="5203092001")
    from_village = factory.SelfAttribute("household.village")
    to_village = factory.SubFactory(RegionFactory, code="5203172006")
    moved_on = dt.date(2026, 11, 10)
    moved_precision = Precision.DAY
    offered_by = factory.SelfAttribute("household.created_by")

    @factory.post_generation
    def head(self, create, name, **kwargs):
        """Its head, by whom the receiving village knows it."""
        if create:
            PersonFactory(household=self.household, head=True, name=name or "Kepala Pindahan")


class HeadChangeFactory(factory.django.DjangoModelFactory):
    """Somebody has become the head of his family on 5 November 2026; nobody's relation is touched."""

    class Meta:
        model = HeadChange

    person = factory.SubFactory(PersonFactory)
    household = factory.SelfAttribute("person.household")
    since_on = dt.date(2026, 11, 5)
    since_precision = Precision.DAY
    noted_by = factory.SelfAttribute("person.created_by")


class SplitFactory(factory.django.DjangoModelFactory):
    """A family that gave another one away; the people are not moved."""

    class Meta:
        model = Split

    household = factory.SubFactory(HouseholdFactory)
    new_household = factory.SubFactory(HouseholdFactory)
    split_on = dt.date(2026, 10, 1)
    split_precision = Precision.DAY
    split_by = factory.SelfAttribute("household.created_by")
