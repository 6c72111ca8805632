"""The session ends while an officer types: nothing is lost, and nothing is saved for him."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session

from accounts.models import HeldPost
from households.models import Household, Person
from tests.browser.hands import FIVE, REGISTER, box, save, sign_in, type_family, words

SAVED = "**/rumah-tangga/*-*/"
HELD = "Sesi Anda sempat berakhir. Isian Anda masih ada di bawah ini: periksa, lalu simpan."


@pytest.fixture
def page(open_page, sari):
    """Sari's page with a family of two typed and not yet saved."""
    page = open_page(REGISTER, user=sari)
    type_family(page, FIVE[:2])
    return page


def test_form_is_there_again_after_signing_in(page):
    Session.objects.all().delete()
    save(page)
    sign_in(page, "sari")
    assert words(page.locator("[role=status] .note-info")) == HELD
    assert box(page, "members-0-nik").input_value() == "5203171705800003"
    assert box(page, "members-1-name").input_value() == "Inaq Rusdah"
    assert box(page, "members-1-since_year").input_value() == "2024"
    assert box(page, "consent-told").is_checked()
    assert Household.objects.count() == 0


def test_officer_saves_the_kept_form_himself(page):
    Session.objects.all().delete()
    save(page)
    sign_in(page, "sari")
    save(page)
    page.wait_for_url(SAVED)
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Amaq Sahnan", "Inaq Rusdah"]
    assert HeldPost.objects.count() == 0


def test_idle_session_ends_and_keeps_the_form(page, clock):
    clock.shift(dt.timedelta(minutes=16))
    save(page)
    sign_in(page, "sari")
    assert box(page, "members-0-name").input_value() == "Amaq Sahnan"


def test_form_opened_before_signing_in_again_elsewhere_is_kept(page):
    other_tab = page.context.new_page()
    other_tab.goto(REGISTER)
    other_tab.locator(".site-user button").click()
    sign_in(other_tab, "sari")
    save(page)
    page.wait_for_selector("[role=status] .note-info")
    assert words(page.locator("[role=status] .note-info")) == HELD
    save(page)
    page.wait_for_url(SAVED)
    assert Household.objects.count() == 1


def test_somebody_else_at_the_same_computer_sees_nothing_of_it(page, budi):
    address = page.url
    Session.objects.all().delete()
    save(page)
    sign_in(page, "budi")
    assert page.url == address
    assert box(page, "members-0-name").input_value() == ""
    assert "Sahnan" not in page.content()
    assert HeldPost.objects.filter(user__username="sari").count() == 1


def test_typing_keeps_the_session_alive(page, clock):
    box(page, "members-0-name").press("End")
    for _ in range(3):
        clock.shift(dt.timedelta(minutes=10))
        page.evaluate("Date.now = (now => () => now() + 600000)(Date.now)")
        with page.expect_response("**/sesi/"):
            page.keyboard.type("h")
    save(page)
    page.wait_for_url(SAVED)
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Amaq Sahnanhhh", "Inaq Rusdah"]
