"""The letter on paper, and the public page behind its picture."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import AuditEvent
from infopost import actions
from infopost.letters import paper
from infopost.models import Letter, LetterPrint
from infopost.views.letter_checks import LETTER_CHECK
from tests.factories.letters import LetterFactory, LetterheadFactory
from tests.infopost.letters import COVER, NIK, TODAY, candidate, leave_for, prepare, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def siti(sari):
    return candidate(sari)


def draw(client, letter):
    return client.post(reverse("infopost:letter_print", args=[letter.pk]))


def text_of(content) -> str:
    reader = PdfReader(io.BytesIO(content))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.slow  # draws a PDF
def test_paper_says_everything_that_an_office_asks_for(client_of, sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))

    response = draw(client_of(sari), letter)
    text = text_of(response.content)

    for part in (
        "PEMERINTAH KABUPATEN LOMBOK TIMUR KECAMATAN LABUHAN HAJI KANTOR DESA KORLEKO",
        "SURAT KETERANGAN IZIN KELUARGA Nomor: 470/001/PMI/XI/2026",
        "Amaq Siti",
        f"NIK : {NIK}",
        "NIK : 5203170303950002",
        "Korleko, 22 November 2026 Mengetahui, Kepala Desa Korleko, Mahdi Amrullah",
        "Suami yang memberi izin",
        "meterai",
    ):
        assert part in text
    assert response["Content-Disposition"] == 'attachment; filename="surat-izin-keluarga-5203172006-2026-001.pdf"'
    assert LetterPrint.objects.get().printed_by == sari


@pytest.mark.slow  # draws PDFs
def test_paper_is_kept_for_long_and_the_same_twice(client_of, sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))
    client = client_of(mahdi)

    first, second = draw(client, letter).content, draw(client, letter).content
    reader = PdfReader(io.BytesIO(first))
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()

    assert first == second
    assert 'pdfaid:part="2"' in metadata.replace("'", '"') or "<pdfaid:part>2</pdfaid:part>" in metadata
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert (len(reader.pages), reader.trailer["/Root"]["/Lang"]) == (1, "id")


@pytest.mark.slow  # draws PDFs
@pytest.mark.parametrize(("font_pt", "margin_mm"), [(11, 25), (14, 40)])
def test_paper_is_set_as_the_kabupaten_wants_it(sari, mahdi, siti, font_pt, margin_mm):
    LetterheadFactory(font_pt=font_pt, margin_mm=margin_mm)
    letter = sign(mahdi, prepare(sari, siti, COVER))
    found = []

    def look(text, outer, inner, font, size):
        if text.strip():
            found.append((round(abs(outer[0]) * size, 1), outer[4] + outer[0] * inner[4]))

    made = paper.draw(paper.paper_of(letter, whole_numbers=True))
    PdfReader(io.BytesIO(made.content)).pages[0].extract_text(visitor_text=look)

    sizes, lefts = [size for size, _ in found], [left for _, left in found]
    assert (max(set(sizes), key=sizes.count), round(min(lefts) / 72 * 25.4)) == (font_pt, margin_mm)


@pytest.mark.slow  # draws a PDF
def test_withdrawn_letter_says_so_on_paper(client_of, sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti, COVER))
    actions.withdraw_letter(by=sari, letter_id=letter.pk, version=letter.version, reason="Keliru", today=TODAY)

    assert "SUDAH DITARIK DAN TIDAK BERLAKU LAGI" in text_of(draw(client_of(sari), letter).content)


def test_reprint_has_the_coat_of_arms_of_the_day_on_which_the_letter_was_prepared(sari, mahdi, siti):
    plain = sign(mahdi, prepare(sari, siti, COVER))
    head = LetterheadFactory(logo=b"lama")
    crested = sign(mahdi, prepare(sari, siti, COVER))
    head.logo = b"baru"
    head.save()
    older = LetterFactory(person=siti, signed=True, serial=9)

    letters = Letter.objects.in_bulk([plain.pk, crested.pk, older.pk])
    found = [paper.crest_of(letters[letter.pk]) for letter in (plain, crested, older)]

    assert found == [b"", b"lama", b"baru"]


@pytest.mark.parametrize("who", ["rina", "budi", "dewi"])
def test_paper_is_for_whoever_prepares_or_signs(request, client_of, who):
    letter = LetterFactory(signed=True)

    assert draw(client_of(request.getfixturevalue(who)), letter).status_code == 404


def test_unsigned_letter_has_no_paper(client_of, sari):
    assert draw(client_of(sari), LetterFactory()).status_code == 404
    assert LetterPrint.objects.count() == 0


def check(client, token):
    return client.get(reverse("infopost:letter_verify", args=[token]))


def test_picture_leads_to_kind_number_day_and_village_and_to_no_name(client, siti):
    letter = LetterFactory(person=siti, signed=True, serial=3)

    response = check(client, letter.token)

    page = response.content.decode()
    for part in ("Surat izin keluarga", "470/003/PMI/XI/2026", "21 November 2026", "Desa Korleko"):
        assert part in page
    for name in (siti.name, letter.signer_name, letter.signed_by.full_name, siti.nik):
        assert name not in page
    assert (response.status_code, "no-store" in response["Cache-Control"]) == (200, True)


def test_withdrawn_letter_is_told_to_whoever_checks(client, sari, mahdi, siti):
    letter = sign(mahdi, prepare(sari, siti))
    actions.withdraw_letter(by=mahdi, letter_id=letter.pk, version=letter.version, reason="Rahasia", today=TODAY)

    page = check(client, letter.token).content.decode()

    assert "sudah ditarik dan tidak berlaku lagi" in page
    assert "Rahasia" not in page


@pytest.mark.parametrize("token", ["x", "None", "%00", "é", "a" * 3000, "' OR 1=1"])
def test_unknown_picture_says_so(client, token):
    response = check(client, token)

    assert (response.status_code, "tidak dikenal" in response.content.decode()) == (404, True)
    assert AuditEvent.objects.count() == 0


def test_guessing_is_slowed_down(client):
    answers = [check(client, f"tebak{n}").status_code for n in range(LETTER_CHECK.burst + 1)]

    assert answers == [404] * LETTER_CHECK.burst + [429]


def test_refused_letter_has_no_picture(client, sari, siti):
    letter = prepare(sari, siti, leave_for(siti, is_present=False))

    assert (letter.token, Letter.objects.filter(token=None).count()) == (None, 1)
    assert check(client, "None").status_code == 404
