"""'Sudah dicek, memang begitu': what looked wrong and is right stays cleared until the answer changes."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import Act, AuditEvent
from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, Precision, Relation, Sex
from households.entries import AddressEntry, ConsentEntry, MemberEntry
from households.models import Household, Person
from tests.factories.clearances import PersonClearanceFactory
from tests.factories.households import HouseholdFactory, PersonFactory
from toolkit.dates import PartialDate
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
BORN = PartialDate(dt.date(1980, 5, 17), "day")
# Of somebody born on 2 January 1980.
OTHER_DATE = "5203170201800001"
CARD = "5203990101200001"
NOTE = "Sama di KTP dan KK"


def entry(name="Amaq Sahdan", **changes):
    told = {"sex": Sex.MALE, "birth": BORN, "relation": Relation.HEAD, "nik": OTHER_DATE}
    return MemberEntry(name=name, **told | changes)


@pytest.fixture
def family(sari):
    return actions.register_household(
        by=sari, village=sari.region, address=AddressEntry("Montong", "001", "002"), members=[entry()], today=TODAY,
        consent=ConsentEntry("Amaq Sahdan", "spoken"),
    )  # fmt: skip


@pytest.fixture
def person(family):
    return family.members.get()


def clear(by, record, code=Check.NIK_BIRTH_DIFFERS, version=1):
    return actions.clear_check(by=by, record=record, version=version, code=code, note=NOTE, today=TODAY)


def rewrite(by, person, told):
    return actions.change_person(by=by, person_id=person.pk, version=person.version, entry=told, today=TODAY)


def test_cleared_reason_leaves_the_person_and_the_family(sari, family, person):
    before = (person.checks, family.needs_check)

    cleared = clear(sari, person)

    assert before == ([Check.NIK_BIRTH_DIFFERS], True)
    assert (cleared.checks, Household.objects.get().needs_check, cleared.version) == ([], False, 2)
    assert (cleared.clearances.get().note, cleared.clearances.get().cleared_by) == (NOTE, sari)


def test_clearing_is_noted_by_its_reason_and_never_by_what_was_typed(sari, family, person):
    clear(sari, person)

    event = AuditEvent.objects.get(act=Act.CHANGED)
    assert (event.fields, event.reason) == (["checks"], "Tanggal lahir di NIK berbeda: memang begitu")


def test_reason_stays_cleared_while_other_answers_change(sari, family, person):
    changed = rewrite(sari, clear(sari, person), entry("Haji Sahdan"))

    assert (changed.checks, Household.objects.get().needs_check) == ([], False)


@pytest.mark.parametrize(
    "told",
    [entry(nik="5203170301800001"), entry(birth=PartialDate(dt.date(1980, 5, 18), "day"))],
    ids=["number", "birth"],
)
def test_reason_comes_back_when_the_answer_changes(sari, family, person, told):
    changed = rewrite(sari, clear(sari, person), told)

    assert (changed.checks, Household.objects.get().needs_check) == ([Check.NIK_BIRTH_DIFFERS], True)


def test_reason_that_came_back_is_cleared_anew(sari, family, person):
    changed = rewrite(sari, clear(sari, person), entry(nik="5203170301800001"))

    again = clear(sari, changed, version=changed.version)

    assert (again.checks, again.clearances.count()) == ([], 1)


def test_reason_that_was_cleared_by_mistake_is_put_back(sari, family, person):
    cleared = clear(sari, person)

    back = actions.withdraw_clearance(by=sari, record=cleared, version=2, code=Check.NIK_BIRTH_DIFFERS, today=TODAY)

    assert (back.checks, back.clearances.count(), Household.objects.get().needs_check) == (
        [Check.NIK_BIRTH_DIFFERS], 0, True,
    )  # fmt: skip


@pytest.mark.parametrize("code", [Check.NIK_SEX_DIFFERS, Check.SEX_UNKNOWN])
def test_reason_that_is_not_there_is_not_cleared(sari, family, person, code):
    with pytest.raises(ValidationError, match="tidak lagi perlu dicek"):
        clear(sari, person, code)


@pytest.mark.parametrize("code", [Check.NO_HEAD, Check.CONSENT_MISSING])
def test_head_and_consent_cannot_be_right_as_they_are(sari, code):
    household = HouseholdFactory(village=sari.region, created_by=sari, checks=[code], needs_check=True)

    with pytest.raises(ValidationError):
        clear(sari, household, code)


def test_family_card_of_two_houses_is_cleared_and_comes_back_with_another_card(sari, family):
    HouseholdFactory(village=sari.region, created_by=sari, family_card_number=CARD)
    home = AddressEntry("Montong", "001", "002", "", CARD)
    shared = actions.change_household(by=sari, household_id=family.pk, version=1, address=home)
    shared.refresh_from_db()

    cleared = clear(sari, shared, Check.CARD_SHARED, version=2)
    actions.refresh_households([Household.objects.get(pk=family.pk)])
    in_bulk = Household.objects.get(pk=family.pk).checks
    Household.objects.exclude(pk=family.pk).update(family_card_number=CARD[:-1] + "2")
    moved = AddressEntry("Montong", "001", "002", "", CARD[:-1] + "2")
    actions.change_household(by=sari, household_id=family.pk, version=cleared.version, address=moved)

    assert (shared.checks, cleared.checks, in_bulk) == ([Check.CARD_SHARED], [], [])
    assert Household.objects.get(pk=family.pk).checks == [Check.CARD_SHARED]


def test_people_written_in_bulk_keep_what_was_cleared_and_lose_it_with_a_new_answer(sari):
    kept, changed = (PersonFactory(nik=f"520317020180000{n}", checks=[Check.NIK_BIRTH_DIFFERS]) for n in (1, 2))
    for person in (kept, changed):
        PersonClearanceFactory(person=person)
    Person.objects.filter(pk=changed.pk).update(birth_on=dt.date(1991, 1, 1), birth_precision=Precision.DAY)

    actions.leave_out_cleared(Person.objects.all())

    assert dict(Person.objects.values_list("pk", "checks")) == {kept.pk: [], changed.pk: [Check.NIK_BIRTH_DIFFERS]}


def test_clearing_knows_strangers_and_the_second_editor(sari, budi, rina, family, person):
    for other in (budi, rina):
        with pytest.raises(Person.DoesNotExist):
            clear(other, person)
    with pytest.raises(StaleVersion):
        clear(sari, person, version=9)


def send(client, page, record, **answers):
    address = reverse(f"households:{page}", args=[record.pk, new_id()])
    return client.post(address, {"version": str(record.version), **answers})


def test_page_clears_a_reason_and_shows_who_did(client_of, sari, person):
    client = client_of(sari)

    answer = send(client, "person_clear", person, what="benar:nik_birth_differs", note=NOTE)
    page = client.get(person.get_absolute_url()).content.decode()

    assert (answer.status_code, answer.url) == (302, person.get_absolute_url())
    assert ("Perlu dicek:" in page, f"{NOTE} (Sari Wulandari" in page) == (False, True)


def test_page_asks_how_it_is_known_and_keeps_the_choice(client_of, sari, person):
    answer = send(client_of(sari), "person_clear", person, what="benar:nik_birth_differs", note=" . ")

    form = answer.context["form"]
    assert (form.errors["note"], form["what"].value()) == (
        ["Tulis dengan beberapa kata dari mana Anda tahu."], "benar:nik_birth_differs",
    )  # fmt: skip


def test_page_puts_a_reason_back_without_a_note(client_of, sari, person):
    cleared = clear(sari, person)

    send(client_of(sari), "person_clear", cleared, what="lagi:nik_birth_differs", note="")

    assert Person.objects.get().checks == [Check.NIK_BIRTH_DIFFERS]


def test_page_without_anything_to_clear_says_so(client_of, sari, person):
    rewrite(sari, person, entry(nik="5203171705800001"))

    page = client_of(sari).get(reverse("households:person_clear", args=[person.pk, new_id()])).content.decode()

    assert ("Tidak ada lagi" in page, "Simpan" in page) == (True, False)


def test_clearing_stands_in_the_life_of_the_person_until_the_answer_changes(client_of, sari, person):
    cleared = clear(sari, person)
    client = client_of(sari)
    told = "Sudah dicek, memang begitu: tanggal lahir di NIK berbeda"
    before = [event["title"] for event in client.get(person.get_absolute_url()).context["events"]]

    rewrite(sari, cleared, entry(nik="5203170301800001"))
    after = [event["title"] for event in client.get(person.get_absolute_url()).context["events"]]

    assert (told in before, told in after) == (True, False)
