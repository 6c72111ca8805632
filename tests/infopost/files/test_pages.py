"""The pages of the candidates' files."""

import datetime as dt

import pytest
from django.urls import reverse

from households.models import Trip
from infopost.models import AgencyCheck, DepartureGap, StepNote
from tests.factories.files import (
    AgencyCheckFactory,
    ContractCheckFactory,
    ReferralFactory,
    StepNoteFactory,
    all_written,
)
from tests.factories.infopost import AgencyFactory, FactFactory
from tests.factories.journeys import TripDocumentFactory
from tests.infopost.files.asking import post, read

pytestmark = pytest.mark.django_db


def test_file_says_what_comes_next_who_does_it_and_what_to_take(client, trip):
    page = read(client, trip).content.decode()

    assert "Berikutnya: Datang ke pos desa" in page
    assert "Anda dan keluarga, bersama petugas desa." in page
    assert "Kartu keluarga." in page


def test_step_of_a_document_at_hand_is_shown_as_done(client, trip):
    TripDocumentFactory(trip=trip)

    line = next(line for line in read(client, trip).context["steps"] if line.step == "passport")
    assert (line.word, line.facts.split(" · ")[:2]) == ("Sudah", ["suratnya ada", "dokumen dilihat"])


def test_step_is_noted_and_stands_with_its_day_and_who_noted_it(client, trip):
    response = post(
        client, "step_note", trip, "consult", state="done", evidence="told", done_month="10", done_year="2026"
    )

    assert response.url == reverse("infopost:file_detail", args=[trip.pk])
    line = read(client, trip).context["steps"][1]
    assert line.facts == "Oktober 2026 · diceritakan keluarga · tercatat 26 November 2026 oleh Sari Wulandari"


def test_step_by_mistake_goes(client, trip):
    StepNoteFactory(trip=trip)

    post(client, "step_note", trip, "consult", what="mistake")

    assert StepNote.objects.count() == 0


def test_step_with_a_day_to_come_is_refused_and_keeps_what_was_typed(client, trip):
    response = post(client, "step_note", trip, "consult", state="done", evidence="told", note="tadi", done_year="2027")

    assert response.status_code == 200
    assert response.context["form"]["note"].value() == "tadi"


def test_step_of_the_second_editor_is_compared(client, trip):
    post(client, "step_note", trip, "consult", state="done", evidence="told")

    response = post(client, "step_note", trip, "consult", version=1, state="not_needed", evidence="told")

    row = response.context["compared"][0]
    assert (row["label"], row["saved"], row["yours"]) == ("Langkah ini", "Sudah", "Tidak perlu")


@pytest.mark.parametrize("step", ["agency", "departure", "entah"])
def test_step_without_a_page_does_not_exist(client, trip, step):
    assert client.get(reverse("infopost:step_note", args=[trip.pk, step])).status_code == 404


def test_document_is_noted_from_the_file(client, trip):
    told = {"passport-state": "held", "passport-evidence": "document", "passport-number": "x123 4567"}
    post(client, "paper_note", trip, "passport", **told)

    line = next(line for line in read(client, trip).context["papers"] if line["kind"] == "passport")
    assert (line["line"].word, line["line"].facts) == ("Ada", "•••••567 · dokumen dilihat")


@pytest.mark.parametrize("state", ["", "process", "held"])
def test_page_of_a_document_asks_for_it_whether_it_is_in_order_or_not(client, trip, state):
    if state:
        TripDocumentFactory(trip=trip, kind="passport", state=state)

    page = client.get(reverse("infopost:paper_note", args=[trip.pk, "passport"]), follow=True)

    assert (page.status_code, page.context["fields"]["state"].value() or "") == (200, state)


def test_document_that_is_no_document_does_not_exist(client, trip):
    assert client.get(reverse("infopost:paper_note", args=[trip.pk, "entah"])).status_code == 404


def test_company_is_chosen_from_the_list_and_its_day_is_said(client, trip):
    agency = AgencyFactory()

    post(client, "agency_check", trip, agency=str(agency.pk))

    assert "menurut daftar 1 November 2026, diperiksa 26 November 2026" in read(client, trip).content.decode()


def test_company_without_a_choice_and_a_name_is_asked_for(client, trip):
    response = post(client, "agency_check", trip)

    assert "agency" in response.context["form"].errors


def test_company_begins_with_what_stands_in_the_registry(client, trip):
    AgencyCheckFactory(trip=trip)
    post(client, "agency_check", trip, what="happened", name="PT Entah Contoh")

    page = client.get(reverse("infopost:agency_check", args=[trip.pk]), follow=True)

    assert page.context["form"]["name"].value() == "PT Entah Contoh"
    assert AgencyCheck.objects.count() == 2


def test_contract_names_what_is_missing_and_what_to_do(client, trip):
    post(client, "contract_check", trip, beside="spouse", **all_written(length="no"))

    page = read(client, trip).content.decode()
    assert "Berapa lama kontraknya, dari tanggal sampai tanggal." in page
    assert "Minta tanggal mulai dan selesainya ditulis." in page


def test_contract_with_everything_says_so(client, trip):
    ContractCheckFactory(trip=trip)

    assert "Ketujuh hal tertulis." in read(client, trip).content.decode()


def test_departure_says_what_is_missing_and_is_noted_all_the_same(client, trip):
    page = client.get(reverse("infopost:file_leave", args=[trip.pk]), follow=True).content.decode()

    post(client, "file_leave", trip, departed_day="20", departed_month="11", departed_year="2026")

    assert "Keberangkatan tetap dicatat." in page
    assert "<li>Paspor</li>" in page
    assert Trip.objects.get(pk=trip.pk).departed_on == dt.date(2026, 11, 20)
    assert "paper:passport" in DepartureGap.objects.get().missing


def test_closed_country_is_said_with_its_article_and_day(client, trip):
    FactFactory(code="law-closed-country", kind="law", value="Aturan Contoh", title="Negara tertutup")
    FactFactory(
        code="tw-tutup", kind="status", country="TW", value="", placement="closed", title="Perawat", verified=True
    )

    line = read(client, trip).context["rulings"][1]
    assert (line["ruling"].verdict, line["because"]) == ("not_ok", "Aturan Contoh · diperiksa 1 November 2026")


def test_page_at_the_post_leads_to_the_file(client, trip):
    TripDocumentFactory(trip=trip)
    ReferralFactory(trip=trip)

    page = client.get(reverse("infopost:person_desk", args=[trip.person_id])).content.decode()
    assert "1 dari 8 surat sudah ada · 1 rujukan menunggu jawaban" in page


def test_departure_leaves_what_was_missing_on_the_file(client, trip):
    post(client, "file_leave", trip, departed_day="20", departed_month="11", departed_year="2026")

    page = read(client, trip)
    assert "Paspor" in page.context["lacked"]
    assert "Yang belum ada saat berangkat" in page.content.decode()


def test_letter_that_the_village_gives_is_offered_where_it_is_missing(client, trip):
    TripDocumentFactory(trip=trip, kind="marital")

    urls = {paper["kind"]: paper["letter_url"] for paper in read(client, trip).context["papers"]}
    assert (urls["family"], urls["marital"], urls["passport"]) == (
        reverse("infopost:letter_family", args=[trip.person_id]),
        "",
        "",
    )
