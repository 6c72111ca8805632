import datetime as dt

import pytest
from django.utils import timezone

from accounts.models import Act, AuditEvent
from households.actions import change_person
from households.choices import Check, Evidence, Origin, Relation, Stage
from households.entries import MemberEntry, TripEntry
from households.imports.batches import AlreadyCommitted, OtherVillage, commit_batch, plan_batch
from households.imports.committing import PlanChanged
from households.imports.outcomes import KEPT, OLD_HEAD_KEPT
from households.models import Household, ImportBatch, Person
from tests.factories.households import PersonFactory
from tests.households.imports import workbooks
from tests.households.imports.conftest import TODAY, outcomes, planned, reasons
from tests.households.imports.workbooks import CARD, OTHER_CARD, family
from toolkit.dates import PartialDate

pytestmark = pytest.mark.django_db


def test_commit_writes_people_and_households(bring_in, sari):
    batch = bring_in(*family(2))
    household = Household.objects.get()
    assert (
        household.village_id,
        household.family_card_number,
        household.hamlet,
        household.rt,
        household.rw,
        household.origin,
        household.import_batch,
        household.registered_on,
        household.sort_name,
        household.member_names,
        household.checks,
        household.needs_check,
        household.created_by,
    ) == (
        sari.region_id,
        CARD,
        "DASAN BARU",
        "001",
        "002",
        Origin.IMPORT,
        batch,
        TODAY,
        "warga 1",
        "warga 1\nwarga 2",
        [],
        False,
        sari,
    )
    members = household.members.order_by("pk").values_list("name", "nik", "relation", "village_id", "import_batch")
    assert list(members) == [
        ("WARGA 1", "5203174205900001", Relation.HEAD, sari.region_id, batch.pk),
        ("WARGA 2", "5203174305900002", Relation.CHILD, sari.region_id, batch.pk),
    ]


def test_commit_same_file_again_writes_nothing_new(bring_in):
    bring_in(*family(5), {"nik": "", "no_kk": OTHER_CARD})
    again = bring_in(*family(5), {"nik": "", "no_kk": OTHER_CARD})
    assert (again.summary["new"], again.summary["same"], Person.objects.count()) == (0, 6, 6)


def test_commit_same_people_with_shuffled_columns_writes_nothing_new(bring_in):
    bring_in(*family(5))
    columns = sorted(workbooks.OPENSID)
    again = bring_in(content=workbooks.opensid(*family(5), columns=columns))
    assert (again.summary["new"], again.summary["same"], Household.objects.count()) == (0, 5, 1)


def test_commit_imported_families_are_no_pmi_households_until_a_trip(bring_in, sari):
    bring_in(*family(2))
    assert Household.objects.pmi_on(TODAY).count() == 0
    person = Person.objects.first()
    entry = TripEntry(Stage.ACTIVE, "MY", "", PartialDate(dt.date(2026, 1, 1), "day"), Evidence.TOLD)
    from households.actions import add_trip

    add_trip(by=sari, person_id=person.pk, entry=entry, today=TODAY)
    assert Household.objects.pmi_on(TODAY).count() == 1


def test_commit_leaves_out_what_is_to_review_skipped_or_refused(bring_in):
    head, second, third, fourth = family(4)
    bring_in(head, {**second, "nik": 5203174305900002}, {**third, "status_dasar": "2"}, {**fourth, "nama": ""})
    assert list(Person.objects.values_list("name", flat=True)) == ["WARGA 1"]


def test_commit_household_without_head_is_to_be_checked(bring_in):
    bring_in({"kk_level": "4"})
    household = Household.objects.get()
    assert (household.checks, household.needs_check) == ([Check.NO_HEAD.value], True)


def test_commit_warning_stays_on_the_person(bring_in):
    bring_in({"tanggallahir": "1991-05-17"})
    assert (Person.objects.get().checks, Household.objects.get().needs_check) == ([Check.NIK_BIRTH_DIFFERS.value], True)


def test_commit_changes_what_was_shown_and_counts_the_version(bring_in, sari):
    bring_in(*family(2))
    first, second = family(2)
    bring_in({**first, "rt": "9"}, {**second, "nama": "WARGA DUA"})
    household = Household.objects.get()
    assert household.member_names == "warga 1\nwarga dua"
    people = household.members.order_by("pk").values_list("name", "version")
    assert (household.rt, household.version, list(people)) == ("009", 2, [("WARGA 1", 1), ("WARGA DUA", 2)])
    noted = AuditEvent.objects.filter(act=Act.CHANGED).values_list("record_kind", "fields")
    assert sorted(noted) == [("households.household", ["rt"]), ("households.person", ["name"])]


def test_commit_keeps_what_the_officer_wants_to_keep(bring_in):
    bring_in(*family(2))
    first, second = family(2)
    batch = bring_in({**first, "nama": "SALAH"}, {**second, "nama": "BENAR"}, kept=frozenset({2}))
    names = list(Person.objects.order_by("pk").values_list("name", flat=True))
    assert (names, batch.summary["changed"], batch.summary["skipped"]) == (["WARGA 1", "BENAR"], 1, 1)


def test_commit_change_of_head_moves_the_head(bring_in):
    bring_in(*family(2))
    first, second = family(2)
    bring_in({**second, "kk_level": "1"}, {**first, "kk_level": "7"})
    household = Household.objects.get()
    relations = household.members.order_by("pk").values_list("relation", flat=True)
    assert (list(relations), household.sort_name) == ([Relation.PARENT, Relation.HEAD], "warga 2")


def test_commit_that_keeps_the_old_head_leaves_the_new_one_to_review(bring_in, sari):
    bring_in(*family(2))
    first, second = family(2)
    batch = bring_in({**second, "kk_level": "1"}, {**first, "kk_level": "7"}, kept=frozenset({3}))
    relations = Person.objects.order_by("pk").values_list("relation", flat=True)
    assert list(relations) == [Relation.HEAD, Relation.CHILD]
    assert [batch.summary[name] for name in ("changed", "skipped", "review")] == [0, 1, 1]
    assert reasons(plan_batch(batch, by=sari, today=TODAY)) == [OLD_HEAD_KEPT.format(3), KEPT]


def test_commit_that_keeps_the_old_head_does_not_bring_in_a_new_one(bring_in):
    bring_in(*family(2))
    first, second = family(2)
    newcomer = {"nik": "", "nama": "BUDI", "kk_level": "1"}
    batch = bring_in({**first, "kk_level": "7"}, newcomer, {**second, "nama": "BENAR"}, kept=frozenset({2}))
    names = list(Person.objects.order_by("pk").values_list("name", flat=True))
    assert (names, batch.summary["review"]) == (["WARGA 1", "BENAR"], 1)


def test_commit_new_member_joins_and_the_household_is_refreshed(bring_in):
    bring_in({"kk_level": "4"})
    bring_in({"kk_level": "4"}, {"nik": "", "nama": "BUDI", "kk_level": "1"})
    household = Household.objects.get()
    assert (household.members.count(), household.checks, household.sort_name) == (2, [], "budi")
    assert household.member_names == "budi\nsiti aminah"


def test_commit_other_village_only_when_agreed(bring_in):
    content = workbooks.siak({"Desa/Kel": "LENEK LAUK"})
    with pytest.raises(OtherVillage):
        bring_in(content=content, name="a.xls")
    assert Person.objects.count() == 0
    bring_in(content=content, name="a.xls", other_village=True)
    assert Person.objects.count() == 1


def test_commit_after_a_change_in_between_writes_nothing_and_shows_it(bring_in, sari, plan_of):
    bring_in(*family(1))
    person = Person.objects.get()
    waiting = planned(sari, {**family(1)[0], "nama": "WARGA SATU"}, *family(1, card=OTHER_CARD, start=5))
    birth = PartialDate(person.birth_on, "day")
    entry = MemberEntry("Warga Esa", person.sex, birth, person.relation, person.nik)
    change_person(by=sari, person_id=person.pk, version=1, entry=entry, today=TODAY)
    with pytest.raises(PlanChanged):
        commit_batch(**waiting)
    assert (Person.objects.count(), Person.objects.get().name) == (1, "Warga Esa")
    assert outcomes(plan_of({**family(1)[0], "nama": "WARGA SATU"})) == ["changed"]


def test_commit_twice_writes_once(sari):
    waiting = planned(sari, *family(2))
    commit_batch(**waiting)
    with pytest.raises(AlreadyCommitted):
        commit_batch(**waiting)
    assert Person.objects.count() == 2


def test_commit_batch_of_another_village_does_not_exist(sari, budi):
    waiting = planned(sari, *family(2))
    with pytest.raises(ImportBatch.DoesNotExist):
        commit_batch(**{**waiting, "by": budi})
    assert Person.objects.count() == 0


def test_commit_touches_no_other_village(bring_in, neighbours):
    before = list(Person.objects.exclude(village_id="5203172006").values_list("pk", "version", "changed_at"))
    stranger = neighbours["5203212002"]
    bring_in({"nik": stranger.head.nik, "no_kk": stranger.household.family_card_number})
    assert list(Person.objects.exclude(village_id="5203172006").values_list("pk", "version", "changed_at")) == before


def test_commit_notes_what_was_done(bring_in, sari):
    batch = bring_in(*family(2))
    noted = AuditEvent.objects.filter(record_id=str(batch.pk)).order_by("pk").values_list("act", "actor", "region_code")
    assert list(noted) == [
        (Act.IMPORT_PLANNED, sari.pk, "5203172006"),
        (Act.IMPORTED, sari.pk, "5203172006"),
    ]
    assert batch.committed_at == timezone.now()


def test_commit_number_of_queries_does_not_grow_with_the_rows(sari, django_assert_max_num_queries):
    waiting = planned(
        sari, *(person for n in range(40) for person in family(4, card=f"52031701012{n:05}", start=4 * n + 1))
    )
    with django_assert_max_num_queries(27):
        commit_batch(**waiting)
    assert (Household.objects.count(), Person.objects.count()) == (40, 160)


def test_commit_nik_taken_by_somebody_in_the_village_meanwhile_writes_nothing(sari):
    waiting = planned(sari, *family(2))
    PersonFactory(household__village=sari.region, household__created_by=sari, nik="5203174205900001")
    with pytest.raises(PlanChanged):
        commit_batch(**waiting)
    assert Person.objects.count() == 1
