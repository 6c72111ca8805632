"""A new head has a day like every act, and the last change can be taken back."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.versions import StaleVersion
from households import actions
from households.choices import Relation
from households.models import HeadChange, Household
from tests.factories.households import HouseholdFactory, PersonFactory
from tests.factories.stays import HeadChangeFactory
from toolkit.dates import PartialDate
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
MARCH = PartialDate(dt.date(2026, 3, 1), "month")


@pytest.fixture
def family(sari):
    household = HouseholdFactory(village=sari.region, created_by=sari)
    PersonFactory(household=household, head=True, name="Amaq Sahdan", sex="L")
    PersonFactory(household=household, name="Inaq Sahdan", relation=Relation.WIFE)
    PersonFactory(household=household, name="Papuq", relation=Relation.PARENT)
    return household


@pytest.fixture
def client(client_of, sari):
    return client_of(sari)


def relations(family):
    return dict(family.members.values_list("name", "relation"))


def about(by, family):
    return {"by": by, "household_id": family.pk, "version": Household.objects.get(pk=family.pk).version}


def take_over(by, family, name="Inaq Sahdan", old=Relation.HUSBAND, since=MARCH):
    told = {"head_id": family.members.get(name=name).pk, "old_relation": old, "since": since, "today": TODAY}
    return actions.change_head(**told, **about(by, family))


def post(client, family, **answers):
    address = reverse("households:household_head", args=[family.pk, new_id()])
    return client.post(address, {"version": about(None, family)["version"], **answers}, follow=True)


def test_new_head_is_one_since_a_day_that_became_known(sari, family):
    take_over(sari, family)
    told = HeadChange.objects.get()
    assert (told.person.name, told.since_on, told.since_precision, told.noted_by) == (
        "Inaq Sahdan", dt.date(2026, 3, 1), "month", sari,
    )  # fmt: skip


def test_new_head_nobody_knows_since_when_is_one_from_the_day_that_was_told(sari, family):
    take_over(sari, family, since=PartialDate())
    told = HeadChange.objects.get()
    assert (told.since_on, told.since_precision) == (TODAY, "unknown")


def test_the_last_change_is_taken_back_as_if_it_had_never_been(sari, family):
    before = relations(family)
    take_over(sari, family)
    assert relations(family) != before
    household = actions.withdraw_head(**about(sari, family))
    assert (relations(family), HeadChange.objects.count(), household.sort_name) == (before, 0, "amaq sahdan")


def test_the_change_before_holds_again(sari, family):
    take_over(sari, family)
    between = relations(family)
    take_over(sari, family, "Papuq", Relation.CHILD)
    actions.withdraw_head(**about(sari, family))
    assert (relations(family), HeadChange.objects.get().person.name) == (between, "Inaq Sahdan")


def test_a_family_that_had_no_head_has_none_again(sari, family):
    family.members.filter(relation=Relation.HEAD).update(relation=Relation.OTHER)
    before = relations(family)
    take_over(sari, family)
    actions.withdraw_head(**about(sari, family))
    assert relations(family) == before


def test_what_was_changed_since_is_not_overwritten(sari, family):
    take_over(sari, family)
    family.members.filter(name="Papuq").update(relation=Relation.RELATIVE)
    with pytest.raises(ValidationError, match="tidak bisa ditarik lagi"):
        actions.withdraw_head(**about(sari, family))
    assert relations(family)["Inaq Sahdan"] == Relation.HEAD


def test_without_a_change_there_is_nothing_to_take_back(sari, family):
    with pytest.raises(ValidationError, match="Belum ada pergantian"):
        actions.withdraw_head(**about(sari, family))


def test_the_second_editor_and_the_stranger_take_nothing_back(sari, budi, family):
    take_over(sari, family)
    with pytest.raises(StaleVersion):
        actions.withdraw_head(by=sari, household_id=family.pk, version=family.version)
    with pytest.raises(Household.DoesNotExist):
        actions.withdraw_head(**about(budi, family))


def test_the_page_asks_since_when_and_the_familys_line_tells_it(client, family):
    new = family.members.get(name="Inaq Sahdan")
    page = post(client, family, head=new.pk, old_relation="husband", since_month="3", since_year="2026")
    line = " ".join(page.content.decode().partition("Maret 2026")[2].split())
    assert "Inaq Sahdan: menjadi kepala keluarga" in line[:300]
    assert "oleh Sari Wulandari" in line[:400]


def test_who_follows_a_late_head_follows_him_from_his_death_on(client, sari, family):
    head = family.members.get(relation=Relation.HEAD)
    actions.record_death(by=sari, person_id=head.pk, version=head.version, died=MARCH, today=TODAY)
    form = client.get(reverse("households:household_head", args=[family.pk, new_id()])).context["form"]
    assert form["since"].value() == MARCH


def test_the_page_takes_the_last_change_back_without_asking_for_a_head(client, sari, family):
    take_over(sari, family)
    page = post(client, family, what="mistake", head="", since_year="18")
    assert "Pergantian kepala keluarga sudah ditarik kembali." in page.content.decode()
    assert HeadChange.objects.count() == 0


def test_whoever_lives_in_another_village_now_is_not_named(client, family, kuripan):
    gone = PersonFactory(household=HouseholdFactory(village=kuripan), name="Pindahan")
    HeadChangeFactory(household=family, person=gone)
    titles = [event["title"] for event in client.get(family.get_absolute_url()).context["events"]]
    assert [title for title in titles if "kepala" in title] == ["Seorang anggota: menjadi kepala keluarga"]
