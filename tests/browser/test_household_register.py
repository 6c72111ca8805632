"""Registering with JavaScript: the page answers in place."""

import pytest

from households.models import Household, Person
from tests.browser.hands import FIVE, REGISTER, Told, add_member, agree, box, save, type_family, type_member
from tests.factories.households import HouseholdFactory


@pytest.fixture
def page(open_page, sari):
    """Sari's registering page."""
    return open_page(REGISTER, user=sari)


def names_typed(page):
    return [row.input_value() for row in page.locator("[data-member] [name$=-name]").all()]


def test_family_of_five_is_saved(page):
    type_family(page)
    save(page)
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert sorted(Person.objects.values_list("name", flat=True)) == sorted(told.name for told in FIVE)
    assert Household.objects.count() == 1


def test_member_is_added_in_place_and_ready_to_type(page):
    address = page.url
    add_member(page)
    assert page.url == address
    assert page.evaluate("document.activeElement.name") == "members-1-name"
    assert page.locator("[data-member] > legend").all_inner_texts() == ["Anggota 1", "Anggota 2"]


def test_member_in_the_middle_is_removed_in_place_and_saved_without(page):
    agree(page)
    for place, told in enumerate(FIVE[:3]):
        if place:
            add_member(page)
        type_member(page, place, told)
    page.locator("button[name=remove_member]").nth(1).click()
    assert names_typed(page) == ["Amaq Sahnan", "Lalu Hadi"]
    assert box(page, "members-1-sex", "L").is_checked()
    save(page)
    page.wait_for_url("**/rumah-tangga/*-*/")
    fields = ("name", "relation", "sex", "nik")
    assert list(Person.objects.order_by("name").values_list(*fields)) == [
        ("Amaq Sahnan", "head", "L", "5203171705800003"),
        ("Lalu Hadi", "child", "L", "5203170201050001"),
    ]


def test_reason_for_no_nik_is_asked_only_without_one(page):
    reason = box(page, "members-0-nik_missing").first
    assert reason.is_visible()
    box(page, "members-0-nik").fill("5203171705800003")
    assert reason.is_hidden()
    box(page, "members-0-nik").fill("")
    assert reason.is_visible()


def test_hamlets_of_the_village_are_suggested(open_page, sari):
    for hamlet in ("Montong", "Dasan Baru", "Montong"):
        HouseholdFactory(hamlet=hamlet)
    page = open_page(REGISTER, user=sari)
    suggested = page.locator(f"#{box(page, 'address-hamlet').get_attribute('list')} option").all()
    assert [option.get_attribute("value") for option in suggested] == ["Dasan Baru", "Montong"]


def test_questions_about_the_journey_appear_with_the_answer(page):
    country = box(page, "members-0-country")
    assert country.is_hidden()
    box(page, "members-0-abroad", "returned").check()
    assert country.is_visible()
    box(page, "members-0-abroad", "none").check()
    assert country.is_hidden()


def test_enter_in_a_text_box_saves_and_removes_nobody(page):
    type_family(page, FIVE[:1])
    add_member(page)
    type_member(page, 1, FIVE[1])
    box(page, "members-1-name").press("Enter")
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert Person.objects.count() == 2


def test_card_left_empty_at_the_end_is_nobody(page):
    type_family(page, FIVE[:1])
    add_member(page)
    save(page)
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert list(Person.objects.values_list("name", flat=True)) == ["Amaq Sahnan"]


def test_family_of_twenty_five_is_saved(page):
    children = [Told(f"Anak {chr(97 + place)}", "child", "P", ("", "", "2001")) for place in range(24)]
    type_family(page, [FIVE[0], *children])
    save(page)
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert Person.objects.count() == 25
    assert Person.objects.filter(relation="head").count() == 1


def test_error_summary_has_the_focus_and_leads_to_the_field(page):
    type_family(page, FIVE[:1])
    box(page, "members-0-name").fill("")
    save(page)
    page.wait_for_selector(".error-summary:focus")
    page.locator(".error-summary a").click()
    assert page.evaluate("document.activeElement.name") == "members-0-name"
