"""The pages of what happens to a family."""

import datetime as dt

import pytest
from django.urls import reverse

from households.models import Household, Person
from households.views.presenting import age_in_words
from tests.factories.households import ClosingFactory, HouseholdFactory, PersonFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def post(client, name, record, follow=False, **answers):
    address = reverse(f"households:{name}", args=[record.pk, new_id()])
    return client.post(address, {"version": str(record.version), **answers}, follow=follow)


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_visit_stands_in_the_familys_line_with_who_was_there(client, place):
    post(client, "household_verify", place.household, visited_day="2", visited_month="11", visited_year="2026")

    page = read(client, place.household)
    assert "Diverifikasi saat kunjungan" in page
    assert "oleh Sari Wulandari" in page


@pytest.mark.parametrize("day", ["", "30"])
def test_visit_without_a_whole_date_or_of_tomorrow_is_refused(client, place, day):
    response = post(
        client, "household_verify", place.household, visited_day=day, visited_month="12", visited_year="2098"
    )

    assert (response.status_code, place.household.visits.count()) == (200, 0)


def test_visit_by_mistake_goes(client, place):
    post(client, "household_verify", place.household, visited_day="2", visited_month="11", visited_year="2026")
    household = Household.objects.get(pk=place.household.pk)

    post(client, "household_verify", household, what="mistake")

    assert household.visits.count() == 0
    assert "Diverifikasi" not in read(client, household)


def test_visit_of_the_second_editor_is_compared(client, place):
    stale = place.household
    post(client, "household_verify", stale, visited_day="2", visited_month="11", visited_year="2026")

    response = post(
        client, "household_verify", stale, what="happened", visited_day="3", visited_month="11", visited_year="2026"
    )

    assert response.context["compared"] == [
        {"label": "Tanggal kunjungan", "saved": "2 November 2026", "yours": "3 November 2026", "differs": True}
    ]


def test_death_of_the_head_leads_to_the_new_head_and_then_home(client, place):
    response = post(client, "person_death", place.head, follow=True, died_year="2026")
    form = response.context["form"]
    household = Household.objects.get(pk=place.household.pk)

    post(client, "household_head", household, head=form.fields["head"].choices[0][0], old_relation="parent")

    assert dict(place.household.members.values_list("pk", "relation")) == {
        place.head.pk: "parent",
        place.child.pk: "head",
    }
    page = read(client, place.household)
    assert "1 anggota" in page
    assert "meninggal tahun 2026" in page


def test_dead_member_has_a_line_in_words_and_no_status(client, place):
    post(client, "person_death", place.head, died_month="3", died_year="2026")

    page = read(client, place.head)
    assert "Maret 2026" in page
    assert "PMI aktif" not in page


def test_death_by_mistake_is_taken_back(client, place):
    post(client, "person_death", place.child, died_year="2026")
    child = Person.objects.get(pk=place.child.pk)

    response = post(client, "person_death", child, what="mistake")

    assert (response.url, Person.objects.get(pk=child.pk).died_on) == (child.get_absolute_url(), None)


def test_death_in_a_year_before_the_birth_is_refused_at_the_field(client, place):
    response = post(client, "person_death", place.child, died_year="2014")

    assert response.context["form"].errors["died"] == ["Tahun meninggal lebih awal dari tahun lahir. Periksa keduanya."]


def test_closed_family_leaves_the_list_and_comes_back(client, place):
    post(client, "household_close", place.household, reason="moved", closed_year="2026")
    closed = Household.objects.get(pk=place.household.pk)
    lists = [client.get(f"/rumah-tangga/{query}").context["total"] for query in ("", "?closed=on")]
    page = read(client, closed)

    post(client, "household_close", closed, what="happened")

    assert lists == [0, 1]
    assert "pindah dari desa" in page
    assert client.get("/rumah-tangga/").context["total"] == 1
    assert "Dibuka kembali" in read(client, closed)


def test_closed_family_is_reopened_first(client, place):
    post(client, "household_close", place.household, reason="moved")

    page = read(client, place.household)

    assert page.count("btn btn-primary") == 1
    assert ["Buka kembali</a>" in page, "Tambah anggota</a>" in page] == [True, False]


@pytest.mark.parametrize(("days", "age"), [(0, "0 hari"), (22, "22 hari"), (31, "1 bulan"), (364, "11 bulan")])
def test_the_age_of_a_newborn_is_told_in_days(days, age):
    today = dt.date(2026, 11, 27)
    child = PersonFactory.build(birth_on=today - dt.timedelta(days=days))

    assert age_in_words(child, today) == age


def test_closed_family_is_still_found_by_its_number(client, place):
    ClosingFactory(household=place.household)

    response = client.post("/rumah-tangga/cari/", {"words": place.household.family_card_number})

    assert response.url == place.household.get_absolute_url()


def test_family_without_a_living_member_has_nobody_to_become_the_head(client, place):
    family = HouseholdFactory(village=place.village)

    assert post(client, "household_head", family, head=str(place.child.pk), old_relation="parent").status_code == 200
    assert Person.objects.get(pk=place.child.pk).relation == "child"
