"""A member goes over to another family of the village."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, Relation
from households.entries import SplitEntry
from households.models import Household, MemberMove, PastMembership, Person, Trip
from tests.factories.accounts import UserFactory
from tests.factories.households import ClosingFactory
from tests.factories.stays import AbsenceFactory, PastResidenceFactory
from tests.households.two_families import TENTH, TODAY, TWELFTH, family_of, family_of_amaq, member, move, offer, stays
from tests.racing import at_once
from toolkit.dates import PartialDate


@pytest.fixture
def amaq(sari):
    return family_of_amaq(sari)


@pytest.fixture
def loq(sari):
    return family_of(sari, Loq="head", Ahyar="child")


def test_who_goes_over_takes_everything_along_and_past_days_stay(sari, amaq, loq):
    person = move(sari, "Sahnim", loq)

    assert (person.household_id, person.relation, person.version) == (loq.pk, "child_in_law", 2)
    assert (Trip.objects.get().person.household, stays("Sahnim")) == (loq, [(amaq.pk, None, TENTH.value)])
    kept = MemberMove.objects.get()
    assert (kept.stay.until, kept.moved_precision, kept.reason, kept.relation_before, kept.moved_by) == (
        TENTH.value, "day", "married", "child", sari,
    )  # fmt: skip


def test_both_families_and_the_person_have_a_line_in_the_book(sari, amaq, loq):
    move(sari, "Sahnim", loq)

    lines = AuditEvent.objects.filter(act=Act.CHANGED).order_by("pk").values_list("record_id", "fields", "reason")
    assert list(lines) == [
        (str(member("Sahnim").pk), ["household", "relation"], "satu anggota datang dari keluarga lain di desa ini"),
        (str(amaq.pk), [], "satu anggota pindah ke keluarga lain di desa ini"),
        (str(loq.pk), [], "satu anggota datang dari keluarga lain di desa ini"),
    ]


def test_names_and_reasons_of_both_families_follow(sari, amaq, loq):
    move(sari, "Amaq", loq, relation=Relation.PARENT)

    old, new = (Household.objects.get(pk=one.pk) for one in (amaq, loq))
    assert (old.sort_name, old.checks, new.sort_name, new.checks) == ("inaq", [Check.NO_HEAD], "loq", [])


def test_move_of_an_unknown_day_stands_on_the_day_it_became_known(sari, amaq, loq):
    move(sari, "Sahnim", loq, when=PartialDate())

    kept = MemberMove.objects.get()
    assert (kept.stay.until, kept.moved_precision) == (TODAY, "unknown")


def test_month_of_the_registration_is_early_enough(sari, amaq, loq):
    move(sari, "Sahnim", loq, when=PartialDate(dt.date(2026, 11, 1), "month"))

    assert stays("Sahnim") == [(amaq.pk, None, dt.date(2026, 11, 1))]


def test_second_move_follows_the_first_and_goes_not_before_it(sari, amaq, loq):
    third = family_of(sari, Rumenah="head")
    move(sari, "Sahnim", loq)

    with pytest.raises(ValidationError, match="10 November 2026"):
        move(sari, "Sahnim", third, when=PartialDate(dt.date(2026, 11, 9), "day"))
    move(sari, "Sahnim", third, when=TWELFTH)

    assert stays("Sahnim") == [(amaq.pk, None, TENTH.value), (loq.pk, TENTH.value, TWELFTH.value)]


def test_two_members_may_be_noted_in_any_order(sari, amaq, loq):
    move(sari, "Sahnim", loq, when=TWELFTH)
    move(sari, "Inaq", loq, relation=Relation.RELATIVE)

    assert stays("Inaq") == [(amaq.pk, None, TENTH.value)]


@pytest.mark.parametrize(
    ("kind", "at"),
    [
        (PastResidenceFactory, {"household": "amaq", "village__code": "5203212002"}),
        (PastResidenceFactory, {"household": "loq", "village__code": "5203212002"}),
        (AbsenceFactory, {"person": "Sahnim"}),
    ],
)
def test_move_before_something_else_that_is_written_down_is_refused(sari, amaq, loq, kind, at):
    owners = {"amaq": amaq, "loq": loq, "Sahnim": member("Sahnim")}
    ends = {"back_on" if kind is AbsenceFactory else "until": TWELFTH.value}
    kind(**{name: owners.get(value, value) for name, value in at.items()}, **ends)

    with pytest.raises(ValidationError, match="mulai 12 November 2026"):
        move(sari, "Sahnim", loq)


@pytest.mark.parametrize("earlier", ["amaq", "loq"])
def test_move_before_a_family_was_registered_is_refused(sari, amaq, loq, earlier):
    Household.objects.filter(pk={"amaq": amaq, "loq": loq}[earlier].pk).update(registered_on=TWELFTH.value)

    with pytest.raises(ValidationError, match="mulai 12 November 2026"):
        move(sari, "Sahnim", loq)


def dies(sari, amaq, loq):
    person = member("Sahnim")
    actions.record_death(by=sari, person_id=person.pk, version=1, died=TENTH, today=TODAY)


def leaves(sari, amaq, loq):
    person = member("Sahnim")
    actions.record_leaving(by=sari, person_id=person.pk, version=1, how="moved", left=TENTH, today=TODAY)


def is_closed(sari, amaq, loq):
    ClosingFactory(household=loq)


def old_is_offered(sari, amaq, loq):
    offer(sari, amaq, to=UserFactory(region__code="5203212002"))


def new_is_offered(sari, amaq, loq):
    offer(sari, loq, to=UserFactory(region__code="5203212002"))


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (dies, "meninggal"),
        (leaves, "sudah tercatat keluar"),
        (is_closed, "sedang ditutup"),
        (old_is_offered, "sedang ditawarkan"),
        (new_is_offered, "sedang ditawarkan"),
    ],
)
def test_move_that_cannot_be_is_refused_in_words(sari, amaq, loq, before, said):
    before(sari, amaq, loq)

    with pytest.raises(ValidationError, match=said):
        move(sari, "Sahnim", loq)

    assert (MemberMove.objects.count(), PastMembership.objects.count()) == (0, 0)


def test_nobody_goes_to_his_own_family_or_becomes_head_by_going(sari, amaq, loq):
    with pytest.raises(ValidationError, match="sudah menjadi anggota"):
        move(sari, "Sahnim", amaq)
    with pytest.raises(ValidationError, match="hubungan yang lain"):
        move(sari, "Sahnim", loq, relation=Relation.HEAD)


def test_strangers_and_families_of_other_villages_are_out_of_reach(sari, budi, rina, amaq, loq):
    theirs = family_of(budi, Wati="head")

    for other in (budi, rina):
        with pytest.raises(Person.DoesNotExist):
            move(other, "Sahnim", loq)
    with pytest.raises(Household.DoesNotExist):
        move(sari, "Sahnim", theirs)


def test_second_officer_hears_that_the_person_was_changed(sari, amaq, loq):
    with pytest.raises(StaleVersion):
        move(sari, "Sahnim", loq, version=9)


@pytest.mark.django_db(transaction=True)
def test_of_two_moves_at_the_same_moment_one_holds(sari, amaq, loq):
    third = family_of(sari, Rumenah="head")

    results = at_once(lambda: move(sari, "Sahnim", loq, version=1), lambda: move(sari, "Sahnim", third, version=1))

    assert [type(one) for one in results if isinstance(one, Exception)] == [StaleVersion]
    assert (MemberMove.objects.count(), PastMembership.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_a_move_and_a_split_at_the_same_moment_nobody_is_in_two_families(sari, amaq, loq):
    person = member("Sahnim")
    entry = SplitEntry(going={person.pk: Relation.HEAD}, remaining_head=None, split=TENTH)

    results = at_once(
        lambda: move(sari, "Sahnim", loq, version=1),
        lambda: actions.split_household(by=sari, household_id=amaq.pk, version=1, entry=entry, today=TODAY),
    )

    assert len([one for one in results if isinstance(one, StaleVersion | ValidationError)]) == 1
    assert stays("Sahnim") == [(amaq.pk, None, TENTH.value)]
