"""Coming home: the talk is held once, the village's offers wait as tasks, and the year is remembered."""

import datetime as dt

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households.entries import HomecomingEntry
from households.models import Homecoming, Trip
from households.rules.homecomings import year_after
from infopost import actions
from infopost.homecomers import home_on
from infopost.models import ReturnTalk, ReturnTask
from infopost.return_choices import Offer, TaskState
from infopost.rules.returns import first_return_open_on, last_return_over_by, offers_for
from monitoring.duties import totals
from tests.factories.desk import ReturnTalkFactory, ReturnTaskFactory
from tests.factories.households import HomecomingFactory, TripFactory

TODAY = dt.date(2026, 11, 24)
LEFT = {"wages": "left", "insurance": "settled", "savings": "", "documents": "refused"}
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2032, 12, 31))


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def home(place):
    """The journey of Korleko's child, who came home on 1 November 2026."""
    return came_home(place, dt.date(2026, 11, 1))


def came_home(place, day, **more):
    return TripFactory(person=place.child, departed_on=dt.date(2024, 3, 1), returned_on=day, **more)


def hold(by, trip, version=1, **more):
    about = {"talked_on": TODAY, "left": LEFT, "entry": HomecomingEntry(wish="business")} | more
    return actions.hold_talk(by=by, trip_id=trip.pk, version=version, **about)


@pytest.mark.parametrize(
    ("wish", "more", "offers"),
    [
        ("business", {}, ["business", "training", "cooperative", "group"]),
        ("again", {}, ["again", "training"]),
        ("job", {}, ["job", "training", "school"]),
        ("refused", {}, []),
        ("", {}, []),
        ("stay", {"rights": ("left", "")}, ["rights", "group", "cooperative", "training"]),
        ("refused", {"wellbeing": "help", "rights": ("settled",)}, ["health"]),
    ],
)
def test_offers_begin_with_what_is_his_and_what_heals(wish, more, offers):
    assert list(offers_for(wish, **more)) == offers


@given(DAYS, DAYS)
def test_year_is_open_from_the_first_return_on(returned, day):
    assert (year_after(returned) >= day) == (returned >= first_return_open_on(day))


@given(DAYS, DAYS)
def test_year_is_over_up_to_the_last_return(returned, day):
    assert (year_after(returned) <= day) == (returned <= last_return_over_by(day))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ((2026, 11, 24), (2025, 11, 24), (2025, 11, 24)),
        ((2025, 2, 28), (2024, 2, 28), (2024, 2, 29)),
        ((2025, 3, 1), (2024, 3, 1), (2024, 3, 1)),
        ((2028, 2, 29), (2027, 3, 1), (2027, 2, 28)),
    ],
)
def test_year_ends_on_the_same_day_and_after_a_leap_day_on_the_28th(day, first, last):
    day = dt.date(*day)

    assert (first_return_open_on(day), last_return_over_by(day)) == (dt.date(*first), dt.date(*last))


@pytest.mark.django_db
def test_talk_is_kept_with_what_the_registry_asks(place, home):
    HomecomingFactory(trip=home, skills="mengelas", wish="stay")

    hold(place.officer, home, entry=HomecomingEntry(wish="business", skills="mengelas"))

    talk, told = ReturnTalk.objects.get(), Homecoming.objects.get()
    assert (talk.rights, talk.left_labels) == (("left", "settled", "", "refused"), ["upah"])
    assert (told.wish, told.skills) == ("business", "mengelas")
    assert AuditEvent.objects.filter(record_kind="infopost.returntalk").get().act == "created"


@pytest.mark.django_db
def test_talk_is_changed_taken_back_and_held_again(place, home):
    hold(place.officer, home)
    hold(place.officer, home, version=2, left=LEFT | {"wages": "settled"})
    actions.withdraw_talk(by=place.officer, trip_id=home.pk, version=3)
    without = [trip.is_heard for trip in home_on(place.officer, TODAY)]
    hold(place.officer, home, version=4)

    assert (without, ReturnTalk.objects.count()) == ([False], 1)
    assert [trip.is_heard for trip in home_on(place.officer, TODAY)] == [True]


@pytest.mark.django_db
def test_talk_of_a_stranger_or_an_older_version_is_refused(place, home, budi):
    with pytest.raises(Trip.DoesNotExist):
        hold(budi, home)
    hold(place.officer, home)
    with pytest.raises(StaleVersion):
        actions.withdraw_talk(by=place.officer, trip_id=home.pk, version=1)


@pytest.mark.django_db
def test_offer_that_waits_is_not_made_twice(place, home):
    for offers in ([Offer.TRAINING], [Offer.TRAINING, Offer.GROUP]):
        actions.make_offers(by=place.officer, trip_id=home.pk, offers=offers, due_on=TODAY)

    assert sorted(ReturnTask.objects.values_list("offer", flat=True)) == ["group", "training"]


@pytest.mark.django_db
def test_offer_is_done_waits_again_and_is_taken_back(place, home):
    task = ReturnTaskFactory(trip=home)
    about = {"by": place.officer, "task_id": task.pk}

    done = actions.close_task(version=1, state=TaskState.DONE, on=TODAY, **about)
    again = actions.close_task(version=2, state=TaskState.OPEN, on=TODAY, **about)
    gone = actions.withdraw_task(version=3, **about)
    back = actions.close_task(version=4, state=TaskState.NOT_WANTED, on=TODAY, **about)

    assert [(one.state, one.closed_on) for one in (done, again)] == [("done", TODAY), ("open", None)]
    assert [bool(one.withdrawn_at) for one in (gone, back)] == [True, False]


@pytest.mark.django_db
@pytest.mark.parametrize(("returned", "precision", "is_listed"), [
    (dt.date(2025, 11, 24), "day", True),
    (dt.date(2025, 11, 23), "day", False),
    (dt.date(2025, 11, 1), "month", True),
    (dt.date(2025, 10, 1), "month", False),
    (dt.date(2025, 1, 1), "year", True),
    (dt.date(2024, 3, 1), "year", False),
])  # fmt: skip
def test_who_came_home_within_the_year_is_listed(place, returned, precision, is_listed):
    came_home(place, returned, returned_precision=precision)

    assert home_on(place.officer, TODAY).exists() is is_listed


@pytest.mark.django_db
def test_who_has_left_again_is_not_home(place, home):
    TripFactory(person=place.child, departed_on=dt.date(2026, 11, 10))

    assert list(home_on(place.officer, TODAY)) == []


@pytest.mark.django_db
def test_who_prepares_to_leave_again_is_home(place, home):
    TripFactory(person=place.child, prospective_on=dt.date(2026, 11, 10))

    assert list(home_on(place.officer, TODAY)) == [home]


@pytest.mark.django_db
def test_talk_waits_from_the_return_until_it_is_held(place, home):
    before = totals(place.officer, TODAY).get("bicara-setelah-pulang")
    hold(place.officer, home)

    assert (before, totals(place.officer, TODAY).get("bicara-setelah-pulang")) == (1, None)


@pytest.mark.django_db
@pytest.mark.parametrize(("due", "waits"), [(24, 1), (25, None)])
def test_offer_waits_from_its_day(place, home, due, waits):
    ReturnTaskFactory(trip=home, due_on=dt.date(2026, 11, due))
    ReturnTaskFactory(trip=home, offer="group", state="done", closed_on=TODAY)

    assert totals(place.officer, TODAY).get("tawaran-setelah-pulang") == waits


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("returned", "answer", "waits"),
    [
        (dt.date(2025, 12, 24), "", 1),
        (dt.date(2025, 12, 25), "", None),
        (dt.date(2025, 11, 24), "not_yet", 1),
        (dt.date(2025, 11, 23), "", None),
        (dt.date(2025, 12, 1), "done", None),
    ],
)
def test_year_that_ends_within_thirty_days_waits_until_he_is_accompanied(place, returned, answer, waits):
    trip = came_home(place, returned)
    ReturnTalkFactory(trip=trip)
    HomecomingFactory(trip=trip, reintegration=answer)

    assert totals(place.officer, TODAY).get("setahun-setelah-pulang") == waits
