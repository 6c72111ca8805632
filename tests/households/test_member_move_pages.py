"""The page on which a member goes over to another family, and what other pages say of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from households.models import Household, MemberMove, Person
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.forms import member_post
from tests.households.two_families import LINE, address, family_of_hadi, offered, post, read
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
THERE = {"relation": "child_in_law", "reason": "married", "moved_day": "10", "moved_month": "11", "moved_year": "2026"}


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def hadi(sari):
    return family_of_hadi(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def test_picked_family_has_him_and_both_pages_and_his_own_say_so(client, place, hadi):
    response = post(client, place.child, target=str(hadi.pk), **THERE)

    child = Person.objects.get(pk=place.child.pk)
    assert (response.url, child.household, child.relation) == (child.get_absolute_url(), hadi, "child_in_law")
    noted = "oleh Sari Wulandari"
    own, old, new = (read(client, record) for record in (child, place.household, hadi))
    assert ("Menikah, pindah ke keluarga lain di desa yang sama" in own, noted in own) == (True, True)
    assert (": menikah, pindah ke keluarga lain" in old, hadi.get_absolute_url() in old) == (True, True)
    assert (": menikah masuk dari keluarga lain" in new, place.household.get_absolute_url() in new) == (True, True)


def test_history_names_the_act_in_all_three_places(client, place, hadi):
    post(client, place.child, target=str(hadi.pk), **THERE)

    pages = [client.get(f"{record.get_absolute_url()}riwayat/") for record in (place.child, hadi, place.household)]
    titles = [[event["title"].replace(place.child.name, "ANAK") for event in page.context["events"]] for page in pages]
    moved = "Sari Wulandari (Anda) memindahkan ANAK ke keluarga lain di desa ini"
    assert [moved in titles[0], moved in titles[1]] == [True, True]
    assert "Sari Wulandari (Anda) memperbarui keluarga ini" in titles[2]


def test_who_was_born_into_the_old_family_did_not_join_the_new_one(client, place, hadi):
    born = {"name": "Zahra", "relation": "child", "sex": "P", "birth": (3, 11, 2026), "nik_missing": "not_issued"}
    client.post(reverse("households:person_born", args=[place.household.pk, new_id()]), member_post(born))
    baby = Person.objects.get(name="Zahra")
    before = read(client, place.household)

    post(client, baby, target=str(hadi.pk), **THERE | {"reason": "followed"})

    page = read(client, hadi)
    assert "Zahra: lahir" in before
    assert ("Zahra: lahir" in page, "Zahra: ikut keluarga ini" in page) == (False, True)


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, place, hadi):
    response = post(client, place.child, target=str(hadi.pk), moved_year="2014")

    form = response.context["form"]
    assert list(form.errors) == ["relation", "reason", "moved"]
    assert (offered(response), form["target"].value(), form["moved"].value()[2]) == ([LINE], str(hadi.pk), "2014")


def test_form_without_a_family_says_where_it_goes_on(client, place):
    response = post(client, place.child, **THERE)

    assert response.context["form"].errors == {"words": ["Cari keluarganya, lalu pilih satu."]}


def test_day_before_the_registration_is_refused_in_words(client, place, hadi):
    response = post(client, place.child, target=str(hadi.pk), **THERE | {"moved_month": "10"})

    assert "Pilih tanggal mulai 1 November 2026" in response.content.decode()
    assert MemberMove.objects.count() == 0


def test_head_who_goes_leads_to_the_choice_of_a_new_one(client, place, hadi):
    response = post(client, place.head, target=str(hadi.pk), **THERE)
    choice = client.get(response.url)

    assert response.url.startswith(reverse("households:household_head", args=[place.household.pk]))
    assert [key for key, _ in choice.context["form"].fields["head"].choices] == [str(place.child.pk)]
    household = Household.objects.get(pk=place.household.pk)
    client.post(response.url, {"version": str(household.version), "head": str(place.child.pk)})
    assert Person.objects.get(pk=place.child.pk).relation == "head"


def test_last_member_who_goes_leads_to_the_closing_of_the_empty_family(client, place, hadi):
    post(client, place.head, target=str(hadi.pk), **THERE)
    asked = client.get(address(place.child)).content.decode()
    response = post(client, place.child, target=str(hadi.pk), **THERE)
    page = read(client, place.household)

    assert "Anggota terakhir" in asked
    assert response.url.startswith(reverse("households:household_close", args=[place.household.pk]))
    assert ("Tanpa anggota" in page, "Tutup rumah tangga ini" in page) == (True, True)
    version = Household.objects.get(pk=place.household.pk).version
    client.post(response.url, {"version": str(version), "reason": "merged"})
    assert Household.objects.get(pk=place.household.pk).closing.reason == "merged"


def test_move_by_mistake_is_taken_back_on_the_same_page(client, place, hadi):
    post(client, place.child, target=str(hadi.pk), **THERE)

    response = post(client, place.child, what="mistake")

    child = Person.objects.get(pk=place.child.pk)
    assert (response.url, child.household, child.relation) == (child.get_absolute_url(), place.household, "child")
    assert "what" not in client.get(address(child)).context["form"].fields


def test_form_sent_again_leads_to_the_same_place(client, place, hadi):
    op = new_id()
    body = {"version": "1", "target": str(hadi.pk), **THERE}

    first, again, back = (
        client.post(address(place.child, op), body),
        client.post(address(place.child, op), body),
        client.get(address(place.child, op)),
    )

    assert {first.url, again.url, back.url} == {place.child.get_absolute_url()}
    assert MemberMove.objects.count() == 1


def test_second_officer_compares(client, place, hadi, sari):
    third = HouseholdFactory(village=sari.region, created_by=sari, hamlet="", rt="")
    post(client, place.child, target=str(hadi.pk), **THERE)

    response = client.post(address(place.child), {"version": "1", "target": str(third.pk), **THERE})

    (row,) = response.context["compared"]
    assert (row["saved"], row["yours"]) == (
        LINE.replace("2 orang", "3 orang"), "Keluarga tanpa anggota · dusun belum diketahui · 0 orang",
    )  # fmt: skip


@pytest.mark.parametrize("who", ["rina", "budi", "agus", "dewi", "adi"])
def test_page_does_not_exist_for_others(client_of, place, hadi, who, request):
    client = client_of(request.getfixturevalue(who))

    answers = client.get(address(place.child)), post(client, place.child, target=str(hadi.pk), **THERE)

    assert [answer.status_code for answer in answers] == [404, 404]


def test_who_marries_in_and_is_known_already_may_be_moved_instead(client, place, hadi):
    PersonFactory(household=hadi, name="Ahyarudin", birth_on="1985-07-01")
    told = {
        "name": "Ahyarudin",
        "relation": "child_in_law",
        "sex": "L",
        "birth": ("", "", 1985),
        "nik_missing": "unknown",
    }
    marry = reverse("households:person_marry", args=[place.household.pk, new_id()])

    warned = client.post(marry, member_post(told)).content.decode()
    person = Person.objects.get(name="Ahyarudin")
    door = f"{reverse('households:person_move', args=[person.pk])}?ke={place.household.pk}"
    proposed = client.get(door, follow=True).context["form"]

    assert door in warned
    assert proposed["target"].value() == str(place.household.pk)
    assert [key for key, _ in proposed.fields["target"].choices] == [str(place.household.pk)]


def queries(client, record):
    read(client, record)  # takes the message of the act before
    with CaptureQueriesContext(connection) as asked:
        read(client, record)
    return len([one for one in asked if "SAVEPOINT" not in one["sql"]])


def test_pages_ask_no_more_for_many_moves_than_for_one(client, place, hadi):
    post(client, place.child, target=str(hadi.pk), **THERE)
    one = [queries(client, record) for record in (place.child, hadi, place.household)]
    post(client, Person.objects.get(name="Ahyar"), target=str(place.household.pk), **THERE)
    post(client, place.child, target=str(place.household.pk), **THERE)

    assert [queries(client, record) for record in (place.child, hadi, place.household)] == one
    assert max(one) <= 12
