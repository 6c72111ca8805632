"""The screen of a village's post: nothing is left for the next person, and nothing leads out."""

import pytest

from infopost.actions import load_facts
from tests.factories.regions import MembershipFactory

KIOSK = "/pos/5203172006/"
CHECK = KIOSK + "tawaran/periksa/"


@pytest.fixture
def kiosk(live_server, korleko):
    load_facts()
    MembershipFactory(village=korleko)


def opened(open_page, path):
    """The kiosk with a clock that the test moves."""
    page = open_page("about:blank", height=1024)
    page.clock.install()
    page.goto(path)
    return page


def test_kiosk_goes_back_to_its_start_after_a_minute_without_a_touch(open_page, kiosk):
    page = opened(open_page, KIOSK + "pulang/")

    page.clock.fast_forward(59_000)
    stayed = page.url.endswith("/pulang/")
    page.mouse.click(5, 5)
    page.clock.fast_forward(59_000)
    still = page.url.endswith("/pulang/")
    page.clock.fast_forward(2_000)
    page.wait_for_url("**" + KIOSK)

    assert (stayed, still) == (True, True)


def test_kiosk_shows_nothing_of_the_one_before_after_back(open_page, kiosk):
    page = opened(open_page, KIOSK)
    page.get_by_role("link", name="Tawaran ini aman?").click()
    page.get_by_role("link", name="Periksa tawaran").click()
    page.get_by_role("link", name="Mulai").click()
    page.locator("#sekarang-ditampung").check(force=True)
    page.locator(".question .button-quiet").filter(visible=True).click()
    page.locator(".verdict-red").wait_for()

    page.clock.fast_forward(61_000)
    page.wait_for_url("**" + KIOSK)
    page.go_back()

    assert page.locator(".verdict-word, input:checked").filter(visible=True).count() == 0
    assert page.evaluate("history.length") <= 2


def test_kiosk_cannot_telephone_so_numbers_are_read(open_page, kiosk):
    page = open_page(KIOSK + "minta-tolong/")

    assert page.locator("a[href^='tel:'], a[href*='wa.me']").count() == 0
    assert page.locator(".call-number").first.is_visible()


def test_kiosk_keeps_no_answer_behind_back(open_page, kiosk):
    page = opened(open_page, KIOSK + "perusahaan/")
    for name in ("Maju Jaya", "Karya Makmur"):
        page.locator("#id_name").fill(name)
        page.get_by_role("button", name="Periksa").click()
        page.locator(f'#id_name[value="{name}"]').wait_for()
    steps = page.evaluate("history.length")

    page.clock.fast_forward(61_000)
    page.wait_for_url("**" + KIOSK)
    page.go_back()

    assert (steps, "Maju Jaya" in page.content(), "Karya Makmur" in page.content()) == (2, False, False)
