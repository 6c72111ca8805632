"""What people see when something breaks."""

import pytest
from django.db import OperationalError, connection

from households.models import Household

pytestmark = pytest.mark.django_db


def failing_on(table: str, error: Exception):
    def fail(execute, sql, params, many, context):
        if table in sql:
            raise error
        return execute(sql, params, many, context)

    return connection.execute_wrapper(fail)


@pytest.mark.parametrize("table", ["households_household", "django_session"])
def test_database_that_is_away_is_a_busy_server(client_of, sari, table):
    client = client_of(sari, raise_request_exception=False)

    with failing_on(table, OperationalError("database is locked")):
        response = client.get("/rumah-tangga/")

    assert (response.status_code, response["Retry-After"], "Portal sedang sibuk" in response.content.decode()) == (
        503,
        "60",
        True,
    )


def test_other_faults_are_a_server_error(client_of, sari):
    client = client_of(sari, raise_request_exception=False)

    with failing_on("households_household", ValueError("broken")):
        response = client.get("/rumah-tangga/")

    assert (response.status_code, "broken" in response.content.decode()) == (500, False)


def test_address_that_is_refused_says_so_in_words(client_of, sari):
    response = client_of(sari).get("/admin/households/person/?nik__startswith=52")

    assert (response.status_code, "tidak dapat dibaca" in response.content.decode()) == (400, True)


def test_full_disk_saves_nothing_and_says_so(client_of, place_of, sari):
    place = place_of(sari)
    client = client_of(sari, raise_request_exception=False)

    with failing_on("UPDATE", OperationalError("database or disk is full")):
        response = client.post(
            f"/rumah-tangga/{place.household.pk}/ubah/01a205de-fd13-761c-ac6d-2315c800d037/",
            {"hamlet": "Lain", "version": "1"},
        )

    assert (response.status_code, Household.objects.get(pk=place.household.pk).version) == (503, 1)
