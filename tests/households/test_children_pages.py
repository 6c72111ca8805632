"""The pages of a child, and what the family's page says beside it."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from households.models import Caregiver, ChildProfile, Person
from tests.factories.households import CaregiverFactory, PersonFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def frozen_clock():
    """It is 22 November 2026."""
    with time_machine.travel(dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    place = place_of(sari)
    Caregiver.objects.all().delete()
    return place


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def door(name, record):
    return reverse(f"households:{name}", args=[record.pk, new_id()])


def post(client, page, record, version=1, **answers):
    return client.post(door(page, record), {"version": str(version), **answers})


def read(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_family_says_who_looks_after_a_child_whose_parent_is_abroad(client, place):
    before = read(client, place.household)
    post(client, "caregiver_add", place.child, who="outside", relation="neighbour", name="Bu Sri", since_year="2025")

    assert "Pengasuh: belum ditanyakan" in before
    assert "Pengasuh: tetangga (Bu Sri)" in read(client, place.household)
    assert "sejak tahun 2025" in read(client, place.child)


def test_family_says_nothing_of_it_when_the_parent_is_at_home(client, place):
    place.head.trips.update(
        returned_on=dt.date(2026, 1, 1), returned_precision="day", returned_known_at=dt.datetime.now(dt.UTC)
    )

    assert "Pengasuh:" not in read(client, place.household)


def test_family_names_no_caregiver_who_has_died(client, place):
    CaregiverFactory(child=place.child, person=PersonFactory(household=place.household, died_on=dt.date(2026, 2, 1)))

    assert "Pengasuh: belum ditanyakan" in read(client, place.household)


@pytest.mark.parametrize("answer", ["none", "refused", "unknown"])
def test_answer_that_names_nobody_is_an_answer(client, place, answer):
    post(client, "caregiver_add", place.child, who=answer)

    page = read(client, place.household)
    assert ("Pengasuh: belum ditanyakan" in page, Caregiver.objects.get().relation) == (False, answer)


def test_caregivers_page_says_whom_he_looks_after(client, place):
    papuq = PersonFactory(household=place.household, name="Papuq Sri")
    post(client, "caregiver_add", place.child, who=str(papuq.pk), relation="grandparent")

    page = read(client, papuq)
    assert "Mengasuh: " in page
    assert place.child.get_absolute_url() in page
    assert "Mengasuh" in page.split("pengasuhan</h2>")[1]


def test_caregiver_without_what_he_is_to_the_child_is_asked_again(client, place):
    response = post(client, "caregiver_add", place.child, who="outside", name="Bu Sri")

    form = response.context["form"]
    assert (list(form.errors), form["name"].value(), Caregiver.objects.count()) == (["relation"], "Bu Sri", 0)


def test_caregiver_ends_and_the_end_is_taken_back(client, place):
    caregiver = CaregiverFactory(child=place.child)
    post(client, "caregiver_end", caregiver, what="happened", ended_month="11", ended_year="2026")
    ended = read(client, place.child)
    post(client, "caregiver_end", caregiver, version=2, what="mistake")

    assert "sampai November 2026" in ended
    assert "sampai November 2026" not in read(client, place.child)


def test_caregiver_by_mistake_leaves_the_page(client, place):
    post(client, "caregiver_end", CaregiverFactory(child=place.child), what="mistake")

    assert "tetangga" not in read(client, place.child)


def test_second_editor_of_the_care_compares(client, place):
    post(client, "caregiver_add", place.child, who="outside", relation="neighbour")

    response = post(client, "caregiver_add", place.child, who="none")
    assert response.context["compared"] == [
        {"label": "Pengasuh", "saved": "tetangga", "yours": "Tidak ada yang khusus mengasuh", "differs": True}
    ]
    response = post(client, "caregiver_end", Caregiver.objects.get(), what="happened")
    assert response.context["compared"][0]["saved"] == "tetangga"


def test_school_of_a_child_is_told_and_a_strange_npsn_is_only_pointed_out(client, place):
    post(client, "child_change", place.child, in_school="yes", school="SDN 1  Korleko", npsn="502", risk="some")

    page = read(client, place.child)
    assert ("SDN 1 Korleko" in page, "NPSN punya 8 angka" in page, "Perlu diperhatikan" in page) == (True, True, True)
    assert Person.objects.get(pk=place.child.pk).in_school == "yes"


def test_school_of_the_second_editor_is_compared_and_too_long_a_name_stays_as_typed(client, place):
    post(client, "child_change", place.child, level="primary")
    compared = post(client, "child_change", place.child, level="junior").context["compared"]
    wrong = post(client, "child_change", place.child, version=2, school="S" * 81, grade="4").context["form"]

    row = next(row for row in compared if row["differs"])
    assert (row["saved"], row["yours"]) == ("SD atau MI", "SMP atau MTs")
    assert (list(wrong.errors), wrong["grade"].value(), ChildProfile.objects.get().school) == (["school"], "4", "")


@pytest.mark.parametrize("answer", ["none", "refused", "unknown", ""])
def test_what_would_help_keeps_refused_unknown_nothing_and_not_asked_apart(client, place, answer):
    post(client, "child_change", place.child, help_answer=answer, attendance="regular")

    page = read(client, place.child)
    assert ChildProfile.objects.get().help_with == ([answer] if answer else [])
    assert ("yang bisa membantu" in page, "<dt>Yang bisa membantu</dt>" in page) == (not answer, bool(answer))


def test_what_would_help_is_told_on_the_childs_page_and_on_no_other(client, place):
    post(client, "child_change", place.child, help_with=["company", "money"])

    said = "Teman belajar dan bercerita di rumah, Belajar mengatur uang"
    others = [place.household.get_absolute_url(), reverse("households:household_list")]
    assert said in read(client, place.child)
    assert ["Belajar mengatur uang" in client.get(url).content.decode() for url in others] == [False, False]


def test_help_and_none_are_not_both_taken_and_what_was_typed_stays(client, place):
    page = post(client, "child_change", place.child, help_with=["daily"], help_answer="none", grade="4")

    form = page.context["form"]
    assert (list(form.errors), form["help_with"].value(), form["grade"].value()) == (["help_answer"], ["daily"], "4")
    assert ChildProfile.objects.count() == 0


def test_help_takes_the_place_of_an_earlier_none_and_is_taken_back(client, place):
    post(client, "child_change", place.child, help_answer="none")
    post(client, "child_change", place.child, version=2, help_with=["daily"], help_answer="none")
    named = ChildProfile.objects.get().help_with
    form = client.get(door("child_change", place.child)).context["form"]
    post(client, "child_change", place.child, version=3)

    assert (named, form["help_with"].value(), form["help_answer"].value()) == (["daily"], ["daily"], "")
    assert ChildProfile.objects.get().help_with == []


def test_help_of_the_second_editor_is_compared_in_words(client, place):
    post(client, "child_change", place.child, help_with=["talking", "daily"])
    compared = post(client, "child_change", place.child, help_with=["screens"]).context["compared"]

    row = next(row for row in compared if row["differs"])
    assert row["saved"] == "Berbicara dengan orang tua di luar negeri, Kebutuhan sehari-hari"
    assert row["yours"] == "Memakai telepon dan internet dengan aman"


@pytest.mark.parametrize("name", ["child_change", "caregiver_add"])
def test_grown_people_have_no_such_page(client, place, name):
    assert client.get(door(name, place.head)).status_code == 404


def test_immunisation_is_asked_under_five_alone(client, place):
    baby = PersonFactory(household=place.household, birth_on=dt.date(2021, 11, 23))
    asked = [
        "immunised" in client.get(door("child_change", person)).context["form"].fields for person in (baby, place.child)
    ]

    assert asked == [True, False]


@pytest.mark.parametrize("children", [1, 5])
def test_pages_ask_at_most_twelve_queries(client, place, children):
    for _ in range(children):
        child = PersonFactory(household=place.household, birth_on=dt.date(2016, 1, 1))
        CaregiverFactory(child=child, person=place.head)
    for record in (place.household, place.head, child):
        read(client, record)
        with CaptureQueriesContext(connection) as asked:
            read(client, record)
        # A test stands in a transaction, so that the note of reading makes a savepoint of it.
        queries = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
        assert len(queries) <= 12
