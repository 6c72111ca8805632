"""Registering and changing a family: rows, what is derived from them, and the line in the book of acts."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households.actions import change_household, register_household
from households.choices import Check, Origin, Relation
from households.entries import AddressEntry, ConsentEntry, MemberEntry
from households.models import Household, Person
from households.wording import CURRENT_VERSION
from tests.factories.households import HouseholdFactory, ImportBatchFactory
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
CARD = "5203990101200001"
HEAD = MemberEntry("  Amaq  Sahdan ", sex="L", relation=Relation.HEAD, nik="5203170107700001")
WIFE = MemberEntry("Inaq Rohani", sex="P", relation=Relation.WIFE)
CONSENT = ConsentEntry("Inaq Rohani", "spoken")


def register(by, *members, card="", **more):
    return register_household(
        by=by,
        village=more.pop("village", by.region),
        address=AddressEntry("Montong", "001", "002", "", card),
        members=list(members) or [HEAD, WIFE],
        today=TODAY,
        consent=more.pop("consent", CONSENT),
        **more,
    )


def acts(record):
    return list(AuditEvent.objects.filter(record_id=str(record.pk)).order_by("pk").values_list("act", "fields"))


def test_register_writes_the_family_and_one_line(sari):
    household = register(sari)

    head = household.members.get(relation=Relation.HEAD)
    assert (head.name, head.search_name, head.village_id) == ("Amaq Sahdan", "amaq sahdan", "5203172006")
    assert (household.members.count(), household.sort_name, household.registered_on) == (2, "amaq sahdan", TODAY)
    assert household.consents.get().wording_version == CURRENT_VERSION
    assert acts(household) == [(Act.CREATED, [])]


def test_register_outside_the_own_village_leaves_nothing(sari, lenek_lauk):
    with pytest.raises(Household.DoesNotExist):
        register(sari, village=lenek_lauk)

    assert (Household.objects.count(), Person.objects.count(), AuditEvent.objects.count()) == (0, 0, 0)


def test_register_by_a_reader_leaves_nothing(rina, korleko):
    with pytest.raises(Household.DoesNotExist):
        register(rina, village=korleko)

    assert Household.objects.count() == 0


def test_register_two_heads_is_refused_in_words(sari):
    with pytest.raises(ValidationError) as refused:
        register(sari, HEAD, MemberEntry("Amaq Kedua", relation=Relation.HEAD))

    assert refused.value.messages == ["Rumah tangga ini sudah punya kepala keluarga. Pilih hubungan lain."]
    assert Household.objects.count() == 0


def test_register_under_a_proposed_key_takes_it_when_free(sari):
    key = new_id()

    assert register(sari, household_id=key).pk == key


def test_register_under_a_taken_key_gets_another_and_says_nothing(sari, budi):
    taken = HouseholdFactory(village=budi.region, created_by=budi)

    assert register(sari, household_id=taken.pk).pk != taken.pk


@pytest.mark.parametrize(
    ("members", "consent", "reasons"),
    [
        ([HEAD], CONSENT, []),
        ([WIFE], CONSENT, [Check.NO_HEAD]),
        ([HEAD], None, [Check.CONSENT_MISSING]),
    ],
)
def test_register_notes_what_is_to_be_checked(sari, members, consent, reasons):
    assert register(sari, *members, consent=consent).checks == reasons


def test_register_from_a_workbook_does_not_ask_for_consent(sari):
    household = register(sari, HEAD, consent=None, batch=ImportBatchFactory(village=sari.region, uploaded_by=sari))

    assert (household.origin, household.checks) == (Origin.IMPORT, [])


def test_shared_card_is_to_be_checked_at_both_families_until_one_changes(sari):
    first = register(sari, HEAD, card=CARD)
    second = register(sari, WIFE, card=CARD)
    first.refresh_from_db()
    assert (first.checks, second.checks) == ([Check.CARD_SHARED], [Check.NO_HEAD, Check.CARD_SHARED])

    change_household(by=sari, household_id=second.pk, version=1, address=AddressEntry("Montong"))

    assert Household.objects.get(pk=first.pk).checks == []
    assert Household.objects.get(pk=first.pk).needs_check is True  # the head's birth is not known


def test_shared_card_in_another_village_is_nobodys_business(sari, budi):
    register(budi, WIFE, card=CARD)

    assert register(sari, HEAD, card=CARD).checks == []


def test_change_household_names_the_columns_and_not_their_values(sari):
    household = register(sari)

    changed = change_household(
        by=sari, household_id=household.pk, version=1, address=AddressEntry("Gubuk Bat", "001", "002", "", CARD)
    )

    assert (changed.hamlet, changed.version) == ("Gubuk Bat", 2)
    assert acts(household) == [(Act.CREATED, []), (Act.CHANGED, ["family_card_number", "hamlet"])]


def test_change_household_by_the_second_editor_is_stopped(sari):
    household = register(sari)
    change_household(by=sari, household_id=household.pk, version=1, address=AddressEntry("Gubuk Bat"))

    with pytest.raises(StaleVersion) as stale:
        change_household(by=sari, household_id=household.pk, version=1, address=AddressEntry("Karang"))

    assert stale.value.current.hamlet == "Gubuk Bat"
    assert [act for act, _ in acts(household)] == [Act.CREATED, Act.CHANGED]


def test_change_household_of_strangers_finds_nothing(sari, budi, rina):
    household = register(sari)

    for other in (budi, rina):
        with pytest.raises(Household.DoesNotExist):
            change_household(by=other, household_id=household.pk, version=1, address=AddressEntry())
