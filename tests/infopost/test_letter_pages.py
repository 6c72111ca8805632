"""The pages about letters: preparing, the register, signing, withdrawing."""

import pytest
import time_machine
from django.urls import reverse

from infopost.models import Letter
from tests.infopost.letters import COVER, candidate, prepare, sign
from toolkit.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]
YES = {"kinship": "spouse", "present": "yes", "identity": "yes", "kinship_seen": "yes", "consent": "given"}


@pytest.fixture
def november():
    with time_machine.travel("2026-11-22T02:00:00Z", tick=False):
        yield


@pytest.fixture
def siti(sari):
    return candidate(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


@pytest.fixture
def head(client_of, mahdi):
    return client_of(mahdi)


def husband(person) -> str:
    return str(person.household.members.get(relation="head").pk)


def post(client, page, record, follow=False, op=None, **answers):
    address = reverse(f"infopost:{page}", args=[record.pk, op or new_id()])
    return client.post(address, {"version": str(record.version), **answers}, follow=follow)


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_letter_of_permission_goes_from_the_family_to_the_head_and_into_the_register(client, head, siti):
    page = post(client, "letter_family", siti, who=husband(siti), follow=True, **YES).content.decode()
    letter = Letter.objects.get()
    done = post(head, "letter_sign", letter, what="sign", follow=True).content.decode()
    listed = client.get("/surat/?nomor=1&tahun=2026").content.decode()

    assert "menunggu tanda tangan kepala desa" in page
    assert "nomor 470/001/PMI/XI/2026" in done
    assert "Nomor 470/001/PMI/XI/2026 · ditandatangani 22 November 2026" in listed


def test_refusal_is_said_in_words_and_kept(client, siti):
    page = post(client, "letter_family", siti, who=husband(siti), follow=True, **YES | {"consent": "doubted"})

    text = page.content.decode()
    assert "Penolakannya sudah dicatat" in text
    assert "Izin ini diragukan, jadi surat tidak dibuat." in text
    assert Letter.objects.get().refusal == "doubted"


def test_page_says_before_anything_is_asked_that_a_child_cannot_go(client, sari):
    child = candidate(sari, birth_on="2010-01-01", relation="child", marital="single")

    page = client.get(reverse("infopost:letter_family", args=[child.pk]), follow=True).content.decode()

    assert "belum 18 tahun" in page


def test_unanswered_questions_are_asked_again_and_nothing_typed_is_lost(client, siti):
    answers = {"who": "outside", "name": "Inaq Baru", "kinship": "parent", "birth_year": "1960"}

    response = post(client, "letter_family", siti, **answers)

    form = response.context["form"]
    assert sorted(form.errors) == ["address", "consent", "identity", "kinship_seen", "nik", "present"]
    assert "Inaq Baru" in response.content.decode()
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("nik", "said"), [("123", "kurang 13"), ("5203179903950002", "tanggal lahir"), ("abc", "angka")]
)
def test_nik_that_cannot_be_one_is_refused(client, siti, nik, said):
    response = post(client, "letter_family", siti, who=husband(siti), nik=nik, **YES)

    assert said in response.context["form"].errors["nik"][0]


def test_status_that_differs_from_the_registry_asks_to_put_it_right(client, siti):
    response = post(client, "letter_marital", siti, marital="single")

    assert "Di data tercatat kawin" in response.context["form"].non_field_errors()[0]
    assert post(client, "letter_marital", siti, marital="married").status_code == 302


def test_cover_letter_is_proposed_to_the_office_of_the_kabupaten(client, siti):
    page = client.get(reverse("infopost:letter_cover", args=[siti.pk]), follow=True).content.decode()

    assert "Kepala Dinas Tenaga Kerja Kabupaten Lombok Timur (LTSA)" in page


def test_statement_of_return_waits_for_the_return(client, siti):
    response = post(client, "letter_return", siti)

    assert "Catat dulu kepulangannya" in response.context["form"].non_field_errors()[0]


def test_resent_form_makes_one_letter_and_another_content_is_compared(client, siti):
    op, answers = new_id(), {"addressee": "Kepala Dinas", "purpose": "paspor", "enclosed": "KTP"}

    first, again = (post(client, "letter_cover", siti, op=op, **answers) for _ in range(2))
    other = post(client, "letter_cover", siti, op=op, **answers | {"purpose": "visa"})

    assert (first.url, Letter.objects.count()) == (again.url, 1)
    assert [row["yours"] for row in other.context["compared"] if row["differs"]] == ["visa"]


def test_sent_back_letter_says_why_and_is_corrected(client, head, sari, siti):
    letter = prepare(sari, siti, COVER)
    post(head, "letter_sign", letter, what="send_back", reason="Tujuannya keliru")
    letter.refresh_from_db()

    page = client.get(reverse("infopost:letter_change", args=[letter.pk]), follow=True).content.decode()
    answers = {"addressee": "Kepala BP3MI", "purpose": "paspor", "enclosed": "KTP"}
    post(client, "letter_change", letter, **answers)

    assert "Tujuannya keliru" in page
    assert "Kepala Dinas" in page
    assert (Letter.objects.get().state, Letter.objects.get().addressee) == ("waiting", "Kepala BP3MI")


def test_head_who_sends_back_says_why(head, sari, siti):
    response = post(head, "letter_sign", prepare(sari, siti, COVER), what="send_back", reason="  ")

    assert response.context["form"].errors["reason"] == ["Tulis apa yang perlu diperbaiki."]


def test_page_to_sign_leads_to_the_letter_once_it_is_signed(head, sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti, COVER))

    response = head.get(reverse("infopost:letter_sign", args=[letter.pk, new_id()]))

    assert response.url == letter.get_absolute_url()


def test_second_signing_is_compared(head, sari, mahdi, siti):
    letter = prepare(sari, siti, COVER)
    sign(mahdi, letter)

    response = post(head, "letter_sign", letter, what="sign")

    assert response.status_code == 200
    assert Letter.objects.get().serial == 1


def test_withdrawn_letter_says_so_and_comes_back(client, head, sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))
    empty = post(client, "letter_withdraw", letter, what="happened", reason="")
    post(client, "letter_withdraw", letter, what="happened", reason="Tidak jadi berangkat")
    page = read(head, letter)
    letter.refresh_from_db()
    post(head, "letter_withdraw", letter, what="mistake")

    assert "Tulis mengapa surat ini ditarik." in empty.context["form"].errors["reason"]
    assert "Tidak jadi berangkat" in page
    assert "Nomornya tetap milik surat ini" in page
    assert Letter.objects.get().state == "signed"


def test_cancelled_letter_leaves_the_duties_and_comes_back(client, sari, siti):
    letter = prepare(sari, siti, COVER)

    post(client, "letter_cancel", letter, what="cancel")
    letter.refresh_from_db()
    state = letter.state
    post(client, "letter_cancel", letter, what="restore")

    assert (state, Letter.objects.get().state) == ("cancelled", "waiting")
