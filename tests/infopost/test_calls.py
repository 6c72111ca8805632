"""Families of those away: the longest not spoken of comes first, and what was said leads on."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households.models import Household, Trip
from infopost import actions
from infopost.away import away_on, to_call
from infopost.entries import CallEntry
from infopost.models import FamilyCall
from infopost.rules.silence import Quiet, quiet_since
from monitoring.duties import totals
from tests.factories.desk import FamilyCallFactory
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.factories.journeys import ContactLossFactory
from tests.factories.living import CircumstancesFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
LIST = "/kabar/"
CALL = {
    "said": "well",
    "way": "phone",
    "called_on_day": "24",
    "called_on_month": "11",
    "called_on_year": "2026",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    """Korleko's family, registered on 1 November, whose head has been in Malaysia since March 2025."""
    return place_of(sari)


@pytest.fixture
def desk(client, place):
    """Sari's browser."""
    client.force_login(place.officer)
    return client


def days_ago(days):
    return TODAY - dt.timedelta(days=days)


def heard(**more):
    return CallEntry(**{"called_on": TODAY, "way": "phone", "said": "well"} | more)


@pytest.mark.parametrize(
    ("days", "quiet"),
    [
        (0, Quiet.RECENT),
        (29, Quiet.RECENT),
        (30, Quiet.FIRST),
        (59, Quiet.FIRST),
        (60, Quiet.SECOND),
        (89, Quiet.SECOND),
        (90, Quiet.THIRD),
    ],
)
def test_silence_goes_by_thirty_sixty_and_ninety_days(days, quiet):
    assert quiet_since(days_ago(days), TODAY) == quiet


def test_family_that_was_never_called_waits_since_it_was_registered(place):
    trip = away_on(place.officer, TODAY).get()

    assert (trip.since, trip.last_called, trip.is_lost) == (dt.date(2026, 11, 1), None, False)


def test_last_time_somebody_spoke_counts_and_no_mistake(place):
    for days, more in (
        (50, {}),
        (20, {"said": "not_reached"}),
        (10, {"withdrawn_at": dt.datetime(2026, 11, 20, tzinfo=dt.UTC)}),
    ):
        FamilyCallFactory(trip=place.trip, called_on=days_ago(days), **more)

    assert away_on(place.officer, TODAY).get().since == days_ago(50)


def test_longest_not_spoken_of_comes_first_and_who_is_home_not_at_all(desk, place):
    family = HouseholdFactory(village=place.village, registered_on=dt.date(2026, 1, 1))
    quiet = TripFactory(person=PersonFactory(household=family), departed_on=dt.date(2025, 1, 1))
    TripFactory(
        person=PersonFactory(household=family), departed_on=dt.date(2025, 1, 1), returned_on=dt.date(2026, 2, 1)
    )

    page = desk.get(LIST)

    assert [line.trip.pk for line in page.context["rows"]] == [quiet.pk, place.trip.pk]
    assert [pause["count"] for pause in page.context["pauses"]] == [2, 1, 1, 1]
    assert [line.trip.pk for line in desk.get(LIST, {"jeda": "90"}).context["rows"]] == [quiet.pk]


@pytest.mark.parametrize(
    ("called", "agreed", "waits"), [(29, None, 0), (30, None, 1), (5, 0, 1), (5, -1, 0), (60, -1, 0)]
)
def test_family_waits_thirty_days_or_until_the_agreed_day(place, called, agreed, waits):
    Household.objects.filter(pk=place.household.pk).update(registered_on=dt.date(2026, 1, 1))
    next_on = None if agreed is None else days_ago(agreed)
    FamilyCallFactory(trip=place.trip, called_on=days_ago(called), next_on=next_on)

    assert to_call(place.officer, TODAY).count() == waits
    assert totals(place.officer, TODAY).get("keluarga-dihubungi", 0) == waits


def test_call_is_noted_corrected_taken_back_and_counts_again(place):
    about = {"by": place.officer, "call_id": new_id()}
    call = actions.note_call(trip_id=place.trip.pk, entry=heard(), **about)
    actions.change_call(version=1, entry=heard(said="refused"), **about)
    actions.withdraw_call(version=2, **about)
    without = FamilyCall.objects.reached().count()
    back = actions.restore_call(version=3, **about)

    assert (call.village_id, back.said, without, FamilyCall.objects.reached().count()) == (
        "5203172006",
        "refused",
        0,
        1,
    )
    assert list(AuditEvent.objects.filter(record_id=str(call.pk)).order_by("pk").values_list("act", flat=True)) == [
        "created",
        *["changed"] * 3,
    ]


def test_strangers_and_older_versions_are_refused(place, budi):
    call = FamilyCallFactory(trip=place.trip, version=2)

    with pytest.raises(Trip.DoesNotExist):
        actions.note_call(by=budi, call_id=new_id(), trip_id=place.trip.pk, entry=heard())
    with pytest.raises(FamilyCall.DoesNotExist):
        actions.withdraw_call(by=budi, call_id=call.pk, version=2)
    with pytest.raises(StaleVersion):
        actions.withdraw_call(by=place.officer, call_id=call.pk, version=1)


@pytest.mark.parametrize(
    ("said", "is_lost", "leads"),
    [
        ("no_news", False, "tanpa-kabar"),
        ("no_news", True, "/info/minta-tolong/"),
        ("well", True, "ada-kabar"),
        ("well", False, None),
        ("trouble", False, "/info/minta-tolong/"),
        ("pay_stopped", False, "/info/minta-tolong/"),
        ("refused", False, None),
    ],
)
def test_what_the_family_said_leads_on(desk, place, said, is_lost, leads):
    if is_lost:
        ContactLossFactory(trip=place.trip)

    done = desk.post(reverse("infopost:call_note", args=[place.trip.pk, new_id()]), CALL | {"said": said})
    step = desk.get(done.url).context["next"]

    assert (leads in step.url) if leads else (step is None)


def test_page_says_how_the_family_is_reached(desk, place):
    page = desk.get(reverse("infopost:call_note", args=[place.trip.pk]), follow=True).content.decode()

    assert "Nomor telepon belum tercatat" in page


def test_family_that_wants_no_calls_is_visited(desk, place):
    place.household.circumstances.delete()
    CircumstancesFactory(household=place.household, may_call="nobody", contact_told_on=TODAY)

    assert (
        "Jangan ditelepon"
        in desk.get(reverse("infopost:call_note", args=[place.trip.pk]), follow=True).content.decode()
    )


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"said": ""}, {"said": ["Pilih salah satu."]}),
        ({"called_on_year": "2024"}, {"called_on": ["Tanggal ini lebih awal dari keberangkatannya."]}),
        (
            {"next_on_day": "24", "next_on_month": "11", "next_on_year": "2026"},
            {"next_on": ["Pilih hari sesudah kontak ini."]},
        ),
    ],
)
def test_what_cannot_be_says_what_to_do(desk, place, answers, errors):
    page = desk.post(reverse("infopost:call_note", args=[place.trip.pk, new_id()]), CALL | {"note": "x"} | answers)

    assert (page.context["form"].errors, page.context["form"]["note"].value()) == (errors, "x")


def test_second_editor_sees_both_and_a_mistake_can_be_taken_back(desk, place):
    call = FamilyCallFactory(trip=place.trip, noted_by=place.officer, version=2)

    page = desk.post(
        reverse("infopost:call_change", args=[call.pk, new_id()]), CALL | {"said": "refused", "version": "1"}
    )
    desk.post(reverse("infopost:call_stand", args=[call.pk, new_id()]), {"what": "withdraw", "version": "2"})

    assert [row["saved"] for row in page.context["compared"] if row["differs"]] == ["Baik, ada kabar"]
    assert FamilyCall.objects.standing().count() == 0


def test_list_takes_as_many_queries_for_many_as_for_few(desk, place, django_assert_max_num_queries):
    for _ in range(30):
        TripFactory(person=PersonFactory(household=place.household), departed_on=dt.date(2025, 1, 1))

    with django_assert_max_num_queries(12):
        page = desk.get(LIST)
    second = desk.get(page.context["next_url"])

    assert [len(shown.context["rows"]) for shown in (page, second)] == [25, 6]
