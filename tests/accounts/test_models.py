"""What the database holds accounts and the book of acts to."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.audit import record
from accounts.models import Act, AuditEvent, User
from accounts.roles import Role, Verb
from tests.factories.accounts import UserFactory
from tests.factories.regions import RegionFactory

pytestmark = pytest.mark.django_db

REGIONS = {"none": None, "province": "52", "regency": "5203", "district": "520317", "village": "5203172006"}
FITS = {
    Role.VILLAGE_OFFICER: "village",
    Role.VILLAGE_HEAD: "village",
    Role.REGENCY_COORDINATOR: "regency",
    Role.PROVINCE_MONITOR: "province",
    Role.MINISTRY_MONITOR: "none",
    Role.ADMINISTRATOR: "none",
}


@pytest.mark.parametrize("role", [*FITS, "tamu"])
@pytest.mark.parametrize("level", REGIONS)
def test_role_and_region_fit_or_the_database_refuses(role, level):
    code = REGIONS[level]
    region = RegionFactory(code=code) if code else None
    user = User(username="uji", full_name="Uji", role=role, region=region)

    if FITS.get(role) == level:
        user.save()
    else:
        with pytest.raises(IntegrityError), transaction.atomic():
            user.save()

    assert User.objects.count() == (FITS.get(role) == level)


def test_role_and_region_that_do_not_fit_are_refused_in_words():
    user = User(username="uji", full_name="Uji", role=Role.VILLAGE_OFFICER, region=RegionFactory(code="5203"))

    with pytest.raises(ValidationError) as refused:
        user.validate_constraints()

    assert refused.value.messages == ["Wilayah tidak cocok dengan peran. Pilih wilayah pada tingkat peran ini."]


@pytest.mark.parametrize(
    ("changes", "may"),
    [({}, True), ({"is_active": False}, False), ({"role": "tamu"}, False), ({"region": None}, False)],
)
def test_account_without_office_region_or_life_may_nothing(changes, may):
    user = UserFactory.build(region=RegionFactory(code="5203172006"))
    for name, value in changes.items():
        setattr(user, name, value)

    assert user.may(Verb.READ_HOUSEHOLDS) == may


def test_line_of_the_book_of_acts_stays_as_it_was_written(sari):
    line = record(Act.SIGNED_OUT, by=sari)

    with pytest.raises(TypeError):
        line.save()
    with pytest.raises(TypeError):
        line.delete()

    assert AuditEvent.objects.get().actor_name == "Sari Wulandari"
