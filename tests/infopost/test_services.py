"""The register of the post: whom it served, corrected and taken back, and what it counts."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import AuditEvent
from accounts.versions import StaleVersion
from households.models import Person
from infopost import actions
from infopost.entries import GatheringEntry, ServiceEntry
from infopost.models import Service
from infopost.service_choices import FollowUp
from tests.factories.desk import ServiceFactory
from toolkit.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 24, 2, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def place(place_of, sari):
    return place_of(sari)


def visit(**more):
    return ServiceEntry(**{"happened_on": TODAY, "topic": "info", "way": "came", "given": "told", "minutes": 10} | more)


def talk(**more):
    about = {"happened_on": TODAY, "topic": "info", "given": "leaflet", "minutes": 60, "men": 8, "women": 24}
    return GatheringEntry(**about | more)


def note(by, **more):
    return actions.note_service(by=by, service_id=new_id(), entry=visit(**more))


def test_visitor_may_stay_nameless(sari):
    service = note(sari, sex="P")

    assert (service.village_id, service.person_id, service.visitor_name, service.people) == ("5203172006", None, "", 1)
    event = AuditEvent.objects.latest("pk")
    assert (event.act, event.region_code, "visitor_name" in event.fields) == ("created", "5203172006", True)


def test_person_of_the_registry_brings_his_sex_along(place):
    assert note(place.officer, person_id=place.head.pk).sex == "L"


def test_person_of_another_village_cannot_be_noted(place, budi):
    with pytest.raises(Person.DoesNotExist):
        note(budi, person_id=place.head.pk)


@pytest.mark.parametrize("person", ["rina", "dewi", "adi"])
def test_others_keep_no_register(request, person):
    with pytest.raises(PermissionDenied):
        note(request.getfixturevalue(person), sex="P")


def test_visitor_becomes_somebody_of_the_registry(place):
    service = note(place.officer, visitor_name="Inaq Rus", sex="P")

    entry = visit(person_id=place.head.pk)
    changed = actions.change_service(by=place.officer, service_id=service.pk, version=1, entry=entry)

    assert (changed.person_id, changed.visitor_name, changed.sex, changed.version) == (place.head.pk, "", "L", 2)


def test_who_has_moved_away_stays_the_one_who_came(place, lenek_lauk):
    service = note(place.officer, person_id=place.head.pk)
    Person.objects.filter(pk=place.head.pk).update(village=lenek_lauk)

    entry = visit(person_id=place.head.pk, minutes=20)
    changed = actions.change_service(by=place.officer, service_id=service.pk, version=1, entry=entry)

    assert (changed.person_id, changed.minutes, changed.known_person) == (place.head.pk, 20, None)


def test_mistake_is_taken_back_and_counts_again(sari):
    service = note(sari, sex="P")

    actions.withdraw_service(by=sari, service_id=service.pk, version=1)
    without = Service.objects.standing().count()
    actions.restore_service(by=sari, service_id=service.pk, version=2)

    assert (without, Service.objects.standing().count()) == (0, 1)


def test_promise_waits_until_it_is_kept_and_waits_again(sari):
    service = note(sari, sex="P", follow_up_on=dt.date(2026, 11, 26))
    states = [service.follow_up]
    for version, outcome in enumerate((FollowUp.DONE, FollowUp.WAITING), start=1):
        about = {"by": sari, "service_id": service.pk, "version": version}
        states.append(actions.follow_service_up(outcome=outcome, **about).follow_up)

    assert states == ["waiting", "done", "waiting"]


def test_promise_that_was_kept_stays_so_when_something_else_is_corrected(sari):
    day = dt.date(2026, 11, 26)
    service = note(sari, sex="P", follow_up_on=day)
    about = {"by": sari, "service_id": service.pk}
    actions.follow_service_up(version=1, outcome=FollowUp.DONE, **about)

    same = actions.change_service(version=2, entry=visit(sex="P", minutes=20, follow_up_on=day), **about)
    later = actions.change_service(version=3, entry=visit(sex="P", follow_up_on=day + dt.timedelta(days=1)), **about)

    assert (same.follow_up, later.follow_up) == ("done", "waiting")


def test_stale_version_and_strangers_are_refused(sari, budi):
    service = note(sari, sex="P")
    actions.withdraw_service(by=sari, service_id=service.pk, version=1)

    with pytest.raises(StaleVersion):
        actions.restore_service(by=sari, service_id=service.pk, version=1)
    with pytest.raises(Service.DoesNotExist):
        actions.restore_service(by=budi, service_id=service.pk, version=2)


def test_talk_keeps_heads_and_no_names(sari):
    service = actions.note_gathering(by=sari, service_id=new_id(), entry=talk(hamlet="Gubuk Timuk"))

    assert (service.people, service.way, service.is_gathering) == (32, "event", True)


def test_talk_to_nobody_is_none(sari):
    with pytest.raises(ValidationError):
        actions.note_gathering(by=sari, service_id=new_id(), entry=talk(men=0, women=0))


def test_register_counts_services_and_people(sari):
    ServiceFactory(village=sari.region, noted_by=sari, topic="letter", way="phone")
    ServiceFactory(village=sari.region, noted_by=sari)
    ServiceFactory(village=sari.region, noted_by=sari, gathering=True)
    ServiceFactory(village=sari.region, noted_by=sari, withdrawn_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
    ServiceFactory(village=sari.region, noted_by=sari, happened_on=dt.date(2026, 10, 31))

    counted = Service.objects.countable_by(sari).standing().between(dt.date(2026, 11, 1), TODAY)

    assert counted.by_topic() == {"letter": (1, 1), "info": (2, 33)}
    assert counted.by_way() == {"phone": (1, 1), "came": (1, 1), "event": (1, 32)}
    assert (counted.people_reached(), counted.single().count()) == (34, 2)
