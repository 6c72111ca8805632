"""What the information post tells, for tests."""

import datetime as dt

import factory

from infopost.choices import FactKind, Trust
from infopost.models import Fact
from tests.factories.accounts import UserFactory


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
