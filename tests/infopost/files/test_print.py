"""'Yang masih kurang' on paper: what is missing, where it is obtained, and when the offices are open."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.factories.files import ReferralFactory
from tests.factories.infopost import CalendarEntryFactory
from tests.factories.journeys import PlacementFactory, TripDocumentFactory
from toolkit.pdf import PdfFailed, Press

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(client_of, sari, trip):
    def draw():
        response = client_of(sari).get(reverse("infopost:file_print", args=[trip.pk]))
        assert response["Content-Disposition"] == (
            'attachment; filename="yang-masih-kurang-5203172006-2026-11-26.pdf"'
        )  # fmt: skip
        pages = PdfReader(io.BytesIO(response.content)).pages
        return len(pages), " ".join(" ".join(page.extract_text() for page in pages).split())

    return draw


def test_page_names_what_is_missing_where_it_is_and_what_to_take(printed):
    pages, text = printed()

    assert pages == 1
    assert "Paspor Kantor imigrasi. KTP. Kartu keluarga." in text
    assert "Daftar di Disnaker atau LTSA" in text


def test_page_masks_numbers_of_what_is_there(printed, trip):
    TripDocumentFactory(trip=trip, number="X7654321")

    _, text = printed()

    assert "Paspor (•••••321 · dokumen dilihat)" in text
    assert "X7654321" not in text


def test_page_leaves_out_what_the_way_does_without(printed, trip):
    PlacementFactory(trip=trip, scheme="independent")

    assert "Kantor penempat" not in printed()[1]


def test_page_tells_the_days_of_offices_and_mobile_services(printed, trip):
    CalendarEntryFactory(kind="mobile", title="Layanan keliling", place="Kantor kecamatan", hours="08.00–12.00")
    CalendarEntryFactory(kind="news", title="Kabar desa")

    _, text = printed()

    assert "Layanan keliling, Kantor kecamatan: 1 November 2026 sampai 31 Desember 2026, pukul 08.00–12.00." in text
    assert "Kabar desa" not in text


def test_page_says_what_an_office_asked_for(printed, trip):
    ReferralFactory(
        trip=trip,
        answer="asks_more",
        asked_for="akta lahir asli",
        answered_known_at="2026-11-20T03:00:00Z",
        answered_by=trip.created_by,
    )

    assert "akta lahir asli" in printed()[1]


def test_page_that_cannot_be_drawn_leads_back_to_the_file(client_of, sari, trip, monkeypatch):
    def refuse(self, html):
        raise PdfFailed("Coba lagi.")

    monkeypatch.setattr(Press, "draw", refuse)
    response = client_of(sari).get(reverse("infopost:file_print", args=[trip.pk]), follow=True)

    assert "Coba lagi." in response.content.decode()
