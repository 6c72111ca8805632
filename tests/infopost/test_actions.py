"""Facts come from the files once, and are then kept by whoever the role table names."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from infopost import vendored
from infopost.actions import Loaded, add_fact, change_fact, load_facts
from infopost.choices import FactKind, Trust
from infopost.models import Fact
from tests.factories.infopost import FactFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
NEW = {"kind": FactKind.COST, "title": "Paspor", "value": "Rp1", "trust": Trust.SOURCED, "source": "Imigrasi"}


def test_load_facts_brings_every_fact_of_the_files_and_a_second_run_none():
    wanted = sum(map(len, (vendored.read_facts(), vendored.read_signs(), vendored.read_charges())))

    assert [load_facts(), load_facts()] == [Loaded(wanted, 0, 0, 0), Loaded(0, 0, 0, wanted)]


def test_load_facts_verifies_nothing():
    load_facts()

    assert Fact.objects.filter(verified_on__isnull=False).count() == 0
    assert Fact.objects.to_check(TODAY).count() == Fact.objects.count()


def test_load_facts_keeps_the_trust_of_the_source():
    load_facts()

    unsourced = {fact.code for fact in Fact.objects.filter(trust=Trust.UNVERIFIED)}
    assert {"hotline-lpsk", "hotline-emergency-police", "law-requirements"} <= unsourced
    assert "hotline-kp2mi" not in unsourced


def test_load_facts_leaves_what_somebody_keeps(dewi):
    load_facts()
    fact = Fact.objects.get(code="hotline-kp2mi")
    change_fact(by=dewi, record_id=fact.pk, version=1, values={"value": "0-800-2000"})

    loaded = load_facts()

    fact.refresh_from_db()
    assert (fact.value, loaded.kept) == ("0-800-2000", 1)


def test_load_facts_follows_the_files_where_nobody_was():
    load_facts()
    Fact.objects.filter(code="hotline-kp2mi").update(value="lama")

    loaded = load_facts()

    assert (loaded.changed, Fact.objects.get(code="hotline-kp2mi").value) == (1, "0-800-1000")


def test_add_fact_notes_columns_but_no_values(dewi):
    fact = add_fact(by=dewi, record_id=new_id(), values=NEW)

    event = AuditEvent.objects.get(act="created")
    assert (event.actor, event.record_id, event.fields) == (dewi, str(fact.pk), sorted(NEW))


def test_change_fact_that_was_verified_is_to_be_verified_anew(dewi):
    fact = FactFactory(verified=True)

    changed = change_fact(by=dewi, record_id=fact.pk, version=1, values={"value": "0-800-2000"})

    assert (changed.verified_on, changed.verified_by, changed.version) == (None, None, 2)
    assert AuditEvent.objects.get().fields == ["value", "verified_by", "verified_on"]


def test_change_fact_without_new_words_keeps_its_verification(dewi):
    fact = FactFactory(verified=True)

    changed = change_fact(by=dewi, record_id=fact.pk, version=1, values={"value": fact.value, "is_withdrawn": True})

    assert changed.verified_on == dt.date(2026, 11, 1)
    assert AuditEvent.objects.get().fields == ["is_withdrawn"]


def test_change_fact_and_verify_it_in_one_act(dewi):
    fact = FactFactory()
    told = {"value": "0-800-2000", "verified_on": TODAY, "verified_by": dewi}

    changed = change_fact(by=dewi, record_id=fact.pk, version=1, values=told)

    assert (changed.value, changed.verified_on, changed.verified_by) == ("0-800-2000", TODAY, dewi)


def test_change_fact_of_an_older_version_is_refused(dewi):
    fact = FactFactory(version=2)

    with pytest.raises(StaleVersion):
        change_fact(by=dewi, record_id=fact.pk, version=1, values={"value": "1"})


@pytest.mark.parametrize("person", ["sari", "rina", "agus"])
def test_facts_are_kept_by_the_ministry_and_administrators_only(request, person):
    user, fact = request.getfixturevalue(person), FactFactory()

    with pytest.raises(PermissionDenied):
        add_fact(by=user, record_id=new_id(), values=NEW)
    with pytest.raises(PermissionDenied):
        change_fact(by=user, record_id=fact.pk, version=1, values={"value": "1"})
