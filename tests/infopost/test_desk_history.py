"""What the desk keeps of somebody stands in 'Siapa yang membuka atau mengubah' too."""

import datetime as dt

import pytest

from infopost import actions
from infopost.entries import CallEntry, ServiceEntry
from tests.factories.letters import LetterFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def place(place_of, sari):
    """Korleko's family, whom the post has served, called and may write to."""
    place = place_of(sari)
    visit = ServiceEntry(DAY, "info", "came", "told", 10, person_id=place.head.pk)
    actions.note_service(by=sari, service_id=new_id(), entry=visit)
    actions.note_call(by=sari, call_id=new_id(), trip_id=place.trip.pk, entry=CallEntry(DAY, "phone", "well"))
    actions.allow_writing(by=sari, household_id=place.household.pk, consent_id=new_id(), given_on=DAY, how="spoken")
    return place


def told(client, record):
    page = client.get(f"{record.get_absolute_url()}riwayat/")
    return [event["title"].removeprefix("Sari Wulandari (Anda) mencatat ") for event in page.context["events"]]


def test_history_of_a_person_tells_of_the_post(client_of, place, sari):
    lines = told(client_of(sari), place.head)

    assert {f"layanan pos untuk {place.head.name}", f"kabar keluarga {place.head.name}"} <= set(lines)
    assert "izin ditulisi keluarga ini" not in lines


def test_history_of_a_person_tells_of_his_letters(client_of, place, sari):
    letter = LetterFactory(person=place.head)
    client = client_of(sari)
    client.get(letter.get_absolute_url())

    lines = told(client, place.head)

    assert any(line.endswith(f"surat desa tentang {place.head.name}") for line in lines)


def test_history_of_a_family_tells_of_the_post(client_of, place, sari):
    assert "izin ditulisi keluarga ini" in told(client_of(sari), place.household)


def test_history_takes_as_many_queries_as_before(client_of, place, sari, django_assert_max_num_queries):
    client = client_of(sari)

    with django_assert_max_num_queries(12):
        client.get(f"{place.household.get_absolute_url()}riwayat/")
