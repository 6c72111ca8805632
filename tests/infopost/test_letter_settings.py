"""How a village numbers its letters, and what the letters of a kabupaten look like."""

import io

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from infopost.letters.wordings import head_for, wording_for
from infopost.models import LetterBook, LetterCounter, Letterhead, LetterWording
from tests.factories.letters import LetterBookFactory, LetterFactory
from tests.factories.regions import MembershipFactory
from tests.infopost.letters import candidate
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

BODY = "Bahwa:\n\nNama : {nama}\nNIK : {nik}\n\nstatusnya {status}."


@pytest.fixture
def client(client_of, adi, korleko):
    return client_of(adi)


def post(client, name, *keys, op=None, **answers):
    return client.post(reverse(f"infopost:{name}", args=[*keys, op or new_id()]), {"version": "0", **answers})


def test_register_is_described_once_and_then_corrected(client_of, sari):
    officer = client_of(sari)
    post(officer, "letter_book_keep", number_pattern="{nomor}/{tahun}", office_address="Jalan 1", last_on_paper="41")
    post(officer, "letter_book_keep", version="1", number_pattern="{nomor}/X/{tahun}", office_address="Jalan 2")

    book = LetterBook.objects.get()
    assert (book.village_id, book.number_pattern, book.office_address, book.version) == (
        sari.region_id, "{nomor}/X/{tahun}", "Jalan 2", 2,
    )  # fmt: skip
    assert LetterCounter.objects.get().last == 41


def test_pattern_that_cannot_be_used_says_what_exists_and_stays_typed(client_of, sari):
    response = post(client_of(sari), "letter_book_keep", number_pattern="{nmr}/{tahun}")

    (said, _) = response.context["form"].errors["number_pattern"]
    assert said.startswith("{nmr} tidak dikenal. Yang dapat dipakai: {nomor}")
    assert "{nmr}/{tahun}" in response.content.decode()


def test_second_editor_of_the_register_compares(client_of, sari):
    LetterBookFactory(village=sari.region, version=3)

    response = post(client_of(sari), "letter_book_keep", version="2", number_pattern="{nomor}/{tahun}")

    assert any(row["differs"] for row in response.context["compared"])


@time_machine.travel("2026-11-22T02:00:00Z", tick=False)
def test_paper_register_is_not_gone_back_to_once_the_year_has_a_number(client_of, sari):
    LetterFactory(person=candidate(sari), signed=True, year=2026)

    response = post(client_of(sari), "letter_book_keep", number_pattern="{nomor}/{tahun}", last_on_paper="3")

    assert "nomornya berlanjut dari situ" in response.context["form"].non_field_errors()[0]
    assert LetterBook.objects.count() == 0


def test_kabupaten_gets_a_letterhead_of_its_own(client):
    response = post(client, "letterhead_keep", "5203", lines="BUPATI\n\n KANTOR {desa} ", font_pt="13", margin_mm="30")

    assert response.url == reverse("infopost:layout_detail", args=["5203"])
    assert head_for("5203172006") == head_for("5203")
    assert (head_for("5203").lines, head_for("5203").font_pt, head_for("5203").margin_mm) == (
        ("BUPATI", "KANTOR {desa}"), 13, 30,
    )  # fmt: skip
    assert head_for("3307102004").font_pt == 12


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"lines": "KANTOR {nama}"}, "lines"),
        ({"lines": "\n".join("A" * 7)}, "lines"),
        ({"font_pt": "8"}, "font_pt"),
        ({"margin_mm": "5"}, "margin_mm"),
        ({"margin_mm": "27"}, "margin_mm"),
    ],
)
def test_tiny_letters_odd_margins_and_unknown_places_are_refused(client, answers, field):
    response = post(client, "letterhead_keep", "5203", **{"lines": "A", "font_pt": "12", "margin_mm": "25"} | answers)

    assert list(response.context["form"].errors) == [field]
    assert Letterhead.objects.count() == 0


def test_kind_gets_words_of_its_own(client):
    post(client, "wording_keep", "5203", "marital", title="Surat  Kawin", body=BODY)
    post(client, "wording_keep", "5203", "marital", version="1", title="Surat Status", body=BODY)

    assert (wording_for("5203172006", "marital").title, wording_for("3307102004", "marital").title) == (
        "Surat Status", "Surat Keterangan Status Perkawinan",
    )  # fmt: skip
    assert LetterWording.objects.get().version == 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (BODY + " {umur}", "{umur} tidak dikenal. Yang dapat dipakai: {nama},"),
        (BODY + " {pemberi}", "{pemberi} tidak dikenal."),
        ("{nama} {status}", "Belum ada: {nik}."),
    ],
)
def test_words_with_an_unknown_or_without_a_needed_place_are_refused(client, body, said):
    response = post(client, "wording_keep", "5203", "marital", title="Surat", body=body)

    assert response.context["form"].errors["body"][0].startswith(said)
    assert body in response.context["form"]["body"].value()


def test_preview_shows_the_letter_as_typed_and_saves_nothing(client):
    response = post(client, "wording_keep", "5203", "marital", title="Surat Baru", body=BODY, preview="1")

    page = response.content.decode()
    assert (response.context["paper"].title, LetterWording.objects.count()) == ("Surat Baru", 0)
    assert "statusnya kawin." in page
    assert "SITI CONTOH" in page


def test_preview_of_words_that_cannot_be_used_says_why(client):
    response = post(client, "wording_keep", "5203", "marital", title="Surat", body="{umur}", preview="1")

    assert "tidak dikenal" in response.context["form"].errors["body"][0]


@pytest.mark.parametrize("keys", [("letterhead_keep", "5203"), ("wording_keep", "5203", "cover")])
def test_words_for_everywhere_are_put_back_into_the_form(client, keys):
    response = post(client, *keys, lines="X", title="X", body="X", font_pt="13", margin_mm="40", usual="1")

    form = response.context["form"]
    assert not form.errors
    assert form["title" if "title" in form.fields else "font_pt"].value() in ("Surat Pengantar", 12)


def test_pages_of_the_layout_show_what_is_there(client, korleko):
    MembershipFactory(village=korleko)

    assert "Kabupaten Lombok Timur" in client.get("/surat/tata/").content.decode()
    assert client.get("/surat/tata/5203/").content.decode().count("SITI CONTOH") == 4


@pytest.mark.parametrize("address", ["52", "520317", "abcd", "9999", "5203/isi/lain", "%00"])
def test_layout_of_what_is_no_kabupaten_does_not_exist(client, address):
    assert client.get(f"/surat/tata/{address}/").status_code == 404


@pytest.mark.parametrize("who", ["sari", "mahdi", "rina", "dewi"])
def test_layout_is_for_administrators(request, client_of, korleko, who):
    assert client_of(request.getfixturevalue(who)).get("/surat/tata/").status_code == 404


def crest(colour="red"):
    written = io.BytesIO()
    Image.new("RGBA", (900, 900), colour).save(written, "PNG")
    return SimpleUploadedFile("lambang.png", written.getvalue(), "image/png")


def test_coat_of_arms_is_drawn_small_stays_and_goes(client):
    usual = {"lines": "BUPATI", "font_pt": "12", "margin_mm": "25"}
    post(client, "letterhead_keep", "5203", logo=crest(), **usual)
    logo = bytes(Letterhead.objects.get().logo)
    post(client, "letterhead_keep", "5203", version="1", **usual)
    kept = bytes(Letterhead.objects.get().logo)
    page = client.get("/surat/tata/5203/").content.decode()
    post(client, "letterhead_keep", "5203", version="2", without_logo="on", **usual)

    assert (Image.open(io.BytesIO(logo)).size, kept == logo) == ((400, 400), True)
    assert "data:image/jpeg;base64," in page
    assert bytes(Letterhead.objects.get().logo) == b""


def test_coat_of_arms_that_is_no_picture_is_refused(client):
    sham = SimpleUploadedFile("lambang.png", b"<svg onload=1>", "image/png")

    response = post(client, "letterhead_keep", "5203", lines="A", font_pt="12", margin_mm="25", logo=sham)

    assert list(response.context["form"].errors) == ["logo"]
