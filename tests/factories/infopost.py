"""What the information post tells, for tests."""

import datetime as dt

import factory

from infopost.choices import Charge, Counted, FactKind, LicenceState, Trust
from infopost.models import (
    Agency,
    AgencyList,
    CalendarEntry,
    ChargeRule,
    Fact,
    JobOrder,
    PageCount,
    ServicePost,
    Sign,
    VillageWarning,
)
from infopost.rules.companies import licence_key, name_key
from tests.factories.accounts import UserFactory
from tests.factories.regions import RegionFactory


class FactFactory(factory.django.DjangoModelFactory):
    """A telephone number that was read somewhere and that nobody has verified."""

    class Meta:
        model = Fact
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"nomor-{n}")
    kind = FactKind.HOTLINE
    title = "Pusat panggilan contoh"
    value = "0-800-1000"
    trust = Trust.SOURCED
    source = "Situs contoh"

    class Params:
        verified = factory.Trait(
            verified_on=dt.date(2026, 11, 1),
            verified_by=factory.SubFactory(UserFactory, username="dewi", full_name="Dewi Lestari", ministry=True),
        )


class ServicePostFactory(factory.django.DjangoModelFactory):
    """Korleko's post."""

    class Meta:
        model = ServicePost

    village = factory.SubFactory(RegionFactory, code="5203172006")
    place = "Balai Desa Korleko"
    hours = "Senin–Jumat, 08.00–15.00"
    officer_name = "Sari Wulandari"


class SignFactory(factory.django.DjangoModelFactory):
    """A heavy sign."""

    class Meta:
        model = Sign
        django_get_or_create = ("code",)

    code = "D01"
    weight = 5
    reason = "Visanya bukan visa kerja."
    source = "Situs contoh"


class AgencyListFactory(factory.django.DjangoModelFactory):
    """A list of invented companies that answers families."""

    class Meta:
        model = AgencyList

    listed_on = dt.date(2026, 11, 1)
    source = "Daftar contoh"
    file_name = "daftar.csv"
    brought_by = factory.SubFactory(UserFactory, username="dewi", full_name="Dewi Lestari", ministry=True)
    used_at = dt.datetime(2026, 11, 2, 3, tzinfo=dt.UTC)

    class Params:
        waiting = factory.Trait(used_at=None)


class AgencyFactory(factory.django.DjangoModelFactory):
    """A licensed company of that list."""

    class Meta:
        model = Agency

    in_list = factory.SubFactory(AgencyListFactory)
    name = "PT Melati Contoh"
    licence = factory.Sequence(lambda n: f"CONTOH {n}")
    state = LicenceState.ACTIVE
    valid_until = dt.date(2027, 12, 31)
    name_key = factory.LazyAttribute(lambda agency: name_key(agency.name))
    licence_key = factory.LazyAttribute(lambda agency: licence_key(agency.licence))


class VillageWarningFactory(factory.django.DjangoModelFactory):
    """A warning at Korleko's post."""

    class Meta:
        model = VillageWarning

    village = factory.SubFactory(RegionFactory, code="5203172006")
    poses_as = "petugas kementerian"
    how = "Datang ke rumah dan minta uang muka."
    since = dt.date(2026, 10, 1)
    since_precision = "month"
    until = dt.date(2026, 12, 31)
    noted_by = factory.SubFactory(UserFactory, username="sari", full_name="Sari Wulandari")


class ChargeRuleFactory(factory.django.DjangoModelFactory):
    """Nothing may be charged; nobody has verified it, and it holds for each country and job unless the test says."""

    class Meta:
        model = ChargeRule
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"aturan-{n}")
    charge = Charge.FREE
    free = "Tiket dan visa."
    payer = "Majikan"
    trust = Trust.SOURCED
    source = "Situs contoh"

    class Params:
        verified = factory.Trait(
            verified_on=dt.date(2026, 11, 1),
            verified_by=factory.SubFactory(UserFactory, username="dewi", full_name="Dewi Lestari", ministry=True),
        )


class PageCountFactory(factory.django.DjangoModelFactory):
    """Openings of a topic at Korleko's post."""

    class Meta:
        model = PageCount

    day = dt.date(2026, 11, 24)
    village = factory.SubFactory(RegionFactory, code="5203172006")
    kind = Counted.PAGE
    subject = "pulang"
    times = 3


class NoticeFactory(factory.django.DjangoModelFactory):
    """A row of the board for the whole country."""

    class Meta:
        abstract = True

    source = "Surat contoh"
    told_on = dt.date(2026, 11, 20)
    noted_by = factory.SubFactory(UserFactory, username="dewi", full_name="Dewi Lestari", ministry=True)


class JobOrderFactory(NoticeFactory):
    """Places on a plantation in Malaysia."""

    class Meta:
        model = JobOrder

    agency_name = "PT Melati Contoh"
    country = "MY"
    sector = "plantation"
    closes_on = dt.date(2026, 12, 31)


class CalendarEntryFactory(NoticeFactory):
    """A training."""

    class Meta:
        model = CalendarEntry

    kind = "training"
    title = "Pelatihan kue"
    starts_on = dt.date(2026, 11, 1)
    ends_on = dt.date(2026, 12, 31)
