"""One person at the village post: the page is reached from the registry and shows what each part has to say."""

import pytest
from django.urls import reverse

from accounts.models import Act, AuditEvent
from infopost import desk
from infopost.desk import Section, sections_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def test_person_page_leads_to_the_post(place, client):
    client.force_login(place.officer)

    shown = client.get(place.head.get_absolute_url()).content.decode()

    assert reverse("infopost:person_desk", args=[place.head.pk]) in shown


def test_reading_is_noted(place, client):
    client.force_login(place.officer)

    client.get(reverse("infopost:person_desk", args=[place.head.pk]))

    event = AuditEvent.objects.latest("pk")
    assert (event.act, event.record_id) == (Act.VIEWED, str(place.head.pk))


def test_sections_that_have_nothing_to_say_are_left_out(monkeypatch, place):
    said = Section("surat", "Surat", "infopost/desk/_letters.html")
    monkeypatch.setattr(desk, "SECTIONS", (lambda *_: None, lambda *_: said))

    assert sections_of(place.head, place.officer, None) == [said]
