"""Accounts for tests: an officer of Korleko unless another role or region is given."""

import factory

from accounts.models import User
from accounts.roles import Role
from tests.factories.regions import RegionFactory

PASSWORD = "empat kata acak dari desa 17"


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who has chosen a password and may sign in."""

    class Meta:
        model = User
        django_get_or_create = ("username",)
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"petugas{n}")
    full_name = factory.LazyAttribute(lambda user: user.username.title())
    role = Role.VILLAGE_OFFICER
    region = factory.SubFactory(RegionFactory, code="5203172006")
    must_change_password = False
    password = factory.django.Password(PASSWORD)

    class Params:
        head = factory.Trait(role=Role.VILLAGE_HEAD)
        coordinator = factory.Trait(
            role=Role.REGENCY_COORDINATOR, region=factory.SubFactory(RegionFactory, code="5203")
        )
        province = factory.Trait(role=Role.PROVINCE_MONITOR, region=factory.SubFactory(RegionFactory, code="52"))
        ministry = factory.Trait(role=Role.MINISTRY_MONITOR, region=None)
        administrator = factory.Trait(role=Role.ADMINISTRATOR, region=None)
