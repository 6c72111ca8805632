"""What a family needs, as acts: noted, met, and taken back."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.models import Circumstances, Household, Need
from tests.factories.households import HouseholdFactory
from tests.factories.living import NeedFactory
from toolkit.dates import PartialDate

TODAY, DAY = dt.date(2026, 11, 22), dt.date(2026, 11, 3)
TENTH = PartialDate(dt.date(2026, 11, 10), "day")


@pytest.fixture
def family(sari):
    return HouseholdFactory(village=sari.region, created_by=sari)


def note(by, family, *kinds, answer="", version=0):
    return actions.note_needs(
        by=by, household_id=family.pk, version=version, kinds=list(kinds), answer=answer, told_on=DAY
    )


def meet(by, need, met=TENTH, version=1):
    return actions.meet_need(by=by, need_id=need.pk, version=version, met=met, today=TODAY)


def test_needs_are_noted_on_their_day_by_whom_it_was_told(sari, family):
    known = note(sari, family, "capital", "schooling")

    needs = Need.objects.order_by("kind")
    assert [(n.kind, n.noted_on, n.noted_by, n.met_on) for n in needs] == [
        ("capital", DAY, sari, None),
        ("schooling", DAY, sari, None),
    ]
    assert (known.needs_answer, known.needs_told_on) == ("some", DAY)
    assert AuditEvent.objects.filter(act=Act.CREATED, record_kind="households.need").count() == 2


@pytest.mark.parametrize("answer", ["none", "refused", "unknown", ""])
def test_family_without_a_need_keeps_what_it_answered(sari, family, answer):
    known = note(sari, family, answer=answer)

    assert (known.needs_answer, known.needs_told_on, Need.objects.count()) == (answer, DAY if answer else None, 0)


def test_need_stands_once_until_it_is_met(sari, family):
    note(sari, family, "capital")
    with pytest.raises(ValidationError, match="sudah tercatat"):
        note(sari, family, "capital", version=1)
    meet(sari, Need.objects.get())
    note(sari, family, "capital", version=1)

    assert Need.objects.count() == 2
    with pytest.raises(IntegrityError):
        NeedFactory(household=family, kind="capital")


@pytest.mark.parametrize(
    ("met", "on"),
    [
        (TENTH, dt.date(2026, 11, 10)),
        (PartialDate(dt.date(2026, 11, 1), "month"), DAY),
        (PartialDate(dt.date(2026, 1, 1), "year"), DAY),
        (PartialDate(), TODAY),
    ],
)
def test_need_is_met_as_exactly_as_it_is_known(sari, family, met, on):
    note(sari, family, "capital")

    need = meet(sari, Need.objects.get(), met)

    assert (need.met_on, need.met_precision, need.met_known_at is None, need.met_by) == (on, met.precision, False, sari)


def test_need_is_open_from_its_day_until_the_day_it_is_met(sari, family):
    note(sari, family, "capital")
    meet(sari, Need.objects.get())

    days = [DAY - dt.timedelta(days=1), DAY, dt.date(2026, 11, 9), dt.date(2026, 11, 10)]
    assert [Need.objects.open_on(day).exists() for day in days] == [False, True, True, False]


def test_need_met_before_it_was_told_is_refused_in_words(sari, family):
    note(sari, family, "capital")

    with pytest.raises(ValidationError, match="lebih awal dari disebut"):
        meet(sari, Need.objects.get(), PartialDate(dt.date(2026, 11, 2), "day"))


def test_need_met_by_mistake_is_open_again(sari, family):
    note(sari, family, "capital")
    meet(sari, Need.objects.get())

    need = actions.reopen_need(by=sari, need_id=Need.objects.get().pk, version=2)

    assert (need.met_on, need.met_precision, need.met_known_at, need.met_by) == (None, "", None, None)


def test_need_noted_anew_keeps_the_old_one_met(sari, family):
    note(sari, family, "capital")
    first = meet(sari, Need.objects.get())
    note(sari, family, "capital", version=1)

    with pytest.raises(ValidationError, match="sudah tercatat"):
        actions.reopen_need(by=sari, need_id=first.pk, version=2)


def test_need_by_mistake_goes_and_the_book_says_so(sari, family):
    note(sari, family, "capital")

    actions.withdraw_need(by=sari, need_id=Need.objects.get().pk, version=1)

    known = Circumstances.objects.get()
    assert (Need.objects.count(), known.needs_answer, known.needs_told_on, known.needs_known_at) == (0, "", None, None)
    line = AuditEvent.objects.latest("pk")
    assert (line.record_id, line.reason) == (str(family.pk), "catatan kebutuhan yang keliru dihapus")


def test_need_by_mistake_leaves_the_others(sari, family):
    note(sari, family, "capital", "health")

    actions.withdraw_need(by=sari, need_id=Need.objects.get(kind="health").pk, version=1)

    assert (Need.objects.get().kind, Circumstances.objects.get().needs_answer) == ("capital", "some")


@pytest.mark.parametrize("who", ["budi", "rina"])
def test_acts_know_strangers_and_the_second_editor(request, sari, family, who):
    note(sari, family, "capital")
    need, other = Need.objects.get(), request.getfixturevalue(who)

    with pytest.raises(Household.DoesNotExist):
        note(other, family, "health")
    with pytest.raises(Need.DoesNotExist):
        meet(other, need)
    with pytest.raises(Need.DoesNotExist):
        actions.withdraw_need(by=other, need_id=need.pk, version=1)
    with pytest.raises(StaleVersion):
        note(sari, family, "health")
    with pytest.raises(StaleVersion):
        meet(sari, need, version=9)
    assert (Need.objects.get().met_on, Need.objects.count()) == (None, 1)


@pytest.mark.parametrize(
    "broken", [{"met_on": DAY, "met_precision": ""}, {"met_on": DAY - dt.timedelta(days=1)}], ids=["one date", "before"]
)
def test_database_keeps_both_ends_in_order(family, broken):
    with pytest.raises(IntegrityError):
        NeedFactory(household=family, noted_on=DAY, **broken)
