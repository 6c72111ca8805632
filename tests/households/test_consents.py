"""A consent that is noted after the registration, and one that was noted by mistake."""

import pytest
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.actions import refresh_household
from households.models import Consent, Household
from households.wording import CURRENT_VERSION
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory
from toolkit.ids import new_id

AGREED = {"told": "on", "given_by": "Inaq Sahdan", "how": "signed", "guardian": ""}


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


@pytest.mark.parametrize(("version", "asks"), [("2026-11", True), (CURRENT_VERSION, False)])
def test_family_that_heard_an_older_text_is_to_hear_todays(client_of, sari, family, version, asks):
    ConsentFactory(household=family, wording_version=version)

    page = client_of(sari).get(family.get_absolute_url())

    assert ("Bacakan teks yang sekarang" in page.content.decode()) is asks
