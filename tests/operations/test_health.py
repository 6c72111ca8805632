"""`/sehat`, for the machine that watches the portal."""

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def test_health_of_a_portal_that_can_work(client, db):
    response = client.get("/sehat")

    assert (response.status_code, response.json()) == (200, {"sehat": True, "masalah": ""})


def test_health_tells_of_a_migration_that_has_not_run(client, db):
    newest = MigrationRecorder(connection).migration_qs.filter(app="accounts").order_by("name").last()
    newest.delete()

    response = client.get("/sehat")

    assert (response.status_code, response.json()) == (
        503,
        {"sehat": False, "masalah": "Ada migrasi yang belum dijalankan. Ketik: manage.py migrate"},
    )


def test_health_asks_little(client, db, django_assert_max_num_queries):
    client.get("/sehat")

    with django_assert_max_num_queries(2):
        client.get("/sehat")


def test_health_of_an_unreachable_database(client, transactional_db, monkeypatch):
    # A host that is no folder and a file in no folder: both databases refuse at once.
    connection.close()
    place = "HOST" if connection.vendor == "postgresql" else "NAME"
    with monkeypatch.context() as patch:
        patch.setitem(connection.settings_dict, place, "/tidak/ada")
        response = client.get("/sehat")

    assert (response.status_code, response.json()) == (503, {"sehat": False, "masalah": "Basis data tidak menjawab."})


def test_health_changes_nothing(client, db):
    assert client.post("/sehat").status_code == 405
