"""Who sent and received money, also when he lives in another village by the time the note is corrected."""

import pytest
from django.urls import reverse

from households.models import Remittance
from tests.factories.living import RemittanceFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def address(noted):
    return reverse("households:remittance_change", args=[noted.pk, new_id()])


def change(client, noted, **answers):
    told = {"version": "1", "what": "happened", "span": "month", "month": "10", "year": "2026", "trip": ""}
    return client.post(address(noted), told | answers)


@pytest.fixture
def far(place, place_of, budi):
    """A note about money from and to people who live in another village by now."""
    away = place_of(budi)
    return RemittanceFactory(household=place.household, trip=away.trip, receiver=away.child)


def test_who_was_named_once_stays_named_though_he_lives_in_another_village(client, far):
    form = client.get(address(far), follow=True).context["form"]
    kept = {name: form[name].value() for name in ("trip", "receiver")}

    change(client, far, amount="from_3", **kept)

    after = Remittance.objects.get(pk=far.pk)
    assert (kept, after.amount) == ({"trip": "kept", "receiver": "kept"}, "from_3")
    assert (after.trip, after.receiver) == (far.trip, far.receiver)


def test_who_lives_in_another_village_is_named_on_no_page_and_another_takes_his_place(client, place, far):
    page = client.get(far.get_absolute_url()).content.decode() + client.get(address(far), follow=True).content.decode()
    change(client, far, receiver=str(place.child.pk))

    after = Remittance.objects.get(pk=far.pk)
    assert [far.receiver.name in page, far.trip.person.name in page] == [False, False]
    assert "dari orang yang kini di desa lain · diterima orang yang kini di desa lain" in page
    assert (after.trip, after.receiver) == (None, place.child)
