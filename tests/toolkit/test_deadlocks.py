"""Two transactions that wait for each other."""

import threading

import pytest
from django.db import OperationalError, connection, transaction

from regions.models import Region
from tests.factories.regions import RegionFactory
from tests.racing import at_once
from toolkit.deadlocks import is_deadlock


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="writers of SQLite take turns and never wait crosswise")
def test_of_two_who_wait_for_each_other_one_is_told_so():
    codes = [RegionFactory(code=code).pk for code in ("11", "12")]
    both = threading.Barrier(2)

    def lock(first, second):
        with transaction.atomic():
            Region.objects.select_for_update().get(pk=first)
            both.wait(timeout=10)
            Region.objects.select_for_update().get(pk=second)

    results = at_once(lambda: lock(*codes), lambda: lock(*codes[::-1]))

    assert [is_deadlock(error) for error in results if error is not None] == [True]


def test_another_trouble_of_the_database_is_no_deadlock():
    assert is_deadlock(OperationalError("server closed the connection")) is False
