"""Each page in each state, on a phone and on a laptop: fit for everybody, and never wider than the screen."""

import datetime as dt
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import URLPattern, get_resolver

from households.choices import Check, Precision
from infopost.actions import load_facts
from tests.browser.scenes import SCENES
from tests.factories.desk import desk_of
from tests.factories.files import ReferralFactory
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.factories.infopost import (
    AgencyFactory,
    AgencyListFactory,
    CalendarEntryFactory,
    JobOrderFactory,
    VillageWarningFactory,
)
from tests.factories.letters import LetterFactory
from tests.factories.stays import MoveOfferFactory

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Doors that answer with something else than a page, or that only take a post.
NO_PAGE = {
    "accounts:logout",
    "accounts:session_alive",
    "accounts:region_search",
    "accounts:account_disable",
    "accounts:account_enable",
    "households:household_search",
    "households:import_commit",
    "households:import_return",
    "households:import_template",
    "households:people_known",
    "infopost:gathering_sheet",
    "infopost:file_print",
    "infopost:letter_print",
    "infopost:message_open",
    "infopost:photo_show",
    "monitoring:household_print",
    "monitoring:person_print",
    "monitoring:report_households_pdf",
    "monitoring:report_households_xlsx",
    "infopost:check_count",
    "infopost:worker_read",
    "health",
}


@pytest.fixture
def world(sari, mahdi, budi, wulan, rina, dewi, adi, place_of):
    """Korleko with a family and another that was on its way, Kuripan without any, and people of every role."""
    load_facts()
    people = {user.username: user for user in (sari, mahdi, budi, rina, dewi, adi)}
    place = place_of(sari)
    AgencyFactory(in_list=AgencyListFactory(brought_by=dewi))
    JobOrderFactory(noted_by=dewi, closes_on=dt.date(2099, 1, 1))
    CalendarEntryFactory(noted_by=dewi, ends_on=dt.date(2099, 1, 1))
    VillageWarningFactory(village=place.village, noted_by=sari, until=dt.date(2099, 1, 1))
    content = HouseholdFactory(village=place.village, created_by=sari)
    planned = TripFactory(person=PersonFactory(household=content, head=True), prospective_on=dt.date(2026, 10, 1))
    ended = TripFactory(person=PersonFactory(household=content), returned_on=dt.date(2026, 3, 1))
    unclear = PersonFactory(
        household=content, birth_on=None, birth_precision=Precision.UNKNOWN, checks=[Check.BIRTH_UNKNOWN]
    )
    return SimpleNamespace(
        place=place,
        letter=LetterFactory(person=planned.person),
        signed=LetterFactory(person=planned.person, signed=True),
        refused=LetterFactory(person=planned.person, refused=True),
        newcomer=wulan,
        away=place.trip,
        desk=desk_of(place, ended),
        planned=planned,
        referral=ReferralFactory(trip=planned),
        ended=ended,
        unclear=unclear,
        content=content,
        caregiver=place.child.caregivers.get(),
        offer=MoveOfferFactory(to_village=place.village),
        **people,
    )


def doors(patterns=None, namespace=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        # Django's admin keeps to our policy and fits the screen (test_admin.py); axe is for our own pages.
        elif pattern.namespace != "admin":
            yield from doors(pattern.url_patterns, f"{pattern.namespace}:")


def violations(page):
    """What axe finds, one line for each rule and element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    return [f"{rule['id']}: {node['html']}" for rule in found.response["violations"] for node in rule["nodes"]]


def test_planted_fault_is_found(open_page, db):
    page = open_page("/masuk/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert violations(page) == ["image-alt: <img>"]


def test_every_door_has_a_scene():
    assert {scene.door for scene in SCENES} - {""} == set(doors()) - NO_PAGE


@pytest.mark.parametrize("scene", SCENES, ids=str)
def test_page_is_fit_for_everybody_and_for_the_screen(scene, open_page, world):
    user = getattr(world, scene.user) if scene.user else None
    page = open_page(scene.open.format(**vars(world)), user=user, width=360)
    if scene.then:
        scene.then(page)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
