"""Lines of a life and of a family: of every kind, each says who noted it."""

import datetime as dt

import pytest
from django.utils import timezone

from households import actions
from households.choices import Channel, JoinedHow, LeftHow, MoveState, Precision
from households.entries import JoiningEntry, MemberEntry
from households.models import Person
from tests.factories.clearances import HouseholdClearanceFactory, PersonClearanceFactory
from tests.factories.households import (
    CaregiverFactory,
    ClosingFactory,
    ConsentFactory,
    HouseholdFactory,
    PersonFactory,
    TripFactory,
    VisitFactory,
)
from tests.factories.journeys import ContactLossFactory, ExtensionFactory
from tests.factories.living import NeedFactory
from tests.factories.stays import (
    MemberMoveFactory,
    MoveOfferFactory,
    PastMembershipFactory,
    PastResidenceFactory,
    SplitFactory,
)
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
BY = "oleh Sari Wulandari"


@pytest.fixture
def home(sari):
    return HouseholdFactory(village=sari.region, created_by=sari)


@pytest.fixture
def lines_on(client_of, sari):
    """The lines on the page of a person or a family, as title and whether it says who noted it."""

    def lines(record):
        events = client_of(sari).get(record.get_absolute_url()).context["events"]
        return [(event["title"], BY in event.get("text", "")) for event in events]

    return lines


def act(action, sari, person, **answers):
    """An act by Sari on the person as he stands."""
    person.refresh_from_db()
    action(by=sari, person_id=person.pk, version=person.version, **answers)


def day(month, number):
    return PartialDate(dt.date(2026, month, number), "day")


def test_every_step_and_all_that_happens_on_a_journey_says_who_noted_it(lines_on, home):
    person = PersonFactory(household=home)
    days = {"prospective_on": dt.date(2023, 1, 1), "departed_on": dt.date(2024, 3, 1)}
    trip = TripFactory(person=person, returned_on=dt.date(2026, 9, 1), **days)
    ExtensionFactory(trip=trip)
    ContactLossFactory(
        trip=trip, heard_on=dt.date(2026, 6, 1), heard_precision=Precision.DAY, heard_known_at=timezone.now(),
        heard_by=home.created_by, heard_channel=Channel.PHONE,
    )  # fmt: skip
    given_up = dt.date(2022, 6, 1)
    TripFactory(person=person, prospective_on=dt.date(2022, 1, 1), cancelled_on=given_up)

    assert lines_on(person) == [
        (f"{title} · Malaysia", True)
        for title in (
            "Menjadi calon PMI", "Tidak jadi berangkat", "Menjadi calon PMI", "Berangkat", "Memperpanjang kontrak",
            "Tanpa kabar", "Ada kabar", "Pulang ke desa",
        )
    ]  # fmt: skip


def test_coming_going_and_death_say_who_noted_them(lines_on, home, sari):
    person = PersonFactory(household=home)
    act(actions.correct_joining, sari, person, entry=JoiningEntry(JoinedHow.MARRIED, day(11, 2)), today=TODAY)
    act(actions.record_leaving, sari, person, how=LeftHow.MOVED, left=day(11, 4), today=TODAY)
    act(actions.record_return, sari, person, back=day(11, 6), today=TODAY)
    act(actions.record_leaving, sari, person, how=LeftHow.SEPARATED, left=day(11, 8), today=TODAY)

    assert lines_on(person) == [
        ("Menikah masuk ke keluarga ini", True),
        ("Keluar dari keluarga: pindah sendiri", True),
        ("Kembali menjadi anggota", True),
        ("Keluar dari keluarga: berpisah atau bercerai", True),
    ]
    assert lines_on(home) == [
        ("Didata", True),
        (f"{person.name}: menikah masuk ke keluarga ini", True),
        (f"{person.name}: keluar dari keluarga: berpisah atau bercerai", True),
    ]
    act(actions.withdraw_leaving, sari, person)
    act(actions.record_death, sari, person, died=day(11, 9), today=TODAY)
    assert lines_on(person)[-1] == ("Meninggal", True)


def test_the_familys_line_tells_of_its_members_leaving_coming_home_and_dying(lines_on, home, sari):
    person = PersonFactory(household=home, name="Amaq Sahdan", joined_on=dt.date(2023, 5, 1))
    TripFactory(person=person, departed_on=dt.date(2020, 1, 1), returned_on=dt.date(2022, 1, 1))
    days = {"prospective_on": dt.date(2023, 6, 1), "departed_on": dt.date(2023, 8, 1)}
    TripFactory(person=person, returned_on=dt.date(2025, 8, 1), **days)
    TripFactory(person=person, prospective_on=dt.date(2026, 1, 1), cancelled_on=dt.date(2026, 1, 1))
    act(actions.record_death, sari, person, died=day(11, 9), today=TODAY)

    assert [line for line in lines_on(home) if line[0] != "Didata"] == [
        ("Amaq Sahdan: berangkat · Malaysia", True),
        ("Amaq Sahdan: pulang ke desa · Malaysia", True),
        ("Amaq Sahdan: meninggal", True),
    ]


def test_who_came_with_his_record_was_noted_by_whoever_made_it(lines_on, home, sari):
    entry, joining = MemberEntry("Sahnim", birth=day(11, 3)), JoiningEntry(JoinedHow.BORN, day(11, 3))
    actions.add_person(by=sari, household_id=home.pk, entry=entry, joining=joining, today=TODAY)

    assert lines_on(Person.objects.get()) == [("Lahir, menjadi anggota keluarga", True)]


def test_care_that_began_and_ended_says_who_noted_it_on_both_pages(lines_on, home, sari):
    child = PersonFactory(household=home, birth_on=dt.date(2016, 3, 10))
    aunt = PersonFactory(household=home, name="Inaq Sari")
    care = CaregiverFactory(child=child, person=aunt)
    actions.end_caregiver(
        by=sari, caregiver_id=care.pk, version=child.version, ended=day(11, 3), by_mistake=False, today=TODAY
    )

    of_child, of_aunt = lines_on(child), lines_on(aunt)

    assert ([told for _, told in of_child], [told for _, told in of_aunt]) == ([True, True], [True, True])


def test_moves_between_families_and_villages_and_splits_say_who_noted_them(lines_on, home, sari, lenek_lauk):
    came = PersonFactory(household=home, name="Datang")
    MemberMoveFactory(person=came)
    split_off = PersonFactory(household=home, name="Pecahan")
    old = HouseholdFactory(village=sari.region, created_by=sari)
    stay = PastMembershipFactory(person=split_off, household=old, village=sari.region)
    SplitFactory(household=old, new_household=home, split_on=stay.until)
    moved = HouseholdFactory(village=sari.region, created_by=sari)
    along = PersonFactory(household=moved)
    residence = PastResidenceFactory(household=moved, village=lenek_lauk)
    PastMembershipFactory(person=along, household=moved, village=lenek_lauk, until=residence.until)
    MoveOfferFactory(
        household=moved, from_village=lenek_lauk, to_village=sari.region, moved_on=residence.until,
        state=MoveState.ACCEPTED, answered_at=timezone.now(), answered_by=sari,
    )  # fmt: skip

    assert lines_on(came) == [("Menikah, pindah ke keluarga lain di desa yang sama", True)]
    assert lines_on(split_off) == [("Pindah ke keluarga lain di desa yang sama", True)]
    assert lines_on(along) == [("Pindah bersama keluarga dari Desa Lenek Lauk", True)]
    assert lines_on(moved) == [("Pindah ke sini dari Desa Lenek Lauk", True), ("Didata", True)]
    assert lines_on(old) == [("Sebagian anggota menjadi keluarga baru", True), ("Didata", True)]
    assert lines_on(home) == [
        ("Datang: menikah masuk dari keluarga lain di desa ini", True),
        ("Memisahkan diri dari keluarga lain", True),
        ("Didata", True),
    ]


@pytest.mark.parametrize(
    ("precision", "when"),
    [
        ("day", "1 Oktober 2026"),
        ("month", "Oktober 2026"),
        ("unknown", "Tanggal belum diketahui, tercatat 1 Oktober 2026"),
    ],
)
def test_a_move_is_told_as_exactly_as_it_is_known(client_of, home, sari, lenek_lauk, precision, when):
    person = PersonFactory(household=home)
    residence = PastResidenceFactory(household=home, village=lenek_lauk)
    PastMembershipFactory(person=person, household=home, village=lenek_lauk, until=residence.until)
    MoveOfferFactory(
        household=home, from_village=lenek_lauk, to_village=sari.region, moved_on=residence.until, head="Kepala",
        moved_precision=precision, state=MoveState.ACCEPTED, answered_at=timezone.now(), answered_by=sari,
    )  # fmt: skip

    pages = [client_of(sari).get(record.get_absolute_url()) for record in (home, person)]

    assert [page.context["events"][0]["when"] for page in pages] == [when, when]


def test_everything_else_that_happens_to_a_family_says_who_noted_it(lines_on, home, sari):
    PersonClearanceFactory(person=PersonFactory(household=home))
    HouseholdClearanceFactory(household=home)
    VisitFactory(household=home)
    ConsentFactory(household=home)
    NeedFactory(household=home, met_on=dt.date(2026, 11, 10), met_by=sari)
    ended = {"reopened_on": dt.date(2026, 11, 15), "reopened_known_at": timezone.now(), "reopened_by": sari}
    ClosingFactory(household=home, closed_on=dt.date(2026, 11, 12), **ended)

    lines = lines_on(home)

    assert (len(lines), {told for _, told in lines}) == (8, {True})
