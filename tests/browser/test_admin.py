"""Every page of Django's admin as each office sees it: nothing our policy refuses, nothing wider than the screen."""

import pytest
from django.urls import reverse

from tests.people import HTML
from tests.walk.addresses import addresses, key_of
from tests.walk.admin import rules
from tests.walk.html import Page

OFFICES = {"sari": "officer", "rina": "coordinator", "adi": "administrator"}
RULES = rules()
# Ways that lead elsewhere.
NO_PAGE = {"admin:login", "admin:password_change"}


def pages(office, place):
    """The addresses that the office may read, filled with records of the place."""
    for address in addresses():
        rule = RULES.get(address.name)
        if rule and office in rule.get and address.name not in NO_PAGE:
            known = key_of(rule, place)
            yield reverse(address.name, kwargs={name: known[name]() for name in address.parameters})


@pytest.mark.parametrize("username", OFFICES)
def test_admin_keeps_to_the_policy_and_to_the_screen(username, open_page, place_of, sari, request):
    user, place = request.getfixturevalue(username), place_of(sari)
    page = open_page("/admin/", user=user, width=360)
    too_wide, seen = [], 0

    for url in list(pages(OFFICES[username], place)):
        assert page.goto(url).status == 200
        seen += 1
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append(f"{url} at {width}")
        assert HTML not in page.content()
        assert Page(page.content()).faults == []

    assert too_wide == []
    assert seen > 10


def test_admin_is_used_from_list_to_record_and_back_to_the_portal(open_page, place_of, sari):
    place = place_of(sari)
    page = open_page("/admin/", user=sari, width=360)

    page.get_by_role("link", name="Orang", exact=True).click()
    page.get_by_role("link", name="kepala").first.click()
    page.get_by_role("link", name="Buka di portal").click()
    page.wait_for_url(f"**/orang/{place.head.pk}/")
    page.goto("/admin/")
    page.get_by_role("link", name="Kembali ke portal").click()
    page.wait_for_url("**/")
    assert page.locator("h1").count() == 1


def test_account_is_closed_in_the_admin(open_page, rina, sari):
    page = open_page(f"/admin/accounts/user/{sari.pk}/change/", user=rina)

    page.get_by_label("Aktif").uncheck()
    page.locator("[name=_save]").click()
    page.wait_for_url("**/admin/accounts/user/")

    sari.refresh_from_db()
    assert sari.is_active is False


def test_list_is_printed_with_all_its_columns_and_nothing_to_press(open_page, place_of, sari):
    place_of(sari)
    page = open_page("/admin/households/person/", user=sari, width=700)

    page.emulate_media(media="print")

    assert page.evaluate("document.querySelector('.results table').offsetWidth") <= 700
    assert page.locator("#changelist-filter, .object-tools, #user-tools").filter(visible=True).count() == 0
