"""A letter goes from the officer to the head, onto paper, and to whoever checks it: three people, three screens."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from infopost.models import Letter
from tests.browser.hands import box, save, words
from tests.infopost.letters import NIK, candidate

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def siti(sari):
    """A candidate whose husband is at home."""
    return candidate(sari)


def answer(page, **answers):
    """Press an answer to each question; the segments cover their boxes."""
    for name, value in answers.items():
        box(page, name, value).check(force=True)


@pytest.mark.parametrize("scripts", [True, False])
def test_letter_is_prepared_signed_printed_and_checked(open_page, sari, mahdi, siti, scripts):
    officer = open_page(f"/layanan/orang/{siti.pk}/", user=sari, scripts=scripts, **PHONE)
    officer.get_by_role("link", name="Surat izin keluarga").click()
    officer.wait_for_url("**/surat/izin-keluarga/*/*/")
    husband = str(siti.household.members.get(relation="head").pk)
    answer(officer, who=husband, kinship="spouse", present="yes", identity="yes", kinship_seen="yes", consent="given")
    save(officer)
    officer.wait_for_url("**/surat/*-*-*-*-*/")
    assert "Menunggu tanda tangan" in words(officer.locator("main"))

    head = open_page("/", user=mahdi, scripts=scripts, **PHONE)
    head.locator("a[href$='/tanda-tangan/']").click()
    head.wait_for_url("**/tanda-tangan/*/")
    assert NIK not in head.content()
    save(head)
    head.wait_for_url("**/surat/*-*-*-*-*/")
    assert "nomor 470/001/PMI/XI/2026" in words(head.locator("main"))

    officer.reload()
    with officer.expect_download() as coming:
        officer.get_by_role("button", name="Cetak surat").click()
    paper = " ".join(PdfReader(BytesIO(Path(coming.value.path()).read_bytes())).pages[0].extract_text().split())
    assert ("470/001/PMI/XI/2026" in paper, NIK in paper) == (True, True)

    stranger = open_page(f"/surat/cek/{Letter.objects.get().token}/", scripts=scripts, **PHONE)
    told = words(stranger.locator("main"))
    assert ("Surat ini diberikan oleh desa" in told, "Desa Korleko" in told, siti.name in told) == (True, True, False)
