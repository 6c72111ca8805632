"""A family goes to another village: two officers, each with his own browser, on phones."""

import pytest

from households.models import Household, Person
from tests.browser.hands import box, save, words

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def place(neighbours):
    """Korleko with one family, beside its neighbour."""
    Person.objects.filter(pk=neighbours["5203172006"].head.pk).update(name="Lalu Wirajaya")
    return neighbours["5203172006"]


def offer(page):
    page.get_by_role("link", name="Pindah ke desa lain").click()
    page.wait_for_url("**/pindah-desa/*/")
    box(page, "village").press_sequentially("lenek lauk")
    page.get_by_role("option", name="Lenek Lauk").click()
    box(page, "moved_day").fill("10")
    box(page, "moved_month").select_option("11")
    box(page, "moved_year").fill("2026")
    save(page)
    page.wait_for_url("**/rumah-tangga/*-*/")


def fits(page):
    """Whether nothing sticks out of the phone's screen."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_family_moves_from_one_officers_phone_to_the_others(open_page, sari, budi, place):
    home = place.household.get_absolute_url()
    sender = open_page(home, user=sari, **PHONE)
    offer(sender)
    assert "Ditawarkan pindah" in words(sender.locator("main"))

    receiver = open_page("/", user=budi, **PHONE)
    receiver.get_by_role("link", name="Jawab").first.click()
    receiver.wait_for_url("**/pindahan/*/*/")
    shown = words(receiver.locator("main"))
    assert ("Lalu Wirajaya" in shown, place.mark in shown, fits(receiver)) == (True, False, True)
    box(receiver, "answer", "accept").check()
    box(receiver, "hamlet").fill("Lauk Masjid")
    save(receiver)
    receiver.wait_for_url("**/rumah-tangga/*-*/")

    assert "Pindah ke sini dari Desa Korleko" in words(receiver.locator("main"))
    assert sender.goto(home).status == 404
    sender.goto("/pindahan/")
    assert ("sudah pindah" in words(sender.locator("main")), fits(sender)) == (True, True)
    assert Household.objects.get(pk=place.household.pk).village_id == budi.region_id
