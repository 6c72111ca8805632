"""What is looked up again after an act at the desk: all that reads what was written, and nothing else."""

import datetime as dt

import pytest
from django.apps import apps

from accounts.changes import changes_within, take_together
from accounts.models import VillageChange
from infopost.actions import note_call, note_service
from infopost.entries import CallEntry, ServiceEntry
from monitoring import duties, glance
from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.lens import Lens
from monitoring.narrow import READ_BY, acts_upon
from monitoring.periods import Period
from monitoring.places import place_for
from tests.factories.households import HouseholdFactory, PersonFactory, TripFactory
from tests.monitoring.conftest import NOW
from toolkit.ids import new_id

DAY = dt.date(2026, 11, 23)
VISIT = ServiceEntry(happened_on=DAY, topic="info", way="came", given="told", minutes=10, sex="P")


def queries_of(user) -> dict[str, str]:
    """What the first page asks, by the code of a duty or an indicator."""
    lens = Lens.on(user, place_for(user, ""), Period.parse("2026-11"), NOW)
    asked = {duty.code: str(duty.loaded(duty.rows(user, DAY)).query) for duty in duties.DUTIES}
    return asked | {code: str(BY_CODE[code].rows(lens).query) for code in glance.NOW}


@pytest.mark.parametrize("kind", READ_BY)
def test_whoever_reads_a_record_of_the_desk_is_named(sari, kind):
    table = f'"{apps.get_model(kind)._meta.db_table}"'

    reading = {code for code, sql in queries_of(sari).items() if table in sql}

    assert reading == {code for code in READ_BY[kind] if code in queries_of(sari)}


def test_acts_count_for_those_who_read_them():
    acts = {"": 2, "households.trip": 3, "infopost.service": 40, "infopost.message": 5}

    assert (acts_upon("P1.1", acts), acts_upon("G1.1", acts), acts_upon("perlu-dicek", acts)) == (45, 5, 5)


def test_lines_of_changes_are_taken_together_by_kind(sari):
    for kind, acts in (("infopost.service", 2), ("infopost.service", 3), ("", 4)):
        VillageChange.objects.create(village=sari.region, kind=kind, acts=acts)
    before = changes_within(sari.region_id)

    take_together()

    assert (changes_within(sari.region_id), VillageChange.objects.filter(kind="infopost.service").count()) == (
        before,
        1,
    )


@pytest.mark.usefixtures("morning")
def test_first_page_knows_of_a_visit_and_looks_for_nothing_else(sari, client_of, monkeypatch):
    family = HouseholdFactory(village=sari.region, created_by=sari)
    person = PersonFactory(household=family, created_by=sari)
    client, looked, counted = client_of(sari), [], []
    note_service(by=sari, service_id=new_id(), entry=VISIT)
    first = client.get("/").context
    waiting, count = duties.waiting, glance._counted
    monkeypatch.setattr(duties, "waiting", lambda *a, of: looked.append([d.code for d in of]) or waiting(*a, of=of))
    monkeypatch.setattr(glance, "_counted", lambda stand, old: counted.append(len(old)) or count(stand, old))

    promise = ServiceEntry(
        happened_on=DAY, topic="letter", way="came", given="told", minutes=5, person_id=person.pk, follow_up_on=DAY
    )
    note_service(by=sari, service_id=new_id(), entry=promise)
    second = client.get("/").context

    assert (looked, counted) == ([["janji-layanan"]], [1])
    assert [numbers["post"][0][0] for numbers in (first, second)] == ["1", "2"]
    assert second["waiting"].total == first["waiting"].total + 1


@pytest.mark.usefixtures("morning")
def test_first_page_looks_everything_up_after_an_act_in_the_registry(sari, client_of, monkeypatch):
    trip = TripFactory(person__household__village=sari.region, departed_on=dt.date(2024, 3, 1), created_by=sari)
    note_call(by=sari, call_id=new_id(), trip_id=trip.pk, entry=CallEntry(DAY, "phone", "well"))
    client, looked = client_of(sari), []
    client.get("/")
    waiting = duties.waiting
    monkeypatch.setattr(duties, "waiting", lambda *a, of: looked.append(len(of)) or waiting(*a, of=of))

    VillageChange.objects.create(village=sari.region, kind="households.trip")
    client.get("/")
    client.get("/")

    assert looked == [len(duties.DUTIES)]
