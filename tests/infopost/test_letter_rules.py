"""Who may be given which letter, and why not."""

import datetime as dt
from dataclasses import replace

import pytest

from infopost.letter_choices import Refusal
from infopost.rules.letters import (
    WORDS,
    Leave,
    Traveller,
    contradiction,
    grown,
    kinship_of,
    missing_journey,
    refusal_of,
    words_of,
)

DAY = dt.date(2026, 11, 22)
GROWN = Traveller(dt.date(1998, 5, 17), "day", "registered", "wife")
HUSBAND = Leave(
    kinship="spouse",
    birth_on=dt.date(1995, 3, 3),
    birth_precision="day",
    is_member=True,
    relation="head",
    identity_seen=True,
    kinship_seen=True,
    is_present=True,
    consent="given",
)
FATHER = replace(HUSBAND, kinship="parent")
CHILD = replace(GROWN, marital="single", relation="child")


@pytest.mark.parametrize(
    ("birth", "precision", "answer"),
    [
        (dt.date(2008, 11, 22), "day", True),
        (dt.date(2008, 11, 23), "day", False),
        (dt.date(2008, 10, 1), "month", True),
        (dt.date(2008, 11, 1), "month", None),
        (dt.date(2008, 12, 1), "month", False),
        (dt.date(2007, 7, 1), "year", True),
        (dt.date(2008, 7, 1), "year", None),
        (dt.date(2009, 7, 1), "year", False),
        (None, "unknown", None),
    ],
)
def test_somebody_is_grown_when_no_birthday_that_is_possible_is_too_late(birth, precision, answer):
    assert grown(birth, precision, DAY) is answer


def test_born_on_the_29th_of_february_is_grown_on_the_first_of_march():
    born = dt.date(2008, 2, 29)

    assert [grown(born, "day", day) for day in (dt.date(2026, 2, 28), dt.date(2026, 3, 1))] == [False, True]


@pytest.mark.parametrize(
    ("traveller", "leave"),
    [
        (GROWN, HUSBAND),
        (CHILD, FATHER),
        (replace(CHILD, marital="divorced"), replace(FATHER, kinship="guardian", relation="relative")),
        (replace(CHILD, marital=""), FATHER),
        (replace(GROWN, relation="relative"), replace(HUSBAND, is_member=False, relation="")),
    ],
)
def test_leave_of_the_right_one_who_came_himself_is_given(traveller, leave):
    assert refusal_of(traveller, leave, day=DAY) is None


@pytest.mark.parametrize(
    ("traveller", "leave", "why"),
    [
        (replace(GROWN, birth_on=dt.date(2010, 1, 1)), HUSBAND, Refusal.MINOR),
        (replace(GROWN, birth_on=None, birth_precision="unknown"), HUSBAND, Refusal.AGE_UNKNOWN),
        (GROWN, replace(HUSBAND, is_traveller=True), Refusal.SELF),
        (GROWN, replace(HUSBAND, is_present=False), Refusal.ABSENT),
        (GROWN, replace(HUSBAND, identity_seen=False), Refusal.IDENTITY),
        (GROWN, replace(HUSBAND, consent="declined"), Refusal.DECLINED),
        (GROWN, replace(HUSBAND, consent="doubted"), Refusal.DOUBTED),
        (GROWN, replace(HUSBAND, birth_on=dt.date(2009, 1, 1)), Refusal.SIGNER_MINOR),
        (GROWN, replace(HUSBAND, birth_on=None, birth_precision="unknown"), Refusal.SIGNER_AGE_UNKNOWN),
        (GROWN, FATHER, Refusal.NOT_SPOUSE),
        (CHILD, HUSBAND, Refusal.NOT_MARRIED),
        (replace(GROWN, marital="widowed"), HUSBAND, Refusal.NOT_MARRIED),
        (CHILD, replace(FATHER, kinship="guardian"), Refusal.OTHER_KINSHIP),
        (GROWN, replace(HUSBAND, kinship_seen=False), Refusal.KINSHIP),
        # The gravest comes first, whatever else is wrong.
        (replace(GROWN, birth_on=dt.date(2010, 1, 1)), replace(HUSBAND, consent="doubted"), Refusal.MINOR),
        (GROWN, replace(HUSBAND, consent="doubted", is_present=False), Refusal.DOUBTED),
    ],
)
def test_leave_is_refused_for_a_reason(traveller, leave, why):
    assert refusal_of(traveller, leave, day=DAY) == why


def test_refusals_all_have_words_for_the_family():
    assert set(WORDS) == set(Refusal)
    assert all("{" not in words_of(why, name="Siti") for why in Refusal)
    assert words_of("minor", name="Siti").startswith("Siti belum 18 tahun.")


@pytest.mark.parametrize(
    ("relation", "other", "kinship"),
    [
        ("head", "wife", "spouse"),
        ("husband", "head", "spouse"),
        ("head", "child", "parent"),
        ("wife", "child", "parent"),
        ("parent", "head", "parent"),
        ("child", "head", None),
        ("parent", "child", None),
        ("child", "child_in_law", None),
    ],
)
def test_kinship_follows_from_both_places_in_the_family_where_it_is_certain(relation, other, kinship):
    assert kinship_of(relation, other) == kinship


@pytest.mark.parametrize(
    ("stated", "marital", "has_spouse", "said"),
    [
        ("married", "registered", True, ""),
        ("married", "unregistered", False, ""),
        ("single", "single", False, ""),
        ("widowed", "widowed", False, ""),
        ("single", "registered", False, "Di data tercatat kawin."),
        ("single", "", False, "Status perkawinannya belum terdata."),
        ("single", "refused", False, "Status perkawinannya belum terdata."),
        ("single", "single", True, "Di keluarganya tercatat ada suami atau istri."),
    ],
)
def test_status_that_the_registry_contradicts_is_put_right_first(stated, marital, has_spouse, said):
    assert contradiction(stated, marital=marital, has_spouse=has_spouse).startswith(said)
    assert bool(contradiction(stated, marital=marital, has_spouse=has_spouse)) == bool(said)


@pytest.mark.parametrize(
    ("kind", "stage", "is_missing"),
    [
        ("family", "prospective", False),
        ("family", "active", True),
        ("cover", "", True),
        ("return", "returned", False),
        ("return", "active", True),
        ("marital", "", False),
    ],
)
def test_letter_follows_from_where_somebody_stands_with_work_abroad(kind, stage, is_missing):
    assert bool(missing_journey(kind, stage)) == is_missing
