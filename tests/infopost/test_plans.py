"""How the two databases read the lists of a busy desk: by the indexes that are there for it, page by page."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.scoping.querysets import ScopedQuerySet
from households.models import Trip
from infopost.away import away_on
from infopost.files.gathering import with_files
from infopost.homecomers import home_on
from infopost.models import Letter, Message, ReturnTask, Service
from tests.factories.desk import FamilyCallFactory, MessageFactory, ReturnTaskFactory, ServiceFactory
from tests.factories.files import CandidateFactory
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.factories.letters import LetterFactory
from toolkit.ids import new_id
from toolkit.keyset import PAGE_SIZE, page_of

MANY = 800
DAY = dt.date(2026, 11, 24)


@pytest.fixture
def many(sari, budi):
    """Two villages with 800 services, letters and messages each; PostgreSQL leaves small tables' indexes alone."""
    for officer in (sari, budi):
        family = HouseholdFactory(village=officer.region, created_by=officer)
        person = PersonFactory(household=family, created_by=officer)
        trip = TripFactory(person=person, departed_on=dt.date(2024, 3, 1), created_by=officer)
        about = {"village": officer.region, "noted_by": officer, "changed_by": officer}
        write_many(ServiceFactory.build(person=person, **about), "happened_on")
        write_many(FamilyCallFactory.build(trip=trip, **about), "called_on")
        write_many(MessageFactory.build(household=family, **about))
        write_many(ReturnTaskFactory.build(trip=trip, state="done", **about), "closed_on")
        told = {"village": officer.region, "prepared_by": officer, "changed_by": officer}
        write_many(LetterFactory.build(person=person, state="cancelled", **told))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return sari


def write_many(row, day_of="") -> None:
    """So many rows like this one, on the days of a year."""
    told = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    days = ({day_of: DAY - dt.timedelta(days=place % 365)} if day_of else {} for place in range(MANY))
    type(row).objects.bulk_create(type(row)(**told | {"id": new_id()} | day) for day in days)


def asked_by(read) -> str:
    """How the database answers what is asked meanwhile."""
    with CaptureQueriesContext(connection) as asked:
        read()
    with connection.cursor() as cursor:
        prefix = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        cursor.execute(f"{prefix} {asked.captured_queries[-1]['sql']}")
        return "\n".join(str(row) for row in cursor.fetchall())


@pytest.mark.slow  # writes 8,000 rows
def test_pages_of_a_busy_desk_are_read_in_the_order_of_their_indexes(many):
    middle = Service.objects.visible_to(many).order_by("happened_on", "pk")[MANY // 2]
    letter = Letter.objects.visible_to(many).order_by("pk")[MANY // 2]

    plans = {
        "service_list": [
            asked_by(lambda: newest(Service.objects.visible_to(many), ("happened_on", "pk"))),
            asked_by(lambda: newest(Service.objects.visible_to(many), ("happened_on", "pk"), after=middle)),
        ],
        "letter_list": [
            asked_by(lambda: newest(Letter.objects.visible_to(many), ("pk",))),
            asked_by(lambda: newest(Letter.objects.visible_to(many), ("pk",), after=letter)),
        ],
        "message_list": [asked_by(lambda: newest(Message.objects.visible_to(many), ("pk",)))],
    }

    # Where half of all rows are the village's, PostgreSQL may as well walk along the keys; nothing is ever sorted.
    assert [plan for name, found in plans.items() for plan in found if name not in plan and "_pkey" not in plan] == []
    whole = ("TEMP B-TREE", "Seq Scan", "Sort")
    assert [plan for found in plans.values() for plan in found if any(word in plan for word in whole)] == []


def newest(rows: ScopedQuerySet, order, after=None):
    """A page of a book that begins with its newest line."""
    return page_of(rows, order=order, after=after, descending=True, size=PAGE_SIZE)


@pytest.mark.slow  # writes 8,000 rows
def test_what_waits_at_a_busy_desk_is_found_without_the_rest(many):
    waiting = Service.objects.visible_to(many).filter(follow_up="waiting", follow_up_on__lte=DAY)
    tasks = ReturnTask.objects.visible_to(many).filter(state="open", withdrawn_at=None, due_on__lte=DAY)
    letters = Letter.objects.visible_to(many).filter(state="waiting")

    assert "service_follow_up" in waiting.explain()
    assert "return_task_open" in tasks.explain()
    assert "Seq Scan" not in letters.explain()


@pytest.mark.slow  # writes 80 families
def test_last_call_and_first_visit_are_looked_for_by_the_traveller(sari, budi):
    for officer in (sari, budi):
        family = HouseholdFactory(village=officer.region, created_by=officer)
        about = {"noted_by": officer, "changed_by": officer}
        for _ in range(40):
            trip = TripFactory(person__household=family, departed_on=dt.date(2024, 3, 1), created_by=officer)
            for day in range(1, 5):
                on = DAY - dt.timedelta(days=90 * day)
                FamilyCallFactory(trip=trip, called_on=on, **about)
                ServiceFactory(village=officer.region, person=trip.person, happened_on=on, **about)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

    away, files = away_on(sari, DAY).explain(), with_files(Trip.objects.visible_to(sari)).explain()

    # Not among all calls and visits of the village: with thousands of them that took two seconds.
    assert ("call_list" in away, "service_list" in files) == (False, False)


@pytest.mark.slow  # writes 8,000 rows
def test_letter_behind_a_picture_is_found_by_its_own_index(many):
    found = Letter.objects.filter(token="tidak-ada").explain()

    assert "token" in found
    assert "Seq Scan" not in found


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["layanan/daftar", "surat", "berkas", "kabar", "pulang", "pesan", "layanan"])
def test_list_asks_as_often_for_three_as_for_one(sari, client_of, address, time_machine):
    time_machine.move_to("2026-11-24T02:00:00Z", tick=False)
    asked, client = [], client_of(sari)
    for count in (1, 2):
        for _ in range(count):
            one_of_each(sari)
        client.get(f"/{address}/")
        with CaptureQueriesContext(connection) as found:
            assert client.get(f"/{address}/").status_code == 200
        asked.append(len(found.captured_queries))

    assert asked[0] == asked[1]


def one_of_each(officer):
    """A family with somebody away, somebody home, a candidate, and what the desk noted of each."""
    family = HouseholdFactory(village=officer.region, created_by=officer)
    away, home, goes = (PersonFactory(household=family, created_by=officer) for _ in range(3))
    about = {"noted_by": officer, "changed_by": officer}
    ServiceFactory(village=officer.region, person=away, happened_on=DAY, **about)
    FamilyCallFactory(trip=TripFactory(person=away, departed_on=dt.date(2024, 3, 1), created_by=officer), **about)
    back = TripFactory(
        person=home, departed_on=dt.date(2024, 3, 1), returned_on=dt.date(2026, 9, 1), created_by=officer
    )
    ReturnTaskFactory(trip=back, **about)
    CandidateFactory(person=goes, created_by=officer)
    LetterFactory(person=goes, prepared_by=officer)
    MessageFactory(household=family, **about)


def test_home_comers_of_a_village_are_looked_at_one_by_one(sari, time_machine):
    home = home_on(sari, DAY)

    # Not through all its families: see decision 32.
    assert 'households_household" V0' not in str(home.query)
