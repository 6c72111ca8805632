"""Checks of a table asked at once."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from tests.factories.households import PersonFactory, TripFactory
from toolkit.constraints import refuse_broken

pytestmark = pytest.mark.django_db


@pytest.fixture
def head():
    return PersonFactory()


def test_row_that_may_be_is_asked_about_in_one_query(head, django_assert_num_queries):
    trip = TripFactory(person=head, departed_on=dt.date(2024, 3, 1))

    with django_assert_num_queries(3) as asked:
        refuse_broken(trip)

    assert [query["sql"].split()[0] for query in asked.captured_queries] == ["SAVEPOINT", "SELECT", "RELEASE"]


def test_each_check_that_is_broken_is_said(head):
    trip = TripFactory.build(
        person=head, departed_on=dt.date(2024, 3, 1), return_reason="pregnant", returned_evidence="told"
    )

    with pytest.raises(ValidationError) as refused:
        refuse_broken(trip)

    assert refused.value.messages == [
        "Alasan pulang hanya diisi bila sudah pulang.",
        "Dari mana diketahui hanya diisi bila sudah pulang.",
    ]


def test_number_that_another_row_has_is_refused(head):
    PersonFactory(household=head.household, nik="5203171705800003")
    twin = PersonFactory.build(household=head.household, village=head.village, nik="5203171705800003")

    with pytest.raises(ValidationError) as refused:
        refuse_broken(twin)

    assert refused.value.messages == ["NIK ini sudah terdata di desa ini. Cari dulu orangnya di daftar."]
