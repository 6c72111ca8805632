"""Families for tests, written straight into the tables; tests of actions use the actions."""

import datetime as dt

import factory
from django.utils import timezone

from households.child_choices import Care
from households.choices import (
    ClosingReason,
    ConsentHow,
    Evidence,
    JoinedHow,
    LeftHow,
    NikMissing,
    Precision,
    Relation,
    Sex,
)
from households.models import (
    Caregiver,
    ChildProfile,
    Closing,
    Consent,
    Homecoming,
    Household,
    ImportBatch,
    Person,
    Trip,
    Visit,
)
from households.rules.names import searchable, together
from households.wording import CURRENT_VERSION
from tests.factories.accounts import UserFactory
from tests.factories.regions import RegionFactory


class HouseholdFactory(factory.django.DjangoModelFactory):
    """A family of Korleko in hamlet Dasan Baru, without members."""

    class Meta:
        model = Household

    village = factory.SubFactory(RegionFactory, code="5203172006")
    hamlet = "Dasan Baru"
    rt = "001"
    rw = "002"
    registered_on = dt.date(2026, 11, 1)
    created_by = factory.SubFactory(UserFactory, region=factory.SelfAttribute("..village"))
    changed_by = factory.SelfAttribute("created_by")


class PersonFactory(factory.django.DjangoModelFactory):
    """A grown child of the family, without NIK; name a `household` to add to one."""

    class Meta:
        model = Person

    household = factory.SubFactory(HouseholdFactory)
    village = factory.SelfAttribute("household.village")
    name = factory.Sequence(lambda n: f"Warga {n}")
    search_name = factory.LazyAttribute(lambda person: searchable(person.name))
    sex = Sex.FEMALE
    birth_on = dt.date(1990, 5, 17)
    birth_precision = Precision.DAY
    relation = Relation.CHILD
    nik = None
    nik_missing = factory.LazyAttribute(lambda person: "" if person.nik else NikMissing.NOT_AT_HAND)
    died_on = None
    died_precision = factory.LazyAttribute(lambda person: Precision.DAY if person.died_on else "")
    died_known_at = factory.LazyAttribute(lambda person: timezone.now() if person.died_on else None)
    joined_on = left_on = None
    joined_precision = factory.LazyAttribute(lambda person: Precision.DAY if person.joined_on else "")
    joined_known_at = factory.LazyAttribute(lambda person: timezone.now() if person.joined_on else None)
    joined_how = factory.LazyAttribute(lambda person: JoinedHow.MARRIED if person.joined_on else "")
    left_precision = factory.LazyAttribute(lambda person: Precision.DAY if person.left_on else "")
    left_known_at = factory.LazyAttribute(lambda person: timezone.now() if person.left_on else None)
    left_how = factory.LazyAttribute(lambda person: LeftHow.MOVED if person.left_on else "")
    created_by = factory.SelfAttribute("household.created_by")
    changed_by = factory.SelfAttribute("created_by")

    class Params:
        head = factory.Trait(relation=Relation.HEAD)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """The family's row names its members, as the actions keep it."""
        person = super()._create(model_class, *args, **kwargs)
        family = person.household
        names = family.members.values_list("search_name", flat=True)
        family.member_names, family.has_more_names = together(names)
        family.save(update_fields=["member_names", "has_more_names"])
        return person


class TripFactory(factory.django.DjangoModelFactory):
    """A journey to Malaysia with no step at all, which the database refuses: name the steps with `*_on` dates."""

    class Meta:
        model = Trip

    person = factory.SubFactory(PersonFactory)
    village_id = factory.SelfAttribute("person.village_id")
    country = "MY"
    evidence = Evidence.TOLD
    created_by = factory.SelfAttribute("person.created_by")
    changed_by = factory.SelfAttribute("created_by")
    prospective_on = departed_on = returned_on = cancelled_on = None
    prospective_precision = factory.LazyAttribute(lambda trip: Precision.DAY if trip.prospective_on else "")
    departed_precision = factory.LazyAttribute(lambda trip: Precision.DAY if trip.departed_on else "")
    returned_precision = factory.LazyAttribute(lambda trip: Precision.DAY if trip.returned_on else "")
    prospective_known_at = factory.LazyAttribute(lambda trip: timezone.now() if trip.prospective_on else None)
    departed_known_at = factory.LazyAttribute(lambda trip: timezone.now() if trip.departed_on else None)
    returned_known_at = factory.LazyAttribute(lambda trip: timezone.now() if trip.returned_on else None)
    cancelled_precision = factory.LazyAttribute(lambda trip: Precision.DAY if trip.cancelled_on else "")
    cancelled_known_at = factory.LazyAttribute(lambda trip: timezone.now() if trip.cancelled_on else None)


class ConsentFactory(factory.django.DjangoModelFactory):
    """A spoken consent of today."""

    class Meta:
        model = Consent

    household = factory.SubFactory(HouseholdFactory)
    given_by = "Kepala keluarga"
    how = ConsentHow.SPOKEN
    wording_version = CURRENT_VERSION
    given_on = dt.date(2026, 11, 1)
    recorded_by = factory.SelfAttribute("household.created_by")


class ChildProfileFactory(factory.django.DjangoModelFactory):
    """What is known of a child: nothing asked yet."""

    class Meta:
        model = ChildProfile

    person = factory.SubFactory(PersonFactory)
    changed_by = factory.SelfAttribute("person.created_by")


class CaregiverFactory(factory.django.DjangoModelFactory):
    """A neighbour who has looked after the child since 1 January 2026; name `person` for a member."""

    class Meta:
        model = Caregiver

    child = factory.SubFactory(PersonFactory, birth_on=dt.date(2016, 3, 10))
    person = None
    relation = Care.NEIGHBOUR
    since_on = dt.date(2026, 1, 1)
    since_precision = Precision.DAY
    ended_precision = factory.LazyAttribute(lambda care: Precision.DAY if care.ended_on else "")
    ended_known_at = factory.LazyAttribute(lambda care: timezone.now() if care.ended_on else None)
    ended_on = None
    recorded_by = factory.SelfAttribute("child.created_by")


class HomecomingFactory(factory.django.DjangoModelFactory):
    """Somebody back from Malaysia since 1 March 2026 who was asked nothing yet; name the answers."""

    class Meta:
        model = Homecoming

    trip = factory.SubFactory(TripFactory, returned_on=dt.date(2026, 3, 1))
    changed_by = factory.SelfAttribute("trip.created_by")


class VisitFactory(factory.django.DjangoModelFactory):
    """A visit by whoever registered the family."""

    class Meta:
        model = Visit

    household = factory.SubFactory(HouseholdFactory)
    visited_on = dt.date(2026, 11, 2)
    visited_by = factory.SelfAttribute("household.created_by")


class ClosingFactory(factory.django.DjangoModelFactory):
    """The family has moved away on 1 January 2026 and is closed still; name the `reopened_*` to end it."""

    class Meta:
        model = Closing

    household = factory.SubFactory(HouseholdFactory)
    reason = ClosingReason.MOVED
    closed_on = dt.date(2026, 1, 1)
    closed_precision = Precision.DAY
    closed_by = factory.SelfAttribute("household.created_by")
    reopened_on = None
    reopened_precision = factory.LazyAttribute(lambda closing: Precision.DAY if closing.reopened_on else "")


class ImportBatchFactory(factory.django.DjangoModelFactory):
    """A workbook that was read and not yet written; without the file itself."""

    class Meta:
        model = ImportBatch

    village = factory.SubFactory(RegionFactory, code="5203172006")
    file_name = "penduduk.xlsx"
    file_sha256 = factory.Sequence(lambda n: f"{n:064x}")
    layout = "opensid"
    uploaded_by = factory.SubFactory(UserFactory, region=factory.SelfAttribute("..village"))
