"""Changing where a family lives: the record of two editors."""

import pytest
from django.urls import reverse

from accounts.models import Act, AuditEvent
from households.models import Household
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def address(household):
    return reverse("households:household_change", args=[household.pk, new_id()])


def answers(**changes):
    return {
        "hamlet": "Mangsit",
        "rt": "4",
        "rw": "2",
        "address": "",
        "family_card_number": "",
        "version": "1",
    } | changes


def test_change_saves_and_notes_the_columns(client_of, place, sari):
    client_of(sari).post(address(place.household), answers())

    household = Household.objects.get(pk=place.household.pk)
    assert (household.hamlet, household.rt, household.version, household.changed_by) == ("Mangsit", "004", 2, sari)
    assert AuditEvent.objects.get(act=Act.CHANGED).fields == ["address", "hamlet", "rt"]


def test_a_hamlet_is_written_one_way(client_of, place, sari):
    client_of(sari).post(address(place.household), answers(hamlet="Dsn. Mangsit"))

    household = Household.objects.get(pk=place.household.pk)
    page = client_of(sari).get(household.get_absolute_url()).content.decode()
    assert (household.hamlet, "Dusun Mangsit ·" in page) == ("Mangsit", True)


def test_change_with_empty_card_number_keeps_it(client_of, place, sari):
    client_of(sari).post(address(place.household), answers())

    assert Household.objects.get(pk=place.household.pk).family_card_number == place.household.family_card_number


def test_change_page_does_not_show_the_card_number(client_of, place, sari):
    page = client_of(sari).get(address(place.household)).content.decode()

    assert place.household.family_card_number not in page


def test_comparison_is_a_reading_of_what_is_saved(client_of, place, sari):
    client_of(sari).post(address(place.household), answers(version="9"))

    assert AuditEvent.objects.get(act=Act.VIEWED).record_id == str(place.household.pk)


def test_change_by_second_editor_is_compared_and_not_saved(client_of, place, sari):
    client = client_of(sari)
    client.post(address(place.household), answers(hamlet="Mangsit"))

    response = client.post(address(place.household), answers(hamlet="Senggigi"))

    page = response.content.decode()
    assert ("Bandingkan dulu" in page, 'name="version" value="2"' in page, 'value="Senggigi"' in page) == (True,) * 3
    assert Household.objects.get(pk=place.household.pk).hamlet == "Mangsit"


def test_change_after_comparison_saves(client_of, place, sari):
    client = client_of(sari)
    client.post(address(place.household), answers(hamlet="Mangsit"))
    client.post(address(place.household), answers(hamlet="Senggigi", version="2"))

    household = Household.objects.get(pk=place.household.pk)
    assert (household.hamlet, household.version) == ("Senggigi", 3)


def test_change_of_a_neighbour_is_not_found(client_of, place, budi):
    response = client_of(budi).post(address(place.household), answers())

    assert (response.status_code, Household.objects.get(pk=place.household.pk).version) == (404, 1)


def test_change_by_coordinator_is_not_found(client_of, place, rina):
    response = client_of(rina).post(address(place.household), answers())

    assert (response.status_code, Household.objects.get(pk=place.household.pk).version) == (404, 1)


def test_change_to_a_shared_card_marks_both(client_of, place, sari, korleko):
    other = Household.objects.create(
        village=korleko,
        family_card_number="5203170101200001",
        registered_on="2026-11-01",
        created_by=sari,
        changed_by=sari,
    )

    client_of(sari).post(address(place.household), answers(family_card_number="5203170101200001"))

    shared = [Household.objects.get(pk=pk).checks for pk in (place.household.pk, other.pk)]
    assert ["card_shared" in checks for checks in shared] == [True, True]


def test_source_of_the_family_is_kept_told_and_noted(client_of, place, sari):
    before = client_of(sari).get(place.household.get_absolute_url()).content.decode()
    client_of(sari).post(address(place.household), answers(source="extract"))

    page = client_of(sari).get(place.household.get_absolute_url()).content.decode()
    assert "<dt>Diketahui dari</dt><dd>belum dicatat</dd>" in before
    assert "<dt>Diketahui dari</dt><dd>Daftar SISKOP2MI dari BP3MI</dd>" in page
    assert "source" in AuditEvent.objects.get(act=Act.CHANGED).fields


def test_source_is_compared_for_the_second_editor(client_of, place, sari):
    client_of(sari).post(address(place.household), answers(source="visit"))

    page = client_of(sari).post(address(place.household), answers(source="letter"))

    row = next(row for row in page.context["compared"] if row["label"] == "Dari mana Anda tahu keluarga ini?")
    assert (row["saved"], row["yours"]) == ("Kunjungan dari rumah ke rumah", "Surat atau buku desa")
