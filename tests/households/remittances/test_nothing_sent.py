"""That no money came is noted alone, on the page about money sent home."""

import pytest

from households.models import Remittance
from households.models.remittances import NOTHING_CAME
from tests.households.remittances.asking import TENTHS, add, change, pages

pytestmark = pytest.mark.django_db


def test_that_nothing_came_is_noted_alone(client, place):
    add(client, place, trip=str(place.trip.pk), amount="none")

    family, page = pages(client, place)
    assert (Remittance.objects.get().amount, "September 2026: tidak ada kiriman" in family) == ("none", True)
    assert ("Pemakaian belum ditanyakan" in page, "tidak ada kiriman" in page) == (False, True)


@pytest.mark.parametrize("answers", [{"channel": "bank"}, {"currency": "MYR"}, {"receiver": "outside"}, TENTHS])
def test_that_nothing_came_beside_what_was_done_with_it_is_refused_and_can_be_taken_back(client, place, answers):
    page = add(client, place, amount="none", **answers)

    form = page.context["form"]
    assert (form.errors, Remittance.objects.count()) == ({"amount": [NOTHING_CAME]}, 0)
    taken_back = {name: "unasked" if name in ("channel", "receiver") else "" for name in answers}
    assert all(choice in dict(form.fields[name].choices) for name, choice in taken_back.items() if choice)
    add(client, place, amount="none", **taken_back)
    assert Remittance.objects.get().channel == ""


def test_note_that_nothing_came_goes_as_a_mistake_whatever_stands_beside_it(client, place):
    add(client, place, amount="none")

    change(client, Remittance.objects.get(), what="mistake", amount="none", channel="bank")

    assert Remittance.objects.count() == 0
