"""Two editors of one record."""

import pytest

from households.models import Person
from tests.browser.hands import box, save, words

DETAIL = "**/orang/*-*/"


@pytest.fixture
def place(place_of, sari):
    """Korleko with one family."""
    return place_of(sari)


@pytest.fixture
def tabs(open_page, sari, place):
    """The same member open for editing in two browsers."""
    address = f"/orang/{place.head.pk}/ubah/"
    return open_page(address, user=sari), open_page(address, user=sari)


def rename(page, name):
    box(page, "name").fill(name)
    save(page)


def test_second_editor_is_shown_both_versions(tabs, place):
    first, second = tabs
    rename(first, "Amaq Sahnan")
    first.wait_for_url(DETAIL)
    rename(second, "Amaq Sahman")
    second.wait_for_selector("table.compare")
    rows = [words(row) for row in second.locator("tr.differs").all()]
    assert rows == ["Nama lengkap berbeda Amaq Sahnan Amaq Sahman"]
    assert Person.objects.get(pk=place.head.pk).name == "Amaq Sahnan"


def test_second_editor_may_save_after_comparing(tabs, place):
    first, second = tabs
    rename(first, "Amaq Sahnan")
    first.wait_for_url(DETAIL)
    rename(second, "Amaq Sahman")
    second.wait_for_selector("table.compare")
    save(second)
    second.wait_for_url(DETAIL)
    assert Person.objects.get(pk=place.head.pk).name == "Amaq Sahman"


def test_number_is_not_shown_on_the_comparing_page(tabs, place):
    first, second = tabs
    rename(first, "Amaq Sahnan")
    first.wait_for_url(DETAIL)
    box(second, "nik").fill("5203170201800099")
    save(second)
    second.wait_for_selector("table.compare")
    shown = second.locator("table.compare").inner_text()
    assert [number for number in (place.head.nik, "5203170201800099") if number in shown] == []


def test_empty_number_box_leaves_the_number(tabs, place):
    page, _ = tabs
    assert box(page, "nik").input_value() == ""
    rename(page, "Amaq Sahnan")
    page.wait_for_url(DETAIL)
    assert Person.objects.get(pk=place.head.pk).nik == place.head.nik
