"""Registering without JavaScript."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from households.models import Consent, Household, Person, Trip
from tests.browser.hands import FIVE, REGISTER, add_member, agree, box, save, type_family, type_member, words

FAMILY = [
    ("Amaq Sahnan", "head", "L", dt.date(1980, 5, 17), "day", "5203171705800003", ""),
    ("Baiq Nur'aini", "child", "P", dt.date(2016, 3, 10), "day", None, "not_at_hand"),
    ("Inaq Rusdah", "wife", "P", dt.date(1984, 7, 1), "year", None, "not_issued"),
    ("Lalu Hadi", "child", "L", dt.date(2005, 1, 2), "day", "5203170201050001", ""),
    ("Papuq Saleh", "parent", "L", None, "unknown", None, "refused"),
]


@pytest.fixture
def page(open_page, sari):
    """Sari's registering page in a browser that runs no scripts."""
    return open_page(REGISTER, user=sari, scripts=False)


def people():
    fields = ("name", "relation", "sex", "birth_on", "birth_precision", "nik", "nik_missing")
    return list(Person.objects.order_by("name").values_list(*fields))


def names_typed(page):
    return [row.input_value() for row in page.locator("[data-member] [name$=-name]").all()]


def test_family_of_five_is_saved_with_every_answer(page):
    type_family(page)
    save(page)
    assert people() == FAMILY
    assert list(Household.objects.values_list("village_id", "hamlet", "rt", "rw")) == [
        ("5203172006", "Gubuk Timuk", "004", "001")
    ]
    assert list(Consent.objects.values_list("given_by", "how", "guardian")) == [
        ("Inaq Rusdah", "spoken", "Inaq Rusdah")
    ]


def test_member_abroad_is_saved_with_the_journey(page):
    type_family(page)
    save(page)
    fields = ("person__name", "country", "departed_on", "departed_precision", "evidence", "returned_on")
    assert list(Trip.objects.values_list(*fields)) == [
        ("Inaq Rusdah", "MY", dt.date(2024, 3, 1), "month", "told", None)
    ]


def test_saving_leads_to_the_family_and_says_so(page):
    type_family(page)
    save(page)
    household = Household.objects.get()
    assert page.url.endswith(f"/rumah-tangga/{household.pk}/")
    assert words(page.locator("[role=status] .note-done")) == "Rumah tangga sudah terdaftar."


def test_adding_a_member_saves_nothing_and_complains_of_nothing(page):
    agree(page)
    add_member(page)
    assert page.locator("[data-member]").count() == 2
    assert page.locator(".error-summary, .field-error").count() == 0
    assert Household.objects.count() == 0


def test_nothing_typed_is_lost_on_an_error(page):
    type_family(page)
    box(page, "members-2-birth_year").fill("1823")
    save(page)
    assert names_typed(page) == [told.name for told in FIVE]
    assert box(page, "members-2-birth_year").input_value() == "1823"
    assert box(page, "members-0-nik").input_value() == "5203171705800003"
    assert box(page, "members-1-country").input_value() == "MY"
    assert box(page, "members-4-nik_missing", "refused").is_checked()
    assert box(page, "consent-told").is_checked()
    assert Household.objects.count() == 0


def test_error_is_said_at_the_top_with_a_link_to_its_field(page):
    type_family(page)
    box(page, "members-1-name").fill("")
    save(page)
    link = page.locator(".error-summary li a")
    assert words(link) == "Anggota 2, Nama lengkap"
    assert link.get_attribute("href") == "#id_members-1-name"
    assert page.locator("#id_members-1-name").count() == 1


def test_error_once_put_right_saves_the_family_once(page):
    type_family(page)
    box(page, "members-1-name").fill("")
    save(page)
    box(page, "members-1-name").fill("Inaq Rusdah")
    save(page)
    assert people() == FAMILY
    assert Household.objects.count() == 1


def test_member_in_the_middle_is_removed_and_the_others_stay(page):
    for place, told in enumerate(FIVE[:4]):
        if place:
            add_member(page)
        type_member(page, place, told)
    page.locator("button[name=remove_member]").nth(1).click()
    assert names_typed(page) == ["Amaq Sahnan", "Lalu Hadi", "Baiq Nur'aini"]
    assert box(page, "members-1-nik").input_value() == "5203170201050001"
    assert box(page, "members-2-birth_month").input_value() == "3"
    assert box(page, "members-2-nik_missing", "not_at_hand").is_checked()


def test_enter_in_a_text_box_saves(page):
    type_family(page, FIVE[:1])
    box(page, "members-0-name").press("Enter")
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert [row[0] for row in people()] == ["Amaq Sahnan"]


def test_added_member_comes_into_sight(open_page, sari):
    page = open_page(REGISTER, user=sari, width=360, scripts=False)

    add_member(page)

    expect(page.locator("#members-1-card > legend")).to_be_in_viewport()


def test_removed_member_leaves_the_members_in_sight(open_page, sari):
    page = open_page(REGISTER, user=sari, width=360, scripts=False)
    add_member(page)

    page.locator("button[name=remove_member]").last.click()

    expect(page.locator("#anggota")).to_be_in_viewport()
