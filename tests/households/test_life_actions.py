"""What happens to a family, as acts: each with its inverse."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, ClosingReason, Relation
from households.models import Household, Person
from households.rules.dates import six_months_before
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory
from toolkit.dates import PartialDate

TODAY = dt.date(2026, 11, 22)
SECOND = PartialDate(dt.date(2026, 11, 2), "day")
UNKNOWN = PartialDate()


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari, sort_name="amaq sahdan")
    ConsentFactory(household=household)
    PersonFactory(household=household, head=True, name="Amaq Sahdan", sex="L")
    PersonFactory(household=household, name="Inaq Sahdan", relation=Relation.WIFE)
    PersonFactory(household=household, name="Sahdan", relation=Relation.CHILD)
    PersonFactory(household=household, name="Papuq", relation=Relation.PARENT)
    return household


def member(family, name):
    return family.members.get(name=name)


def close(by, family, closed=SECOND, version=1):
    return actions.close_household(
        by=by, household_id=family.pk, version=version, reason=ClosingReason.MOVED, closed=closed, today=TODAY
    )


def change_head(by, family, person, old_relation=Relation.HUSBAND, version=1):
    return actions.change_head(
        by=by, household_id=family.pk, version=version, head_id=person.pk, old_relation=old_relation, today=TODAY
    )


def die(by, person, died=SECOND, version=1):
    return actions.record_death(by=by, person_id=person.pk, version=version, died=died, today=TODAY)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ((2026, 11, 23), (2026, 5, 23)),
        ((2026, 8, 31), (2026, 2, 28)),
        ((2026, 6, 30), (2025, 12, 30)),
        ((2026, 7, 1), (2026, 1, 1)),
    ],
)
def test_half_a_year_before_is_a_day_of_the_calendar(day, before):
    assert six_months_before(dt.date(*day)) == dt.date(*before)


@pytest.mark.parametrize(("visited", "stale"), [((2026, 5, 22), False), ((2026, 5, 21), True)])
def test_family_needs_a_visit_six_months_after_the_last(sari, family, visited, stale):
    Household.objects.update(registered_on=dt.date(2025, 1, 1))

    household = actions.verify_household(by=sari, household_id=family.pk, version=1, visited_on=dt.date(*visited))

    assert household.needs_visit(TODAY) == stale
    assert Household.objects.needing_update(TODAY).exists() == stale


def test_visit_is_noted_with_who_and_taken_back_to_the_one_before(sari, family):
    for version, day in ((1, 2), (2, 9)):
        actions.verify_household(by=sari, household_id=family.pk, version=version, visited_on=dt.date(2026, 11, day))

    household = actions.withdraw_visit(by=sari, household_id=family.pk, version=3)

    assert (household.last_visit.visited_on, household.last_visit.visited_by) == (dt.date(2026, 11, 2), sari)
    assert [e.fields for e in AuditEvent.objects.filter(act=Act.CHANGED)] == [["visited_on"]] * 3


@pytest.mark.parametrize(
    ("died", "on"),
    [
        (SECOND, dt.date(2026, 11, 2)),
        (PartialDate(dt.date(2026, 3, 1), "month"), dt.date(2026, 3, 1)),
        (PartialDate(dt.date(1990, 1, 1), "year"), dt.date(1990, 5, 17)),
        (UNKNOWN, TODAY),
    ],
)
def test_death_stands_on_its_day_as_exactly_as_it_is_known(sari, family, died, on):
    person = die(sari, member(family, "Papuq"), died)

    assert (person.died_on, person.died_precision, person.died_known_at is None) == (on, died.precision, False)
    assert AuditEvent.objects.get().fields == ["died_on"]


def test_death_of_unknown_date_stays_on_the_day_it_became_known(sari, family):
    first = die(sari, member(family, "Papuq"), UNKNOWN)

    again = actions.record_death(
        by=sari, person_id=first.pk, version=2, died=UNKNOWN, today=TODAY + dt.timedelta(days=30)
    )

    assert (again.died_on, again.died_known_at) == (TODAY, first.died_known_at)


def test_death_before_the_birth_is_refused_in_words(sari, family):
    with pytest.raises(ValidationError) as refused:
        die(sari, member(family, "Papuq"), PartialDate(dt.date(1989, 1, 1), "year"))

    assert refused.value.messages == ["Tanggal meninggal lebih awal dari tanggal lahir. Periksa keduanya."]


def test_death_of_the_head_leaves_a_family_without_one_until_it_is_taken_back(sari, family):
    head = die(sari, member(family, "Amaq Sahdan"))
    without = Household.objects.get()

    actions.withdraw_death(by=sari, person_id=head.pk, version=2)

    assert (without.sort_name, without.checks) == ("inaq sahdan", [Check.NO_HEAD])
    assert (Household.objects.get().sort_name, Household.objects.get().checks) == ("amaq sahdan", [])
    assert head.needs_successor(TODAY) is True
    assert Person.objects.get(pk=head.pk).died_on is None


@pytest.mark.parametrize(
    ("name", "old", "relations"),
    [
        ("Inaq Sahdan", "husband", {"Amaq Sahdan": "husband", "Sahdan": "child", "Papuq": "parent_in_law"}),
        ("Sahdan", "parent", {"Amaq Sahdan": "parent", "Inaq Sahdan": "parent", "Papuq": "relative"}),
        ("Papuq", "child", {"Amaq Sahdan": "child", "Inaq Sahdan": "wife", "Sahdan": "child"}),
    ],
)
def test_new_head_takes_the_place_and_the_others_follow_where_it_is_certain(sari, family, name, old, relations):
    household = change_head(sari, family, member(family, name), old)

    found = dict(family.members.values_list("name", "relation"))
    assert found == {name: Relation.HEAD, **relations}
    assert (household.version, Household.objects.get().sort_name) == (2, name.lower())


def test_new_head_and_back_again_is_the_family_as_it_was(sari, family):
    before = dict(family.members.values_list("name", "relation"))

    change_head(sari, family, member(family, "Inaq Sahdan"))
    change_head(sari, family, member(family, "Amaq Sahdan"), Relation.WIFE, version=2)

    assert dict(family.members.values_list("name", "relation")) == before


def test_head_can_be_neither_dead_nor_of_another_family_nor_the_same(sari, family):
    die(sari, member(family, "Papuq"))
    for person in (member(family, "Papuq"), PersonFactory(), member(family, "Amaq Sahdan")):
        with pytest.raises(ValidationError):
            change_head(sari, family, person)

    assert (member(family, "Amaq Sahdan").relation, Household.objects.get(pk=family.pk).version) == ("head", 1)


def test_closed_family_is_reopened_from_today(sari, family):
    close(sari, family)
    household = actions.reopen_household(by=sari, household_id=family.pk, version=2, by_mistake=False, today=TODAY)

    closing = family.closings.get()
    assert (closing.closed_on, closing.reopened_on, closing.reopened_by) == (SECOND.value, TODAY, sari)
    assert (household.closing, household.version) == (None, 3)
    assert [e.fields for e in AuditEvent.objects.order_by("pk")] == [["closed_on"], ["reopened_on"]]


def test_closing_by_mistake_was_on_no_day(sari, family):
    close(sari, family)
    actions.reopen_household(by=sari, household_id=family.pk, version=2, by_mistake=True, today=TODAY)

    days = [SECOND.value + dt.timedelta(days=n) for n in range(-1, 25)]
    assert [day for day in days if Household.objects.closed_on(day).exists()] == []


def test_closing_twice_and_reopening_what_is_open_are_refused_in_words(sari, family):
    with pytest.raises(ValidationError, match="tidak sedang ditutup"):
        actions.reopen_household(by=sari, household_id=family.pk, version=1, by_mistake=False, today=TODAY)
    close(sari, family)
    with pytest.raises(ValidationError, match="sudah ditutup"):
        close(sari, family, version=2)

    assert Household.objects.get().version == 2


@pytest.mark.parametrize("act", [close, die, change_head], ids=lambda act: act.__name__)
def test_acts_know_strangers_and_the_second_editor(act, sari, budi, rina, family):
    about = (family,) if act is close else (member(family, "Sahdan"),)
    about = (family, *about) if act is change_head else about

    for other in (budi, rina):
        with pytest.raises((Household.DoesNotExist, Person.DoesNotExist)):
            act(other, *about)
    with pytest.raises(StaleVersion):
        act(sari, *about, version=9)
    assert AuditEvent.objects.count() == 0
