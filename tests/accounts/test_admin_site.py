"""Django's admin as a room of the portal: who comes in, by which door, and what it never does."""

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from accounts.models import AuditEvent
from households.models import Household, Person


@pytest.mark.parametrize("username", ["sari", "rina", "adi"])
def test_admin_opens_to_whom_the_table_of_roles_says(username, client_of, request):
    response = client_of(request.getfixturevalue(username)).get("/admin/")

    assert response.status_code == 200
    assert "Kembali ke portal" in response.content.decode()


@pytest.mark.parametrize("username", ["agus", "dewi"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/households/household/", "/admin/tidak-ada/"])
def test_admin_does_not_exist_for_monitors(username, path, client_of, request):
    assert client_of(request.getfixturevalue(username)).get(path).status_code == 404


def test_admin_sends_a_stranger_to_the_portals_own_sign_in(client, db):
    response = client.get("/admin/households/person/")

    assert response.status_code == 302
    assert response.url == "/masuk/?next=%2Fadmin%2Fhouseholds%2Fperson%2F"


def test_admin_has_no_sign_in_and_no_password_page_of_its_own(client_of, sari):
    client = client_of(sari)

    assert client.get("/admin/login/").url == "/admin/"
    assert client.post("/admin/login/", {"username": "sari", "password": "x"}).status_code == 405
    assert client.get("/admin/password_change/").url == "/sandi/"


def test_admin_asks_for_no_flag_of_django(client_of, sari):
    sari.is_superuser = True
    sari.save()

    assert client_of(sari).get("/admin/accounts/user/").status_code == 404


def test_admin_may_not_be_framed(client_of, sari):
    response = client_of(sari).get("/admin/")

    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("door", ["logout", "autocomplete", "view_on_site", "auth_group_changelist"])
def test_admin_leaves_some_of_djangos_doors_out(door):
    with pytest.raises(NoReverseMatch):
        reverse(f"admin:{door}")


@pytest.mark.parametrize("model", [Household, Person])
@pytest.mark.parametrize("act", ["add", "delete"])
def test_admin_neither_adds_nor_deletes_what_the_registry_keeps(model, act):
    with pytest.raises(NoReverseMatch):
        reverse(f"admin:households_{model._meta.model_name}_{act}")


def test_admin_shows_everything_of_the_registry_read_only(rf, sari):
    request = rf.get("/admin/")
    request.user = sari
    registered = [kind for kind in admin.site._registry.items() if kind[0]._meta.app_label == "households"]

    assert {Household, Person} <= {model for model, _ in registered}
    for _, kind in registered:
        assert not kind.has_add_permission(request)
        assert not kind.has_change_permission(request)
        assert not kind.has_delete_permission(request)
        assert kind.get_actions(request) == {}


def test_admin_shows_each_office_its_own_kinds(client_of, sari, rina, adi):
    def shown(user):
        apps = client_of(user).get("/admin/").context["app_list"]
        return {model["object_name"] for app in apps for model in app["models"]}

    assert "User" not in shown(sari)
    assert "ImportBatch" in shown(sari)
    assert {"User", "AuditEvent", "Household"} <= shown(rina)
    assert "ImportBatch" not in shown(rina)
    assert shown(adi) == {"User", "Region", "Succession", "ProgrammeMembership"}


def test_denial_in_the_admin_is_noted_with_the_key_alone(client_of, sari, budi, place_of):
    stranger = place_of(budi)

    client_of(sari).get(f"/admin/households/person/{stranger.head.pk}/change/")

    event = AuditEvent.objects.get(act="denied")
    assert (event.reason, event.record_id) == ("admin:households_person_change", str(stranger.head.pk))
