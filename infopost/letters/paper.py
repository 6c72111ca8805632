"""A letter as it goes on paper: A4, set as offices want it, with the picture by which it can be checked."""

from base64 import b64encode
from dataclasses import dataclass

import segno
from django.conf import settings
from django.template.loader import render_to_string

from infopost.letter_choices import LetterKind, LetterState
from infopost.letters.facts import kinship_in_words
from infopost.letters.wordings import head_for
from infopost.models import Letter
from infopost.rules.wordings import Block, blocks, fill
from toolkit import pdf
from toolkit.dates import date_in_words
from toolkit.templatetags.indonesian import mask_number

SECONDS = 10
WITHOUT_NIK = "belum mempunyai NIK"
KELURAHAN = "1"


@dataclass(frozen=True)
class Paper:
    """What the page shows, top to bottom; what a letter that nobody has signed yet does not have is empty."""

    head: list[str]
    title: str
    number: str
    blocks: list[Block]
    place_and_day: str
    office: str
    head_name: str
    signer_title: str = ""
    signer_name: str = ""
    font_pt: int = 12
    margin_mm: int = 25
    is_withdrawn: bool = False
    code_image: str = ""
    check_url: str = ""
    signed_at: object = None
    logo_image: str = ""


def paper_of(letter: Letter, *, whole_numbers: bool, check_url: str = "") -> Paper:
    """The letter's page; on a screen whole numbers are masked, on paper they stand as offices want them.

    Everything is as it was written down; a letter from before coats of arms were kept has the kabupaten's of today.
    """
    shown = (lambda number: number) if whole_numbers else mask_number
    numbers = {"nik": letter.nik, "nik_pemberi": letter.signer_nik}
    told = {place: shown(number) if number else WITHOUT_NIK for place, number in numbers.items()}
    is_leave = letter.kind == LetterKind.FAMILY
    village = letter.village
    return Paper(
        head=letter.head.splitlines(),
        title=letter.title,
        number=letter.number,
        blocks=blocks(fill(letter.body, told)),
        place_and_day=f"{village.name}, {date_in_words(letter.signed_on)}" if letter.signed_on else village.name,
        office=office_of(village),
        head_name=letter.signed_by.full_name if letter.signed_by_id else "",
        signer_title=f"{kinship_in_words(letter)} yang memberi izin" if is_leave else "",
        signer_name=letter.signer_name if is_leave else "",
        font_pt=letter.font_pt,
        margin_mm=letter.margin_mm,
        is_withdrawn=letter.state == LetterState.WITHDRAWN,
        code_image=code_image(check_url) if check_url else "",
        check_url=check_url,
        signed_at=letter.signed_at,
        logo_image=logo_image(crest_of(letter)),
    )


def crest_of(letter: Letter) -> bytes:
    """The coat of arms on the letter's head; empty where there is none."""
    return head_for(letter.village_id).logo if letter.crest is None else bytes(letter.crest)


def office_of(village) -> str:
    """The office that signs: 'Kepala Desa Korleko', 'Lurah Gebang'."""
    return f"Lurah {village.name}" if village.code[6:7] == KELURAHAN else f"Kepala {village.title}"


def code_image(url: str) -> str:
    """The picture that carries an address to a phone, as a PNG inside the page."""
    return segno.make(url, error="m", micro=False).png_data_uri(scale=6, border=2)


def logo_image(logo: bytes) -> str:
    """The coat of arms inside the page; empty where there is none."""
    return f"data:image/jpeg;base64,{b64encode(logo).decode()}" if logo else ""


def draw(paper: Paper) -> pdf.Pdf:
    """The letter as PDF/A; the same letter gives the same bytes. Raises PdfFailed."""
    context = {"paper": paper, "institution": settings.INSTITUTION_NAME}
    with pdf.Press(SECONDS) as press:
        return press.draw(render_to_string("infopost/letter_print.html", context), variant=pdf.TO_KEEP)


def file_name(letter: Letter) -> str:
    """What the file is called: its kind and number, and no name of a person."""
    kind = letter.get_kind_display().lower().replace(" ", "-")
    return f"{kind}-{letter.village_id}-{letter.year}-{letter.serial:03d}.pdf"
