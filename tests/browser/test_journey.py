"""Leaving, coming home and leaving again, on a phone, with and without JavaScript."""

import datetime as dt

import pytest

from households.models import Trip
from tests.browser.hands import box, save, type_date
from tests.factories.households import TripFactory

PERSON = "**/orang/*-*/"


@pytest.fixture
def place(place_of, sari):
    """Korleko with one family whose head is abroad since 4 March 2025."""
    return place_of(sari)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_candidate_leaves(open_page, sari, place, scripts):
    TripFactory(person=place.child, prospective_on=dt.date(2026, 10, 1), country="HK")
    page = open_page(f"/orang/{place.child.pk}/", user=sari, width=360, scripts=scripts)
    page.get_by_role("link", name="Catat keberangkatan").click()
    type_date(page, "departed", ("2", "11", "2026"))
    save(page)
    page.wait_for_url(PERSON)
    assert page.get_by_role("link", name="Catat kepulangan").count() == 1
    assert Trip.objects.get(person=place.child).departed_on == dt.date(2026, 11, 2)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_coming_home_and_leaving_again(open_page, sari, place, scripts):
    page = open_page(f"/orang/{place.head.pk}/", user=sari, width=360, scripts=scripts)
    page.get_by_role("link", name="Catat kepulangan").click()
    type_date(page, "returned", ("", "6", "2026"))
    box(page, "reason", "finished").check()
    box(page, "then", "again").check()
    save(page)
    page.wait_for_url("**/berangkat-lagi/*-*/")
    box(page, "country").select_option("TW")
    type_date(page, "departed", ("1", "9", "2026"))
    box(page, "evidence", "told").check()
    save(page)
    page.wait_for_url(PERSON)
    assert page.get_by_text("PMI aktif di Taiwan sejak 2026").count() >= 1
    assert place.head.trips.count() == 2
    # Nothing is wider than the phone.
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
