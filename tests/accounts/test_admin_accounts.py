"""Accounts, places and the book of acts in the admin: edited by the portal's own actions, by whom the table allows."""

import datetime as dt

from django.urls import reverse

from accounts.models import AuditEvent, User
from regions.models import ProgrammeMembership
from tests.factories.regions import MembershipFactory
from toolkit.ids import new_id

NEW = {"full_name": "Lale Sri", "username": "lale", "role": "village_officer", "region": "5203172006"}


def names(response):
    return [row.full_name for row in response.context["cl"].result_list]


def test_list_holds_the_accounts_that_the_reader_keeps(client_of, rina, sari, budi, wulan, adi):
    assert names(client_of(rina).get("/admin/accounts/user/")) == ["Budi Hartono", "Sari Wulandari"]


def test_list_shows_no_password_and_no_flag(client_of, rina, sari):
    page = client_of(rina).get(f"/admin/accounts/user/{sari.pk}/change/").content.decode()

    assert sari.password not in page
    assert "superuser" not in page


def test_filter_offers_the_roles_that_the_reader_keeps(client_of, adi, rina, sari):
    def offered(user):
        specs = client_of(user).get("/admin/accounts/user/").context["cl"].filter_specs
        return [spec.lookup_choices for spec in specs if spec.title == "peran"]

    assert len(offered(adi)[0]) == 6
    assert offered(rina) == [[("village_officer", "Petugas desa"), ("village_head", "Kepala desa")]]


def test_account_is_closed_by_the_portals_action(client_of, rina, sari):
    response = client_of(rina).post(f"/admin/accounts/user/{sari.pk}/change/", {})

    assert response.status_code == 302
    sari.refresh_from_db()
    assert sari.is_active is False
    event = AuditEvent.objects.get(act="account_changed")
    assert (event.actor, event.record_id, event.fields) == (rina, str(sari.pk), ["is_active"])


def test_account_is_opened_again(client_of, rina, sari):
    User.objects.filter(pk=sari.pk).update(is_active=False)

    client_of(rina).post(f"/admin/accounts/user/{sari.pk}/change/", {"is_active": "on"})

    sari.refresh_from_db()
    assert sari.is_active is True


def test_post_changes_nothing_but_whether_an_account_may_be_used(client_of, rina, sari):
    smuggled = {"is_active": "on", "role": "administrator", "region": "", "full_name": "X", "is_superuser": "on"}

    client_of(rina).post(f"/admin/accounts/user/{sari.pk}/change/", smuggled)

    sari.refresh_from_db()
    assert (sari.role, sari.region_id, sari.full_name) == ("village_officer", "5203172006", "Sari Wulandari")
    assert sari.is_superuser is False


def test_nobody_closes_his_own_account_or_one_above(client_of, rina, adi):
    client = client_of(rina)

    assert client.post(f"/admin/accounts/user/{rina.pk}/change/", {}).status_code == 404
    assert client.post(f"/admin/accounts/user/{adi.pk}/change/", {}).status_code == 404


def test_new_account_is_made_once_and_leads_to_its_code(client_of, rina, korleko):
    client, url = client_of(rina), reverse("admin:accounts_user_add", args=[new_id()])

    first, second = client.post(url, NEW), client.post(url, NEW)

    made = User.objects.get(username="lale")
    assert first.url == second.url == f"/akun/{made.pk}/"
    assert AuditEvent.objects.filter(act="account_created").count() == 1


def test_new_account_beyond_the_makers_reach_is_refused(client_of, rina, kuripan):
    client, url = client_of(rina), reverse("admin:accounts_user_add", args=[new_id()])

    response = client.post(url, NEW | {"region": "3307102004"})

    assert response.status_code == 200
    assert "Lale Sri" in response.content.decode()
    assert not User.objects.filter(username="lale").exists()


def test_history_tells_who_changed_the_account(client_of, rina, sari):
    client = client_of(rina)
    client.post(f"/admin/accounts/user/{sari.pk}/change/", {})

    page = client.get(f"/admin/accounts/user/{sari.pk}/history/")

    assert [(line.who, line.act) for line in page.context["lines"]] == [("Rina Astuti", "mengubah akun")]


def test_places_are_the_administrators(client_of, rina, adi, korleko):
    assert client_of(adi).get("/admin/regions/region/").status_code == 200
    assert client_of(rina).get("/admin/regions/region/").status_code == 404


def test_places_are_found_by_any_part_of_their_name(client_of, adi, korleko, lenek_lauk):
    response = client_of(adi).get("/admin/regions/region/?q=korle")

    assert [region.pk for region in response.context["cl"].result_list] == ["5203172006"]


def test_namesakes_are_told_apart_by_where_they_lie(client_of, adi, sari):
    MembershipFactory(village=sari.region)
    client = client_of(adi)

    regions = client.get("/admin/regions/region/?q=korleko").content.decode()
    memberships = client.get("/admin/regions/programmemembership/").content.decode()
    accounts = client.get("/admin/accounts/user/").content.decode()

    assert "Labuhan Haji · Lombok Timur" in regions
    assert '<td class="field-usable">Aktif</td>' in accounts
    assert "Korleko, Labuhan Haji, Lombok Timur" in memberships
    assert "Korleko, Labuhan Haji, Lombok Timur" in accounts


def test_year_of_a_membership_has_no_thousands(client_of, adi, korleko):
    MembershipFactory(village=korleko, since_year=2016)

    page = client_of(adi).get("/admin/regions/programmemembership/").content.decode()

    assert (">2016<" in page, "2.016" in page) == (True, False)


def test_places_are_written_by_their_loader_alone(client_of, adi, korleko):
    assert client_of(adi).post("/admin/regions/region/5203172006/change/", {"name": "X"}).status_code == 404


def membership_post(**other):
    year = {"since_day": "", "since_month": "", "since_year": "2018"}
    decree = {"decree_date_day": "", "decree_date_month": "", "decree_date_year": ""}
    return (
        {"programme": "DESMIGRATIF", "source": "SK Bupati", "status": "active", "version": "1"} | year | decree | other
    )


def test_membership_is_noted_from_its_village(client_of, adi, korleko):
    url = reverse("admin:regions_programmemembership_add", args=["5203172006", new_id()])

    response = client_of(adi).post(url, membership_post())

    assert response.url == "/admin/regions/programmemembership/"
    assert ProgrammeMembership.objects.get().since_year == 2018
    assert AuditEvent.objects.filter(act="region_changed", actor=adi).count() == 1


def test_membership_that_somebody_else_changed_is_compared(client_of, adi, korleko):
    kept = MembershipFactory(village=korleko)
    ProgrammeMembership.objects.filter(pk=kept.pk).update(version=2, source="berita")
    url = reverse("admin:regions_programmemembership_change", args=[kept.pk, new_id()])

    response = client_of(adi).post(url, membership_post())

    assert response.status_code == 200
    assert response.context["compared"]
    kept.refresh_from_db()
    assert kept.source == "berita"


def test_book_of_acts_is_the_coordinators_and_of_his_region(client_of, rina, sari, wulan):
    AuditEvent.objects.create(act="viewed", region_code="5203172006")
    AuditEvent.objects.create(act="viewed", region_code="3307102004")

    found = client_of(rina).get("/admin/accounts/auditevent/").context["cl"].result_list

    assert [event.region_code for event in found] == ["5203172006"]
    assert client_of(sari).get("/admin/accounts/auditevent/").status_code == 404


def test_lines_of_the_book_say_when_as_the_portal_does(client_of, rina, sari):
    at = dt.datetime(2026, 11, 23, 1, 5, tzinfo=dt.UTC)
    line = AuditEvent.objects.create(act="viewed", region_code=sari.region_id, at=at)

    pages = [client_of(rina).get(f"/admin/accounts/auditevent/{page}") for page in ("", f"{line.pk}/change/")]

    assert ["23 November 2026, 09.05 WITA" in page.content.decode() for page in pages] == [True, True]
