"""One family becomes two, and one again when that was a mistake."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.versions import StaleVersion
from households import actions
from households.choices import Check, Relation
from households.entries import AddressEntry, SplitEntry
from households.models import Consent, Household, Person, Split, Trip
from households.rules.relations import relation_in_split
from tests.factories.households import ConsentFactory, HouseholdFactory, PersonFactory, TripFactory
from tests.racing import at_once
from toolkit.dates import PartialDate
from toolkit.ids import new_id

TODAY = dt.date(2026, 11, 22)
TENTH = PartialDate(dt.date(2026, 11, 10), "day")
NAMES = {"Amaq": Relation.HEAD, "Inaq": Relation.WIFE, "Sahdan": Relation.CHILD, "Sahnim": Relation.CHILD_IN_LAW}


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari, sort_name="amaq")
    ConsentFactory(household=household, given_by="Amaq")
    for name, relation in NAMES.items():
        PersonFactory(household=household, name=name, relation=relation)
    TripFactory(person=household.members.get(name="Sahdan"), departed_on=dt.date(2025, 1, 1))
    return household


def member(name):
    return Person.objects.get(name=name)


def split(by, family, *, version=1, remaining=None, when=TENTH, carries=True, **going):
    entry = SplitEntry(
        going={member(name).pk: relation for name, relation in going.items()},
        remaining_head=member(remaining).pk if remaining else None,
        address=AddressEntry(hamlet="Montong"),
        split=when,
        carries_consent=carries,
    )
    return actions.split_household(by=by, household_id=family.pk, version=version, entry=entry, today=TODAY)


def undo(by, family, version=2):
    return actions.withdraw_split(by=by, household_id=family.pk, version=version)


def relations():
    rows = Person.objects.order_by("pk").values_list("household_id", "name", "relation")
    return {name: (household, relation) for household, name, relation in rows}


@pytest.mark.parametrize(
    ("relation", "head_was", "becomes"),
    [
        ("head", "child", "parent"),
        ("wife", "child", "parent"),
        ("child", "child", "relative"),
        ("child_in_law", "child", ""),
        ("grandchild", "child", ""),
        ("head", "wife", "husband"),
        ("parent", "wife", "parent_in_law"),
        ("child", "head", "child"),
        ("child", "relative", ""),
    ],
)
def test_relations_in_the_new_family_follow_only_where_that_is_certain(relation, head_was, becomes):
    assert relation_in_split(relation, head_was=head_was) == becomes


def test_who_goes_takes_everything_along_and_the_rest_stays(sari, family):
    new = split(sari, family, Sahdan="head", Sahnim="wife")

    assert relations() == {
        "Amaq": (family.pk, "head"), "Inaq": (family.pk, "wife"), "Sahdan": (new.pk, "head"),
        "Sahnim": (new.pk, "wife"),
    }  # fmt: skip
    assert (new.registered_on, new.hamlet, new.sort_name, new.checks) == (TENTH.value, "Montong", "sahdan", [])
    assert [consent.given_by for consent in new.consents.all()] == ["Amaq"]
    assert Trip.objects.get().person.household == new
    assert Household.objects.get(pk=family.pk).checks == []
    stays = [(s.household_id, s.since, s.until) for s in member("Sahdan").past_memberships.all()]
    assert stays == [(family.pk, None, TENTH.value)]


def test_head_who_goes_is_replaced_and_relations_follow(sari, family):
    new = split(sari, family, remaining="Inaq", Amaq="head", Sahdan="")

    found = {name: relation for name, (_, relation) in relations().items()}
    assert found == {"Amaq": "head", "Inaq": "head", "Sahdan": "child", "Sahnim": "child_in_law"}
    assert (Household.objects.get(pk=family.pk).sort_name, new.sort_name) == ("inaq", "amaq")


def test_consent_that_nobody_asked_for_is_to_be_checked(sari, family):
    assert split(sari, family, carries=False, Sahdan="head").checks == [Check.CONSENT_MISSING]


@pytest.mark.parametrize(
    ("going", "said"),
    [
        ({"Sahdan": "child"}, "satu kepala keluarga"),
        ({"Sahdan": "head", "Sahnim": "head"}, "satu kepala keluarga"),
        ({}, "satu kepala keluarga"),
        (dict.fromkeys(NAMES, "child") | {"Sahdan": "head"}, "Tidak ada yang tinggal"),
        ({"Amaq": "head"}, "bagi yang tinggal"),
        ({"Amaq": "head", "remaining": "Amaq"}, "bagi yang tinggal"),
        ({"Sahdan": "head", "when": PartialDate(dt.date(2026, 10, 1), "day")}, "1 November 2026"),
    ],
)
def test_split_that_cannot_be_is_refused_in_words(sari, family, going, said):
    with pytest.raises(ValidationError, match=said):
        split(sari, family, **going)

    assert (Household.objects.count(), Household.objects.get().version) == (1, 1)


def test_who_has_died_or_left_stays_where_he_was_and_goes_nowhere(sari, family):
    actions.record_death(by=sari, person_id=member("Inaq").pk, version=1, died=TENTH, today=TODAY)
    with pytest.raises(ValidationError, match="bukan anggota"):
        split(sari, family, Sahdan="head", Inaq="parent")


def test_split_by_mistake_is_one_family_as_before(sari, family):
    before = relations()
    split(sari, family, remaining="Inaq", Amaq="head", Sahdan="child")

    household = undo(sari, family)

    assert relations() == before
    assert (Household.objects.count(), Split.objects.count(), household.sort_name) == (1, 0, "amaq")
    assert [person.past_memberships.count() for person in Person.objects.all()] == [0] * 4


@pytest.mark.parametrize("who", ["Amaq", "Sahdan"])
def test_split_stays_when_something_else_has_happened_since(sari, family, who):
    split(sari, family, Sahdan="head")
    actions.record_death(by=sari, person_id=member(who).pk, version=member(who).version, died=TENTH, today=TODAY)

    with pytest.raises(ValidationError, match="sudah ada perubahan"):
        undo(sari, family)

    assert Household.objects.count() == 2


def test_strangers_and_the_second_editor_split_nothing(sari, budi, rina, family):
    for other in (budi, rina):
        with pytest.raises(Household.DoesNotExist):
            split(other, family, Sahdan="head")
    with pytest.raises(StaleVersion):
        split(sari, family, version=9, Sahdan="head")
    with pytest.raises(ValidationError, match="belum pernah dipisah"):
        undo(sari, family, version=1)


def test_offered_family_is_not_split(sari, budi, family):
    actions.offer_move(
        by=sari, household_id=family.pk, version=1, to_village=budi.region, moved=TENTH, note="", today=TODAY
    )
    with pytest.raises(ValidationError, match="Tarik kembali dulu"):
        split(sari, family, version=2, Sahdan="head")


@pytest.mark.django_db(transaction=True)
def test_of_two_splits_at_the_same_moment_one_holds(sari, family):
    results = at_once(lambda: split(sari, family, Sahdan="head"), lambda: split(sari, family, Sahnim="head"))

    assert [type(one) for one in results if isinstance(one, Exception)] == [StaleVersion]
    assert (Household.objects.count(), Split.objects.count()) == (2, 1)


def test_page_splits_a_family_and_makes_it_one_again(client_of, sari, family):
    client = client_of(sari)
    address = reverse("households:household_split", args=[family.pk, new_id()])
    answers = {f"member_{person.pk}": "stays" for person in Person.objects.all()} | {"version": "1"}
    going = {f"member_{member('Sahdan').pk}": "head", f"member_{member('Sahnim').pk}": "wife", "hamlet": "Montong"}

    unsaid = client.post(address, answers | going)
    response = client.post(address, answers | going | {"consent": "carried"}, follow=True)
    old = client.get(family.get_absolute_url()).content.decode()
    again = reverse("households:household_split", args=[family.pk, new_id()])
    client.post(again, answers | {"what": "mistake", "version": "2"})

    assert unsaid.context["form"].errors["consent"] == ["Pilih salah satu."]
    assert "Memisahkan diri dari keluarga lain" in response.content.decode()
    assert "Sebagian anggota menjadi keluarga baru" in old
    assert Household.objects.get().members.count() == 4


def test_new_family_became_known_as_the_old_one_did(sari, family):
    Household.objects.update(source="extract")

    assert split(sari, family, Sahdan="head").source == "extract"


@pytest.mark.parametrize(("wording", "refused"), [("2026-11b", []), ("", ["consent"])])
def test_new_family_that_was_asked_agreed_to_the_text_that_was_read_out(client_of, sari, family, wording, refused):
    address = reverse("households:household_split", args=[family.pk, new_id()])
    answers = {f"member_{person.pk}": "stays" for person in Person.objects.all()} | {"version": "1"}
    answers |= {f"member_{member('Sahdan').pk}": "head", "consent": "asked", "given_by": "Sahdan", "how": "spoken"}

    page = client_of(sari).post(address, answers | {"wording": wording})

    told = Consent.objects.filter(given_by="Sahdan").values_list("wording_version", flat=True)
    errors = page.context["form"].errors if page.context else {}
    assert (list(errors), list(told)) == (refused, [] if refused else [wording])
