"""From the first visit at the post to the departure, and home again: one officer, one candidate, on a phone."""

import pytest

from households.models import Person
from infopost.models import DepartureGap, FamilyCall, Referral, ReturnTalk, Service, StepNote
from tests.browser.hands import box, save, type_date, words
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory

DESK = "**/layanan/?terakhir=*"


@pytest.fixture
def sumi(sari):
    """A grown daughter of Korleko who has never been abroad."""
    household = HouseholdFactory(village=sari.region, created_by=sari)
    ConsentFactory(household=household)
    PersonFactory(household=household, name="Amaq Sumi", head=True, birth_on="1970-01-01", birth_precision="day")
    return PersonFactory(
        household=household,
        name="Baiq Sumiati",
        relation="child",
        sex="P",
        birth_on="1998-05-04",
        birth_precision="day",
    )


def answer(page, **answers):
    """Press an answer to each question; the segments cover their boxes."""
    for name, value in answers.items():
        box(page, name, value).check(force=True)


def come_to_the_post(page):
    """She asks how to go safely; the register finds her by a part of her name, and she becomes a candidate."""
    answer(page, topic="info")
    box(page, "who").fill("sumiati")
    page.get_by_role("button", name="Cari di data desa").click()
    page.wait_for_selector("[name=person]")
    page.locator("[name=person]").first.check(force=True)
    save(page)
    page.wait_for_url(DESK)
    page.get_by_role("link", name="Catat sebagai calon PMI").click()
    page.wait_for_url("**/perjalanan/*-*/")
    answer(page, stage="prospective", evidence="told")
    box(page, "country").select_option("TW")
    type_date(page, "since", ("2", "11", "2026"))
    save(page)
    page.wait_for_url("**/orang/*-*-*-*-*/")


def keep_the_file(page, trip):
    """A step, and a referral with its answer."""
    page.goto(f"/berkas/{trip.pk}/langkah/selection/")
    answer(page, state="done", evidence="told")
    type_date(page, "done", ("10", "11", "2026"))
    save(page)
    page.wait_for_url(f"**/berkas/{trip.pk}/")
    page.get_by_role("link", name="Rujuk ke kantor lain").click()
    page.wait_for_url("**/rujukan/*-*/")
    box(page, "office").select_option("ltsa")
    answer(page, reason="register")
    type_date(page, "referred", ("12", "11", "2026"))
    save(page)
    page.wait_for_url(f"**/berkas/{trip.pk}/")
    page.get_by_role("link", name="Catat jawaban").click()
    page.wait_for_url("**/jawaban/*-*/")
    answer(page, answer="accepted")
    type_date(page, "answered", ("16", "11", "2026"))
    save(page)
    page.wait_for_url(f"**/berkas/{trip.pk}/")


def leave(page, trip):
    """The departure is noted through the file, which says first what is missing, and keeps it."""
    page.goto(f"/berkas/{trip.pk}/berangkat/")
    assert "Keberangkatan tetap dicatat" in words(page.locator("main"))
    type_date(page, "departed", ("20", "11", "2026"))
    save(page)
    page.wait_for_url(lambda address: "/berangkat/" not in address)


def hear_from_the_family(page, trip):
    """The post speaks with her family."""
    page.goto(f"/kabar/{trip.pk}/catat/")
    answer(page, said="well")
    save(page)
    page.wait_for_url(lambda address: "/catat/" not in address)


def come_home(page, trip):
    """She is back, and is welcomed with a talk."""
    page.goto(f"/perjalanan/{trip.pk}/pulang/")
    type_date(page, "returned", ("23", "11", "2026"))
    answer(page, reason="own_wish")
    save(page)
    page.wait_for_url(lambda address: f"/perjalanan/{trip.pk}/pulang/" not in address)
    page.goto(f"/pulang/{trip.pk}/bicara/")
    save(page)
    page.wait_for_url(lambda address: "/bicara/" not in address)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_one_candidate_from_the_first_visit_to_the_return(open_page, sari, sumi, scripts):
    page = open_page("/layanan/", user=sari, width=360, scripts=scripts)
    come_to_the_post(page)
    trip = sumi.trips.get()
    keep_the_file(page, trip)
    leave(page, trip)
    hear_from_the_family(page, trip)
    come_home(page, trip)

    trip.refresh_from_db()
    assert [str(day) for day in (trip.prospective_on, trip.departed_on, trip.returned_on)] == [
        "2026-11-02", "2026-11-20", "2026-11-23",
    ]  # fmt: skip
    assert (Service.objects.get().person, StepNote.objects.get().step) == (Person.objects.get(pk=sumi.pk), "selection")
    assert (Referral.objects.get().answer, FamilyCall.objects.get().said) == ("accepted", "well")
    assert ("paper:passport" in DepartureGap.objects.get().missing, ReturnTalk.objects.count()) == (True, 1)
