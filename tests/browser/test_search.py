"""Looking for a family: what was typed stands in no address and no title."""

import pytest

from tests.browser.hands import box, words
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from toolkit.dates import PartialDate

LIST = "/rumah-tangga/"
NIK = "5203175705900001"


@pytest.fixture
def page(open_page, sari):
    """Sari's list: two families, one with a woman who works abroad."""
    abroad = HouseholdFactory(sort_name="rusdah")
    rusdah = PersonFactory(head=True, household=abroad, name="Inaq Rusdah", nik=NIK)
    TripFactory(person=rusdah, departed_on=PartialDate.read("", "3", "2024").value)
    PersonFactory(head=True, household=HouseholdFactory(sort_name="sahnan"), name="Amaq Sahnan", sex="L")
    page = open_page(LIST, user=sari)
    page.seen = []
    page.on("framenavigated", lambda frame: page.seen.append(f"{frame.url} {page.title()}"))
    return page


def look_for(page, text):
    box(page, "words").fill(text)
    box(page, "words").press("Enter")


def found(page):
    return [words(link) for link in page.locator(".rows .row-main > a, .rows .row-main p:first-child a").all()]


def test_part_of_a_name_finds_the_family(page):
    look_for(page, "rusd")
    page.wait_for_url("**cari=*")
    assert found(page) == ["Inaq Rusdah"]
    assert box(page, "words").input_value() == "rusd"


def test_name_typed_stands_in_no_address_and_no_title(page):
    look_for(page, "rusd")
    page.wait_for_url("**cari=*")
    page.locator(".rows a").first.click()
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert [seen for seen in page.seen if "rusd" in seen.lower()] == []


def test_old_word_for_women_abroad_finds_them(page):
    look_for(page, "tkw")
    page.wait_for_url("**cari=*")
    assert found(page) == ["Inaq Rusdah"]


def test_whole_number_leads_to_its_family_and_stands_in_no_address(page):
    look_for(page, NIK)
    page.wait_for_url("**/rumah-tangga/*-*/")
    assert words(page.locator("h1")) == "Keluarga Inaq Rusdah"
    assert [seen for seen in page.seen if NIK in seen] == []


def test_number_that_nobody_has_says_what_to_do(page):
    look_for(page, "5203175705900002")
    page.wait_for_selector("[role=status] .note-info")
    expected = "Nomor itu belum terdata di wilayah Anda. Periksa angkanya, atau cari dengan nama."
    assert words(page.locator("[role=status] .note-info")) == expected
