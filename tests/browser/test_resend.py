"""A form sent twice, by an impatient hand, by Back, or by the browser itself on a bad line."""

import pytest

from households.models import Household, Person
from tests.browser.hands import FIVE, REGISTER, box, save, type_family, words

SAVED = "**/rumah-tangga/*-*/"


@pytest.fixture
def page(open_page, sari):
    """Sari's page with a head of a family typed and not yet saved."""
    page = open_page(REGISTER, user=sari)
    type_family(page, FIVE[:1])
    return page


def registered():
    return list(Person.objects.values_list("name", flat=True))


def posted_by(page) -> list[str]:
    """Collects the bodies of the page's posts from now on."""
    bodies = []
    page.on("request", lambda sent: bodies.append(sent.post_data) if sent.method == "POST" else None)
    return bodies


def test_double_click_registers_one_family(page):
    page.locator(".action-bar .btn-primary").dblclick()
    page.wait_for_url(SAVED)
    assert registered() == ["Amaq Sahnan"]


def test_double_click_without_scripts_registers_one_family(open_page, sari):
    page = open_page(REGISTER, user=sari, scripts=False)
    type_family(page, FIVE[:1])
    page.locator(".action-bar .btn-primary").dblclick()
    page.wait_for_url(SAVED)
    assert registered() == ["Amaq Sahnan"]


def test_back_after_saving_shows_the_saved_family(page):
    save(page)
    page.wait_for_url(SAVED)
    page.go_back()
    page.wait_for_url(SAVED)
    assert page.url.endswith(Household.objects.get().get_absolute_url())


def test_same_body_sent_again_is_answered_with_the_first_result(page):
    bodies, address = posted_by(page), page.url
    save(page)
    page.wait_for_url(SAVED)
    headers = {"content-type": "application/x-www-form-urlencoded", "referer": address}
    answer = page.request.post(address, data=bodies[0], headers=headers)
    assert answer.url == page.url
    assert registered() == ["Amaq Sahnan"]


def test_reload_of_a_refused_form_and_a_save_register_one_family(page):
    box(page, "consent-told").uncheck()
    save(page)
    page.wait_for_selector(".error-summary")
    page.reload()
    assert box(page, "members-0-name").input_value() == "Amaq Sahnan"
    box(page, "consent-told").check()
    save(page)
    page.wait_for_url(SAVED)
    assert registered() == ["Amaq Sahnan"]


def test_second_tab_of_the_same_form_with_other_content_is_compared(page):
    twin = page.context.new_page()
    twin.goto(page.url)
    type_family(twin, FIVE[2:3])
    save(page)
    page.wait_for_url(SAVED)
    save(twin)
    twin.wait_for_selector("table.compare")
    rows = {words(row.locator("th")): words(row) for row in twin.locator("tr.differs").all()}
    assert rows == {"Anggota 1 berbeda": "Anggota 1 berbeda Amaq Sahnan Lalu Hadi"}
    assert registered() == ["Amaq Sahnan"]


def test_two_tabs_with_two_families_register_both(page):
    second = page.context.new_page()
    second.goto(REGISTER)
    type_family(second, FIVE[2:3])
    save(page)
    save(second)
    page.wait_for_url(SAVED)
    second.wait_for_url(SAVED)
    assert sorted(registered()) == ["Amaq Sahnan", "Lalu Hadi"]
