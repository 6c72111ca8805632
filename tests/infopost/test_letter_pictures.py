"""The letter as a document office looks at it: the sheet, its edges, the head, the lines, room to sign, the code."""

import datetime as dt
import io
from dataclasses import replace
from functools import cache

import pytest
import segno
from django.template.loader import render_to_string
from PIL import Image

from households.models import Trip
from infopost.letters import paper
from tests.factories.households import TripFactory
from tests.factories.letters import LetterBookFactory, LetterheadFactory
from tests.infopost.letters import COVER, MARRIED, RETURNED, candidate, leave_for, prepare, sign
from tests.pictures import Box, Sheet
from toolkit.pdf import TO_KEEP, Press

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each test draws a PDF and a picture of it

CHECK_URL = "https://desmigratif.lomboktimurkab.go.id/surat/periksa/mZbW3vS1q8Yt0KxP4nR7uJcE6hDa2LfG/"
LINES = "PEMERINTAH {kabupaten}\nKECAMATAN {kecamatan}\nKANTOR {desa}\n{alamat_kantor}"
HEAD_END = "KANTOR DESA KORLEKO"
LONG_NAME = "Baiq Nurul Hidayatussholihah Kusumawardani binti Lalu Muhammad Zainuddin Abdurrahman"
LONG_ADDRESS = "Jalan Pariwisata Pantai Labuhan Haji Gang Melati Nomor 123 Blok C"
MARGIN = 25
SIGNED_AT = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
KINDS = ["family", "marital", "cover", "return"]
# A phone of the cheapest kind reads a dot of half a millimetre on paper.
SMALLEST_DOT = 0.45


def crest() -> bytes:
    """A coat of arms: a dark shield."""
    made = io.BytesIO()
    Image.new("RGB", (300, 360), "darkblue").save(made, "JPEG")
    return made.getvalue()


def give(sari, mahdi, kind, **about):
    """A signed letter of a kind about Siti."""
    siti = candidate(sari, **about)
    if kind == "return":
        Trip.objects.all().delete()
        TripFactory(person=siti, country="TW", departed_on=dt.date(2023, 1, 5), returned_on=dt.date(2026, 10, 5))
    entry = {"family": leave_for(siti), "marital": MARRIED, "cover": COVER, "return": RETURNED}[kind]
    return sign(mahdi, prepare(sari, siti, entry))


def draw(letter, **changed) -> list[Sheet]:
    """The letter's sheets."""
    told = replace(paper.paper_of(letter, whole_numbers=True, check_url=CHECK_URL), signed_at=SIGNED_AT, **changed)
    return sheets_of(render_to_string("infopost/letter_print.html", {"paper": told}))


@cache
def sheets_of(page: str) -> list[Sheet]:
    """The sheets of one page; tests that look at the same letter look at the same drawing."""
    with Press() as press:
        content = press.draw(page, variant=TO_KEEP).content
    return [Sheet(content, number) for number in range(Sheet(content).pages)]


def touching(sheet) -> list[tuple[str, str]]:
    """Pieces of lines that lie on each other."""
    lines = sheet.lines
    return [(one, two) for at, (box, one) in enumerate(lines) for other, two in lines[at + 1 :] if box.covers(other)]


@pytest.mark.parametrize("kind", KINDS)
def test_letter_is_one_sheet_of_a4_with_clean_edges_and_nothing_on_each_other(sari, mahdi, kind):
    [sheet] = draw(give(sari, mahdi, kind))

    inked, clean = sheet.inked, MARGIN - 0.6

    assert (round(sheet.width, 1), round(sheet.height, 1)) == (210.0, 297.0)
    assert inked.left >= clean
    assert inked.top >= clean
    assert inked.right <= sheet.width - clean
    assert inked.bottom <= sheet.height - clean
    assert touching(sheet) == []


@pytest.mark.parametrize("kind", KINDS)
def test_head_title_and_number_stand_in_this_order_and_have_ink(sari, mahdi, kind):
    letter = give(sari, mahdi, kind)

    [sheet] = draw(letter)
    boxes = [sheet.find(text) for text in (HEAD_END, letter.title.upper(), letter.number)]
    rule = Box(MARGIN, boxes[0].bottom + 1, sheet.width - MARGIN, boxes[0].bottom + 5)

    assert [box.top for box in boxes] == sorted(box.top for box in boxes)
    assert [round((box.left + box.right) / 2) for box in boxes] == [105, 105, 105]
    assert all(sheet.share(box) > 0.1 for box in boxes)
    assert sheet.share(rule) > 0.1


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_room_to_sign_and_to_stamp(sari, mahdi, kind):
    [sheet] = draw(give(sari, mahdi, kind))

    office, name = sheet.find("Kepala Desa Korleko,"), sheet.find("Mahdi Amrullah")
    room = Box(sheet.width / 2 + 2, office.bottom + 0.5, sheet.width - MARGIN, name.top - 0.5)

    assert room.height >= 19
    assert sheet.share(room) == 0


def test_whoever_gives_leave_has_room_beside_the_head(sari, mahdi):
    [sheet] = draw(give(sari, mahdi, "family"))

    title, name = sheet.find("Suami yang memberi izin,"), sheet.find("Amaq Siti")
    above = Box(MARGIN, title.bottom + 0.5, sheet.width / 2, sheet.find("meterai").top - 0.5)

    assert (title.top, name.top) == (sheet.find("Kepala Desa").top, sheet.find("Mahdi").top)
    assert name.top - title.bottom >= 19
    assert sheet.share(above) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_code_on_the_paper_carries_the_address_dot_by_dot(sari, mahdi, kind):
    [sheet] = draw(give(sari, mahdi, kind))

    [box] = sheet.images
    dots = [[int(dot) for dot in row] for row in segno.make(CHECK_URL, error="m", micro=False).matrix_iter(border=2)]
    size = box.width / len(dots)
    seen = [
        [int(sheet.is_dark(box.left + (x + 0.5) * size, box.top + (y + 0.5) * size)) for x in range(len(dots))]
        for y in range(len(dots))
    ]

    assert size >= SMALLEST_DOT
    assert seen == dots


def test_crest_stands_beside_the_head_and_on_no_word(sari, mahdi):
    LetterBookFactory(village=sari.region)
    LetterheadFactory(lines=LINES, logo=crest())

    [sheet] = draw(give(sari, mahdi, "marital"))
    shield = min(sheet.images, key=lambda box: box.top)

    assert (round(shield.left), round(shield.top), round(shield.height)) == (MARGIN, MARGIN, 21)
    assert sheet.share(shield) > 0.95
    assert [text for box, text in sheet.lines if box.covers(shield)] == []
    assert shield.bottom < sheet.find("SURAT KETERANGAN").top


@pytest.mark.parametrize("kind", KINDS)
def test_large_letters_and_long_names_are_cut_nowhere(sari, mahdi, kind):
    LetterBookFactory(village=sari.region)
    LetterheadFactory(lines=LINES, logo=crest(), font_pt=14, margin_mm=30)
    letter = give(sari, mahdi, kind, name=LONG_NAME, household__address=LONG_ADDRESS)

    sheets = draw(letter, signer_name=LONG_NAME if kind == "family" else "")

    for sheet in sheets:
        words = [box for box, _ in sheet.lines]
        assert touching(sheet) == []
        assert min(box.left for box in words) >= 29
        assert max(box.right for box in words) <= 181
        assert sheet.inked.bottom <= 297 - 12


def test_what_is_signed_and_the_code_are_never_alone_on_a_sheet(sari, mahdi):
    LetterBookFactory(village=sari.region)
    LetterheadFactory(lines=LINES, logo=crest(), font_pt=14, margin_mm=40)
    letter = give(sari, mahdi, "family", name=LONG_NAME)

    first, second = draw(letter, signer_name=LONG_NAME)
    words = " ".join(text for _, text in second.lines)

    assert "Surat ini dibuat untuk dipergunakan" in words
    assert f"{letter.number} · halaman 2 dari 2" in words
    assert "halaman" not in " ".join(text for _, text in first.lines)
    assert [box for box in second.images if box.top < second.find("Mahdi").bottom] == []
    assert len(second.images) == 1


def test_withdrawn_letter_says_so_in_a_frame_that_cannot_be_overlooked(sari, mahdi):
    letter = give(sari, mahdi, "cover")

    [plain], [sheet] = draw(letter), draw(letter, is_withdrawn=True)
    said = sheet.find("SUDAH DITARIK")
    frame = Box(MARGIN, said.top - 4, sheet.width - MARGIN, said.bottom + 4)

    assert sheet.find(HEAD_END).bottom < said.top < sheet.find("SURAT PENGANTAR").top
    assert sheet.share(Box(frame.left, frame.top, frame.left + 1, frame.bottom)) > 0.4
    assert said.width > 80
    assert [text for _, text in plain.lines if "DITARIK" in text] == []
