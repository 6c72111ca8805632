"""What the information post tells, for tests."""

import datetime as dt

import factory

from infopost.choices import FactKind, Trust
from infopost.models import Fact, ServicePost, Sign
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
