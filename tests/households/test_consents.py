"""A consent that is noted after the registration, and one that was noted by mistake."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.html import escape

from accounts.models import Act, AuditEvent
from households.actions import refresh_household
from households.models import Consent, Household
from households.wording import CURRENT_VERSION, WORDINGS
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory
from toolkit.ids import new_id

AGREED = {"told": "on", "given_by": "Inaq Sahdan", "how": "signed", "guardian": "", "wording": CURRENT_VERSION}

SHORT = [
    "Persetujuan keluarga ini belum dicatat.",
    "Teks yang disetujui keluarga ini belum menyebut semua yang ditanyakan di sini.",
]


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari)
    PersonFactory(household=household, head=True)
    refresh_household(household)
    return household


def send(client, family, version=1, **answers):
    address = reverse("households:consent_add", args=[family.pk, new_id()])
    return client.post(address, {"version": str(version), **answers})


def test_consent_that_comes_later_is_noted_and_nothing_waits_any_more(client_of, sari, family):
    before = family.checks

    send(client_of(sari), family, **AGREED)

    after, consent = Household.objects.get(), Consent.objects.get()
    assert (before, after.checks, after.needs_check) == (["consent_missing"], [], False)
    assert (consent.given_by, consent.how, consent.wording_version) == ("Inaq Sahdan", "signed", CURRENT_VERSION)
    assert AuditEvent.objects.filter(act=Act.CREATED, record_id=str(consent.pk)).count() == 1


def test_consent_by_mistake_is_taken_out_and_waits_again(client_of, sari, family):
    client = client_of(sari)
    send(client, family, **AGREED)

    send(client, family, version=2, what="mistake")

    assert (Consent.objects.count(), Household.objects.get().checks) == (0, ["consent_missing"])


def test_consent_without_reading_it_out_is_refused_and_keeps_what_was_typed(client_of, sari, family):
    answer = send(client_of(sari), family, given_by="Inaq Sahdan", how="signed")

    assert (answer.status_code, answer.context["form"]["given_by"].value()) == (200, "Inaq Sahdan")
    assert Consent.objects.count() == 0


def test_consent_of_the_second_editor_is_compared(client_of, sari, family):
    client = client_of(sari)
    send(client, family, **AGREED)

    answer = send(client, family, what="happened", **AGREED | {"given_by": "Papuq"})

    assert answer.context["compared"][0]["yours"] == "Papuq"


def test_consent_names_the_text_that_was_read_out_though_another_came_meanwhile(client_of, sari, family):
    send(client_of(sari), family, **AGREED | {"wording": "2026-11b"})

    assert Consent.objects.get().wording_version == "2026-11b"


def test_page_that_is_shown_again_shows_the_text_that_was_read_out(client_of, sari, family):
    page = send(client_of(sari), family, **AGREED | {"wording": "2026-11b", "given_by": ""}).content.decode()

    assert (escape(WORDINGS["2026-11b"]) in page, 'name="wording" value="2026-11b"' in page) == (True, True)


@pytest.mark.parametrize("version", ["", "2019-01"])
def test_text_that_nobody_knows_is_asked_again_with_todays_and_nothing_typed_is_lost(client_of, sari, family, version):
    answer = send(client_of(sari), family, **AGREED | {"wording": version})

    form, page = answer.context["form"], answer.content.decode()
    assert form.errors == {"told": ["Teksnya sudah berganti. Bacakan teks yang sekarang, lalu simpan lagi."]}
    assert (form["given_by"].value(), f'name="wording" value="{CURRENT_VERSION}"' in page) == ("Inaq Sahdan", True)
    assert Consent.objects.count() == 0


@pytest.mark.parametrize("page", ["child_change", "profile_change"])
@pytest.mark.parametrize(
    ("version", "said"),
    [
        (None, "Persetujuan keluarga ini belum dicatat."),
        ("2026-11b", "Teks yang disetujui keluarga ini belum menyebut semua yang ditanyakan di sini."),
        (CURRENT_VERSION, ""),
    ],
)
def test_questions_say_when_the_family_has_not_heard_that_they_are_asked(client_of, sari, family, page, version, said):
    child = PersonFactory(household=family, birth_on=dt.date(2018, 1, 1), birth_precision="day")
    if version:
        ConsentFactory(household=family, wording_version=version)

    shown = client_of(sari).get(reverse(f"households:{page}", args=[child.pk]), follow=True).content.decode()

    leads = f'href="{reverse("households:consent_add", args=[family.pk])}"' in shown
    assert ([text for text in SHORT if text in shown], leads) == ([said] if said else [], bool(said))


@pytest.mark.parametrize(("version", "asks"), [("2026-11", True), (CURRENT_VERSION, False)])
def test_family_that_heard_an_older_text_is_to_hear_todays(client_of, sari, family, version, asks):
    ConsentFactory(household=family, wording_version=version)

    page = client_of(sari).get(family.get_absolute_url())

    assert ("Bacakan teks yang sekarang" in page.content.decode()) is asks
