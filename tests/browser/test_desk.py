"""The register of the post by hand: ten seconds a visit, by keyboard or by thumb."""

import pytest

from infopost.models import Service
from tests.people import build_place

# The keystroke-level model of Card, Moran and Newell (1980): a key, a finger's way to a tile, and a moment's thought.
SECONDS_A_KEY, SECONDS_A_TAP, SECONDS_AN_ANSWER = 0.28, 1.1, 1.35
TEN = 10


@pytest.fixture
def page(open_page, sari):
    """Sari's register, and what she pressed."""
    page = open_page("/layanan/", user=sari)
    page.pressed = page.answers = 0
    return page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
        page.pressed += 1


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || ''")


def tap(page, word):
    page.get_by_role("radio", name=word, exact=True).check()
    page.pressed += 1
    page.answers += 1


def first_visit(page):
    for word in ("Dokumen", "Perempuan"):
        page.get_by_role("radio", name=word, exact=True).check()
    page.get_by_role("button", name="Simpan layanan").click()
    page.wait_for_url("**/layanan/?terakhir=*")


def test_visit_takes_less_than_ten_seconds_by_thumb(page):
    for word in ("Tawaran kerja diperiksa", "Laki-laki"):
        tap(page, word)
    page.get_by_role("button", name="Simpan layanan").click()
    page.pressed += 1
    page.wait_for_url("**/layanan/?terakhir=*")

    assert Service.objects.values_list("topic", "sex", "way", "minutes").get() == ("offer", "L", "came", 10)
    assert page.pressed * SECONDS_A_TAP + page.answers * SECONDS_AN_ANSWER < TEN


def test_next_visit_takes_less_than_ten_seconds_by_keyboard(page):
    first_visit(page)

    assert focused(page) == "topic"
    press(page, "ArrowDown", "ArrowDown", "Tab", "Space", "Enter")
    page.answers += 2
    page.wait_for_function("document.querySelector('#terakhir + ul').textContent.includes('Perusahaan diperiksa')")

    assert sorted(Service.objects.values_list("topic", "sex")) == [("company", "L"), ("documents", "P")]
    assert page.pressed * SECONDS_A_KEY + page.answers * SECONDS_AN_ANSWER < TEN


def test_somebody_of_the_registry_is_picked_by_keyboard_alone(page, sari):
    place = build_place(sari)
    first_visit(page)

    press(page, "Space", "Tab", "Tab")
    page.keyboard.type("kepala")
    press(page, "Enter")
    page.wait_for_selector("[name=person]")
    page.locator("[name=person]").first.focus()
    press(page, "Space", "Enter")
    page.wait_for_url("**/layanan/?terakhir=*")

    assert list(Service.objects.exclude(person=None).values_list("person", "topic")) == [(place.head.pk, "info")]
