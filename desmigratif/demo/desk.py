"""A year of work at the demo's village posts: who came, was called or visited, and talks in the hamlets."""

import datetime as dt
import random
from dataclasses import fields

from accounts.models import User
from households.entries import HomecomingEntry
from households.models import Person, Trip
from infopost.actions import (
    close_task,
    follow_service_up,
    hold_talk,
    make_offers,
    note_call,
    note_gathering,
    note_service,
    withdraw_service,
)
from infopost.call_choices import CallWay, Said
from infopost.entries import CallEntry, GatheringEntry, ServiceEntry
from infopost.models import FamilyCall, ReturnTalk, ReturnTask, Service
from infopost.return_choices import Left, TaskState
from infopost.rules.returns import offers_for
from infopost.service_choices import FollowUp, Given, Topic, Way
from toolkit.ids import new_id

YEAR, SATURDAY = 365, 5
# Of a hundred who come so many for each of these.
TOPICS = {
    Topic.INFORMATION: 24,
    Topic.OFFER: 12,
    Topic.COMPANY: 6,
    Topic.DOCUMENTS: 20,
    Topic.LETTER: 12,
    Topic.TRAINING: 5,
    Topic.COMPLAINT: 3,
    Topic.RETURN: 4,
    Topic.CONTACT: 6,
    Topic.PILLARS: 5,
    Topic.OTHER: 3,
}
WAYS = {Way.CAME: 68, Way.PHONE: 8, Way.WHATSAPP: 12, Way.HOME: 12}
USUAL = {Topic.LETTER: Given.LETTER, Topic.DOCUMENTS: Given.FORM, Topic.COMPLAINT: Given.REFERRED}
OTHERWISE = {Given.TOLD: 70, Given.LEAFLET: 20, Given.REFERRED: 7, Given.NOTHING: 3}
NOTES = {
    Topic.DOCUMENTS: "Dibantu mengisi permohonan paspor.",
    Topic.OFFER: "Izin perusahaannya diminta dulu.",
    Topic.INFORMATION: "Minta brosur negara tujuan.",
}
SAID = {Said.WELL: 74, Said.PAY_STOPPED: 6, Said.WANTS_HOME: 5, Said.TROUBLE: 3, Said.REFUSED: 3, Said.NOT_REACHED: 9}
CALL_WAYS = {CallWay.PHONE: 40, CallWay.WHATSAPP: 35, CallWay.HOME: 15, CallWay.CAME: 10}
LEFT = {Left.SETTLED: 60, Left.NONE: 22, Left.LEFT: 8, Left.UNKNOWN: 6, Left.REFUSED: 4}
VISITORS = ("", "", "", "Inaq Mur", "Pak Hadi", "Bu Yanti", "Amaq Sri")


def keep_register(stage, *, by: User, today: dt.date, at) -> None:
    """Two or three visits a week and a talk each quarter; `at` gives the office hour of a day."""
    # A world that is the same on every machine is the point here; no secret comes from it.
    chance = random.Random(f"layanan {stage.code}")  # noqa: S311
    people = list(Person.objects.filter(village=stage.code, left_on__isnull=True).select_related("household"))
    grown = [person for person in people if (person.age_on(today) or 0) >= 18 and person.died_on is None]
    for back in range(YEAR, -1, -1):
        day = today - dt.timedelta(days=back)
        if day.weekday() >= SATURDAY:
            continue
        if chance.random() < 0.35:
            _visit(chance, grown, day, by=by, today=today, at=at)
        if back % 91 == 40:
            _talk(chance, stage, day, by=by, at=at)


def call_families(stage, *, by: User, today: dt.date, at) -> None:
    """Speak with the families of those away every month or two; some are forgotten for longer."""
    trips = Trip.objects.filter(village=stage.code, departed_on__isnull=False, cancelled_on__isnull=True)
    for trip in trips.select_related("person__household").order_by("pk"):
        chance = random.Random(f"kabar {trip.person_id} {trip.departed_on}")  # noqa: S311 - invented talks
        day = max(trip.departed_on, trip.person.household.registered_on, today - dt.timedelta(days=YEAR))
        until = min(today, trip.returned_on or today) - dt.timedelta(days=chance.choice((0, 0, 0, 20, 50, 80)))
        while (day := day + dt.timedelta(days=chance.choice((28, 30, 35, 45, 60)))) <= until:
            entry = CallEntry(day, _picked(chance, CALL_WAYS), _picked(chance, SAID))
            call = note_call(by=by, call_id=new_id(), trip_id=trip.pk, entry=entry)
            moment = at(day, village=by.region)
            FamilyCall.objects.filter(pk=call.pk).update(known_at=moment, changed_at=moment)


def welcome_home(stage, *, by: User, today: dt.date, at) -> None:
    """Talk with most of those who came home within two years, and offer them what fits their wish."""
    trips = Trip.objects.filter(village=stage.code, returned_on__gt=today - dt.timedelta(days=2 * YEAR))
    for trip in trips.filter(person__left_on=None).select_related("person__household", "homecoming").order_by("pk"):
        chance = random.Random(f"bicara {trip.person_id} {trip.returned_on}")  # noqa: S311 - invented talks
        known = max(trip.returned_on, trip.returned_known_at.date(), trip.person.household.registered_on)
        day = known + dt.timedelta(days=chance.randrange(5, 25))
        told = getattr(trip, "homecoming", None)
        if day > today or chance.random() < 0.15:
            continue
        entry = HomecomingEntry(**{one.name: getattr(told, one.name, "") for one in fields(HomecomingEntry)})
        left = {name: _picked(chance, LEFT) for name in ("wages", "insurance", "savings", "documents")}
        about = {"by": by, "trip_id": trip.pk}
        hold_talk(version=trip.version, talked_on=day, left=left, entry=entry, **about)
        ReturnTalk.objects.filter(trip=trip).update(known_at=at(day, village=by.region))
        offers = list(offers_for(entry.wish, rights=left.values(), wellbeing=entry.wellbeing))[:2]
        make_offers(offers=offers, due_on=day + dt.timedelta(days=21), **about)
        _carry_out(trip, chance, day, by=by, today=today, at=at)


def _carry_out(trip, chance, day, *, by, today, at) -> None:
    for task in ReturnTask.objects.filter(trip=trip).order_by("pk"):
        ReturnTask.objects.filter(pk=task.pk).update(known_at=at(day, village=by.region))
        closed = day + dt.timedelta(days=chance.randrange(10, 60))
        if closed <= today and chance.random() < 0.85:
            state = TaskState.DONE if chance.random() < 0.75 else TaskState.NOT_WANTED
            close_task(by=by, task_id=task.pk, version=task.version, state=state, on=closed)


def _picked(chance, weights):
    return chance.choices(list(weights), weights.values())[0]


def _visit(chance, people, day, *, by, today, at) -> None:
    known = [person for person in people if person.household.registered_on <= day]
    person = chance.choice(known) if known and chance.random() < 0.6 else None
    topic = _picked(chance, TOPICS)
    promised = chance.random() < 0.06
    entry = ServiceEntry(
        happened_on=day,
        topic=topic,
        way=_picked(chance, WAYS),
        given=USUAL.get(topic) or _picked(chance, OTHERWISE),
        minutes=chance.choice((5, 10, 10, 10, 20, 30)),
        person_id=person.pk if person else None,
        visitor_name="" if person else chance.choice(VISITORS),
        sex="" if person else chance.choice("LPPP"),
        note=NOTES.get(topic, "") if chance.random() < 0.3 else "",
        follow_up_on=day + dt.timedelta(days=7) if promised else None,
    )
    service = note_service(by=by, service_id=new_id(), entry=entry)
    _known_on(service, day, at=at, village=by.region)
    if promised and day + dt.timedelta(days=9) < today:
        about = {"by": by, "service_id": service.pk, "version": service.version}
        follow_service_up(outcome=FollowUp.DONE, **about)
    elif chance.random() < 0.01:
        withdraw_service(by=by, service_id=service.pk, version=service.version)


def _talk(chance, stage, day, *, by, at) -> None:
    topic = chance.choice((Topic.INFORMATION, Topic.INFORMATION, Topic.OFFER))
    women, men = chance.randrange(12, 34), chance.randrange(4, 16)
    hamlet = chance.choice(stage.hamlets)
    entry = GatheringEntry(day, topic, Given.LEAFLET, chance.choice((60, 90, 120)), men, women, hamlet)
    _known_on(note_gathering(by=by, service_id=new_id(), entry=entry), day, at=at, village=by.region)


def _known_on(service, day, *, at, village) -> None:
    """Set the time at which it became known: the actions write the present, and the demo has a past."""
    moment = at(day, village=village)
    Service.objects.filter(pk=service.pk).update(known_at=moment, changed_at=moment)
