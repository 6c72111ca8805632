"""A child's school and papers, and who looks after it: the acts, each with its inverse."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.child_choices import Care
from households.entries import CareEntry, ChildEntry
from households.models import Caregiver, ChildProfile, Person
from tests.factories.households import CaregiverFactory, HouseholdFactory, PersonFactory
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
SECOND = PartialDate(dt.date(2026, 11, 2), "day")
UNKNOWN = PartialDate()


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari)
    PersonFactory(household=household, head=True, name="Papuq")
    PersonFactory(household=household, name="Baiq", birth_on=dt.date(2016, 3, 10))
    return household


@pytest.fixture
def papuq(family):
    return family.members.get(name="Papuq")


@pytest.fixture
def baiq(family):
    return family.members.get(name="Baiq")


def care(by, child, entry, version=1):
    return actions.add_caregiver(by=by, child_id=child.pk, version=version, entry=entry, today=TODAY)


def end(by, caregiver, ended=SECOND, version=2, by_mistake=False):
    return actions.end_caregiver(
        by=by, caregiver_id=caregiver.pk, version=version, ended=ended, by_mistake=by_mistake, today=TODAY
    )


def by_papuq(papuq, since=UNKNOWN):
    return CareEntry(Care.GRANDPARENT, person_id=papuq.pk, since=since)


def about(by, child, version=1):
    entry = ChildEntry(school="SDN 1 Korleko", npsn="50203172")
    return actions.change_child(by=by, person_id=child.pk, version=version, in_school="yes", entry=entry)


def test_child_is_written_and_what_was_a_mistake_is_not_asked_again(sari, baiq):
    child = about(sari, baiq)
    kept = ChildProfile.objects.get()
    actions.change_child(by=sari, person_id=baiq.pk, version=2, in_school="", entry=ChildEntry())

    assert (child.in_school, child.version, kept.school, kept.changed_by) == ("yes", 2, "SDN 1 Korleko", sari)
    assert (Person.objects.get(pk=baiq.pk).in_school, ChildProfile.objects.get().school) == ("", "")
    assert [event.fields for event in AuditEvent.objects.order_by("pk")] == [["in_school"], ["npsn", "school"]] * 2


def test_child_keeps_what_would_help_and_the_book_names_the_column_alone(sari, baiq):
    entry = ChildEntry(help_with=["talking", "school_costs"])
    actions.change_child(by=sari, person_id=baiq.pk, version=1, in_school="", entry=entry)

    profile, event = ChildProfile.objects.get(), AuditEvent.objects.get()
    assert profile.help_with_labels == ["Berbicara dengan orang tua di luar negeri", "Biaya sekolah"]
    assert (event.fields, event.reason) == (["help_with"], "")


def test_caregiver_is_noted_with_two_dates_and_a_line_in_the_book(sari, baiq, papuq):
    caregiver = care(sari, baiq, by_papuq(papuq, SECOND))

    assert (caregiver.since_on, caregiver.since_precision, caregiver.ended_on) == (SECOND.value, "day", None)
    assert Person.objects.get(pk=baiq.pk).version == 2
    assert (AuditEvent.objects.get().act, AuditEvent.objects.get().record_id) == (Act.CREATED, str(caregiver.pk))


def test_caregiver_of_unknown_date_stands_on_the_day_it_became_known(sari, baiq, papuq):
    caregiver = care(sari, baiq, by_papuq(papuq))

    assert (caregiver.since_on, caregiver.since_precision) == (TODAY, "unknown")


def test_child_may_have_several_caregivers_and_each_once(sari, baiq, papuq):
    care(sari, baiq, by_papuq(papuq))
    care(sari, baiq, CareEntry(Care.NEIGHBOUR, name=" Bu  Sri "), version=2)
    with pytest.raises(ValidationError, match="sudah tercatat mengasuh"):
        care(sari, baiq, by_papuq(papuq), version=3)

    assert list(baiq.caregivers.order_by("pk").values_list("name", flat=True)) == ["", "Bu Sri"]


def test_caregiver_is_of_the_same_family_alive_and_another(sari, baiq):
    dead = PersonFactory(household=baiq.household, died_on=dt.date(2026, 1, 1))
    for person in (PersonFactory(household__village=sari.region), dead, baiq):
        with pytest.raises(ValidationError):
            care(sari, baiq, by_papuq(person))

    assert (Caregiver.objects.count(), Person.objects.get(pk=baiq.pk).version) == (0, 1)


def test_answer_that_names_nobody_ends_when_somebody_is_named_and_not_the_other_way(sari, baiq, papuq):
    nobody = care(sari, baiq, CareEntry(Care.NONE))
    care(sari, baiq, by_papuq(papuq), version=2)
    with pytest.raises(ValidationError, match="Masih tercatat"):
        care(sari, baiq, CareEntry(Care.REFUSED), version=3)

    assert Caregiver.objects.get(pk=nobody.pk).ended_on == TODAY
    assert baiq.caregivers.filter(ended_on=None).get().person == papuq


def test_caregiver_ends_and_goes_on_again(sari, baiq, papuq):
    caregiver = care(sari, baiq, by_papuq(papuq, PartialDate(dt.date(2025, 1, 1), "year")))
    ended = end(sari, caregiver)
    actions.resume_caregiver(by=sari, caregiver_id=caregiver.pk, version=3, today=TODAY)

    assert (ended.ended_on, ended.ended_precision) == (SECOND.value, "day")
    assert Caregiver.objects.values_list("ended_on", "ended_precision", "ended_known_at").get() == (None, "", None)
    assert [event.fields for event in AuditEvent.objects.order_by("pk")] == [[], ["ended_on"], ["ended_on"]]


def test_caregiver_by_mistake_cared_on_no_day(sari, baiq, papuq):
    caregiver = end(sari, care(sari, baiq, by_papuq(papuq, SECOND)), by_mistake=True)

    assert (caregiver.since_on, caregiver.ended_on) == (SECOND.value, SECOND.value)


def test_caregiver_ends_not_before_he_began(sari, baiq, papuq):
    caregiver = care(sari, baiq, by_papuq(papuq, SECOND))
    with pytest.raises(ValidationError, match="lebih awal dari mulai"):
        end(sari, caregiver, PartialDate(dt.date(2026, 10, 1), "day"))

    assert end(sari, caregiver, PartialDate(dt.date(2026, 11, 1), "month")).ended_on == SECOND.value


def test_caregiver_who_left_the_family_does_not_go_on(sari, baiq, papuq):
    caregiver = end(sari, care(sari, baiq, by_papuq(papuq, SECOND)), UNKNOWN)
    Person.objects.filter(pk=papuq.pk).update(household=HouseholdFactory(village=sari.region))

    with pytest.raises(ValidationError, match="anggota keluarga ini"):
        actions.resume_caregiver(by=sari, caregiver_id=caregiver.pk, version=3, today=TODAY)


def test_acts_know_strangers_and_the_second_editor(sari, budi, rina, baiq, papuq):
    caregiver = CaregiverFactory(child=baiq)
    for other in (budi, rina):
        with pytest.raises(Person.DoesNotExist):
            about(other, baiq)
        with pytest.raises(Person.DoesNotExist):
            care(other, baiq, by_papuq(papuq))
        with pytest.raises(Caregiver.DoesNotExist):
            end(other, caregiver, version=1)
    with pytest.raises(StaleVersion):
        about(sari, baiq, version=9)
    with pytest.raises(StaleVersion):
        care(sari, baiq, by_papuq(papuq), version=9)
    with pytest.raises(StaleVersion):
        end(sari, caregiver, version=9)


@pytest.mark.parametrize(
    "columns",
    [
        {"relation": Care.NONE, "name": "Bu Sri"},
        {"ended_on": dt.date(2025, 1, 1)},
        {"ended_on": dt.date(2026, 11, 1), "ended_precision": ""},
    ],
)
def test_database_refuses_what_cannot_be(columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        CaregiverFactory(**columns)


def test_database_refuses_the_child_itself_a_name_beside_a_member_and_a_double(baiq, papuq):
    CaregiverFactory(child=baiq, person=papuq)
    for columns in ({"person": baiq}, {"person": papuq}, {"person": papuq, "name": "Papuq", "ended_on": TODAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            CaregiverFactory(child=baiq, **columns)
