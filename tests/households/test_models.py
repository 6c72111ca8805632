"""What the database itself refuses, and says in words."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from households.choices import Precision, Relation
from households.models import Closing, Person, Trip, Visit
from tests.factories.households import ClosingFactory, HouseholdFactory, PersonFactory, TripFactory, VisitFactory
from toolkit.constraints import refuse_broken

pytestmark = pytest.mark.django_db

NIK = "5203174101900001"
DAY = dt.date(2026, 1, 1)
# Each rule with a row that breaks it and nothing else, and the sentence that people read.
BROKEN_PEOPLE = {
    "households_person_nik_or_reason": (
        {"nik": None, "nik_missing": ""},
        "Isi NIK, atau pilih alasan mengapa belum ada.",
    ),
    "households_person_birth_precision": (
        {"birth_on": None, "birth_precision": Precision.DAY},
        "Isi tanggal lahir, tahunnya saja, atau tandai belum diketahui.",
    ),
    "households_person_one_head": (
        {"relation": Relation.HEAD},
        "Rumah tangga ini sudah punya kepala keluarga. Pilih hubungan lain.",
    ),
    "households_person_nik_once_a_village": (
        {"nik": NIK},
        "NIK ini sudah terdata di desa ini. Cari dulu orangnya di daftar.",
    ),
}
BROKEN_DEATHS = {
    "households_person_died_two_dates": (
        {"died_on": DAY, "died_known_at": None},
        "Isi kapan meninggal, atau tandai belum diketahui.",
    ),
    "households_person_died_after_birth": (
        {"died_on": dt.date(1990, 5, 16), "died_precision": Precision.DAY},
        "Tanggal meninggal lebih awal dari tanggal lahir. Periksa keduanya.",
    ),
}
BROKEN_STAYS = {
    "households_person_joined_two_dates": (
        {"joined_on": DAY, "joined_known_at": None},
        "Isi sejak kapan menjadi anggota, atau tandai belum diketahui.",
    ),
    "households_person_left_two_dates": (
        {"left_on": DAY, "left_how": ""},
        "Isi kapan dan mengapa keluar dari keluarga.",
    ),
    "households_person_left_after_joined": (
        {"joined_on": DAY, "left_on": dt.date(2025, 12, 31)},
        "Keluar lebih awal dari menjadi anggota. Periksa keduanya.",
    ),
}
BROKEN_PROFILES = {
    "households_person_birth_place_or_reason": (
        {"birth_place": "Selong", "birth_place_missing": "refused"},
        "Isi tempat lahir, atau pilih mengapa belum ada.",
    ),
    "households_person_skills_or_reason": (
        {"skills": "menjahit", "skills_missing": "unknown"},
        "Isi keterampilannya, atau pilih mengapa belum ada.",
    ),
}
BROKEN_PEOPLE |= BROKEN_DEATHS | BROKEN_STAYS | BROKEN_PROFILES
BROKEN_TRIPS = {
    "households_trip_reached_a_stage": {},
    "households_trip_return_after_departure": {"departed_on": DAY, "returned_on": dt.date(2025, 12, 31)},
    "households_trip_prospective_two_dates": {"prospective_on": DAY, "prospective_known_at": None},
    "households_trip_departed_two_dates": {"departed_on": DAY, "departed_precision": ""},
    "households_trip_returned_two_dates": {"departed_on": DAY, "returned_precision": Precision.DAY},
    "households_trip_reason_of_a_return": {"departed_on": DAY, "return_reason": "sick"},
    "households_trip_cancelled_two_dates": {"departed_on": DAY, "cancelled_known_at": timezone.now},
    "households_trip_departed_evidence_of_a_step": {"prospective_on": DAY, "departed_evidence": "told"},
    "households_trip_returned_evidence_of_a_step": {"departed_on": DAY, "returned_evidence": "told"},
}


BROKEN_CLOSINGS = {
    "households_closing_one_at_a_time": ({"reopened_on": None}, "Rumah tangga ini sudah ditutup."),
    "households_closing_reopened_two_dates": (
        {"reopened_on": DAY},
        "Isi sejak kapan rumah tangga ini dibuka kembali.",
    ),
    "households_closing_reopened_after_closed": (
        {
            "reopened_on": dt.date(2025, 12, 31),
            "reopened_precision": "day",
            "reopened_known_at": timezone.now(),
            "reopened_by": True,
        },
        "Dibuka kembali lebih awal dari ditutup. Periksa keduanya.",
    ),
}


@pytest.fixture
def family():
    household = HouseholdFactory()
    PersonFactory(household=household, head=True, nik=NIK)
    return household


def test_every_constraint_has_a_row_that_breaks_it():
    named = {c.name for model in (Person, Trip, Visit, Closing) for c in model._meta.constraints}

    assert named == {*BROKEN_PEOPLE, *BROKEN_TRIPS, "households_visit_once_a_day", *BROKEN_CLOSINGS}


@pytest.mark.parametrize("rule", BROKEN_PEOPLE)
def test_person_that_breaks_a_rule_is_refused_by_the_database(rule, family):
    columns, _ = BROKEN_PEOPLE[rule]

    with pytest.raises(IntegrityError), transaction.atomic():
        PersonFactory(household=family, **columns)

    assert family.members.count() == 1


@pytest.mark.parametrize("rule", BROKEN_PEOPLE)
def test_person_that_breaks_a_rule_is_refused_in_words(rule, family):
    columns, sentence = BROKEN_PEOPLE[rule]
    person = PersonFactory.build(
        household=family, village=family.village, created_by=family.created_by, changed_by=family.created_by, **columns
    )

    with pytest.raises(ValidationError) as refused:
        refuse_broken(person)

    assert refused.value.messages == [sentence]


@pytest.mark.parametrize("rule", BROKEN_TRIPS)
def test_trip_that_breaks_a_rule_is_refused_by_the_database(rule, family):
    columns = {name: value() if callable(value) else value for name, value in BROKEN_TRIPS[rule].items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        TripFactory(person=family.members.get(), **columns)

    assert Trip.objects.count() == 0


@pytest.mark.parametrize("rule", BROKEN_CLOSINGS)
def test_closing_that_breaks_a_rule_is_refused(rule, family):
    columns, sentence = BROKEN_CLOSINGS[rule]
    ClosingFactory(household=family)
    if "reopened_by" in columns:
        columns = columns | {"reopened_by": family.created_by}
    closing = ClosingFactory.build(household=family, closed_by=family.created_by, **columns)

    with pytest.raises(ValidationError) as refused:
        refuse_broken(closing)
    with pytest.raises(IntegrityError), transaction.atomic():
        closing.save(force_insert=True)

    assert (refused.value.messages, family.closings.count()) == ([sentence], 1)


def test_visit_of_the_same_day_is_refused(family):
    VisitFactory(household=family, visited_on=DAY)
    twin = VisitFactory.build(household=family, visited_on=DAY, visited_by=family.created_by)

    with pytest.raises(ValidationError) as refused:
        refuse_broken(twin)
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)

    assert (refused.value.messages, family.visits.count()) == (["Kunjungan pada tanggal ini sudah dicatat."], 1)


def test_nik_may_stand_in_another_village_too(family):
    elsewhere = HouseholdFactory(village__code="5203212002")

    assert PersonFactory(household=elsewhere, nik=NIK).nik == NIK


def test_people_without_nik_are_many(family):
    PersonFactory.create_batch(3, household=family)

    assert family.members.filter(nik=None).count() == 3


def test_texts_of_records_name_nobody(family):
    head = family.members.get()
    trip = TripFactory(person=head, departed_on=DAY)

    assert [str(family), str(head), str(trip)] == [
        f"rumah tangga {family.pk}",
        f"orang {head.pk}",
        f"perjalanan {trip.pk}",
    ]


def test_household_tells_its_reasons_in_words():
    assert HouseholdFactory.build(village=None, created_by=None, checks=["no_head", "card_shared"]).check_labels == [
        "Belum ada kepala keluarga",
        "Nomor KK dipakai rumah tangga lain",
    ]
