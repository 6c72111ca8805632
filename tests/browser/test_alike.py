"""The warning under a name while it is typed."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from households.models import Household
from tests.browser.hands import FIVE, REGISTER, box, save, type_family, words
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.households.test_rules_likeness import EXAMPLES

JUDGE = """examples => examples.map(({typed, known}) =>
    window.likeness.isAlike(window.likeness.described(...typed), window.likeness.described(...known)))"""
NOTE = "[data-alike-note]"


@pytest.fixture
def adini(sari):
    home = HouseholdFactory(village=sari.region, hamlet="Mangsit", created_by=sari)
    return PersonFactory(household=home, name="Adini Lista", birth_on=dt.date(2016, 7, 1), birth_precision="year")


def test_browser_judges_as_in_the_examples(open_page, sari):
    page = open_page(REGISTER, user=sari)

    assert page.evaluate(JUDGE, EXAMPLES) == [example["alike"] for example in EXAMPLES]


def test_warning_stands_under_the_name_and_blocks_nothing(open_page, sari, adini):
    page = open_page(REGISTER, user=sari)
    type_family(page, FIVE[:1])
    box(page, "members-0-name").fill("Adini Septia Lista")
    box(page, "members-0-birth_year").fill("2017")
    box(page, "members-0-birth_month").select_option("")
    box(page, "members-0-birth_day").fill("")

    expect(page.locator(f"{NOTE} strong")).to_have_text("Mungkin sudah terdata.")
    assert words(page.locator(NOTE)).startswith("Mungkin sudah terdata. Adini Lista, lahir 2016, Dusun Mangsit.")
    box(page, "members-0-nik").fill("")
    box(page, "members-0-nik_missing", "not_at_hand").check()
    save(page)
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert Household.objects.count() == 2


def test_warning_goes_with_the_year_that_speaks_against_it(open_page, sari, adini):
    page = open_page(REGISTER, user=sari)
    box(page, "members-0-name").fill("Adini Lista")
    expect(page.locator(NOTE)).to_be_visible()

    box(page, "members-0-birth_year").fill("1986")

    expect(page.locator(NOTE)).to_be_hidden()


def test_comparing_opens_the_family_in_a_new_tab_without_a_name_in_the_address(open_page, sari, adini):
    page = open_page(REGISTER, user=sari)
    box(page, "members-0-name").fill("Adini Lista")

    with page.context.expect_page() as opened:
        page.locator(f"{NOTE} button").click()
    opened.value.wait_for_url("**/rumah-tangga/?cari=*")

    assert ("adini" in opened.value.url.lower(), opened.value.locator("main").inner_text().count("Adini Lista")) == (
        False,
        1,
    )
    assert box(page, "members-0-name").input_value() == "Adini Lista"


def test_village_is_fetched_once_and_only_with_the_first_name(open_page, sari, adini):
    page, asked = open_page(REGISTER, user=sari), []
    page.on("request", lambda request: asked.append(request.url) if "/terdata/" in request.url else None)
    box(page, "address-hamlet").fill("Mangsit")
    before = len(asked)
    box(page, "members-0-name").press_sequentially("Adini Lista")
    expect(page.locator(NOTE)).to_be_visible()
    box(page, "members-0-name").press_sequentially(" Septia")

    assert (before, len(asked)) == (0, 1)


def test_second_member_has_a_warning_of_its_own(open_page, sari, adini):
    page = open_page(REGISTER, user=sari)
    type_family(page, FIVE[:1])
    page.locator("button[name=add_member]").click()
    box(page, "members-1-name").fill("Adini Lista")

    expect(page.locator("[data-member]").nth(1).locator(NOTE)).to_be_visible()
    expect(page.locator("[data-member]").nth(0).locator(NOTE)).to_be_hidden()


def test_added_member_is_compared_by_his_familys_hamlet(open_page, sari, adini):
    page = open_page(f"/rumah-tangga/{adini.household_id}/anggota/", user=sari)
    box(page, "name").fill("Adini")
    box(page, "birth_year").fill("2015")

    expect(page.locator(NOTE)).to_contain_text("Adini Lista, lahir 2016")


def test_without_scripts_the_server_asks_and_registers_all_the_same(open_page, sari, adini):
    page = open_page(REGISTER, user=sari, scripts=False)
    type_family(page, FIVE[:1])
    box(page, "members-0-name").fill("Adini Lista")
    for part in ("day", "year"):
        box(page, f"members-0-birth_{part}").fill("")
    box(page, "members-0-birth_month").select_option("")
    save(page)
    assert (page.locator("[role=alert] li").count(), Household.objects.count()) == (1, 1)

    page.get_by_role("button", name="Tetap daftarkan").click()

    page.wait_for_url("**/rumah-tangga/*-*/")
    assert Household.objects.count() == 2
