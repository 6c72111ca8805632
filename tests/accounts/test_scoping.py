"""Who reaches which rows: roles, verbs and regions as one truth table."""

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import AuditEvent, User
from accounts.roles import OFFICES, Role, Verb
from households.models import Circumstances, Household, Person, Trip
from regions.ranges import contains
from tests.people import KORLEKO, KURIPAN, LENEK_LAUK

VILLAGES = {"K": KORLEKO, "L": LENEK_LAUK, "W": KURIPAN}
LOMBOK, ALL, NONE = "KL", "KLW", ""


def letters(rows) -> str:
    """The villages of the rows as letters of VILLAGES."""
    found = set(rows.values_list(rows.model.scope_path, flat=True))
    return "".join(letter for letter, code in VILLAGES.items() if code in found)


@pytest.mark.parametrize("model", [Household, Person, Trip, Circumstances])
@pytest.mark.parametrize(
    ("person", "read", "edit", "count"),
    [
        ("sari", "K", "K", "K"),
        ("budi", "L", "L", "L"),
        ("wulan", "W", "W", "W"),
        ("rina", LOMBOK, NONE, LOMBOK),
        ("agus", NONE, NONE, NONE),
        ("dewi", NONE, NONE, ALL),
        ("adi", NONE, NONE, NONE),
    ],
)
def test_rows_reached_by_each_office(request, neighbours, model, person, read, edit, count):
    user = request.getfixturevalue(person)

    ways = model.objects.visible_to, model.objects.editable_by, model.objects.countable_by

    assert [letters(way(user)) for way in ways] == [read, edit, count]


@pytest.mark.parametrize("way", ["visible_to", "editable_by", "countable_by"])
def test_rows_reached_by_nobody(neighbours, way):
    assert list(getattr(Household.objects, way)(AnonymousUser())) == []
    assert list(getattr(Household.objects, way)(None)) == []


@pytest.mark.parametrize(
    "broken",
    [{"role": "unknown"}, {"region": None}, {"is_active": False}, {"role": ""}],
    ids=["unknown role", "no region", "disabled", "empty role"],
)
def test_rows_reached_by_a_broken_account(neighbours, sari, broken):
    for name, value in broken.items():
        setattr(sari, name, value)

    assert list(Household.objects.visible_to(sari)) == []


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("verb", Verb)
def test_may_follows_the_role_table(role, verb):
    user = User(role=role, region_id="5" * (OFFICES[role].level or 0) or None)

    assert user.may(verb) == (verb in OFFICES[role].verbs)


@pytest.mark.parametrize(("person", "acts"), [("sari", NONE), ("rina", LOMBOK), ("dewi", NONE), ("adi", NONE)])
def test_book_of_acts_is_read_by_coordinators_of_the_region(request, neighbours, person, acts):
    user = request.getfixturevalue(person)

    codes = set(AuditEvent.objects.visible_to(user).exclude(region_code="").values_list("region_code", flat=True))

    assert {code for code in codes if len(code) == 10} == {VILLAGES[letter] for letter in acts}


def test_accounts_are_reached_by_who_keeps_them(sari, budi, wulan, rina, agus, dewi, adi):
    kept = {
        user.username: set(User.objects.visible_to(user).values_list("username", flat=True))
        for user in (
            sari,
            rina,
            agus,
            dewi,
            adi,
        )
    }

    assert kept == {
        "sari": set(),
        "rina": {"sari", "budi"},
        "agus": set(),
        "dewi": set(),
        "adi": {"sari", "budi", "wulan", "rina", "agus", "dewi"},
    }


codes = st.sampled_from([2, 4, 6, 10]).flatmap(lambda n: st.text("0123456789", min_size=n, max_size=n))


@pytest.mark.slow  # a hundred examples against the database
@pytest.mark.django_db
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=codes, other=codes)
def test_in_region_takes_the_subtree_and_nothing_else(own, other):
    AuditEvent.objects.bulk_create([AuditEvent(act="viewed", region_code=other)])

    found = AuditEvent.objects.in_region(own).filter(region_code=other).exists()

    assert found == contains(own, other) == other.startswith(own)
