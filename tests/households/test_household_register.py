"""Registering a family."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from accounts.models import Act, AuditEvent, Receipt
from households.models import Consent, Household, Person, Trip
from households.wording import CURRENT_VERSION
from tests.households.forms import FAMILY_OF_THREE, registration_post
from toolkit.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def today():
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


@pytest.fixture
def address():
    return reverse("households:household_register", args=[new_id()])


def error_texts(response) -> list[str]:
    return [line for line in response.content.decode().splitlines() if 'class="field-error"' in line]


def test_register_without_operation_gives_a_fresh_one(client):
    first = client.get(reverse("households:household_register"))
    second = client.get(reverse("households:household_register"))

    assert (first.status_code, first.url != second.url) == (302, True)


@pytest.mark.parametrize("source", ["", "self", "unknown"])
def test_register_keeps_how_the_family_became_known_where_it_was_said(client, address, source):
    client.post(address, registration_post() | {"address-source": source})

    assert (Household.objects.get().source, Household.objects.get().origin) == (source, "form")


def test_register_saves_the_family_as_told(client, address, sari):
    response = client.post(address, registration_post())

    household = Household.objects.get()
    assert response.url == household.get_absolute_url()
    assert (household.village_id, household.hamlet, household.rt, household.rw) == (
        "5203172006",
        "Mangsit",
        "004",
        "002",
    )
    assert (household.sort_name, household.created_by, household.registered_on) == (
        "ahlul",
        sari,
        dt.date(2026, 11, 23),
    )
    people = household.members.order_by("pk").values_list("name", "search_name", "relation", "sex", "birth_on", "nik")
    assert list(people) == [
        ("Ahlul", "ahlul", "head", "L", dt.date(1970, 5, 20), "5203172005706996"),
        ("Rusdah", "rusdah", "wife", "P", dt.date(1975, 7, 1), None),
        ("Adini As'ad", "adini asad", "child", "P", dt.date(2016, 3, 10), None),
    ]
    trip = Trip.objects.get()
    assert (trip.country, trip.departed_on, trip.departed_precision, trip.evidence) == (
        "SA",
        dt.date(2024, 1, 1),
        "year",
        "told",
    )
    consent = Consent.objects.get()
    assert (consent.given_by, consent.guardian, consent.how, consent.wording_version) == (
        "Ahlul",
        "Ahlul",
        "spoken",
        CURRENT_VERSION,
    )
    assert AuditEvent.objects.filter(act=Act.CREATED, record_id=str(household.pk)).count() == 1


def test_register_resent_shows_the_first_result(client, address):
    first = client.post(address, registration_post())
    again = client.post(address, registration_post())

    assert (again.status_code, again.url) == (302, first.url)
    assert (Household.objects.count(), Person.objects.count(), Receipt.objects.count()) == (1, 3, 1)


def test_register_back_after_saving_leads_to_the_saved_family(client, address):
    saved = client.post(address, registration_post())

    assert client.get(address).url == saved.url


def test_register_with_other_content_under_the_same_operation_is_compared(client, address):
    client.post(address, registration_post())

    response = client.post(address, registration_post(**{"members-0-name": "Ahlul Hakim"}))

    page = response.content.decode()
    assert (response.status_code, "Bandingkan dulu" in page, "Ahlul Hakim" in page) == (200, True, True)
    assert (Household.objects.count(), address in page) == (1, False)


def test_register_by_coordinator_is_not_found(client_of, rina, address):
    response = client_of(rina).post(address, registration_post())

    assert (response.status_code, Household.objects.count()) == (404, 0)


def test_register_ignores_a_foreign_village_in_the_post(client, address, budi):
    client.post(address, registration_post(village=budi.region_id, **{"address-village": budi.region_id}))

    assert Household.objects.get().village_id == "5203172006"


def test_register_says_all_that_is_wrong_and_keeps_what_was_typed(client, address):
    members = [
        {**FAMILY_OF_THREE[0], "nik": "520317200570699"},
        {**FAMILY_OF_THREE[1], "country": "", "evidence": ""},
        {**FAMILY_OF_THREE[2], "birth": (31, 2, 2016)},
    ]

    response = client.post(address, registration_post(members, **{"address-rt": "empat"}))

    page = response.content.decode()
    for sentence in (
        "NIK ini 15 angka, kurang 1. Cocokkan lagi dengan Kartu Keluarga.",
        "Pilih dari mana Anda mengetahuinya.",
        "Tidak ada tanggal 31 di bulan Februari 2016. Periksa lagi tanggalnya.",
        "Tulis paling banyak tiga angka, misalnya 4 atau 004.",
    ):
        assert sentence in page
    for typed in ("520317200570699", "Rusdah", "empat", "Adini As&#x27;ad"):
        assert f'value="{typed}"' in page
    assert Household.objects.count() == 0


def test_register_two_heads_are_refused(client, address):
    members = [FAMILY_OF_THREE[0], {**FAMILY_OF_THREE[1], "relation": "head"}]

    response = client.post(address, registration_post(members))

    assert "Sudah ada kepala keluarga di atas. Pilih hubungan lain." in response.content.decode()


def test_register_children_need_a_guardian(client, address):
    response = client.post(address, registration_post(**{"consent-guardian": ""}))

    assert "Ada anak di bawah 18 tahun." in response.content.decode()
    assert Household.objects.count() == 0


def test_register_nik_of_the_village_is_refused_and_of_the_neighbour_is_not(client, address, place_of, sari, budi):
    ours, theirs = place_of(sari), place_of(budi)
    members = [{**FAMILY_OF_THREE[0], "nik": ours.head.nik}]

    refused = client.post(address, registration_post(members))
    taken = client.post(address, registration_post([{**members[0], "nik": theirs.head.nik}]))

    assert "NIK ini sudah terdata di desa ini." in refused.content.decode()
    assert (taken.status_code, Person.objects.filter(nik=theirs.head.nik).count()) == (302, 2)


def test_register_without_head_is_marked(client, address):
    client.post(address, registration_post([FAMILY_OF_THREE[1]]))

    household = Household.objects.get()
    assert (household.checks, household.needs_check) == (["no_head"], True)


def test_register_row_added_without_complaints(client, address):
    response = client.post(address, registration_post([{"name": "Ahlul"}], add_member="1"))

    page = response.content.decode()
    assert 'name="members-TOTAL_FORMS" value="2"' in page
    assert ('value="Ahlul"' in page, "error-summary" in page, error_texts(response)) == (True, False, [])


def test_register_row_removed_moves_the_others_up(client, address):
    response = client.post(address, registration_post(remove_member="0"))

    page = response.content.decode()
    assert 'name="members-TOTAL_FORMS" value="2"' in page
    assert ('name="members-0-name" value="Rusdah"' in page, "Ahlul" in page.split("members-0-name")[1]) == (True, False)


@pytest.mark.parametrize("hostile", [{"remove_member": "9" * 5000}, {"members-²-name": "x"}, {"members-²": "x"}])
def test_register_row_that_no_number_names_is_left_alone(client, address, hostile):
    response = client.post(address, registration_post(**{"remove_member": "7"} | hostile))

    assert 'name="members-TOTAL_FORMS" value="3"' in response.content.decode()


def test_register_twenty_five_people(client, address):
    members = [FAMILY_OF_THREE[0]] + [
        {"name": f"Anak {n}", "relation": "child", "sex": "L", "birth": ("", "", 2000), "nik_missing": "unknown"}
        for n in range(24)
    ]

    client.post(address, registration_post(members))

    assert Household.objects.get().members.count() == 25


def test_register_hostile_values_are_an_answer_not_an_error(client, address):
    hostile = {
        "name": "\x00‮💥{{ 7*7 }}../'; --",
        "relation": "x",
        "sex": "x",
        "birth": ("٣", "99", "-1"),
        "nik": "１" * 16,
    }

    response = client.post(address, registration_post([hostile], version="x" * 9999))

    assert (response.status_code, Household.objects.count()) == (200, 0)
