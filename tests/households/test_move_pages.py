"""The pages of a move: what each side sees, and how its officer answers."""

import pytest
from django.urls import reverse

from households.models import Household, MoveOffer, Person
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.factories.regions import MembershipFactory, RegionFactory
from tests.factories.stays import MoveOfferFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
HERE = {"answer": "accept", "hamlet": "Lauk Masjid", "rt": "1", "rw": "2"}


@pytest.fixture
def place(neighbours):
    return neighbours["5203172006"]


@pytest.fixture
def clients(client_of, sari, budi):
    return client_of(sari), client_of(budi)


def send(client, place, village="5203212002", **answers):
    address = reverse("households:household_move", args=[place.household.pk, new_id()])
    version = Household.objects.get(pk=place.household.pk).version
    told = {"village": village, "moved_day": "10", "moved_month": "11", "moved_year": "2026"}
    return client.post(address, told | {"version": str(version)} | answers)


def answer(client, op=None, **answers):
    offer = MoveOffer.objects.latest("offered_at")
    return client.post(reverse("households:move_answer", args=[offer.pk, op or new_id()]), answers)


def page_of_offer(client):
    address = reverse("households:move_answer", args=[MoveOffer.objects.get().pk])
    return client.get(address, follow=True)


def test_receiver_sees_a_name_a_number_and_a_village_and_nothing_else(clients, place, budi):
    sender, receiver = clients
    Person.objects.filter(pk=place.head.pk).update(name="Lalu Wirajaya")
    send(sender, place, note="pindah kerja di sawah")

    response = page_of_offer(receiver)
    page = response.content.decode() + receiver.get("/pindahan/").content.decode()

    assert "Lalu Wirajaya" in page
    assert "<dt>Jumlah orang</dt><dd>2</dd>" in page
    assert "Desa Korleko" in page
    hidden = [place.mark, str(place.household.pk), str(place.head.pk), place.head.nik[-4:], "sawah", "10 November"]
    assert [word for word in hidden if word in page.replace("5203172006", "")] == []
    assert str(place.household.pk) not in response.redirect_chain[-1][0]


def test_whole_move_from_the_offer_to_the_new_page(clients, place):
    sender, receiver = clients
    send(sender, place)
    waiting = sender.get(place.household.get_absolute_url()).content.decode()

    response = answer(receiver, **HERE)

    assert "Ditawarkan pindah" in waiting
    assert response.url == place.household.get_absolute_url()
    page = receiver.get(response.url).content.decode()
    assert "Pindah ke sini dari Desa Korleko" in page
    assert "Dusun Lauk Masjid" in page
    assert "Pindah bersama keluarga dari Desa Korleko" in receiver.get(place.head.get_absolute_url()).content.decode()
    gone = [
        place.household.get_absolute_url(),
        place.head.get_absolute_url(),
        place.household.get_absolute_url() + "riwayat/",
    ]
    assert [sender.get(address).status_code for address in gone] == [404] * 3
    assert "sudah pindah" in sender.get("/pindahan/").content.decode()


def test_sending_officers_lines_stay_out_of_the_receivers_history(clients, place):
    sender, receiver = clients
    sender.get(place.household.get_absolute_url())
    send(sender, place)
    answer(receiver, **HERE)

    history = receiver.get(place.household.get_absolute_url() + "riwayat/")

    assert [event["title"] for event in history.context["events"] if "Sari Wulandari" in event["title"]] == []
    assert [event["title"] for event in history.context["events"] if "Budi Hartono" in event["title"]] != []


def test_answer_sent_twice_is_one_and_another_answer_is_compared(clients, place):
    sender, receiver = clients
    send(sender, place)
    op = new_id()

    first, again = answer(receiver, op, **HERE), answer(receiver, op, **HERE)
    other = answer(receiver, op, answer="decline", decline_reason="other")

    assert (first.url, again.url, other.status_code) == (again.url, first.url, 200)
    assert other.context["compared"][0]["saved"] == "Diterima"
    assert "Sudah selesai" in page_of_offer(receiver).content.decode()


def test_declined_family_stays_and_the_sender_reads_why(clients, place):
    sender, receiver = clients
    send(sender, place)

    unsaid = answer(receiver, answer="decline")
    answer(receiver, answer="decline", decline_reason="not_yet")

    assert unsaid.context["form"].errors["decline_reason"] == ["Pilih alasannya."]
    assert "belum tiba di desa kami" in sender.get("/pindahan/").content.decode()
    assert sender.get(place.household.get_absolute_url()).status_code == 200


def test_offer_is_withdrawn_on_the_same_page(clients, place):
    sender, receiver = clients
    send(sender, place)
    send(sender, place)

    assert MoveOffer.objects.get().state == "withdrawn"
    assert "Tidak ada yang menunggu" in receiver.get("/pindahan/").content.decode()
    assert "Ditawarkan pindah" not in sender.get(place.household.get_absolute_url()).content.decode()


def test_nik_of_the_own_village_is_refused_above_the_form_that_stays_filled(clients, place, budi):
    sender, receiver = clients
    PersonFactory(household=HouseholdFactory(village=budi.region, created_by=budi), nik=place.head.nik)
    send(sender, place)

    response = answer(receiver, **HERE)

    assert "sudah terdata di desa Anda" in response.content.decode()
    assert 'value="Lauk Masjid"' in response.content.decode()
    assert place.head.nik not in response.content.decode()


@pytest.mark.parametrize(
    ("village", "field", "said"),
    [
        ("", "village", "Bagian ini perlu diisi"),
        ("Nirwana", "village", "tidak ditemukan"),
        ("5203172006", "village", "sudah tinggal di desa itu"),
        ("5203172999", "village", "tidak ikut program"),
        ("lenek", "village_choice", "Pilih satu"),
    ],
)
def test_village_that_cannot_be_meant_is_refused_at_its_field(clients, place, village, field, said):
    RegionFactory(code="5203172999", name="Desa Luar")
    MembershipFactory(village=RegionFactory(code="5203212009", name="Lenek Daya"))

    response = send(clients[0], place, village)

    assert said in response.context["form"].errors[field][0]
    assert MoveOffer.objects.count() == 0


def test_offer_is_there_for_nobody_but_the_village_that_is_asked(client_of, sari, budi, wulan, rina, dewi, adi):
    offer = MoveOfferFactory(to_village=budi.region)
    address = reverse("households:move_answer", args=[offer.pk, new_id()])

    for other in (sari, wulan, rina, dewi, adi):
        client = client_of(other)
        assert [client.get(address).status_code, client.post(address, HERE).status_code] == [404, 404]
    assert MoveOffer.objects.get().state == "waiting"


def test_offer_waits_on_the_first_page_of_the_village_that_is_asked(clients, place):
    sender, receiver = clients
    send(sender, place)

    assert "Tawaran pindah menunggu jawaban" in receiver.get("/").content.decode()
    assert "Tawaran pindah menunggu jawaban" not in sender.get("/").content.decode()
    lists = [client.get("/menunggu/?daftar=pindah-masuk").content.decode() for client in (receiver, sender)]
    assert [place.mark in page for page in lists] == [True, False]
    assert [place.household.hamlet in page or str(place.household.pk) in page for page in lists] == [False, False]
