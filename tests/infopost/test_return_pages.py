"""The pages of coming home: a list, a talk that asks nothing twice, and offers with a day."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from households.models import Homecoming
from infopost.models import ReturnTalk
from tests.factories.desk import ReturnTalkFactory, ReturnTaskFactory
from tests.factories.households import HomecomingFactory, PersonFactory, TripFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

LIST = "/pulang/"
TOO_EARLY = "Tanggal ini lebih awal dari kepulangannya."
DAY = {"talked_on_day": "24", "talked_on_month": "11", "talked_on_year": "2026"}
DUE = {"due_on_day": "8", "due_on_month": "12", "due_on_year": "2026"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


@pytest.fixture
def home(place):
    """The journey of Korleko's child, who came home on 1 November 2026 and wants a business."""
    trip = TripFactory(person=place.child, departed_on=dt.date(2024, 3, 1), returned_on=dt.date(2026, 11, 1))
    HomecomingFactory(trip=trip, wish="business", skills="mengelas")
    return trip


@pytest.fixture
def desk(client, place):
    """Sari's browser."""
    client.force_login(place.officer)
    return client


def address(name, key):
    return reverse(f"infopost:{name}", args=[key, new_id()])


def test_talk_begins_with_what_the_registry_knows_and_keeps_the_rest(desk, home):
    page = desk.get(address("return_talk_hold", home.pk))
    desk.post(page.context["form_action"], DAY | {"wages": "left", "wish": "job", "version": "1"})

    told = Homecoming.objects.get()
    assert page.context["form"]["wish"].value() == "business"
    assert (told.wish, told.skills, ReturnTalk.objects.get().wages) == ("job", "mengelas", "left")


def test_talk_is_taken_back(desk, home):
    ReturnTalkFactory(trip=home)

    desk.post(address("return_talk_hold", home.pk), DAY | {"what": "mistake", "version": "1"})

    assert ReturnTalk.objects.get().withdrawn_at is not None


def test_offers_that_fit_the_wish_are_ticked(desk, home):
    page = desk.get(address("return_offer", home.pk))
    done = desk.post(page.context["form_action"], DUE | {"offers": ["business", "group"]})

    assert page.context["form"]["offers"].value() == ["business", "training", "cooperative", "group"]
    assert sorted(task.offer for task in desk.get(done.url).context["tasks"]) == ["business", "group"]


def test_offer_is_closed_and_opened_again(desk, home):
    task = ReturnTaskFactory(trip=home)
    states = []
    for version, outcome in (("1", "done"), ("2", "open"), ("3", "withdrawn")):
        desk.post(address("task_close", task.pk), {"outcome": outcome, "version": version})
        task.refresh_from_db()
        states.append((task.state, task.closed_on, task.withdrawn_at is not None))

    assert states == [("done", dt.date(2026, 11, 24), False), ("open", None, False), ("open", None, True)]


def test_second_editor_of_the_talk_sees_both(desk, home):
    type(home).objects.filter(pk=home.pk).update(version=2)

    page = desk.post(address("return_talk_hold", home.pk), DAY | {"wish": "job", "version": "1"})

    assert [(row["saved"], row["yours"]) for row in page.context["compared"] if row["differs"]] == [
        ("Membuka atau meneruskan usaha", "Bekerja di sini")
    ]


@pytest.mark.parametrize(
    ("name", "answers", "errors"),
    [
        ("return_talk_hold", DAY | {"talked_on_month": "10"}, {"talked_on": [TOO_EARLY]}),
        ("return_offer", DUE, {"offers": ["Pilih paling sedikit satu."]}),
    ],
)  # fmt: skip
def test_what_cannot_be_says_what_to_do(desk, home, name, answers, errors):
    assert desk.post(address(name, home.pk), answers).context["form"].errors == errors


def test_page_of_somebody_who_is_away_does_not_exist(desk, place):
    for name in ("return_talk_hold", "return_offer"):
        assert desk.get(address(name, place.trip.pk)).status_code == 404
    assert desk.get(reverse("infopost:return_detail", args=[place.trip.pk])).status_code == 404


def test_list_takes_as_many_queries_for_many_as_for_few(desk, place, django_assert_max_num_queries):
    for day in range(1, 31):
        person = PersonFactory(household=place.household)
        trip = TripFactory(person=person, departed_on=dt.date(2024, 1, 1), returned_on=dt.date(2026, 10, day))
        ReturnTaskFactory(trip=trip)

    with django_assert_max_num_queries(12):
        page = desk.get(LIST)
    second = desk.get(page.context["next_url"])

    assert [len(shown.context["rows"]) for shown in (page, second)] == [25, 5]
    assert page.context["rows"][0].trip.returned_on == dt.date(2026, 10, 30)


def test_person_page_leads_to_the_talk(desk, place, home):
    page = desk.get(f"/layanan/orang/{place.child.pk}/").content.decode()

    assert (f"/pulang/{home.pk}/" in page, "Belum diajak bicara" in page) == (True, True)


def test_homecoming_of_another_village_is_not_there(client_of, budi, home):
    assert client_of(budi).get(f"/pulang/{home.pk}/").status_code == 404
