"""Joining, leaving and coming back, as acts: each with its inverse."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, JoinedHow, LeftHow, Relation
from households.entries import JoiningEntry, MemberEntry
from households.models import Absence, Household, Person
from tests.factories.households import HouseholdFactory, PersonFactory
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 22)
SECOND, TENTH = (PartialDate(dt.date(2026, 11, day), "day") for day in (2, 10))
UNKNOWN = PartialDate()


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari, origin="import")
    PersonFactory(household=household, head=True, name="Amaq Sahdan", sex="L")
    PersonFactory(household=household, name="Inaq Sahdan", relation=Relation.WIFE)
    return household


@pytest.fixture
def wife(family):
    return family.members.get(name="Inaq Sahdan")


def add(by, family, how=JoinedHow.MARRIED, since=SECOND, **entry):
    told = MemberEntry(**{"name": "Sahnim", "sex": "P", "relation": Relation.CHILD_IN_LAW} | entry)
    joining = JoiningEntry(how, since)
    return actions.add_person(by=by, household_id=family.pk, entry=told, joining=joining, today=TODAY)


def leave(by, person, left=SECOND, how=LeftHow.MOVED, version=1):
    return actions.record_leaving(by=by, person_id=person.pk, version=version, how=how, left=left, today=TODAY)


def come_back(by, person, back=TENTH, version=2):
    return actions.record_return(by=by, person_id=person.pk, version=version, back=back, today=TODAY)


def member_days(person):
    days = [dt.date(2026, 11, 1) + dt.timedelta(days=n) for n in range(22)]
    return [day.day for day in days if Person.objects.members_on(day).filter(pk=person.pk).exists()]


@pytest.mark.parametrize(
    ("since", "on"),
    [
        (SECOND, dt.date(2026, 11, 2)),
        (PartialDate(dt.date(2026, 3, 1), "month"), dt.date(2026, 3, 1)),
        (UNKNOWN, TODAY),
    ],
)
def test_member_joins_on_the_day_as_exactly_as_it_is_known(sari, family, since, on):
    person = add(sari, family, since=since)

    assert (person.joined_on, person.joined_precision, person.joined_how) == (on, since.precision, JoinedHow.MARRIED)
    assert person.joined_known_at is not None


def test_child_that_is_born_joins_on_its_first_day_even_where_only_the_year_is_known(sari, family, wife):
    born = PartialDate(dt.date(2026, 1, 1), "year")

    child = add(sari, family, JoinedHow.BORN, born, name="Zahra", birth=born, relation=Relation.CHILD)

    assert (child.birth_on, child.joined_on, child.joined_precision) == (
        dt.date(2026, 7, 1),
        dt.date(2026, 7, 1),
        "year",
    )


def test_member_who_was_forgotten_is_one_since_the_family_is_registered(sari, family):
    person = add(sari, family, JoinedHow.FORGOTTEN, UNKNOWN)

    assert (person.joined_on, person.joined_how) == (None, JoinedHow.FORGOTTEN)
    assert member_days(person)[0] == 1


def test_joining_is_corrected_and_taken_back(sari, family):
    person = add(sari, family)
    known_at = person.joined_known_at

    def correct(version, how, since):
        entry = JoiningEntry(how, since)
        return actions.correct_joining(by=sari, person_id=person.pk, version=version, entry=entry, today=TODAY)

    same = correct(1, JoinedHow.MOVED, SECOND)
    taken_back = correct(2, JoinedHow.FORGOTTEN, UNKNOWN)

    assert (same.joined_how, same.joined_known_at) == (JoinedHow.MOVED, known_at)
    assert (taken_back.joined_on, taken_back.joined_precision, taken_back.joined_known_at) == (None, "", None)
    assert [e.fields for e in AuditEvent.objects.filter(act="changed")] == [["joined_on"]] * 2


def test_who_leaves_is_a_member_until_the_day_before_and_never_left_when_it_was_a_mistake(sari, family, wife):
    left = leave(sari, wife)
    days = member_days(wife)
    back = actions.withdraw_leaving(by=sari, person_id=wife.pk, version=2)

    assert (left.left_on, left.left_precision, left.left_how) == (dt.date(2026, 11, 2), "day", LeftHow.MOVED)
    assert days == [1]
    assert (back.left_on, back.left_how, len(member_days(wife))) == (None, "", 22)


def test_who_came_back_was_away_in_between_and_still_is_when_that_was_a_mistake(sari, family, wife):
    leave(sari, wife)
    come_back(sari, wife)
    days = member_days(wife)

    actions.withdraw_return(by=sari, person_id=wife.pk, version=3)

    assert days == [1, *range(10, 23)]
    assert (member_days(wife), Absence.objects.count()) == ([1], 0)
    assert Person.objects.get(pk=wife.pk).left_how == LeftHow.MOVED


def test_who_leaves_and_comes_back_twice_was_away_twice(sari, family, wife):
    leave(sari, wife)
    come_back(sari, wife, PartialDate(dt.date(2026, 11, 4), "day"))
    leave(sari, wife, TENTH, version=3)
    come_back(sari, wife, PartialDate(dt.date(2026, 11, 12), "day"), version=4)

    assert member_days(wife) == [1, *range(4, 10), *range(12, 23)]


def test_person_noted_by_mistake_was_a_member_on_no_day(sari, family):
    person, always = add(sari, family), add(sari, family, JoinedHow.FORGOTTEN, UNKNOWN)
    for one in (person, always):
        leave(sari, one, UNKNOWN, LeftHow.MISTAKE)

    assert member_days(person) == member_days(always) == []
    with pytest.raises(ValidationError, match="keliru sejak awal"):
        come_back(sari, person)


def test_leaving_head_leaves_a_family_without_one_until_it_is_taken_back(sari, family):
    head = leave(sari, family.members.get(relation="head"))
    without = Household.objects.get()

    actions.withdraw_leaving(by=sari, person_id=head.pk, version=2)

    assert (head.needs_successor(TODAY), without.checks, without.sort_name) == (True, [Check.NO_HEAD], "inaq sahdan")
    assert list(Household.objects.without_successor(TODAY)) == []
    assert Household.objects.get().checks == []


def test_head_is_nobody_who_left(sari, family, wife):
    leave(sari, wife)
    with pytest.raises(ValidationError, match="belum keluar"):
        actions.change_head(
            by=sari, household_id=family.pk, version=1, head_id=wife.pk, old_relation="husband", today=TODAY
        )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda sari, wife: leave(sari, wife, TENTH, version=2), "sudah tercatat keluar"),
        (lambda sari, wife: come_back(sari, wife, PartialDate(dt.date(2026, 10, 1), "day")), "lebih awal dari keluar"),
        (lambda sari, wife: actions.withdraw_return(by=sari, person_id=wife.pk, version=2), "tidak tercatat keluar"),
    ],
)
def test_acts_that_cannot_be_are_refused_in_words(sari, family, wife, act, said):
    leave(sari, wife)
    with pytest.raises(ValidationError, match=said):
        act(sari, wife)

    assert Person.objects.get(pk=wife.pk).version == 2


def test_leaving_before_joining_or_after_the_death_is_refused_in_words(sari, family, wife):
    joined = add(sari, family, since=TENTH)
    with pytest.raises(ValidationError, match="lebih awal dari menjadi anggota"):
        leave(sari, joined)
    actions.record_death(by=sari, person_id=wife.pk, version=1, died=SECOND, today=TODAY)
    with pytest.raises(ValidationError, match="meninggal"):
        leave(sari, wife, version=2)


@pytest.mark.parametrize("act", [leave, come_back], ids=lambda act: act.__name__)
def test_acts_know_strangers_and_the_second_editor(act, sari, budi, rina, family, wife):
    if act is come_back:
        leave(sari, wife)
    for other in (budi, rina):
        with pytest.raises(Person.DoesNotExist):
            act(other, wife)
    with pytest.raises(StaleVersion):
        act(sari, wife, version=9)

    assert AuditEvent.objects.count() == (act is come_back)
