"""A family comes back to the village on a day, and that too can be taken back."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.models import Household
from tests.factories.households import ClosingFactory
from tests.factories.stays import PastResidenceFactory
from toolkit.dates import PartialDate
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
MARCH = PartialDate(dt.date(2026, 3, 1), "month")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def now():
    with time_machine.travel("2026-11-22T10:00:00+08:00", tick=False):
        yield


@pytest.fixture
def family(place_of, sari):
    return place_of(sari).household


@pytest.fixture
def closed(family):
    ClosingFactory(household=family)
    return family


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def about(by, family):
    return {"by": by, "household_id": family.pk, "version": Household.objects.get(pk=family.pk).version}


def reopen(by, family, back=MARCH):
    return actions.reopen_household(back=back, by_mistake=False, today=TODAY, **about(by, family))


def open_on(family, *days):
    return [Household.objects.filter(pk=family.pk).open_on(day).exists() for day in days]


def post(client, family, **answers):
    version = Household.objects.get(pk=family.pk).version
    address = reverse("households:household_close", args=[family.pk, new_id()])
    return client.post(address, {"version": version, **answers}, follow=True)


def test_family_counts_from_the_day_it_came_back(sari, closed):
    reopen(sari, closed)
    assert open_on(closed, dt.date(2026, 2, 28), dt.date(2026, 3, 1)) == [False, True]


def test_family_that_came_back_nobody_knows_when_counts_from_the_day_that_was_told(sari, closed):
    reopen(sari, closed, back=PartialDate())
    closing = closed.closings.get()
    assert (closing.reopened_on, closing.reopened_precision) == (TODAY, "unknown")


def test_family_that_came_back_in_the_year_it_went_came_after_it_went(sari, closed):
    closed.closings.update(closed_on=dt.date(2026, 2, 3))
    reopen(sari, closed, back=PartialDate(dt.date(2026, 1, 1), "year"))
    assert closed.closings.get().reopened_on == dt.date(2026, 2, 3)


def test_family_does_not_come_back_before_it_went(sari, closed):
    with pytest.raises(ValidationError) as refusal:
        reopen(sari, closed, back=PartialDate(dt.date(2025, 12, 3), "day"))
    assert refusal.value.messages == ["Dibuka kembali lebih awal dari ditutup. Periksa keduanya."]


def test_reopening_that_was_a_mistake_leaves_the_family_closed_as_before(sari, closed):
    reopen(sari, closed)
    actions.withdraw_reopening(**about(sari, closed))
    closing = closed.closings.get()
    assert open_on(closed, dt.date(2025, 12, 31), dt.date(2026, 1, 1), TODAY) == [True, False, False]
    assert (closing.reopened_on, closing.reopened_by, closing.reopened_precision) == (None, None, "")
    assert [e.fields for e in AuditEvent.objects.order_by("-pk")[:2]] == [["reopened_on"]] * 2


def test_only_a_reopened_family_can_be_closed_again_as_before(sari, closed):
    with pytest.raises(ValidationError, match="sudah ditutup"):
        actions.withdraw_reopening(**about(sari, closed))
    closed.closings.all().delete()
    with pytest.raises(ValidationError, match="tidak pernah dibuka kembali"):
        actions.withdraw_reopening(**about(sari, closed))


def test_reopening_of_an_offered_family_stays_until_the_offer_is_taken_back(sari, closed, kuripan):
    reopen(sari, closed)
    actions.offer_move(to_village=kuripan, moved=PartialDate(), note="", today=TODAY, **about(sari, closed))
    with pytest.raises(ValidationError, match="Tarik kembali dulu tawarannya"):
        actions.withdraw_reopening(**about(sari, closed))


def test_the_second_editor_of_a_reopening_is_told(sari, closed):
    reopen(sari, closed)
    with pytest.raises(StaleVersion):
        actions.withdraw_reopening(by=sari, household_id=closed.pk, version=closed.version)


def test_a_stranger_takes_no_reopening_back(budi, sari, closed):
    reopen(sari, closed)
    with pytest.raises(Household.DoesNotExist):
        actions.withdraw_reopening(**about(budi, closed))


def test_the_familys_line_says_when_it_came_back_and_when_that_was_told(client, closed):
    post(client, closed, what="happened", back_month="3", back_year="2026")
    page = client.get(closed.get_absolute_url()).content.decode()
    line = " ".join(page[page.index("Maret 2026") :].split())
    assert "Dibuka kembali" in line[:200]
    assert "oleh Sari Wulandari, tercatat 22 November 2026" in line[:400]


def test_a_reopening_is_taken_back_on_the_page_where_families_are_closed(client, closed):
    post(client, closed, what="happened")
    page = post(client, closed, what="mistake", reason="", closed_year="18")
    assert "Catatan pembukaan kembali sudah dihapus." in page.content.decode()
    assert closed.closings.get().reopened_on is None


def test_a_family_that_never_came_back_is_asked_nothing_about_it(client, family):
    assert (
        "what"
        not in client.get(reverse("households:household_close", args=[family.pk, new_id()])).context["form"].fields
    )


def test_closing_without_a_reason_keeps_what_was_typed(client, family):
    form = post(client, family, closed_year="2026").context["form"]
    assert (form.errors["reason"], form["closed"].value()) == (["Pilih alasannya."], [None, None, "2026"])


def test_family_is_not_closed_before_it_was_written_down(client, family):
    Household.objects.filter(pk=family.pk).update(registered_on=dt.date(2025, 4, 5))
    form = post(client, family, reason="moved", closed_year="2016").context["form"]
    assert form.non_field_errors() == ["Pilih tanggal mulai 5 April 2025: sejak itu keluarga ini tercatat begini."]
    post(client, family, reason="moved", closed_year="2025")
    assert family.closings.get().closed_on == dt.date(2025, 4, 5)


def test_family_is_not_closed_while_it_lived_in_another_village(sari, family, kuripan):
    Household.objects.filter(pk=family.pk).update(registered_on=dt.date(2025, 4, 5))
    PastResidenceFactory(household=family, village=kuripan, until=dt.date(2026, 5, 6))
    with pytest.raises(ValidationError, match="6 Mei 2026"):
        actions.close_household(reason="moved", closed=MARCH, today=TODAY, **about(sari, family))
